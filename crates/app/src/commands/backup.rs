//! `backup` and `restore`: a copy that is proven, and its way back.

use super::{apart, open, ready_folder, setup, starter_file};
use crate::bar::Bar;
use crate::cli::{BackupArgs, RestoreArgs};
use crate::operations::backups;
use crate::voice::Voice;
use platform::store::backup::{Form, Manifest};
use platform::store::{backup, restore as coming_back};
use platform::{Config, Problem, Refusal, Result};
use std::process::ExitCode;

pub async fn backup(config: Config, voice: &Voice, args: BackupArgs) -> Result<ExitCode> {
    let setup = setup(&config)?;
    let target = args.to.unwrap_or_else(|| backups::fresh_folder(&config, setup.clock.now(), "by-hand"));
    let form = if args.portable { Form::Portable } else { Form::Native };
    let (label, folder, blobs) = (voice.text("operations-bar-backup", &[]), target.clone(), config.blob_folder());
    let manifest = apart(move || {
        let mut bar = Bar::new(label);
        let manifest = backup::create(&setup, form, &blobs, &folder, &mut |progress| bar.at(progress.done, progress.total))?;
        bar.end();
        Ok(manifest)
    })
    .await?;
    let (files, bytes) = (manifest.files.len().to_string(), backups::megabytes(&manifest));
    voice.say("operations-backup-done", &[("path", &target.display().to_string()), ("files", &files), ("bytes", &bytes)]);
    voice.say("operations-backup-key", &[("key", &config.key_file().display().to_string())]);
    Ok(ExitCode::SUCCESS)
}

pub async fn restore(config: Config, voice: &Voice, args: RestoreArgs) -> Result<ExitCode> {
    bring_key(&config, &args)?;
    starter_file(&config)?;
    let setup = setup(&config)?;
    let (label, blobs, from) = (voice.text("operations-bar-restore", &[]), config.blob_folder(), args.from.clone());
    let manifest = apart(move || {
        let mut bar = Bar::new(label);
        let manifest = coming_back::load(&setup, &from, &blobs, &mut |progress| bar.at(progress.done, progress.total))?;
        bar.end();
        Ok(manifest)
    })
    .await?;
    super::migrate(&config, voice).await?;
    let app = open(config.clone()).await?;
    let checked = coming_back::check(app.store(), app.blobs()).await?;
    let (entries, receipts, communes) = (checked.entries.to_string(), checked.receipts.to_string(), checked.communes.to_string());
    let args = [
        ("at", manifest.at.to_string()),
        ("communes", communes),
        ("entries", entries),
        ("receipts", receipts),
        ("files", checked.attachments.to_string()),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    voice.say("operations-restore-done", &args);
    if !checked.missing.is_empty() {
        voice.say("operations-restore-missing", &[("count", &checked.missing.len().to_string())]);
    }
    Ok(ExitCode::SUCCESS)
}

/// The key travels apart from the backup; here the two meet.
fn bring_key(config: &Config, args: &RestoreArgs) -> Result<()> {
    let Some(key) = &args.key else {
        let missing = !config.key_file().exists();
        return if missing {
            Err(Refusal::new("operations-restore-key").with("path", config.key_file().display()).into())
        } else {
            Ok(())
        };
    };
    let wanted = Manifest::read(&args.from)?.key_fingerprint;
    let unreadable = |_| Problem::from(Refusal::new("operations-restore-key-unreadable").with("path", key.display()));
    let keys = platform::Keys::load(key).map_err(unreadable)?;
    if keys.fingerprint() != wanted {
        return Err(Refusal::new("operations-restore-key-other").with("path", key.display()).into());
    }
    if config.key_file().exists() {
        // Perhaps of an earlier try, or of another machine: nobody's key is written over.
        let same = platform::Keys::load(&config.key_file())?.fingerprint() == wanted;
        let other = Refusal::new("operations-restore-key-in-the-way").with("path", config.key_file().display());
        return if same { Ok(()) } else { Err(other.into()) };
    }
    std::fs::create_dir_all(&config.data).map_err(Problem::file(&config.data))?;
    keys.save(&config.key_file())?;
    ready_folder(config).map(|_| ())
}
