//! Pages of the numbered objects.

pub mod asset;
pub mod import;
pub mod list;
pub mod numbers;
