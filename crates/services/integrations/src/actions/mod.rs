//! Verbs: hooks are written and tried; what happens is told; a message travels.

pub mod deliver;
pub mod hooks;
pub mod sweep;
pub mod tell;
