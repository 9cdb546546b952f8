//! `staff add` and `staff invite`: the first administrator, and the way back for one who lost everything.

use super::{chosen, open};
use crate::cli::{StaffArgs, StaffCommand};
use crate::voice::Voice;
use kernel::Email;
use people::NewStaff;
use platform::{App, Commune, Config, Problem, Refusal, Result, Scope, Tx};
use std::process::ExitCode;

pub async fn run(config: Config, voice: &Voice, command: StaffCommand) -> Result<ExitCode> {
    match command {
        StaffCommand::Add(args) => add(config, voice, args).await,
        StaffCommand::Invite { email, reset, commune } => invite(config, voice, &email, reset, commune.as_deref()).await,
    }
}

async fn add(config: Config, voice: &Voice, args: StaffArgs) -> Result<ExitCode> {
    let StaffArgs { name, email, role, unit, area, decision, commune } = args;
    let app = open(config).await?;
    known_role(&app, &role)?;
    let address = Email::parse(&email).ok_or_else(|| Refusal::new("operations-email-wrong").with("email", &email))?;
    let commune = chosen(&app, commune.as_deref())?;
    let name_of = name.clone();
    let body = move |tx: &mut Tx| {
        area.as_deref().map_or(Ok(()), |code| known_area(tx, code))?;
        let unit = unit.as_deref().map(|code| unit_of(tx, code, area.as_deref())).transpose()?;
        let (name, email, role, decision) = (name.clone(), address.clone(), role.clone(), decision.clone());
        let new = NewStaff { name, email, role, unit, area: area.clone(), decision, password: None, totp_seed: None };
        let person = people::add_staff(tx, new)?;
        people::invitation(tx, &person)
    };
    let path = app.store().write(Scope::system(commune.code.clone()), body).await?;
    voice.say("operations-staff-added", &[("name", &name_of), ("email", &email)]);
    say_link(&app, voice, &commune, &path);
    Ok(ExitCode::SUCCESS)
}

/// The link, how long it holds, and a word when its beginning is only a guess.
fn say_link(app: &App, voice: &Voice, commune: &Commune, path: &str) {
    let link = format!("{}{}/{}{path}", app.public_url(), app.prefix_of(commune), voice.lang().code());
    voice.say("operations-staff-link", &[("link", &link), ("days", &people::INVITATION_DAYS.to_string())]);
    if app.config().public_url.is_empty() {
        voice.say("operations-staff-link-guess", &[]);
    }
}

async fn invite(config: Config, voice: &Voice, email: &str, reset: bool, commune: Option<&str>) -> Result<ExitCode> {
    let app = open(config).await?;
    let address = Email::parse(email).ok_or_else(|| Refusal::new("operations-email-wrong").with("email", email))?;
    let commune = chosen(&app, commune)?;
    let unknown = Refusal::new("operations-staff-unknown").with("email", email);
    let body = move |tx: &mut Tx| {
        let person = people::staff_by_email(tx, &address)?.ok_or_else(|| unknown.clone())?;
        if reset {
            people::reset_factor(tx, &person, true)?;
        }
        people::invitation(tx, &person)
    };
    let path = app.store().write(Scope::system(commune.code.clone()), body).await?;
    say_link(&app, voice, &commune, &path);
    Ok(ExitCode::SUCCESS)
}

fn known_area(tx: &mut Tx, code: &str) -> Result<()> {
    let areas = places::areas(tx)?;
    if areas.iter().any(|area| area.code == code) {
        return Ok(());
    }
    let codes: Vec<&str> = areas.iter().map(|area| area.code.as_str()).collect();
    Err(Refusal::new("operations-area-unknown").with("area", code).with("areas", codes.join(", ")).into())
}

fn known_role(app: &App, role: &str) -> Result<()> {
    if app.roles().contains_key(role) {
        return Ok(());
    }
    let roles: Vec<&str> = app.roles().keys().map(String::as_str).collect();
    Err(Refusal::new("operations-role-unknown").with("role", role).with("roles", roles.join(", ")).into())
}

fn unit_of(tx: &mut Tx, code: &str, area: Option<&str>) -> Result<kernel::Id> {
    let found = units::by_code(tx, code, area)?.or(units::by_code(tx, code, None)?);
    found.map(|unit| unit.id).ok_or_else(|| Problem::from(Refusal::new("operations-unit-unknown").with("unit", code)))
}
