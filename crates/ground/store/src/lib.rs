//! The store: rows, journal, receipts, jobs, sealed fields and files. One write path, two engines.

// Lets the macros of this crate name it in the same way everywhere.
extern crate self as store;

pub mod actor;
pub mod backup;
pub mod blobs;
pub mod clock;
mod dump;
mod engine;
mod facts;
pub mod jobs;
pub mod journal;
mod memory;
pub mod problem;
pub mod receipts;
pub mod restore;
pub mod seal;
pub mod search;
mod settings;
mod tables;
mod tenants;
#[cfg(feature = "testing")]
pub mod testing;

pub use actor::{Actor, Grant, Permission};
pub use blobs::Blobs;
pub use clock::Clock;
pub use engine::{Applied, Count, EVERYWHERE, Migrations, Place, Row, Scope, Setup, Store, Tx, database_file, migrate};
pub use facts::Facts;
pub use jobs::{Event, Job};
pub use kernel::{FromValue, ToValue, Value};
pub use problem::{Problem, Result};
pub use receipts::{Deposit, Receipt};
pub use seal::{Keys, Vault};
