//! The demonstration commune.

use crate::voice::Voice;
use platform::{Config, Embed, Module, Result};
use std::process::ExitCode;

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "files/demo"]
struct Files;

pub fn module() -> Module {
    Module::new("demo").files::<Files>()
}

pub async fn run(_config: Config, _voice: &Voice) -> Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
