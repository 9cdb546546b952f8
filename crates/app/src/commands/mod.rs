//! The commands: each reads what was asked, calls the house, and says what was done.

mod backup;
mod bench;
mod communes;
mod doctor;
mod exchange;
mod init;
mod journal;
mod open311;
mod seed;
mod serve;
mod signer;
mod staff;

pub(crate) use communes::open_commune;
pub use init::{HOME, migrate, ready_folder, starter_file};
pub use serve::{can_listen, certificate, log_to_standard_error, serve_until, told_to_stop};

use crate::cli::{Cli, Command, CommuneCommand, Machine};
use crate::voice::Voice;
use crate::{demo, modules, reference};
use platform::{App, Clock, Commune, Config, Keys, Pack, Problem, Refusal, Result};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Runs what was asked.
pub async fn run(asked: Cli, voice: &Voice) -> Result<ExitCode> {
    if let Command::Verify(args) = &asked.command {
        return signer::verify(voice, args); // needs no folder
    }
    let config = configuration(&asked.machine)?;
    own_folder(&config)?;
    match asked.command {
        Command::Init => init::init(config, voice).await,
        Command::Serve => serve::serve(config, voice).await,
        Command::Demo => demo::run(config, voice).await,
        Command::Migrate => init::migrate_and_say(config, voice).await,
        Command::Commune(CommuneCommand::Add { all: true, .. }) => communes::add_all(config, voice).await,
        Command::Commune(CommuneCommand::Add { commune, .. }) => communes::add(config, voice, &commune.unwrap_or_default()).await,
        Command::Commune(CommuneCommand::List { open }) => communes::list(config, voice, open).await,
        Command::Staff(command) => staff::run(config, voice, command).await,
        Command::Signer(command) => signer::run(config, voice, command).await,
        Command::Verify(args) => signer::verify(voice, &args),
        Command::Import(import) => exchange::import(config, voice, import).await,
        Command::Export(export) => exchange::export(config, voice, export).await,
        Command::Journal(command) => journal::run(config, voice, command).await,
        Command::Backup(args) => backup::backup(config, voice, args).await,
        Command::Restore(args) => backup::restore(config, voice, args).await,
        Command::Config => {
            voice.line(&Config::reference()?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Doctor => doctor::run(config, voice).await,
        Command::Bench(args) => bench::run(config, voice, args).await,
        Command::Seed(args) => seed::seed(config, voice, args).await,
        Command::Press => Err(Problem::internal("the press runs before everything else")),
        Command::GenerateDocs { folder } => reference::write(&folder).map(|()| ExitCode::SUCCESS),
    }
}

/// A command of root would leave files in the service's folder that the service itself cannot open.
fn own_folder(config: &Config) -> Result<()> {
    use std::os::unix::fs::MetadataExt;
    let (Ok(folder), Ok(me)) = (config.data.metadata(), std::fs::metadata("/proc/self")) else { return Ok(()) };
    if folder.uid() == me.uid() {
        return Ok(());
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let name = users.lines().find_map(|line| {
        let mut parts = line.split(':');
        let name = parts.next()?;
        (parts.nth(1)? == folder.uid().to_string()).then(|| name.to_owned())
    });
    let owner = name.unwrap_or_else(|| folder.uid().to_string());
    Err(Refusal::new("operations-other-owner").with("path", config.data.display()).with("owner", owner).into())
}

/// The file, then the environment, then the arguments.
pub fn configuration(machine: &Machine) -> Result<Config> {
    let env = |name: &str| std::env::var(name).ok();
    let folder = machine.data.clone().or_else(|| env("JAMAA_DATA").map(PathBuf::from)).unwrap_or_else(|| Config::default().data);
    let beside = folder.join(init::CONFIG_FILE);
    let file = machine.config.clone().or_else(|| beside.is_file().then_some(beside));
    known_variables()?;
    let mut config = Config::load(file.as_deref(), env)?;
    if let Some(data) = &machine.data {
        config.data.clone_from(data);
    }
    if let Some(url) = &machine.database {
        config.database.url.clone_from(url);
    }
    if let Some(listen) = &machine.listen {
        config.listen.clone_from(listen);
    }
    config.check()?;
    Ok(config)
}

/// A misspelt variable would be as silent as none. Those of the tests are not ours.
fn known_variables() -> Result<()> {
    let known = Config::variables()?;
    for (name, _) in std::env::vars_os() {
        let Some(name) = name.to_str().filter(|name| name.starts_with("JAMAA_")) else { continue };
        let of_tests = ["JAMAA_TEST_", "JAMAA_POSTGRES_", "JAMAA_CRASH_"].iter().any(|prefix| name.starts_with(prefix));
        if !of_tests && !known.iter().any(|one| one == name) {
            return Err(Refusal::new("operations-variable-unknown").with("name", name).into());
        }
    }
    Ok(())
}

/// The program over an existing folder, without serving.
pub(crate) async fn open(config: Config) -> Result<App> {
    open_with(config, Clock::default()).await
}

pub(crate) async fn open_with(config: Config, clock: Clock) -> Result<App> {
    App::open(config, modules::all(), clock).await
}

/// What the store needs, for commands that work below an open program.
pub fn setup(config: &Config) -> Result<platform::store::Setup> {
    let keys = Arc::new(Keys::load(&config.key_file())?);
    platform::setup(config, &Pack::at(&config.pack), &modules::all(), keys, Clock::default())
}

/// The commune that a command means: the one named, or the home commune.
pub(crate) fn chosen(app: &App, named: Option<&str>) -> Result<Arc<Commune>> {
    let name = named.unwrap_or(&app.config().commune);
    let unknown = || Problem::from(Refusal::new("operations-commune-unknown").with("commune", name));
    app.communes().by_slug_or_code(name).ok_or_else(unknown)
}

/// Work of the store that waits on the disk.
pub(crate) async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}
