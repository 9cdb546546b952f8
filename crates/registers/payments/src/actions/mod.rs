//! Verbs: say what is due, order its payment on paper, take the money, correct, cancel, close the drawer, settle the books.

mod accounts;
mod dues;
mod intents;
mod orders;
mod receiving;
mod sessions;

pub use accounts::{Report, export, period, read_statement, report};
pub use dues::{adjust, cancel, collect, lacking, of, order, owed};
pub(crate) use intents::given_back;
pub use intents::{begin, doubt, fail, hanging, seen, start, submit, succeed};
pub use orders::{looked_up, order_by_code, order_of, order_paid_by};
pub use receiving::paid_dues;
pub(crate) use sessions::current;
pub use sessions::{close, open_drawers, set_float, sheet};
