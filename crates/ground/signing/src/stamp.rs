//! Time stamps (RFC 3161): asking an authority, checking its answer, and being one for a closed network.

use crate::chain::{self, Use};
use crate::envelope::{self, Content};
use crate::{Fault, Key, oid, opened};
use der::asn1::{GeneralizedTime, Int, OctetString};
use der::oid::ObjectIdentifier;
use der::{Any, Decode, Encode, Tag, Tagged};
use p256::elliptic_curve::rand_core::{OsRng, RngCore};
use std::time::Duration;
use x509_cert::Certificate;
use x509_cert::ext::Extensions;
use x509_cert::spki::AlgorithmIdentifier;
use x509_tsp::{Accuracy, MessageImprint, TimeStampReq, TspVersion};

/// The policy our own authority names: one under the number that RFC 5612 leaves to examples.
const POLICY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.32473.3161.1");
/// An answer is a token with a few certificates.
const ANSWER_BYTES_MOST: usize = 64 << 10;

/// Gives a time stamp token over a SHA-256 digest.
pub trait TimeStamper: Send + Sync {
    /// # Errors
    /// [`Fault::Stamp`] with the reason.
    fn stamp(&self, digest: &[u8; 32]) -> Result<Vec<u8>, Fault>;
}

/// An authority elsewhere. `send` carries the request to it (`application/timestamp-query`) and brings the answer.
pub struct Remote<S> {
    pub send: S,
}

impl<S: Fn(&[u8]) -> Result<Vec<u8>, String> + Send + Sync> TimeStamper for Remote<S> {
    fn stamp(&self, digest: &[u8; 32]) -> Result<Vec<u8>, Fault> {
        let nonce = fresh();
        let answer = (self.send)(&request(digest, &nonce)?).map_err(Fault::Stamp)?;
        token(&answer, digest, &nonce).map_err(Fault::Stamp)
    }
}

/// An authority of our own: simple, not qualified. Its certificate must be made for time stamps.
pub struct Authority<K, C> {
    pub key: K,
    /// Seconds since 1970.
    pub clock: C,
}

impl<K: Key, C: Fn() -> i64 + Send + Sync> Authority<K, C> {
    /// Answers a request (`application/timestamp-reply`).
    ///
    /// # Errors
    /// A request that cannot be read or asks for another digest than SHA-256; a key that does not sign.
    pub fn answer(&self, request: &[u8]) -> Result<Vec<u8>, Fault> {
        let request = TimeStampReq::from_der(request).map_err(|error| Fault::Stamp(error.to_string()))?;
        let imprint = request.message_imprint;
        if imprint.hash_algorithm.oid != oid::SHA256 || imprint.hashed_message.as_bytes().len() != 32 {
            return Err(Fault::Stamp("only SHA-256 is stamped".into()));
        }
        let now = (self.clock)();
        let token =
            envelope::seal(Content::Inside(oid::TST_INFO, &self.info(imprint, request.nonce, now)?), &self.key, now, None)?;
        Ok(granted(&token)?)
    }

    fn info(&self, message_imprint: MessageImprint, nonce: Option<Int>, now: i64) -> der::Result<Vec<u8>> {
        let moment = Duration::from_secs(u64::try_from(now).unwrap_or(0));
        TstInfo {
            version: TspVersion::V1,
            policy: POLICY,
            message_imprint,
            serial_number: Int::new(&fresh())?,
            gen_time: Any::encode_from(&GeneralizedTime::from_unix_duration(moment)?)?,
            accuracy: None,
            ordering: false,
            nonce,
            tsa: None,
            extensions: None,
        }
        .to_der()
    }
}

impl<K: Key, C: Fn() -> i64 + Send + Sync> TimeStamper for Authority<K, C> {
    fn stamp(&self, digest: &[u8; 32]) -> Result<Vec<u8>, Fault> {
        let nonce = fresh();
        token(&self.answer(&request(digest, &nonce)?)?, digest, &nonce).map_err(Fault::Stamp)
    }
}

/// Eight bytes of chance as a positive number without leading zeros. It comes from the system: a nonce that tests could
/// foresee, an attacker could too.
fn fresh() -> [u8; 8] {
    let mut bytes = [0; 8];
    OsRng.fill_bytes(&mut bytes);
    bytes[0] = bytes[0] & 0x7f | 0x40;
    bytes
}

fn request(digest: &[u8; 32], nonce: &[u8; 8]) -> der::Result<Vec<u8>> {
    TimeStampReq {
        version: TspVersion::V1,
        message_imprint: MessageImprint {
            hash_algorithm: AlgorithmIdentifier { oid: oid::SHA256, parameters: None },
            hashed_message: OctetString::new(digest.as_slice())?,
        },
        req_policy: None,
        nonce: Some(Int::new(nonce)?),
        cert_req: true,
        extensions: None,
    }
    .to_der()
}

/// `TSTInfo` (RFC 3161, 2.4.2). Other authorities give parts of seconds, which plain DER types refuse.
#[derive(der::Sequence)]
struct TstInfo {
    version: TspVersion,
    policy: ObjectIdentifier,
    message_imprint: MessageImprint,
    serial_number: Int,
    gen_time: Any,
    #[asn1(optional = "true")]
    accuracy: Option<Accuracy>,
    #[asn1(default = "Default::default")]
    ordering: bool,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    tsa: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<Extensions>,
}

/// Whole seconds since 1970 of `YYYYMMDDhhmmss[.fff]Z`.
fn seconds(time: &Any) -> Option<i64> {
    let text = Some(time.value()).filter(|_| time.tag() == Tag::GeneralizedTime)?.strip_suffix(b"Z")?;
    let (whole, part) = text.split_at_checked(14)?;
    let is_part = part.is_empty()
        || part.strip_prefix(b".").is_some_and(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit));
    crate::time::heard(&[b"D:", whole].concat()).filter(|_| is_part)
}

/// `TimeStampResp` with the status “granted” (RFC 3161, 2.4.2).
fn granted(token: &[u8]) -> der::Result<Vec<u8>> {
    let status = Answer { status: Status { value: 0, words: None, failure: None }, token: Some(Any::from_der(token)?) };
    status.to_der()
}

#[derive(der::Sequence)]
struct Answer {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

/// `PKIStatusInfo`: only the number is used.
#[derive(der::Sequence)]
struct Status {
    value: u8,
    #[asn1(optional = "true")]
    words: Option<Vec<Any>>,
    #[asn1(optional = "true")]
    failure: Option<der::asn1::BitString>,
}

/// The token of an answer, if it is about this digest and answers this request.
fn token(answer: &[u8], digest: &[u8; 32], nonce: &[u8; 8]) -> Result<Vec<u8>, String> {
    if answer.len() > ANSWER_BYTES_MOST {
        return Err("the answer is too large".into());
    }
    let answer = Answer::from_der(answer).map_err(|error| format!("the answer cannot be read: {error}"))?;
    if answer.status.value > 1 {
        return Err(format!("the authority refused with status {}", answer.status.value));
    }
    let token = answer.token.ok_or("the answer has no token")?.to_der().map_err(|error| error.to_string())?;
    let read = read(&token, digest, &[])?;
    if read.nonce.as_deref() != Some(nonce.as_slice()) {
        return Err("the token answers another request".into());
    }
    match read.trust {
        chain::Trust::Misused(why) => Err(why),
        _ => Ok(token),
    }
}

/// A token that is intact.
pub struct Stamped {
    /// Seconds since 1970.
    pub at: i64,
    pub authority: String,
    pub trust: chain::Trust,
    nonce: Option<Vec<u8>>,
}

/// Reads a token over the digest and checks imprint, signature and the certificate's use.
pub fn read(token: &[u8], digest: &[u8; 32], trust: &[Certificate]) -> Result<Stamped, String> {
    let envelope = opened::open(token)?;
    let (kind, content) = envelope.inside().ok_or("the token is empty")?;
    if kind != oid::TST_INFO {
        return Err("the token is not a time stamp".into());
    }
    let info = TstInfo::from_der(&content).map_err(|error| format!("the token cannot be read: {error}"))?;
    let imprint = &info.message_imprint;
    if imprint.hash_algorithm.oid != oid::SHA256 || imprint.hashed_message.as_bytes() != digest {
        return Err("the token is about something else".into());
    }
    if let Some(why) = envelope.missing(oid::TST_INFO) {
        return Err(why.into());
    }
    if !envelope.is_about(&[&content]) || !envelope.is_signed() {
        return Err("the token's signature is wrong".into());
    }
    let at = seconds(&info.gen_time).ok_or("the token's time cannot be read")?;
    let trust = chain::judge(&envelope.certificate, &envelope.pool, trust, Use::TimeStamp, at);
    let nonce = info.nonce.map(|nonce| nonce.as_bytes().to_vec());
    Ok(Stamped { at, authority: chain::name(&envelope.certificate), trust, nonce })
}

/// Whether the authority behind a token over the digest leads to a trusted root, DER.
///
/// # Errors
/// What is wrong with the token itself.
pub fn stamp_trust(token: &[u8], digest: &[u8; 32], trust: &[Vec<u8>]) -> Result<chain::Trust, String> {
    let roots: Vec<Certificate> = trust.iter().filter_map(|der| Certificate::from_der(der).ok()).collect();
    read(token, digest, &roots).map(|stamped| stamped.trust)
}

#[cfg(test)]
mod tests {
    use super::seconds;
    use der::{Any, Tag};

    #[test]
    fn parts_of_a_second_are_read_over() {
        let time = |text: &str| seconds(&Any::new(Tag::GeneralizedTime, text.as_bytes()).unwrap());
        assert_eq!(time("20260312090000Z"), Some(1_773_306_000));
        assert_eq!(time("20260312090000.123Z"), Some(1_773_306_000));
        for wrong in ["20260312090000", "20260312090000.Z", "20260312090000.1x", "2026Z", ""] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }
}
