//! `bench`.

use crate::cli::BenchArgs;
use crate::voice::Voice;
use platform::{Config, Result};
use std::process::ExitCode;

pub async fn run(_config: Config, _voice: &Voice, _args: BenchArgs) -> Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
