//! `seed`: a commune full of invented reports, for measuring.

use super::{chosen, open};
use crate::cli::SeedArgs;
use crate::demo::past;
use crate::voice::Voice;
use platform::{Config, Result, Scope};
use std::process::ExitCode;
use std::time::Instant;

pub async fn seed(config: Config, voice: &Voice, args: SeedArgs) -> Result<ExitCode> {
    let began = Instant::now();
    let app = open(config).await?;
    let scope = Scope::system(chosen(&app, args.commune.as_deref())?.code.clone());
    past::fill(&app, scope, args.reports, voice.text("operations-bar-seed", &[])).await?;
    let told = [("count", &*args.reports.to_string()), ("secs", &*began.elapsed().as_secs().to_string())];
    voice.say("operations-seeded", &told);
    Ok(ExitCode::SUCCESS)
}
