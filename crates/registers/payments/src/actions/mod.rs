//! Verbs: say what is due, order its payment on paper, take the money, correct, cancel.

mod dues;
mod orders;

pub use dues::{adjust, cancel, collect, lacking, of, order, owed};
pub use orders::{looked_up, order_by_code, order_of, order_paid_by};
