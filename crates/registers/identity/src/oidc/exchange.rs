//! A code against tokens, and tokens against claims.

use super::{Described, Outside};
use crate::model::{Provider, Reason, Told};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use platform::Json;
use platform::json::{self, Map};
use platform::web::encode;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Tokens {
    pub id_token: String,
    pub access_token: Option<String>,
}

pub fn code(outside: Outside, described: &Described, provider: &Provider, told: &Told, code: &str) -> Result<Tokens, Reason> {
    let mut form = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", told.redirect_uri.as_str()),
        ("code_verifier", told.verifier.as_str()),
    ];
    let methods = &described.token_endpoint_auth_methods_supported;
    let in_form =
        methods.iter().any(|one| one == "client_secret_post") && !methods.iter().any(|one| one == "client_secret_basic");
    let mut authorization = None;
    if provider.secret.is_empty() || in_form {
        form.push(("client_id", &provider.client_id));
    }
    if in_form && !provider.secret.is_empty() {
        form.push(("client_secret", &provider.secret));
    } else if !provider.secret.is_empty() {
        // RFC 6749 §2.3.1: each half is encoded as in a form before they are joined.
        let pair = format!("{}:{}", encode(&provider.client_id), encode(&provider.secret));
        authorization = Some(format!("Basic {}", STANDARD.encode(pair)));
    }
    let (status, body) = outside.post(&described.token_endpoint, &form, authorization.as_deref())?;
    if status != 200 {
        return Err(Reason::Code);
    }
    json::from_value(body).map_err(|_| Reason::Token)
}

/// The claims of the proved token, with those that only the provider's other page tells. It must speak of the same person
/// (OpenID Connect Core §5.3.2), and what the token says stands.
pub fn user_info(outside: Outside, described: &Described, proved: Json, access: Option<&str>) -> Result<Json, Reason> {
    let (Some(address), Some(access)) = (&described.userinfo_endpoint, access) else { return Ok(proved) };
    let (status, body) = outside.get(address, Some(access))?;
    let said: Map<String, Json> = if status == 200 { json::from_value(body).ok() } else { None }.ok_or(Reason::Claims)?;
    if said.get("sub").is_none() || said.get("sub") != proved.get("sub") {
        return Err(Reason::Claims);
    }
    let mut all = said;
    // How the person was authenticated is a statement of the token alone.
    all.remove("acr");
    if let Json::Object(proved) = proved {
        all.extend(proved);
    }
    Ok(Json::Object(all))
}
