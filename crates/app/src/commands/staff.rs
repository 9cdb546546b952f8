//! `staff add`: the first administrator, before anyone can sign in to the pages.

use super::{chosen, open};
use crate::cli::StaffCommand;
use crate::voice::Voice;
use kernel::Email;
use people::NewStaff;
use platform::{App, Config, Problem, Refusal, Result, Scope, Tx};
use std::process::ExitCode;

pub async fn run(config: Config, voice: &Voice, command: StaffCommand) -> Result<ExitCode> {
    let StaffCommand::Add { name, email, role, unit, area, decision, commune } = command;
    let app = open(config).await?;
    known_role(&app, &role)?;
    let address = Email::parse(&email).ok_or_else(|| Refusal::new("operations-email-wrong").with("email", &email))?;
    let commune = chosen(&app, commune.as_deref())?;
    let name_of = name.clone();
    let body = move |tx: &mut Tx| {
        let unit = unit.as_deref().map(|code| unit_of(tx, code, area.as_deref())).transpose()?;
        let (name, email, role, decision) = (name.clone(), address.clone(), role.clone(), decision.clone());
        let new = NewStaff { name, email, role, unit, area: area.clone(), decision, password: None, totp_seed: None };
        let person = people::add_staff(tx, new)?;
        people::invitation(tx, &person)
    };
    let path = app.store().write(Scope::system(commune.code.clone()), body).await?;
    let link = format!("{}{}/{}{path}", app.public_url(), app.prefix_of(&commune), voice.lang().code());
    voice.say("operations-staff-added", &[("name", &name_of), ("email", &email), ("link", &link)]);
    Ok(ExitCode::SUCCESS)
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
