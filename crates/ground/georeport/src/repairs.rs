//! What had to be mended while reading, so that it can be counted and looked at.

use kernel::words;
use serde::Serialize;

words! {
    /// Each has a name, `georeport-repair-…`.
    pub enum RepairKind {
        /// Bytes in another encoding than the one that was promised.
        Encoding = "encoding",
        /// A mark of order before the text.
        Mark = "mark",
        /// Signs that the form of the text does not allow.
        Signs = "signs",
        /// Words such as `null` where nothing was meant.
        Null = "null",
        /// The same name twice: the last that says something counts.
        Twice = "twice",
        /// A point at 0, 0.
        Zero = "zero",
        /// A place that is no place.
        Point = "point",
        /// A date without a zone: it was taken in the zone that was given.
        Naive = "naive",
        /// A date whose day and month may be exchanged: the day was read first.
        Order = "order",
        /// A date that could not be read.
        Date = "date",
        /// A status that is neither open nor closed.
        Status = "status",
        /// A name that other programs write for one of the standard.
        Name = "name",
        /// A row with more or fewer fields than the first.
        Row = "row",
        /// Without a number: one was made from what it says.
        Nameless = "nameless",
        /// Without a date: the nearest one that is known was taken.
        Undated = "undated",
        /// Dates that cannot follow each other, or are still to come.
        Turned = "turned",
        /// A point outside of the commune: it stays among the raw values.
        Outside = "outside",
        /// More than can be kept as words: the rest stays among the raw values.
        Long = "long",
    }
}

/// One thing mended: which field, and what stood there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repair {
    pub kind: RepairKind,
    pub field: String,
    pub was: String,
}

impl Repair {
    pub fn new(kind: RepairKind, field: &str, was: &str) -> Repair {
        Repair { kind, field: field.to_owned(), was: was.chars().take(200).collect() }
    }
}
