//! Pages for people: the catalogue, the form page by page, the receipt, the file.

pub mod catalogue;
pub mod delays;
pub mod form;
pub mod panel;
pub mod pieces;
pub mod receipt;
pub mod sheet;
pub mod shown;
pub mod start;
