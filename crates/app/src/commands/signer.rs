//! `signer add`, `signer public-key` and `verify`: keys that sign papers, and receipts verified without a database.

use super::{chosen, open};
use crate::cli::{SignerCommand, VerifyArgs};
use crate::voice::Voice;
use kernel::Email;
use platform::{Config, Problem, Refusal, Result, Scope};
use std::process::ExitCode;

/// Shorter ones are guessed from a stolen file in seconds.
const PIN_LEAST: usize = 6;

pub async fn run(config: Config, voice: &Voice, command: SignerCommand) -> Result<ExitCode> {
    match command {
        SignerCommand::Add { email, pin, commune } => add(config, voice, &email, pin, commune.as_deref()).await,
        SignerCommand::PublicKey { commune } => public_key(config, voice, commune.as_deref()).await,
    }
}

async fn add(config: Config, voice: &Voice, email: &str, pin: Option<String>, commune: Option<&str>) -> Result<ExitCode> {
    let app = open(config).await?;
    let address = Email::parse(email).ok_or_else(|| Refusal::new("operations-email-wrong").with("email", email))?;
    let commune = chosen(&app, commune)?;
    let unknown = Refusal::new("operations-staff-unknown").with("email", email);
    let member = app
        .store()
        .read(Scope::system(commune.code.clone()), move |rx| {
            let person = people::staff_by_email(rx, &address)?.ok_or_else(|| unknown.clone())?;
            people::member(rx, &person)
        })
        .await?;
    let pin = match pin {
        Some(pin) => pin,
        None => read_pin()?,
    };
    if pin.chars().count() < PIN_LEAST {
        return Err(Refusal::new("operations-pin-short").with("least", PIN_LEAST).into());
    }
    let now = app.store().clock().now().0.as_second();
    documents::make_token(app.config(), &commune.code, &commune.name.fr, &member.person, &member.name, &pin, now)?;
    voice.say("operations-signer-added", &[("name", &member.name)]);
    Ok(ExitCode::SUCCESS)
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
