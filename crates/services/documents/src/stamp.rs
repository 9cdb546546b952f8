//! The time-stamp authority (RFC 3161): asked over HTTP, believed only under its own root.

use platform::{Config, Result};
use signing::{Fault, Intent, Key, Level, Remote, TimeStamper, Trust};
use std::time::Duration;

/// An answer is a token with a few certificates.
const ANSWER_BYTES_MOST: u64 = 64 << 10;
/// A digest of nothing, for trying out.
const TRIED: [u8; 32] = [0x5a; 32];

kernel::words! {
    /// What became of the time stamp: it is there; the authority did not answer, and it comes later, or not at all.
    pub enum Stamp { There = "there", Waiting = "waiting", Missing = "missing" }
}

/// Certificates of the authority's root, DER.
pub fn roots(config: &Config) -> Vec<Vec<u8>> {
    let path = &config.signing.stamp_certificate;
    let text = if path.is_empty() { String::new() } else { std::fs::read_to_string(path).unwrap_or_default() };
    signing::certificates(&text)
}

/// Signs at level B-B, with room for a stamp where an authority is asked.
pub fn sign(config: &Config, pdf: &[u8], field: &str, intent: &Intent, key: &dyn Key) -> std::result::Result<Vec<u8>, Fault> {
    if config.signing.stamp_url.is_empty() {
        return signing::sign(pdf, field, intent, key, None);
    }
    signing::sign_with_room(pdf, field, intent, key)
}

/// Adds the time stamp to a fresh signature, as the machine's configuration wants it. Blocking.
///
/// # Errors
/// A refusal when there is no stamp and the machine signs with one or not at all.
pub fn add(config: &Config, signed: Vec<u8>, field: &str) -> Result<(Vec<u8>, Option<Stamp>)> {
    if config.signing.stamp_url.is_empty() {
        return Ok((signed, None));
    }
    match stamped(config, &signed, field) {
        Ok(stamped) => Ok((stamped, Some(Stamp::There))),
        Err(fault) if config.signing.stamp_absent == "refuse" => Err(crate::keys::refusal(&fault)),
        Err(fault) => {
            tracing::warn!(%fault, "signed without a time stamp");
            let later = config.signing.stamp_absent == "later";
            Ok((signed, Some(if later { Stamp::Waiting } else { Stamp::Missing })))
        }
    }
}

/// The same document with the stamp of the configured authority in the signature of `field`.
///
/// # Errors
/// [`Fault::Stamp`] when the authority does not answer, answers something else, or is not the one that is trusted.
pub fn stamped(config: &Config, signed: &[u8], field: &str) -> std::result::Result<Vec<u8>, Fault> {
    let remote = Remote { send: |request: &[u8]| ask(config, request) };
    let stamped = signing::augment(signed, field, &remote)?;
    let report = signing::verify(&stamped, &roots(config));
    let level = report.signatures.iter().find(|finding| finding.field == field).map(|finding| finding.level);
    if level == Some(Level::BT) { Ok(stamped) } else { Err(Fault::Stamp("the authority is not the trusted one".into())) }
}

fn ask(config: &Config, request: &[u8]) -> std::result::Result<Vec<u8>, String> {
    let patience = Duration::from_secs(config.signing.stamp_seconds);
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(patience)).max_redirects(0).build().into();
    let sent = agent.post(&config.signing.stamp_url).header("content-type", "application/timestamp-query").send(request);
    let mut answer = sent.map_err(|error| error.to_string())?;
    answer.body_mut().with_config().limit(ANSWER_BYTES_MOST).read_to_vec().map_err(|error| error.to_string())
}

/// Asks the authority for a stamp that nobody needs: does it answer, and is it the trusted one?
///
/// # Errors
/// The reason, in words for the machine's keeper.
pub fn try_out(config: &Config) -> std::result::Result<(), String> {
    let remote = Remote { send: |request: &[u8]| ask(config, request) };
    let token = remote.stamp(&TRIED).map_err(|fault| fault.to_string())?;
    match signing::stamp_trust(&token, &TRIED, &roots(config))? {
        Trust::Trusted => Ok(()),
        other => Err(format!("signing.stamp_certificate does not vouch for it ({other:?})")),
    }
}
