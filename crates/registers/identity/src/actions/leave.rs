//! Leaving for a provider and coming back: one provider, one browser, once, ten minutes.

use crate::model::{Flow, Provider, Reason, Told};
use crate::rules;
use crate::store::{flows, providers};
use kernel::{Id, Lang};
use platform::json::json;
use platform::store::seal::{hex, hex_sha256};
use platform::{Problem, Result, Tx};

/// What a journey starts with.
pub struct Departure {
    pub account: Option<Id>,
    pub next: String,
    pub redirect_uri: String,
    pub lang: Lang,
    /// The secret in the browser's own cookie.
    pub browser: String,
}

/// Gives the state that the provider sends back, and what we remember beside it.
pub fn leave(tx: &mut Tx, provider: &Provider, departure: &Departure) -> Result<(String, Told)> {
    let (state, nonce, verifier) = (hex(&tx.random::<32>()?), hex(&tx.random::<32>()?), hex(&tx.random::<32>()?));
    let told = Told {
        nonce,
        verifier,
        redirect_uri: departure.redirect_uri.clone(),
        next: departure.next.clone(),
        lang: departure.lang,
    };
    let flow = Flow {
        id: hex_sha256(state.as_bytes()),
        provider: provider.id.clone(),
        account: departure.account.clone(),
        told: told.clone(),
        arrived: None,
    };
    let expires_at = tx.now().plus_minutes(rules::FLOW_MINUTES);
    flows::insert(tx, &flow, &hex_sha256(departure.browser.as_bytes()), expires_at)?;
    Ok((state, told))
}

/// Takes the journey of a state, once. A refusal is no error of the transaction: it must be written down.
pub fn come_back(tx: &mut Tx, provider: &Id, state: &str, browser: &str) -> Result<Result<(Provider, Flow), Reason>> {
    let known = match providers::find(tx, provider) {
        Err(Problem::NotFound) => return Ok(Err(Reason::MixedUp)),
        found => found?,
    };
    let id = hex_sha256(state.as_bytes());
    let found = flows::find(tx, &id)?;
    let now = tx.now();
    let reason = match &found {
        None => Some(Reason::State),
        Some(found) if found.browser != hex_sha256(browser.as_bytes()) => Some(Reason::Browser),
        Some(found) if found.used => Some(Reason::Replayed),
        Some(found) if found.expires_at <= now => Some(Reason::Late),
        Some(_) => None,
    };
    if let (None, Some(found)) = (reason, found) {
        if !flows::use_up(tx, &id)? {
            return refuse(tx, provider, Reason::Replayed).map(Err);
        }
        if found.flow.provider != known.id || known.on_since.is_none() {
            return refuse(tx, provider, Reason::MixedUp).map(Err);
        }
        return Ok(Ok((known, found.flow)));
    }
    refuse(tx, provider, reason.unwrap_or(Reason::State)).map(Err)
}

/// Writes down that an answer was not accepted, and why: ids only.
pub fn refuse(tx: &mut Tx, provider: &Id, reason: Reason) -> Result<Reason> {
    tx.record("identity.refused", provider, &json!({ "reason": reason }))?;
    Ok(reason)
}
