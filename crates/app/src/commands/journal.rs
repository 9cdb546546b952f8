//! `journal verify`: the chain recomputed, from the store or from a file that anyone may hold.

use super::open;
use crate::cli::JournalCommand;
use crate::voice::Voice;
use platform::store::journal;
use platform::{Config, Refusal, Result, Scope};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::process::ExitCode;

pub async fn run(config: Config, voice: &Voice, command: JournalCommand) -> Result<ExitCode> {
    match command {
        JournalCommand::Verify { dump: Some(file), key } => verify_file(voice, &file, key.as_deref()),
        JournalCommand::Verify { dump: None, .. } => verify_here(config, voice).await,
    }
}

fn verify_file(voice: &Voice, file: &Path, key: Option<&str>) -> Result<ExitCode> {
    let verified = journal::verify_dump(BufReader::new(File::open(file)?))?;
    if key.is_some_and(|key| key != verified.public_key) {
        return Err(Refusal::new("operations-journal-other-key").with("found", &verified.public_key).into());
    }
    let (entries, heads) = (verified.entries.to_string(), verified.signed_heads.to_string());
    let at = verified.at.to_string();
    let args = [
        ("commune", verified.tenant.as_str()),
        ("entries", &entries),
        ("heads", &heads),
        ("at", &at),
        ("key", &verified.public_key),
        ("head", &verified.head),
    ];
    voice.say("operations-journal-file-holds", &args);
    if key.is_none() {
        voice.say("operations-journal-compare-key", &[("key", &verified.public_key)]);
    }
    Ok(ExitCode::SUCCESS)
}

async fn verify_here(config: Config, voice: &Voice) -> Result<ExitCode> {
    let app = open(config).await?;
    let mut total = 0;
    let tenants = app.store().tenants().await?;
    for tenant in &tenants {
        total += app.store().read(Scope::system(tenant.as_str()), journal::verify).await?;
    }
    voice.say("operations-journal-holds", &[("entries", &total.to_string()), ("communes", &tenants.len().to_string())]);
    Ok(ExitCode::SUCCESS)
}
