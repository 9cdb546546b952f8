//! What the doctor looks at, from the folder to the last backup. Each finding is a message, and says what to do.

use super::{backups, disk, health};
use crate::commands;
use documents::Health;
use kernel::Moment;
use platform::store::journal;
use platform::store::restore::check;
use platform::{App, Config, Problem, Refusal, Result, Scope};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

pub const OLD_BACKUP_SECS: i64 = 36 * 3_600;
const LITTLE_ROOM: u64 = 2_000_000_000;
const LARGE_WAL: u64 = 200_000_000;
/// A clock that is this far behind its own journal was set back.
const CLOCK_SLACK_SECS: i64 = 60;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    Fine,
    Advice,
    Alarm,
}

/// One finding: a message and its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub weight: Weight,
    pub told: Problem,
}

fn finding(weight: Weight, refusal: Refusal) -> Finding {
    Finding { weight, told: refusal.into() }
}

/// Looks at everything that can be looked at; what cannot is a finding itself.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let mut found = folders(config);
    found.extend(settings(config));
    if let Err(told) = commands::certificate(config).await {
        found.push(Finding { weight: Weight::Alarm, told });
    }
    found.extend(copies(config));
    found.extend(documents::authority(config).await.map(|one| signing(config, "", one)));
    found.extend(scanner(config).await);
    match commands::open(config.clone()).await {
        Ok(app) => found.extend(inside(&app).await),
        Err(Problem::Refused(refusal)) if refusal.key == "platform-second-server" => {
            found.push(finding(Weight::Fine, Refusal::new("operations-doctor-running").with("listen", &config.listen)));
        }
        Err(told) => found.push(Finding { weight: Weight::Alarm, told }),
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.weight));
    found
}

fn folders(config: &Config) -> Vec<Finding> {
    let mut found = Vec::new();
    match disk::room(&config.data) {
        Some((free, _)) if free < health::LEAST_ROOM => found.push(space("operations-doctor-disk-full", Weight::Alarm, free)),
        Some((free, _)) if free < LITTLE_ROOM => found.push(space("operations-doctor-disk-low", Weight::Advice, free)),
        Some((free, _)) => found.push(space("operations-doctor-disk", Weight::Fine, free)),
        None => {}
    }
    for path in [config.data.clone(), config.key_file()] {
        if let Ok(facts) = path.metadata()
            && facts.permissions().mode() & 0o077 != 0
        {
            found.push(finding(Weight::Alarm, Refusal::new("operations-doctor-permissions").with("path", path.display())));
        }
    }
    if let Ok(facts) = config.data.join("jamaa.db-wal").metadata()
        && facts.len() > LARGE_WAL
    {
        found.push(space("operations-doctor-wal", Weight::Advice, facts.len()));
    }
    found
}

fn space(key: &str, weight: Weight, bytes: u64) -> Finding {
    finding(weight, Refusal::new(key).with("gigabytes", format!("{:.1}", bytes as f64 / 1e9)))
}

fn settings(config: &Config) -> Vec<Finding> {
    let advice = |missing: bool, key: &'static str| missing.then(|| finding(Weight::Advice, Refusal::new(key)));
    let encrypted = !config.tls.certificate.is_empty() || config.behind_proxy;
    [
        advice(config.mail.smtp_url.is_empty() && !config.demo, "operations-doctor-no-mail"),
        advice(config.sms.gateway_url.is_empty() && !config.demo, "operations-doctor-no-sms"),
        advice(config.scanner.address.is_empty() && !config.demo, "operations-doctor-no-scanner"),
        advice(config.public_url.is_empty(), "operations-doctor-no-address"),
        advice(!encrypted, "operations-doctor-no-tls"),
        advice(config.demo, "operations-doctor-demo"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The backups as they lie on the disk, whether the program runs or not.
fn copies(config: &Config) -> Vec<Finding> {
    let mut found = Vec::new();
    match backups::finished(&config.backup_folder()).last() {
        None => found.push(finding(Weight::Alarm, Refusal::new("operations-doctor-no-backup"))),
        Some(newest) => found.extend(age(newest)),
    }
    for path in backups::unfinished(&config.backup_folder()) {
        found.push(finding(Weight::Advice, Refusal::new("operations-doctor-unfinished").with("path", path.display())));
    }
    if config.backup.off_host.is_empty() {
        found.push(finding(Weight::Advice, Refusal::new("operations-doctor-no-off-host")));
    } else if !Path::new(&config.backup.off_host).is_dir() {
        found.push(finding(Weight::Alarm, Refusal::new("operations-off-host-absent").with("path", &config.backup.off_host)));
    } else if same_disk(Path::new(&config.backup.off_host), &config.data) {
        found.push(finding(Weight::Alarm, Refusal::new("operations-doctor-off-host-here").with("path", &config.backup.off_host)));
    }
    found
}

fn age(newest: &Path) -> Option<Finding> {
    let manifest = platform::store::backup::Manifest::read(newest).ok()?;
    let (name, secs) = (newest.display(), platform::Clock::default().now().secs_since(manifest.at));
    let (weight, key) = if secs > OLD_BACKUP_SECS {
        (Weight::Alarm, "operations-doctor-backup-old")
    } else {
        (Weight::Fine, "operations-doctor-backup")
    };
    Some(finding(weight, Refusal::new(key).with("path", name).with("hours", secs / 3_600)))
}

fn same_disk(one: &Path, other: &Path) -> bool {
    match (one.metadata(), other.metadata()) {
        (Ok(one), Ok(other)) => one.dev() == other.dev(),
        _ => false,
    }
}

async fn inside(app: &App) -> Vec<Finding> {
    let mut found = Vec::new();
    match check(app.store(), app.blobs()).await {
        Ok(checked) => {
            let sound = Refusal::new("operations-doctor-sound").with("communes", checked.communes);
            found.push(finding(Weight::Fine, sound.with("entries", checked.entries).with("receipts", checked.receipts)));
            if !checked.missing.is_empty() {
                found.push(finding(
                    Weight::Advice,
                    Refusal::new("operations-restore-missing").with("count", checked.missing.len()),
                ));
            }
        }
        Err(told) => found.push(Finding { weight: Weight::Alarm, told }),
    }
    for commune in app.communes().open() {
        match documents::health(app, &commune.code).await {
            Ok(all) => found.extend(all.into_iter().map(|one| signing(app.config(), &commune.slug, one))),
            Err(told) => found.push(Finding { weight: Weight::Alarm, told }),
        }
    }
    for outcome in [jobs(app).await, clock(app).await, last_backup(app).await] {
        match outcome {
            Ok(one) => found.extend(one),
            Err(told) => found.push(Finding { weight: Weight::Alarm, told }),
        }
    }
    let home = &app.config().commune;
    if app.communes().open().next().is_none() {
        found.push(finding(Weight::Advice, Refusal::new("operations-doctor-no-commune")));
    } else if !app.communes().open().any(|commune| *commune.code == **home) {
        found.push(finding(Weight::Alarm, Refusal::new("operations-doctor-home").with("commune", home)));
    }
    found
}

async fn scanner(config: &Config) -> Option<Finding> {
    let address = &config.scanner.address;
    Some(match requests::scanner_answers(config).await? {
        Ok(()) => finding(Weight::Fine, Refusal::new("operations-doctor-scanner").with("address", address)),
        Err(why) => {
            let away = Refusal::new("operations-doctor-scanner-away").with("address", address).with("why", why);
            finding(Weight::Alarm, away)
        }
    })
}

/// Keys, devices and the time-stamp authority.
fn signing(config: &Config, commune: &str, one: Health) -> Finding {
    let told = |key: &str| Refusal::new(key).with("commune", commune);
    match one {
        Health::Expired { holder, at } => {
            finding(Weight::Alarm, told("operations-doctor-key-expired").with("holder", holder).with("day", at.day()))
        }
        Health::Ending { holder, days } => {
            finding(Weight::Advice, told("operations-doctor-key-ending").with("holder", holder).with("days", days))
        }
        Health::Locked { holder } => finding(Weight::Alarm, told("operations-doctor-key-locked").with("holder", holder)),
        Health::NoLibrary { holder } => finding(Weight::Alarm, told("operations-doctor-no-library").with("holder", holder)),
        Health::Unreachable { holder, why } => {
            finding(Weight::Alarm, told("operations-doctor-key-away").with("holder", holder).with("why", why))
        }
        Health::StampAway { why } => {
            let weight = if config.signing.stamp_absent == "refuse" { Weight::Alarm } else { Weight::Advice };
            let url = &config.signing.stamp_url;
            finding(weight, Refusal::new("operations-doctor-stamp-away").with("url", url).with("why", why))
        }
        Health::StampThere => {
            finding(Weight::Fine, Refusal::new("operations-doctor-stamp").with("url", &config.signing.stamp_url))
        }
        Health::Unstamped { count } => finding(Weight::Advice, told("operations-doctor-unstamped").with("count", count)),
        Health::Sound { keys } => finding(Weight::Fine, told("operations-doctor-keys").with("count", keys)),
    }
}

async fn jobs(app: &App) -> Result<Option<Finding>> {
    let parked = health::parked(app).await?;
    Ok((parked > 0).then(|| finding(Weight::Alarm, Refusal::new("operations-doctor-parked").with("count", parked))))
}

async fn last_backup(app: &App) -> Result<Option<Finding>> {
    let failed = backups::last(app).await?.and_then(|last| Some((last.at, last.error?)));
    Ok(failed.map(|(at, error)| {
        finding(Weight::Alarm, Refusal::new("operations-doctor-backup-failed").with("at", at).with("error", error))
    }))
}

/// Time that runs behind the journal was set back: deadlines and receipts would tell a wrong hour.
async fn clock(app: &App) -> Result<Option<Finding>> {
    let now = app.store().clock().now();
    for commune in app.communes().open() {
        let newest: Option<Moment> = app
            .store()
            .read(Scope::system(commune.code.clone()), |rx| {
                let seq = rx.journal_length()?;
                Ok(journal::entries_after(rx, seq - 1, 1)?.first().map(|entry| entry.at))
            })
            .await?;
        if let Some(at) = newest.filter(|at| at.secs_since(now) > CLOCK_SLACK_SECS) {
            return Ok(Some(finding(Weight::Alarm, Refusal::new("operations-doctor-clock").with("now", now).with("at", at))));
        }
    }
    Ok(None)
}
