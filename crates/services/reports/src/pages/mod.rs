//! Pages: the form in short steps, the receipt, and what everybody may see.

pub mod choose;
pub mod delays;
pub mod density;
pub mod draft;
pub mod embed;
pub mod filters;
pub mod form;
pub mod list;
pub mod map;
pub mod objects;
pub mod offers;
pub mod one;
pub mod receipt;
pub mod shown;
pub mod statistics;
pub mod submit;
pub mod weeks;
