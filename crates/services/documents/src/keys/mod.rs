//! Keys that sign papers: whose they are, where they lie, and how one is used for the length of a signature.
//!
//! A key is a row of the store, so that every machine has it: a token file under its holder's PIN, or the name of a token and
//! a key on a device (PKCS #11), whose library each machine names for itself. PINs are typed for each signature, never kept.

mod files;
mod make;
mod rows;
pub mod tries;

pub use make::{Made, expires, import, make_token, place_card};
#[cfg(test)]
pub use rows::put;
pub use rows::{Kept, all, expires as note_end};
pub use tries::unlock_at_machine as unlock;

use crate::stamp;
use kernel::{Id, Moment, Refusal};
use platform::{App, Config, Problem, Result, Scope};
use serde::{Deserialize, Serialize};
use signing::{Card, Fault, Key, Token};
use std::fmt;
use std::path::Path;

/// Whose key it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// A member of staff.
    Person(Id),
    /// A unit: whoever may sign there and has no key of his own.
    Office(Id),
    /// The commune, for papers that nobody has to sign.
    Seal,
    /// The issuer of the keys that the program makes.
    Root,
}

impl fmt::Display for Holder {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Holder::Person(id) => write!(to, "person:{id}"),
            Holder::Office(id) => write!(to, "office:{id}"),
            Holder::Seal => to.write_str("seal"),
            Holder::Root => to.write_str("root"),
        }
    }
}

impl Holder {
    /// A holder as [`fmt::Display`] writes it.
    pub fn read(text: &str) -> Option<Holder> {
        match text.split_once(':') {
            Some(("person", id)) => Id::parse(id).map(Holder::Person),
            Some(("office", id)) => Id::parse(id).map(Holder::Office),
            None if text == "seal" => Some(Holder::Seal),
            None if text == "root" => Some(Holder::Root),
            _ => None,
        }
    }
}

/// Where a key lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// PKCS #8 and certificates, PEM.
    File(String),
    /// The labels of a token and of a key on it.
    Card { token: String, key: String },
}

/// What is wrong with a key, as a sentence for who signs.
pub fn refusal(fault: &Fault) -> Problem {
    match fault {
        Fault::Locked | Fault::WrongSecret => Refusal::new("documents-wrong-pin").at("pin").into(),
        Fault::Blocked => Refusal::new("documents-key-blocked").at("pin").into(),
        Fault::Absent(why) => {
            tracing::warn!(why, "a signing key is not there");
            Refusal::new("documents-key-absent").into()
        }
        Fault::Expired => Refusal::new("documents-key-expired").into(),
        Fault::NotYetValid => Refusal::new("documents-key-not-yet").into(),
        Fault::Stamp(why) => {
            tracing::warn!(why, "no time stamp");
            Refusal::new("documents-no-stamp").into()
        }
        other => Problem::internal(other),
    }
}

impl Place {
    /// Opens the key for `work` and closes it again.
    ///
    /// # Errors
    /// As [`refusal`] says them, and [`Fault::Absent`] where the machine names no library for devices.
    pub fn with<T>(
        &self,
        config: &Config,
        pin: Option<&str>,
        work: impl FnOnce(&dyn Key) -> std::result::Result<T, Fault>,
    ) -> std::result::Result<T, Fault> {
        match self {
            Place::File(pem) => work(&Token::open(pem, pin)?),
            Place::Card { .. } if config.signing.library.is_empty() => Err(Fault::Absent("signing.library is not set".into())),
            Place::Card { token, key } => {
                Card::with(Path::new(&config.signing.library), token, key, pin.unwrap_or_default(), |card| work(card))
            }
        }
    }
}

/// The key of a holder. A token file that an earlier version kept in the data folder is taken into the store.
pub async fn find(app: &App, tenant: &str, holder: Holder) -> Result<Option<Kept>> {
    let scope = Scope::system(tenant);
    let asked = holder.clone();
    if let Some(kept) = app.store().read(scope.clone(), move |rx| rows::find(rx, &asked)).await? {
        return Ok(Some(kept));
    }
    let Some(place) = files::old(app.config(), tenant, &holder) else { return Ok(None) };
    app.store()
        .write(scope, move |tx| {
            rows::put_first(tx, &holder, &place, None)?;
            rows::find(tx, &holder)
        })
        .await
}

/// The key that a person signs with: one's own, else that of the office.
pub async fn of_signer(app: &App, tenant: &str, person: &Id, unit: &Id) -> Result<Option<Kept>> {
    match find(app, tenant, Holder::Person(person.clone())).await? {
        Some(own) => Ok(Some(own)),
        None => find(app, tenant, Holder::Office(unit.clone())).await,
    }
}

/// Roots that the verification trusts, DER: those of the store, of the data folder, and the time-stamp authority's.
pub async fn trusted(app: &App, tenant: &str) -> Result<Vec<Vec<u8>>> {
    let pem = app.store().read(Scope::system(tenant), rows::roots).await?;
    let own = pem.iter().flat_map(|text| signing::certificates(text));
    Ok(own.chain(files::roots(app.config(), tenant)).chain(stamp::roots(app.config())).collect())
}

/// The commune's seal; made with a root of its own the first time that it is needed.
pub async fn seal(app: &App, tenant: &str, name: &str) -> Result<Place> {
    match find(app, tenant, Holder::Seal).await? {
        Some(kept) => Ok(kept.place),
        None => make::seal(app, tenant, name).await,
    }
}

/// The keys of a commune for its keeper: whose, where, until when.
pub async fn listed(app: &App, tenant: &str) -> Result<Vec<(String, String, Option<Moment>)>> {
    let kept = app.store().read(Scope::system(tenant), rows::all).await?;
    let place = |place: Place| match place {
        Place::File(_) => "file".to_owned(),
        Place::Card { token, key } => format!("{token}/{key}"),
    };
    Ok(kept.into_iter().map(|kept| (kept.holder, place(kept.place), kept.expires_at)).collect())
}

/// Trusts the certificates of a PEM text in verification. Says how many there are.
///
/// # Errors
/// A text without certificates.
pub async fn trust(app: &App, tenant: &str, pem: String) -> Result<usize> {
    let count = signing::certificates(&pem).len();
    if count == 0 {
        return Err(Refusal::new("documents-no-certificate").into());
    }
    app.store().write(Scope::system(tenant), move |tx| rows::trust(tx, &pem)).await?;
    Ok(count)
}
