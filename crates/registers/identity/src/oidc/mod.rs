//! The conversation with a provider of identity (OpenID Connect Core 1.0, authorization code flow with PKCE).

pub mod described;
pub mod exchange;
mod net;
pub mod verify;

pub use described::{Described, Memory};
pub use net::Outside;

use crate::model::{Claims, Provider, Reason, Told};
use crate::rules;
use kernel::Moment;
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use platform::web::encode;

/// Where the browser is sent. The challenge is the verifier's hash, so that only we can use the code (RFC 7636, S256).
pub fn leave_for(described: &Described, provider: &Provider, told: &Told, state: &str, lang: &str) -> String {
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(told.verifier.clone()));
    let mut words: Vec<(&str, &str)> = vec![
        ("response_type", "code"),
        ("client_id", &provider.client_id),
        ("redirect_uri", &told.redirect_uri),
        ("scope", &provider.scopes),
        ("state", state),
        ("nonce", &told.nonce),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
        ("ui_locales", lang),
    ];
    let levels = provider.levels.national.join(" ");
    if !levels.is_empty() {
        words.push(("acr_values", &levels));
    }
    let query: Vec<String> = words.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    let door = &described.authorization_endpoint;
    format!("{door}{}{}", if door.contains('?') { '&' } else { '?' }, query.join("&"))
}

/// What came back with the browser.
#[derive(Debug, Clone, Default)]
pub struct Returned {
    pub code: String,
    /// RFC 9207: who says that it sent the browser back.
    pub issuer: Option<String>,
}

/// Exchanges a code and believes nothing that is not proved. Waits for the network: off the async threads only.
pub fn hear(
    outside: Outside,
    memory: &Memory,
    provider: &Provider,
    told: &Told,
    returned: &Returned,
    now: Moment,
) -> Result<Claims, Reason> {
    let described = memory.describe(outside, &provider.issuer, now)?;
    match &returned.issuer {
        Some(issuer) if *issuer != provider.issuer => return Err(Reason::IssuerParameter),
        None if described.authorization_response_iss_parameter_supported => return Err(Reason::IssuerParameter),
        _ => {}
    }
    let tokens = exchange::code(outside, &described, provider, told, &returned.code)?;
    let expected = verify::Expected { issuer: &provider.issuer, client_id: &provider.client_id, nonce: &told.nonce, now };
    let access = tokens.access_token.as_deref();
    let keys = memory.keys(outside, &described, now, false)?;
    let mut proved = verify::token(&keys, &tokens.id_token, access, &expected);
    if proved == Err(Reason::Key) {
        // Keys change: the new ones are fetched once, no more.
        let keys = memory.keys(outside, &described, now, true)?;
        proved = verify::token(&keys, &tokens.id_token, access, &expected);
    }
    let said = exchange::user_info(outside, &described, proved?, access)?;
    rules::read_claims(&said, &provider.claims).ok_or(Reason::Claims)
}
