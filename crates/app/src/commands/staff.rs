//! `staff add`: the first administrator, before anyone can sign in to the pages.

use crate::cli::StaffCommand;
use crate::voice::Voice;
use platform::{Config, Refusal, Result};
use std::process::ExitCode;

pub async fn run(_config: Config, _voice: &Voice, _command: StaffCommand) -> Result<ExitCode> {
    Err(Refusal::new("operations-import-later").into())
}
