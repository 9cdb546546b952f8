//! The program: the list of modules, the commands, the demonstration, and the care of a running machine.

pub mod bar;
pub mod bench;
pub mod cli;
pub mod commands;
pub mod demo;
pub mod load;
pub mod modules;
pub mod operations;
pub mod reference;
pub mod voice;
