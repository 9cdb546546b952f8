//! Making a key, taking one in, or noting where a device keeps it.

use super::{Holder, Place, refusal, rows};
use kernel::{Moment, Refusal};
use platform::{App, Problem, Result, Scope};
use signing::{Key, Purpose, Token};

const YEARS_DAYS: u32 = 5 * 365;
const DAY_SECS: i64 = 86_400;

/// What is told of a key once it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The name in its certificate.
    pub name: String,
    pub expires_at: Option<Moment>,
}

/// Makes a token under a PIN, issued by the commune's own root: for the demonstration and for advanced signatures. A
/// qualified one comes from an approved provider and is taken in with [`import`] or [`place_card`].
pub async fn make_token(app: &App, tenant: &str, commune: &str, holder: Holder, name: &str, pin: &str) -> Result<Made> {
    let root = root(app, tenant, commune).await?;
    let (now, name, pin) = (now(app), name.to_owned(), pin.to_owned());
    let (pem, made) = blocking(move || {
        let token = issued(&name, Purpose::Signer, Some(&root), now, YEARS_DAYS)?;
        Ok((token.to_pem(Some(&pin)).map_err(Problem::internal)?, told(&token, now)))
    })
    .await?;
    keep(app, tenant, holder, Place::File(pem), made).await
}

/// Takes in a token file of a provider, once its PIN has opened it.
pub async fn import(app: &App, tenant: &str, holder: Holder, pem: String, pin: &str) -> Result<Made> {
    let (pin, now) = (pin.to_owned(), now(app));
    let (place, made) = blocking(move || {
        let made = Token::open(&pem, Some(&pin)).map(|token| told(&token, now)).map_err(|fault| unusable(&fault))?;
        if pem.contains("BEGIN PRIVATE KEY") {
            return Err(Refusal::new("documents-key-without-pin").into());
        }
        Ok((Place::File(pem), made))
    })
    .await?;
    keep(app, tenant, holder, place, made).await
}

/// Notes the token and the key on a device, once the PIN has opened it.
pub async fn place_card(app: &App, tenant: &str, holder: Holder, token: &str, key: &str, pin: &str) -> Result<Made> {
    let place = Place::Card { token: token.to_owned(), key: key.to_owned() };
    let (config, tried, pin, now) = (app.config().clone(), place.clone(), pin.to_owned(), now(app));
    let made =
        blocking(move || tried.with(&config, Some(&pin), |key| Ok(told(key, now))).map_err(|fault| unusable(&fault))).await?;
    keep(app, tenant, holder, place, made).await
}

/// Before a key is kept, its keeper sees what is wrong in the library's own words.
fn unusable(fault: &signing::Fault) -> Problem {
    match refusal(fault) {
        Problem::Refused(told) if told.key == "documents-wrong-pin" => told.into(),
        _ => Refusal::new("documents-key-unusable").with("why", fault).into(),
    }
}

fn told(key: &dyn Key, now: Moment) -> Made {
    Made { name: signing::signer_name(key).unwrap_or_default(), expires_at: expires(key, now) }
}

/// When the certificate of a key ends.
pub fn expires(key: &dyn Key, now: Moment) -> Option<Moment> {
    signing::expires(key).map(|secs| now.plus_secs(secs - now.0.as_second()))
}

fn issued(name: &str, purpose: Purpose, issuer: Option<&Token>, now: Moment, days: u32) -> Result<Token> {
    signing::make(name, purpose, issuer, now.0.as_second() - DAY_SECS, days).map_err(Problem::internal)
}

async fn keep(app: &App, tenant: &str, holder: Holder, place: Place, made: Made) -> Result<Made> {
    let expires_at = made.expires_at;
    app.store().write(Scope::system(tenant), move |tx| rows::put(tx, &holder, &place, expires_at)).await?;
    Ok(made)
}

/// The seal is not under a PIN: nobody is there to type it. Of two machines that make one at once, the first one's is kept.
pub(super) async fn seal(app: &App, tenant: &str, name: &str) -> Result<Place> {
    let root = root(app, tenant, name).await?;
    let seal = issued(name, Purpose::Signer, Some(&root), now(app), YEARS_DAYS)?;
    let (place, expires_at) = (Place::File(seal.to_pem(None).map_err(Problem::internal)?), expires(&seal, now(app)));
    first(app, tenant, Holder::Seal, place, expires_at, None).await
}

async fn root(app: &App, tenant: &str, name: &str) -> Result<Token> {
    let place = match super::find(app, tenant, Holder::Root).await? {
        Some(kept) => kept.place,
        None => {
            let root = issued(&format!("{name} (root)"), Purpose::Root, None, now(app), 10 * 365)?;
            let pem = root.to_pem(None).map_err(Problem::internal)?;
            first(app, tenant, Holder::Root, Place::File(pem.clone()), expires(&root, now(app)), Some(public(&pem))).await?
        }
    };
    match place {
        Place::File(pem) => Token::open(&pem, None).map_err(Problem::internal),
        Place::Card { .. } => Err(Problem::internal("the own root lies on a device")),
    }
}

async fn first(
    app: &App,
    tenant: &str,
    holder: Holder,
    place: Place,
    expires: Option<Moment>,
    root: Option<String>,
) -> Result<Place> {
    app.store()
        .write(Scope::system(tenant), move |tx| {
            let kept = match rows::find(tx, &holder)? {
                Some(kept) => kept.place,
                None => {
                    rows::put_first(tx, &holder, &place, expires)?;
                    root.iter().try_for_each(|pem| rows::trust(tx, pem))?;
                    place.clone()
                }
            };
            Ok(kept)
        })
        .await
}

/// The certificates of a token, without its secret.
fn public(pem: &str) -> String {
    let parts = pem.split_inclusive("-----END CERTIFICATE-----");
    parts.filter_map(|part| part.find("-----BEGIN CERTIFICATE-----").map(|at| format!("{}\n", &part[at..]))).collect()
}

fn now(app: &App) -> Moment {
    app.store().clock().now()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}
