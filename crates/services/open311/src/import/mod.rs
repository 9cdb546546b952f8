//! Exports of other systems: read with patience, mended and counted, taken once, and placed under our categories.

mod actions;
mod model;
pub(crate) mod pages;
mod reading;
mod rules;
mod store;

pub(crate) use actions::{Chosen, PLACE, go_on};
pub use actions::{foresee, take};
pub use model::{Done, Fate, Row, Source};
pub use reading::{Unread, rows, rows_of};
