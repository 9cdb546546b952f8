//! Values that the whole house shares: no database, no network, no clock.

extern crate self as kernel;

pub mod clock;
mod code;
mod contact;
pub mod fold;
pub mod format;
mod geo;
pub mod hijri;
mod id;
mod lang;
mod money;
mod refusal;
pub mod spelled;
pub mod text;
mod time;
mod value;
mod words;

pub use code::{Pin, PublicCode};
pub use contact::{Cin, Email, Phone};
pub use geo::Point;
pub use id::Id;
pub use lang::{Label, Lang};
pub use money::Money;
pub use refusal::Refusal;
pub use serde;
pub use time::{Day, Moment, ZONE};
pub use value::{FromValue, ToValue, Value};
