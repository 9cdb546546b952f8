//! What the engine tells the rooms above it.

use kernel::Id;
use platform::Event;
use serde::{Deserialize, Serialize};

/// Told when a case is opened.
#[derive(Debug, Serialize, Deserialize)]
pub struct OpenedEvent {
    pub case: Id,
    pub procedure: String,
    pub unit: Id,
}

impl Event for OpenedEvent {
    const NAME: &'static str = "cases.opened";
}

/// Told when a case came to another unit, or under another category.
#[derive(Debug, Serialize, Deserialize)]
pub struct Handed {
    pub case: Id,
}

impl Event for Handed {
    const NAME: &'static str = "cases.handed";
}

/// Told when a case moved to another state.
#[derive(Debug, Serialize, Deserialize)]
pub struct Moved {
    pub case: Id,
    pub procedure: String,
    pub from: String,
    pub to: String,
    pub outcome: Option<String>,
}

impl Event for Moved {
    const NAME: &'static str = "cases.moved";
}

/// Told when a case is shown to the public.
#[derive(Debug, Serialize, Deserialize)]
pub struct Shown {
    pub case: Id,
}

impl Event for Shown {
    const NAME: &'static str = "cases.shown";
}

/// Told when a case is taken from the public again, under the category and the unit under which it was shown.
#[derive(Debug, Serialize, Deserialize)]
pub struct Hidden {
    pub case: Id,
    pub procedure: String,
    pub unit: Id,
}

impl Event for Hidden {
    const NAME: &'static str = "cases.hidden";
}

/// Told when the author of a case, or all that was sealed in it, is forgotten: rooms that keep more of him forget it too.
#[derive(Debug, Serialize, Deserialize)]
pub struct Forgotten {
    pub case: Id,
}

impl Event for Forgotten {
    const NAME: &'static str = "cases.forgotten";
}
