//! `init` and `migrate`: a folder that the program can serve from.

use super::apart;
use crate::bar::Bar;
use crate::operations::backups;
use crate::voice::Voice;
use platform::store::{self, backup::Form};
use platform::{Config, Keys, Problem, Refusal, Result};
use std::path::Path;
use std::process::ExitCode;

pub const CONFIG_FILE: &str = "jamaa.toml";
/// The commune that a fresh configuration calls home: Salé.
pub const HOME: &str = "04.441.01.0";

pub async fn init(config: Config, voice: &Voice) -> Result<ExitCode> {
    let made = ready_folder(&config)?;
    starter_file(&config)?;
    migrate(&config, voice).await?;
    let (data, key) = (config.data.display().to_string(), config.key_file().display().to_string());
    voice.say(if made { "operations-init-done" } else { "operations-init-again" }, &[("data", &data), ("key", &key)]);
    Ok(ExitCode::SUCCESS)
}

/// A configuration to begin with, in a folder that has none. It may hold a password.
pub fn starter_file(config: &Config) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let path = config.data.join(CONFIG_FILE);
    if path.exists() {
        return Ok(());
    }
    let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
    made.and_then(|mut file| file.write_all(starter(config).as_bytes())).map_err(Problem::file(&path))
}

/// Makes the folder and its key, if they are not there. Says whether the key is new.
pub fn ready_folder(config: &Config) -> Result<bool> {
    std::fs::create_dir_all(&config.data).map_err(Problem::file(&config.data))?;
    owner_only(&config.data)?;
    if config.key_file().exists() {
        return Ok(false);
    }
    // A fresh key cannot open rows that another key sealed.
    if config.database.url.is_empty() && store::database_file(&config.data).exists() {
        return Err(Refusal::new("operations-key-lost").with("path", config.key_file().display()).into());
    }
    Keys::fresh()?.save(&config.key_file())?;
    Ok(true)
}

fn owner_only(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?)
}

/// The few keys that most machines change; the others keep their defaults.
fn starter(config: &Config) -> String {
    let database = match config.database.url.as_str() {
        "" => String::new(),
        url => format!("\n[database]\nurl = {url:?}\n"),
    };
    format!(
        "# Every key, its default and its meaning: jamaa config\nlisten = {:?}\n# public_url = \"https://services.example.ma\"\ncommune = {:?}\n{database}\n[backup]\n# off_host = \"/mnt/other-machine/jamaa\"\n",
        config.listen, config.commune
    )
}

/// Brings the tables up to date; a backup comes first when there are rows to lose. Gives the number of steps.
pub async fn migrate(config: &Config, voice: &Voice) -> Result<usize> {
    let setup = super::setup(config)?;
    let (blobs, target) = (config.blob_folder(), backups::fresh_folder(config, setup.clock.now(), "before-migration"));
    let label = voice.text("operations-bar-backup", &[]);
    apart(move || {
        let mut bar = Bar::new(label);
        let before = |_: &store::Place| {
            store::backup::create(&setup, Form::Native, &blobs, &target, &mut |progress| bar.at(progress.done, progress.total))
                .map(|_| ())
        };
        let applied = store::migrate(&setup, before)?;
        Ok(applied.len())
    })
    .await
}

pub async fn migrate_and_say(config: Config, voice: &Voice) -> Result<ExitCode> {
    let count = migrate(&config, voice).await?;
    voice.say("operations-migrated", &[("count", &count.to_string())]);
    Ok(ExitCode::SUCCESS)
}
