//! Judging the signatures of a document: who, when, by which root, and what was changed since.

use crate::chain::{self, Trust, Use};
use crate::changes::{self, Since};
use crate::form::{self, Field, Held};
use crate::pdf::object::{Dict, Indirect, Object, Wrong};
use crate::pdf::{Pdf, write};
use crate::{oid, opened, stamp, time};
use der::Decode;
use sha2::{Digest, Sha256};
use x509_cert::Certificate;

/// Signatures that are judged, at most.
const SIGNATURES_MOST: usize = 64;

/// What there is to say about a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// In the order of the fields.
    pub signatures: Vec<Finding>,
    /// Why the document could not be judged at all.
    pub unreadable: Option<String>,
}

/// The level a signature reaches (ETSI EN 319 142-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Below PAdES: see the faults.
    None,
    /// PAdES-B-B: signed, with the certificate bound in.
    BB,
    /// PAdES-B-T: with a time stamp by a trusted authority as well.
    BT,
    /// A document time stamp.
    DocumentStamp,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub field: String,
    /// The common name in the signer's certificate.
    pub signer: Option<String>,
    pub reason: Option<String>,
    pub location: Option<String>,
    /// The time the signer claims, in seconds since 1970.
    pub claimed: Option<i64>,
    /// The time an authority stamped, and the authority's name.
    pub stamped: Option<(i64, String)>,
    /// Whether that authority is trusted; its stamp counts only then.
    pub stamp_trust: Option<Trust>,
    /// The signed bytes are as they were.
    pub intact: bool,
    /// The signature was made with the certificate's key.
    pub genuine: bool,
    pub trust: Trust,
    pub level: Level,
    /// Nothing stands in the file behind what was signed.
    pub whole_file: bool,
    pub since: Since,
    /// What is wrong with the signature itself, in words for the log.
    pub faults: Vec<String>,
}

impl Finding {
    /// Whether the document may be relied on as this person's: intact, genuine, trusted, and not changed since.
    pub fn holds(&self) -> bool {
        let unchanged = !matches!(self.since, Since::Forbidden(_));
        self.intact && self.genuine && self.trust == Trust::Trusted && self.level != Level::None && unchanged
    }
}

impl Report {
    /// Whether there are signatures and all hold.
    pub fn holds(&self) -> bool {
        self.unreadable.is_none() && !self.signatures.is_empty() && self.signatures.iter().all(Finding::holds)
    }
}

/// Judges every signature of the document; `trust` are the trusted roots, DER. Certificates are judged at the time of a
/// trusted time stamp, else at the claimed time. Whether a certificate was revoked is not asked.
pub fn verify(pdf: &[u8], trust: &[Vec<u8>]) -> Report {
    let roots: Vec<Certificate> = trust.iter().filter_map(|der| Certificate::from_der(der).ok()).collect();
    match judged(pdf, &roots) {
        Ok(signatures) => Report { signatures, unreadable: None },
        Err(why) => Report { signatures: vec![], unreadable: Some(why) },
    }
}

fn judged(pdf: &[u8], roots: &[Certificate]) -> Result<Vec<Finding>, Wrong> {
    let pdf = Pdf::read(pdf)?;
    let steps = changes::steps(&pdf);
    let fields = form::fields(&pdf, pdf.last())?;
    let signed: Vec<&Field> = fields.iter().filter(|field| field.is_signed()).collect();
    if signed.len() > SIGNATURES_MOST {
        return Err("too many signatures".into());
    }
    Ok(signed.into_iter().map(|field| Judge { pdf: &pdf, roots }.judge(field, &steps)).collect())
}

struct Judge<'a> {
    pdf: &'a Pdf<'a>,
    roots: &'a [Certificate],
}

impl Judge<'_> {
    fn judge(&self, field: &Field, steps: &[Option<Wrong>]) -> Finding {
        let mut finding = Finding::empty(&field.name);
        if let Err(fault) = self.fill(field, steps, &mut finding) {
            finding.faults.push(fault);
            finding.level = Level::None;
        }
        finding
    }

    fn fill(&self, field: &Field, steps: &[Option<Wrong>], finding: &mut Finding) -> Result<(), Wrong> {
        let (found, revision) = self.signature(field)?;
        let dict = found.value.dict().ok_or("the signature is no dictionary")?;
        let text = |key: &str| dict.get(key.as_bytes()).and_then(Object::text);
        finding.reason = text("Reason").map(write::heard);
        finding.location = text("Location").map(write::heard);
        finding.claimed = text("M").and_then(time::heard);
        finding.since = changes::since(steps, revision);
        finding.whole_file = revision == self.pdf.last();
        let parts = self.covered(dict, &found, revision)?;
        let envelope = opened::open(text("Contents").ok_or("the signature is empty")?)?;
        finding.signer = Some(chain::name(&envelope.certificate));
        finding.genuine = envelope.is_signed();
        match dict.get(b"SubFilter".as_slice()) {
            Some(kind) if kind.is_name("ETSI.CAdES.detached") => self.person(&envelope, &parts, finding),
            Some(kind) if kind.is_name("ETSI.RFC3161") => self.stamp(text("Contents").unwrap_or_default(), &parts, finding),
            _ => Err("not a PAdES signature".into()),
        }
    }

    /// The signature's object and the revision that brought it.
    fn signature(&self, field: &Field) -> Result<(Indirect, usize), Wrong> {
        let Held::Signature(number) = field.held else { return Err("the signature is not an object of its own".into()) };
        let last = self.pdf.last();
        let found = self.pdf.object(number, last)?.ok_or("the signature is missing")?;
        Ok((found, self.pdf.written_in(number, last).unwrap_or(last)))
    }

    /// The signed bytes. They must be all bytes of the revision but the envelope itself: a wider gap could hide anything.
    fn covered(&self, dict: &Dict, found: &Indirect, revision: usize) -> Result<[&[u8]; 2], Wrong> {
        let numbers = dict.get(b"ByteRange".as_slice()).and_then(Object::list).ok_or("no byte range")?;
        let numbers: Vec<usize> = numbers.iter().filter_map(Object::integer).filter_map(|n| usize::try_from(n).ok()).collect();
        let [0, first, second, length] = numbers[..] else { return Err("a strange byte range".into()) };
        let end = second.checked_add(length).ok_or("a strange byte range")?;
        if found.contents != Some(first..second) {
            return Err("the byte range leaves out more than the signature".into());
        }
        if end != self.pdf.revisions[revision].end {
            return Err("the byte range does not end with its revision".into());
        }
        Ok([&self.pdf.bytes[..first], &self.pdf.bytes[second..end]])
    }

    fn person(&self, envelope: &opened::Opened, parts: &[&[u8]; 2], finding: &mut Finding) -> Result<(), Wrong> {
        finding.intact = envelope.is_detached() && envelope.is_about(parts);
        if let Some(token) = envelope.token() {
            let read = stamp::read(&token, &Sha256::digest(envelope.signature()).into(), self.roots)?;
            finding.stamped = Some((read.at, read.authority));
            finding.stamp_trust = Some(read.trust);
        }
        let stamped = finding.stamped.as_ref().filter(|_| finding.stamp_trust == Some(Trust::Trusted)).map(|stamp| stamp.0);
        let at = stamped.or(finding.claimed).ok_or("the signature says no time")?;
        finding.trust = chain::judge(&envelope.certificate, &envelope.pool, self.roots, Use::Signature, at);
        if let Some(why) = envelope.missing(oid::DATA) {
            return Err(why.into());
        }
        finding.level = if stamped.is_some() { Level::BT } else { Level::BB };
        Ok(())
    }

    fn stamp(&self, token: &[u8], parts: &[&[u8]; 2], finding: &mut Finding) -> Result<(), Wrong> {
        let digest = Sha256::new().chain_update(parts[0]).chain_update(parts[1]).finalize().into();
        let read = stamp::read(token, &digest, self.roots)?;
        finding.intact = true;
        finding.stamped = Some((read.at, read.authority));
        finding.stamp_trust = Some(read.trust.clone());
        finding.trust = read.trust;
        finding.level = Level::DocumentStamp;
        Ok(())
    }
}

impl Finding {
    fn empty(field: &str) -> Finding {
        Finding {
            field: field.into(),
            signer: None,
            reason: None,
            location: None,
            claimed: None,
            stamped: None,
            stamp_trust: None,
            intact: false,
            genuine: false,
            trust: Trust::Unknown,
            level: Level::None,
            whole_file: false,
            since: Since::Forbidden("not judged".into()),
            faults: vec![],
        }
    }
}
