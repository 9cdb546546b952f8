//! What a provider says of itself (OpenID Connect Discovery 1.0), kept for an hour with its keys.

use super::Outside;
use crate::model::Reason;
use kernel::Moment;
use openidconnect::core::CoreJsonWebKeySet;
use platform::json;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

const KEPT_SECS: i64 = 3_600;
const KEPT: usize = 200;

/// The part of the description that we use.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Described {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    /// It names itself in each answer (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
    #[serde(default)]
    pub token_endpoint_auth_methods_supported: Vec<String>,
    #[serde(default)]
    pub code_challenge_methods_supported: Vec<String>,
}

/// Descriptions and keys by issuer, as long as they are fresh.
#[derive(Default)]
pub struct Memory {
    described: Mutex<HashMap<String, (Moment, Arc<Described>)>>,
    keys: Mutex<HashMap<String, (Moment, Arc<CoreJsonWebKeySet>)>>,
}

impl Memory {
    pub fn describe(&self, outside: Outside, issuer: &str, now: Moment) -> Result<Arc<Described>, Reason> {
        if let Some(known) = fresh(&self.described, issuer, now) {
            return Ok(known);
        }
        let found = Arc::new(fetch(outside, issuer)?);
        keep(&self.described, issuer, now, found.clone());
        Ok(found)
    }

    pub fn keys(&self, outside: Outside, of: &Described, now: Moment, again: bool) -> Result<Arc<CoreJsonWebKeySet>, Reason> {
        let known = if again { None } else { fresh(&self.keys, &of.jwks_uri, now) };
        if let Some(known) = known {
            return Ok(known);
        }
        let (status, body) = outside.get(&of.jwks_uri, None)?;
        let keys: Option<CoreJsonWebKeySet> = if status == 200 { json::from_value(body).ok() } else { None };
        let keys = Arc::new(keys.ok_or(Reason::Discovery)?);
        keep(&self.keys, &of.jwks_uri, now, keys.clone());
        Ok(keys)
    }
}

fn fresh<T>(kept: &Mutex<HashMap<String, (Moment, Arc<T>)>>, name: &str, now: Moment) -> Option<Arc<T>> {
    let kept = kept.lock().ok()?;
    kept.get(name).filter(|(at, _)| (0..KEPT_SECS).contains(&now.secs_since(*at))).map(|(_, found)| found.clone())
}

fn keep<T>(kept: &Mutex<HashMap<String, (Moment, Arc<T>)>>, name: &str, now: Moment, found: Arc<T>) {
    if let Ok(mut kept) = kept.lock() {
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(name.to_owned(), (now, found));
    }
}

/// Fetches the description. Its issuer must be the very one that was asked (§4.3).
pub fn fetch(outside: Outside, issuer: &str) -> Result<Described, Reason> {
    let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
    let (status, body) = outside.get(&address, None)?;
    let found: Option<Described> = if status == 200 { json::from_value(body).ok() } else { None };
    let found = found.filter(|found| found.issuer == issuer).ok_or(Reason::Discovery)?;
    let fit = |address: &str| crate::rules::is_fit_address(address, outside.demo);
    let all = [&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri];
    let pkce = &found.code_challenge_methods_supported;
    let proves = pkce.is_empty() || pkce.iter().any(|method| method == "S256");
    let fits = all.into_iter().chain(&found.userinfo_endpoint).all(|address| fit(address));
    if fits && proves { Ok(found) } else { Err(Reason::Discovery) }
}
