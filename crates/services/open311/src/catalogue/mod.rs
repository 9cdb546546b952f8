//! Catalogues of services: ours as others read them, and those of others as categories that could be ours.

mod actions;
pub(crate) mod pages;
mod proposal;
mod store;

pub use actions::{ours, propose, proposed, read};
pub use proposal::{TEXT_MOST, category};
pub use store::Proposed;
