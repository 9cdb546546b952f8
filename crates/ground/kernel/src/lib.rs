//! Values that the whole house shares: no database, no network, no clock.

extern crate self as kernel;

mod id;
mod lang;
mod money;
mod refusal;
mod time;
mod words;

pub use id::Id;
pub use lang::{Label, Lang};
pub use money::Money;
pub use refusal::Refusal;
pub use serde;
pub use time::{Day, Moment, ZONE};
pub use words::Word;
