//! SQL of the room: who is told, each time that it is told, and the changes that programs asked for.

pub mod changes;
pub mod deliveries;
pub mod hooks;
