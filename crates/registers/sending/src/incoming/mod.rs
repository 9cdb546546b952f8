//! SMS to the commune: the door of the gateway, what becomes of a message, and the telephone of the demonstration.

mod actions;
mod api;
mod model;
mod rules;
mod store;
pub mod telephone;

pub use actions::{hear, tries};
pub use api::routes;
pub use model::{Arrived, Outcome};
#[cfg(test)]
pub use store::outcomes;
pub use store::{erase_before, stopped, stops};
