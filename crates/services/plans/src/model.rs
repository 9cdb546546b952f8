//! Nouns: a plan, a square of its page, a remark, a picture of a page.

use cases::CaseFile;
use kernel::{Id, Label, Moment};

/// Squares across and down a page: small enough to point at a door, large enough for a thumb.
pub const COLUMNS: i64 = 16;
pub const ROWS: i64 = 12;

/// A square of a page, as people say it: `C4`, columns from the left, rows from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    pub column: i64,
    pub row: i64,
}

impl Square {
    pub fn parse(text: &str) -> Option<Square> {
        let text: String = text.trim().chars().map(kernel::text::western_digit).collect::<String>().to_ascii_uppercase();
        let letter = *text.as_bytes().first().filter(|letter| letter.is_ascii_uppercase())?;
        let row: i64 = text[1..].trim().parse().ok()?;
        let column = i64::from(letter - b'A');
        (column < COLUMNS && (1..=ROWS).contains(&row)).then_some(Square { column, row: row - 1 })
    }

    pub fn all() -> impl Iterator<Item = Square> {
        (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| Square { column, row }))
    }
}

impl std::fmt::Display for Square {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letter = u8::try_from(self.column).unwrap_or(0).min(25) + b'A';
        write!(to, "{}{}", char::from(letter), self.row + 1)
    }
}

/// A drawing of a case, with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub file: CaseFile,
    pub label: Label,
    /// Not of the file any more: a newer one took its place.
    pub aside_at: Option<Moment>,
    /// The stamped copy.
    pub blob: Option<String>,
    pub sha256: Option<String>,
    pub stamped_at: Option<Moment>,
    /// Why it could not be stamped.
    pub fault: Option<String>,
}

/// What somebody is about to write on a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRemark {
    pub page: i64,
    pub square: String,
    pub words: String,
}

/// A remark pinned to a square of a page, numbered within its case.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    pub number: i64,
    pub file: Id,
    pub page: i64,
    pub square: String,
    pub words: String,
    /// The unit in whose name it was written.
    pub unit: Option<Id>,
    pub written_at: Moment,
    pub resolved_at: Option<Moment>,
}

/// A page as a picture, made once.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub pages: i64,
    pub width: i64,
    pub height: i64,
    pub blob: String,
}
