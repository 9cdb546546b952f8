//! The proof of an identity token: OpenID Connect Core §3.1.3.7 and §3.1.3.8, each refusal by its own name.

use crate::model::Reason;
use crate::rules::SKEW_SECS;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use kernel::Moment;
use openidconnect::core::{CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreJwsSigningAlgorithm as Algorithm};
use openidconnect::{
    AccessToken, AccessTokenHash, ClaimsVerificationError, ClientId, IssuerUrl, Nonce, SignatureVerificationError,
};
use platform::{Json, json};
use std::str::FromStr;

/// Signatures that a published key proves. Neither `none` nor a shared secret is among them.
const ALGORITHMS: [Algorithm; 6] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// What must stand in the token.
pub struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub nonce: &'a str,
    pub now: Moment,
}

/// The claims of a token that holds in every respect.
pub fn token(keys: &CoreJsonWebKeySet, text: &str, access: Option<&str>, expected: &Expected) -> Result<Json, Reason> {
    let token = CoreIdToken::from_str(text).map_err(|_| unreadable(text))?;
    let issuer = IssuerUrl::new(expected.issuer.to_owned()).map_err(|_| Reason::Discovery)?;
    let now = expected.now.0.as_second();
    let verifier = CoreIdTokenVerifier::new_public_client(ClientId::new(expected.client_id.to_owned()), issuer, keys.clone())
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || moment(now - SKEW_SECS))
        .set_issue_time_verifier_fn(|_| Ok(()));
    let nonce = Nonce::new(expected.nonce.to_owned());
    let claims = token.claims(&verifier, &nonce).map_err(reason)?;
    let issued = claims.issue_time().timestamp();
    if issued > now + SKEW_SECS || issued < now - SKEW_SECS - 60 * crate::rules::FLOW_MINUTES {
        return Err(Reason::Issued);
    }
    if claims.authorized_party().is_some_and(|party| party.as_str() != expected.client_id) {
        return Err(Reason::Party);
    }
    if let (Some(told), Some(access)) = (claims.access_token_hash(), access) {
        let (key, algorithm) = (token.signing_key(&verifier), token.signing_alg());
        let (key, algorithm) = (key.map_err(|_| Reason::Key)?, algorithm.map_err(|_| Reason::Algorithm)?);
        let real = AccessTokenHash::from_token(&AccessToken::new(access.to_owned()), algorithm, key);
        if real.map_err(|_| Reason::AccessHash)? != *told {
            return Err(Reason::AccessHash);
        }
    }
    payload(text).ok_or(Reason::Token)
}

fn moment(secs: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(secs, 0).unwrap_or_default()
}

/// The claims as JSON, once the token has been proved.
fn payload(token: &str) -> Option<Json> {
    let middle = token.split('.').nth(1)?;
    json::from_slice(&URL_SAFE_NO_PAD.decode(middle).ok()?).ok()
}

/// A token that cannot be read: an algorithm that nobody knows is told apart from noise.
fn unreadable(token: &str) -> Reason {
    let header = token.split('.').next().and_then(|first| URL_SAFE_NO_PAD.decode(first).ok());
    let header: Option<Json> = header.and_then(|bytes| json::from_slice(&bytes).ok());
    let known = header.as_ref().and_then(|header| header["alg"].as_str()).map(|word| json::from_value::<Algorithm>(word.into()));
    if matches!(known, Some(Err(_))) { Reason::Algorithm } else { Reason::Token }
}

fn reason(error: ClaimsVerificationError) -> Reason {
    use SignatureVerificationError as Signature;
    match error {
        ClaimsVerificationError::Expired(_) => Reason::Expired,
        ClaimsVerificationError::InvalidAudience(_) => Reason::Audience,
        ClaimsVerificationError::InvalidIssuer(_) => Reason::Issuer,
        ClaimsVerificationError::InvalidNonce(_) => Reason::Nonce,
        ClaimsVerificationError::SignatureVerification(signature) => match signature {
            Signature::NoMatchingKey => Reason::Key,
            Signature::NoSignature | Signature::DisallowedAlg(_) | Signature::UnsupportedAlg(_) => Reason::Algorithm,
            _ => Reason::Signature,
        },
        _ => Reason::Token,
    }
}
