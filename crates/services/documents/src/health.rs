//! What the doctor asks of keys, devices and the time-stamp authority.

use crate::keys::{self, Kept, Place, tries};
use crate::stamp;
use kernel::Moment;
use platform::{App, Config, Result, Scope, Tx};
use signing::{Card, Fault};
use std::path::Path;

/// One thing about signing that a machine's keeper should know.
#[derive(Debug, Clone, PartialEq)]
pub enum Health {
    /// A certificate that has ended.
    Expired { holder: String, at: Moment },
    /// A certificate that ends in so many days.
    Ending { holder: String, days: i64 },
    /// A key on a device, and the machine names no library.
    NoLibrary { holder: String },
    /// Too many wrong PINs in a row: locked for a day.
    Locked { holder: String },
    /// The device is not there, or takes no PIN.
    Unreachable { holder: String, why: String },
    /// The time-stamp authority does not answer, or is not the trusted one.
    StampAway { why: String },
    /// The time-stamp authority answers.
    StampThere,
    /// Papers signed while the authority was away.
    Unstamped { count: i64 },
    /// Keys that are good.
    Sound { keys: usize },
}

const DAY_SECS: i64 = 86_400;

/// The machine's own part: asked even where the store is not open.
pub async fn authority(config: &Config) -> Option<Health> {
    if config.signing.stamp_url.is_empty() {
        return None;
    }
    let asked = config.clone();
    let outcome = tokio::task::spawn_blocking(move || stamp::try_out(&asked)).await;
    Some(match outcome.unwrap_or_else(|error| Err(error.to_string())) {
        Ok(()) => Health::StampThere,
        Err(why) => Health::StampAway { why },
    })
}

/// The keys of a commune.
pub async fn health(app: &App, tenant: &str) -> Result<Vec<Health>> {
    let (now, config) = (app.store().clock().now(), app.config().clone());
    let most = config.signing.wrong_pins;
    let (kept, locked, unstamped) = app
        .store()
        .read(Scope::system(tenant), move |rx| {
            let kept = keys::all(rx)?;
            Ok((kept.clone(), locked(rx, &kept, most)?, unstamped(rx)?))
        })
        .await?;
    let work = move || {
        let mut found: Vec<Health> = locked.into_iter().map(|holder| Health::Locked { holder }).collect();
        found.extend(kept.iter().filter_map(|key| trouble(&config, key, now)));
        if found.is_empty() && !kept.is_empty() {
            found.push(Health::Sound { keys: kept.len() });
        }
        found
    };
    let mut found = tokio::task::spawn_blocking(work).await.map_err(platform::Problem::internal)?;
    if unstamped > 0 {
        found.push(Health::Unstamped { count: unstamped });
    }
    Ok(found)
}

/// Holders of keys that too many wrong PINs have locked.
fn locked(rx: &mut Tx, kept: &[Kept], most: u32) -> Result<Vec<String>> {
    let now = rx.now();
    let mut found = Vec::new();
    for key in kept {
        if tries::of(rx, &key.holder)?.is_some_and(|tries| tries.is_locked(most, now)) {
            found.push(key.holder.clone());
        }
    }
    Ok(found)
}

fn unstamped(rx: &mut Tx) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM documents_papers WHERE tenant = $1 AND stamp = 'waiting' AND state = 'issued'";
    rx.count(sql, platform::args![rx.tenant()])
}

fn trouble(config: &Config, kept: &Kept, now: Moment) -> Option<Health> {
    let holder = kept.holder.clone();
    if let Some(at) = kept.expires_at.filter(|at| *at < now) {
        return Some(Health::Expired { holder, at });
    }
    if let Place::Card { token, .. } = &kept.place {
        if config.signing.library.is_empty() {
            return Some(Health::NoLibrary { holder });
        }
        if let Err(fault) = Card::look(Path::new(&config.signing.library), token) {
            let why = match fault {
                Fault::Absent(why) | Fault::Key(why) => why,
                other => other.to_string(),
            };
            return Some(Health::Unreachable { holder, why });
        }
    }
    let days = kept.expires_at.map(|at| at.secs_since(now) / DAY_SECS)?;
    (days <= config.signing.warn_days).then_some(Health::Ending { holder, days })
}
