//! Pages of who pays, and of who settles the contract.

pub mod order;
pub mod settings;
