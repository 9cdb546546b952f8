//! `signer` and `verify`: keys that sign papers, and receipts verified without a database.

use super::{chosen, open};
use crate::cli::{SignerArgs, SignerCommand, UnlockArgs, VerifyArgs};
use crate::voice::Voice;
use documents::Holder;
use kernel::Email;
use platform::{App, Config, Problem, Refusal, Result, Scope};
use std::path::Path;
use std::process::ExitCode;

/// Shorter ones are guessed from a stolen file in seconds.
const PIN_LEAST: usize = 6;

pub async fn run(config: Config, voice: &Voice, command: SignerCommand) -> Result<ExitCode> {
    match command {
        SignerCommand::Add(args) => add(config, voice, args).await,
        SignerCommand::List { commune } => list(config, voice, commune.as_deref()).await,
        SignerCommand::Unlock(args) => unlock(config, voice, &args).await,
        SignerCommand::Trust { file, commune } => trust(config, voice, &file, commune.as_deref()).await,
        SignerCommand::PublicKey { commune } => public_key(config, voice, commune.as_deref()).await,
    }
}

async fn add(config: Config, voice: &Voice, args: SignerArgs) -> Result<ExitCode> {
    let app = open(config).await?;
    let commune = chosen(&app, args.commune.as_deref())?;
    let (holder, name) = holder(&app, &commune.code, args.email.as_deref(), args.unit.as_deref()).await?;
    let pin = match args.pin {
        Some(pin) => pin,
        None => read_pin()?,
    };
    let tenant = &commune.code;
    let made = match (args.file, args.token, args.key) {
        (Some(file), _, _) => documents::import(&app, tenant, holder, read(&file)?, &pin).await?,
        (None, Some(token), Some(key)) => documents::place_card(&app, tenant, holder, &token, &key, &pin).await?,
        _ if pin.chars().count() < PIN_LEAST => return Err(Refusal::new("operations-pin-short").with("least", PIN_LEAST).into()),
        _ => documents::make_token(&app, tenant, &commune.name.fr, holder, &name, &pin).await?,
    };
    voice.say("operations-signer-added", &[("name", &made.name)]);
    if let Some(ends) = made.expires_at {
        voice.say("operations-signer-ends", &[("day", &ends.day().to_string())]);
    }
    Ok(ExitCode::SUCCESS)
}

/// Whose key it is to be, with the name that a certificate made here would carry.
async fn holder(app: &App, tenant: &str, email: Option<&str>, unit: Option<&str>) -> Result<(Holder, String)> {
    let (email, unit) = (email.unwrap_or_default().to_owned(), unit.map(str::to_owned));
    app.store()
        .read(Scope::system(tenant), move |rx| match &unit {
            Some(code) => {
                let unknown = || Refusal::new("operations-unit-unknown").with("unit", code);
                let unit = units::by_code(rx, code, None)?.ok_or_else(unknown)?;
                Ok((Holder::Office(unit.id), unit.name.fr))
            }
            None => {
                let address = Email::parse(&email).ok_or_else(|| Refusal::new("operations-email-wrong").with("email", &email))?;
                let unknown = || Refusal::new("operations-staff-unknown").with("email", &email);
                let person = people::staff_by_email(rx, &address)?.ok_or_else(unknown)?;
                let member = people::member(rx, &person)?;
                Ok((Holder::Person(member.person), member.name))
            }
        })
        .await
}

async fn unlock(config: Config, voice: &Voice, args: &UnlockArgs) -> Result<ExitCode> {
    let app = open(config).await?;
    let commune = chosen(&app, args.commune.as_deref())?;
    let (holder, _) = holder(&app, &commune.code, args.email.as_deref(), args.unit.as_deref()).await?;
    documents::unlock(&app, &commune.code, holder).await?;
    voice.say("operations-signer-unlocked", &[]);
    Ok(ExitCode::SUCCESS)
}

/// A line a key: the holder, where it lies, when it ends. No name: a log keeps what is printed.
async fn list(config: Config, voice: &Voice, commune: Option<&str>) -> Result<ExitCode> {
    let app = open(config).await?;
    let commune = chosen(&app, commune)?;
    for (holder, place, ends) in documents::listed(&app, &commune.code).await? {
        let ends = ends.map_or_else(|| "—".into(), |at| at.day().to_string());
        voice.line(&format!("{holder}\t{place}\t{ends}"));
    }
    Ok(ExitCode::SUCCESS)
}

async fn trust(config: Config, voice: &Voice, file: &Path, commune: Option<&str>) -> Result<ExitCode> {
    let app = open(config).await?;
    let commune = chosen(&app, commune)?;
    let count = documents::trust(&app, &commune.code, read(file)?).await?;
    voice.say("operations-signer-trusted", &[("count", &count.to_string())]);
    Ok(ExitCode::SUCCESS)
}

fn read(file: &Path) -> Result<String> {
    let wrong =
        |error: std::io::Error| Refusal::new("operations-file-unreadable").with("path", file.display()).with("error", error);
    Ok(std::fs::read_to_string(file).map_err(wrong)?)
}

fn read_pin() -> Result<String> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(Problem::from)?;
    Ok(line.trim().to_owned())
}

async fn public_key(config: Config, voice: &Voice, commune: Option<&str>) -> Result<ExitCode> {
    let app = open(config).await?;
    let commune = chosen(&app, commune)?;
    let key = app.store().read(Scope::system(commune.code.clone()), |rx| rx.keys().public_key(&rx.tenant())).await?;
    voice.line(&key);
    Ok(ExitCode::SUCCESS)
}

/// Needs nothing but the text and the key.
pub fn verify(voice: &Voice, args: &VerifyArgs) -> Result<ExitCode> {
    let text = args.receipt.rsplit('/').next().unwrap_or(&args.receipt);
    match requests::verify(text, &args.key) {
        Some(told) => {
            let due = told.due.clone().unwrap_or_else(|| "—".into());
            let state = if told.complete { "operations-verify-complete" } else { "operations-verify-incomplete" };
            let state = voice.text(state, &[]);
            voice.say(
                "operations-verify-good",
                &[("code", &told.code), ("number", &told.number), ("received", &told.received), ("state", &state), ("due", &due)],
            );
            Ok(ExitCode::SUCCESS)
        }
        None => Err(Refusal::new("operations-verify-wrong").into()),
    }
}
