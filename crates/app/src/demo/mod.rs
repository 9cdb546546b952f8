//! The demonstration: Salé with invented people, two years of reports, and a hand on the clock.

mod accounts;
mod bookings;
mod contracts;
mod dice;
mod drawings;
mod for_others;
mod hall;
mod identity;
mod load;
mod pages;
pub mod past;
mod phrases;
mod plan;
mod plan_of_house;
mod post;
mod requests;
mod said;
mod sites;
mod steps;
mod town;

use crate::commands::{self, HOME};
use crate::voice::Voice;
use phrases::Phrases;
use platform::{App, Clock, Config, Embed, Label, Module, Permission, Problem, Refusal, Result, Scope};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "files/demo"]
struct Files;

/// The neighbour, for everything that lies across the river.
const NEIGHBOUR: &str = "04.421.01.0";
const REPORTS: usize = 2_000;
/// Requests beside them: permits, papers, declarations.
const REQUESTS: usize = 120;
/// Setting: how far the loading came, and how far the hand of the clock is ahead.
const STORY: &str = "demo.story";
/// A file in the data folder for as long as the first loading goes on.
const LOADING: &str = "demo-loading";

/// Move the clock of the demonstration on.
pub const CLOCK: Permission = Permission("demo.clock");

/// How far the demonstration is.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
struct Story {
    finished: bool,
    ahead_secs: i64,
}

pub fn module() -> Module {
    Module::new("demo")
        .permissions(&[CLOCK])
        .pages(|routes| routes.public_get("/demo", pages::show).post("/demo/clock", CLOCK, pages::advance))
        .files::<Files>()
        .sample("demo/show.html", "the accounts and their codes", pages::sample())
}

/// Makes the commune on the first run, then serves it.
pub async fn run(config: Config, voice: &Voice) -> Result<ExitCode> {
    let mut config = Config { demo: true, ..config };
    // A demonstration keeps few copies of itself.
    config.backup.keep = config.backup.keep.min(2);
    commands::can_listen(&config)?;
    begin_anew(&config)?;
    commands::ready_folder(&config)?;
    commands::log_to_standard_error(&config)?;
    commands::migrate(&config, voice).await?;
    let clock = Clock::default();
    let app = commands::open_with(config, clock.clone()).await?;
    match story(&app).await? {
        None if app.communes().open().next().is_some() => return Err(Refusal::new("operations-demo-only").into()),
        None => make(&app, &clock, voice, REPORTS).await?,
        Some(Story { finished: false, .. }) => {
            return Err(Refusal::new("demo-interrupted").with("data", app.config().data.display()).into());
        }
        Some(Story { ahead_secs, .. }) => clock.advance_secs(ahead_secs),
    }
    identity::offer(&app).await?;
    let url = app.public_url();
    voice.say("demo-serving", &[("url", &url), ("password", accounts::PASSWORD)]);
    for account in &accounts::ALL {
        voice.line(&format!("  {:<26} {}", account.email, account.role));
    }
    app.start_worker();
    commands::serve_until(&app, voice, commands::told_to_stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// A first loading that was interrupted leaves its mark: in its own folder the program clears it away and begins again.
fn begin_anew(config: &Config) -> Result<()> {
    if !config.data.join(LOADING).exists() || !config.database.url.is_empty() {
        return Ok(());
    }
    for name in ["jamaa.db", "jamaa.db-wal", "jamaa.db-shm"] {
        match std::fs::remove_file(config.data.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(std::fs::remove_file(config.data.join(LOADING))?)
}

async fn story(app: &App) -> Result<Option<Story>> {
    if app.communes().by_code(HOME).is_none() {
        return Ok(None);
    }
    app.store().read(Scope::system(HOME), |rx| rx.setting(STORY)).await
}

async fn tell(app: &App, story: Story) -> Result<()> {
    app.store().write(Scope::system(HOME), move |tx| tx.set_setting(STORY, &story)).await
}

/// Where the money of the demonstration is taken: at an invented cash desk, and by the practice bank.
fn taking() -> gateways::Settings {
    gateways::Settings {
        place: Label::new("مقر الجماعة، الطابق الأرضي، المكتب 4", "Siège de la commune, rez-de-chaussée, bureau 4"),
        hours: Label::new("من الاثنين إلى الجمعة، من 9:00 إلى 15:00", "Du lundi au vendredi, de 9 h à 15 h"),
        ..simulator::contract()
    }
}

/// Opens Salé two years ago, lives through them, and comes back to the present.
pub async fn make(app: &App, clock: &Clock, voice: &Voice, reports: usize) -> Result<()> {
    let began = Instant::now();
    let text = Files::get("phrases.toml").ok_or_else(|| Problem::internal("phrases.toml"))?;
    let phrases = Phrases::load(app.pack(), &String::from_utf8_lossy(&text.data))?;
    let mark = app.config().data.join(LOADING);
    std::fs::write(&mark, "")?;
    clock.advance_secs(-load::PAST_SECS);
    commands::open_commune(app, HOME).await?;
    tell(app, Story { finished: false, ahead_secs: 0 }).await?;
    app.store().write(Scope::system(HOME), |tx| gateways::save_settings(tx, taking(), true)).await?;
    let count = load::run(app, Arc::new(phrases), (reports, REQUESTS), voice.text("demo-bar", &[])).await?;
    clock.advance_secs(-clock.ahead_secs());
    commands::open_commune(app, NEIGHBOUR).await?;
    tell(app, Story { finished: true, ahead_secs: 0 }).await?;
    std::fs::remove_file(mark)?;
    voice.say("demo-made", &[("count", &count.to_string()), ("secs", &began.elapsed().as_secs().to_string())]);
    Ok(())
}
