//! Pages: the telephone's page and its worker, the list that it takes along, what it brings, and what stands of it in files.

pub mod list;
pub mod page;
pub mod panels;
pub mod sync;
