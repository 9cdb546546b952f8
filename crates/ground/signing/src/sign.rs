//! Signing: an increment that fills a declared field and touches nothing else of the document.

use crate::envelope::{self, Content};
use crate::form::{self, Field};
use crate::key::{self, Key};
use crate::pdf::object::Object;
use crate::pdf::{Pdf, write};
use crate::{Fault, TimeStamper, chain};
use sha2::{Digest, Sha256};

/// Room for the envelope beside the certificates: attributes, names, signature.
const ENVELOPE_BYTES: usize = 2_048;
/// Room for a time stamp token with its own certificates.
const TOKEN_BYTES: usize = 8_192;
/// Ten digits reach beyond the largest file that is read.
const RANGE: &str = "[0 0000000000 0000000000 0000000000]";

/// What the signer says with the signature.
#[derive(Debug, Clone, Copy, Default)]
pub struct Intent<'a> {
    pub reason: &'a str,
    pub location: &'a str,
    /// The claimed time, in seconds since 1970. The certificate must be valid then.
    pub when: i64,
}

/// Fills the empty signature field `field` (PAdES-B-B, with `stamp` PAdES-B-T). The result is the document as it was,
/// followed by an increment.
///
/// # Errors
/// A field that is absent or signed, a key that is locked, expired or not valid yet, a document that cannot be read, a
/// time stamp that does not come.
pub fn sign(pdf: &[u8], field: &str, intent: &Intent, key: &dyn Key, stamp: Option<&dyn TimeStamper>) -> Result<Vec<u8>, Fault> {
    let ask = |digest: &[u8; 32]| stamp.map_or_else(|| Err(Fault::Stamp("nobody to ask".into())), |tsa| tsa.stamp(digest));
    fill(pdf, field, intent, key, stamp.map_or(0, |_| TOKEN_BYTES), stamp.map(|_| &ask as envelope::Stamp))
}

/// The same at level B-B, with room for a time stamp that [`crate::augment`] may add as long as nothing follows.
///
/// # Errors
/// As [`sign`].
pub fn sign_with_room(pdf: &[u8], field: &str, intent: &Intent, key: &dyn Key) -> Result<Vec<u8>, Fault> {
    fill(pdf, field, intent, key, TOKEN_BYTES, None)
}

fn fill(
    pdf: &[u8],
    field: &str,
    intent: &Intent,
    key: &dyn Key,
    more: usize,
    stamp: Option<envelope::Stamp>,
) -> Result<Vec<u8>, Fault> {
    let certificate = key::certificate(key, intent.when)?;
    let name = chain::name(&certificate);
    let read = Pdf::read(pdf).map_err(Fault::Unreadable)?;
    let target = empty_field(&read, field)?;
    let room = ENVELOPE_BYTES + key.chain().iter().map(Vec::len).sum::<usize>() + more;
    let mut draft = Draft::new(&read, &target, intent, &name, room)?;
    let envelope = envelope::seal(Content::Detached(draft.digest()), key, intent.when, stamp)?;
    draft.fill(&envelope)?;
    Ok(draft.bytes)
}

fn empty_field(pdf: &Pdf, name: &str) -> Result<Field, Fault> {
    let fields = form::fields(pdf, pdf.last()).map_err(Fault::Unreadable)?;
    let found = fields.into_iter().find(|field| field.name == name).ok_or_else(|| Fault::NoField(name.into()))?;
    if found.is_signed() { Err(Fault::Signed(name.into())) } else { Ok(found) }
}

/// The signed file with a hole where the envelope goes.
struct Draft {
    bytes: Vec<u8>,
    /// The hole, brackets included.
    hole: std::ops::Range<usize>,
}

impl Draft {
    fn new(pdf: &Pdf, field: &Field, intent: &Intent, name: &str, room: usize) -> Result<Draft, Fault> {
        let mut bytes = Vec::with_capacity(pdf.bytes.len() + 2 * room + 2_048);
        bytes.extend(pdf.bytes);
        if !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        let number = next_number(pdf)?;
        let field_at = bytes.len();
        put_field(&mut bytes, pdf, field, number)?;
        let signature_at = bytes.len();
        let (range_at, hole) = put_signature(&mut bytes, number, intent, name, room);
        let table = [(field.number, field.generation, field_at), (number, 0, signature_at)];
        put_table(&mut bytes, pdf, table);
        let range = format!("[0 {:010} {:010} {:010}]", hole.start, hole.end, bytes.len() - hole.end);
        bytes[range_at..range_at + RANGE.len()].copy_from_slice(range.as_bytes());
        Ok(Draft { bytes, hole })
    }

    fn digest(&self) -> [u8; 32] {
        let hash = Sha256::new().chain_update(&self.bytes[..self.hole.start]);
        hash.chain_update(&self.bytes[self.hole.end..]).finalize().into()
    }

    fn fill(&mut self, envelope: &[u8]) -> Result<(), Fault> {
        put_envelope(&mut self.bytes, &self.hole, envelope)
    }
}

/// Zeros stay behind the envelope: its length is not known before it is made.
pub(crate) fn put_envelope(bytes: &mut [u8], hole: &std::ops::Range<usize>, envelope: &[u8]) -> Result<(), Fault> {
    let mut hex = Vec::with_capacity(2 * envelope.len() + 2);
    write::text(&mut hex, envelope);
    hex.pop();
    if hex.len() >= hole.len() {
        return Err(Fault::Stamp("the token is too large".into()));
    }
    bytes[hole.start..hole.start + hex.len()].copy_from_slice(&hex);
    Ok(())
}

/// The first number that no revision has used.
fn next_number(pdf: &Pdf) -> Result<u32, Fault> {
    let most = pdf.revisions.iter().filter_map(|revision| revision.entries.keys().next_back()).max();
    let size = pdf.revisions[pdf.last()].trailer.get(b"Size".as_slice()).and_then(Object::integer);
    let size = size.and_then(|size| u32::try_from(size).ok()).unwrap_or(0);
    let next = most.map_or(0, |most| most + 1).max(size);
    if next < 1_000_000 { Ok(next) } else { Err(Fault::Unreadable("too many objects".into())) }
}

fn put_field(bytes: &mut Vec<u8>, pdf: &Pdf, field: &Field, signature: u32) -> Result<(), Fault> {
    let found = pdf.object(field.number, pdf.last()).map_err(Fault::Unreadable)?;
    let mut dict = found.and_then(|found| found.value.dict().cloned()).ok_or_else(|| Fault::NoField(field.name.clone()))?;
    dict.insert(b"V".to_vec(), Object::Reference(signature, 0));
    bytes.extend(format!("{} {} obj\n", field.number, field.generation).bytes());
    write::dict(bytes, &dict);
    bytes.extend(b"\nendobj\n");
    Ok(())
}

/// Gives back where the byte range stands and where the hole is.
fn put_signature(bytes: &mut Vec<u8>, number: u32, intent: &Intent, name: &str, room: usize) -> (usize, std::ops::Range<usize>) {
    bytes.extend(format!("{number} 0 obj\n<</Type /Sig/Filter /Adobe.PPKLite/SubFilter /ETSI.CAdES.detached").bytes());
    for (key, words) in [("Name", name), ("Reason", intent.reason), ("Location", intent.location)] {
        if !words.is_empty() {
            bytes.extend(format!("/{key} ").bytes());
            write::object(bytes, &write::spoken(words));
        }
    }
    bytes.extend(format!("/M ({})/ByteRange ", crate::time::said(intent.when)).bytes());
    let range_at = bytes.len();
    bytes.extend(RANGE.bytes());
    bytes.extend(b"/Contents ");
    let start = bytes.len();
    bytes.push(b'<');
    bytes.resize(bytes.len() + 2 * room, b'0');
    bytes.push(b'>');
    let hole = start..bytes.len();
    bytes.extend(b">>\nendobj\n");
    (range_at, hole)
}

fn put_table(bytes: &mut Vec<u8>, pdf: &Pdf, mut objects: [(u32, u16, usize); 2]) {
    let (last, at) = (&pdf.revisions[pdf.last()], bytes.len());
    objects.sort_unstable();
    bytes.extend(b"xref\n");
    for (number, generation, offset) in objects {
        bytes.extend(format!("{number} 1\n{offset:010} {generation:05} n \n").bytes());
    }
    let mut trailer = last.trailer.clone();
    let size = i64::from(objects[1].0) + 1;
    trailer.insert(b"Size".to_vec(), Object::Integer(size));
    trailer.insert(b"Prev".to_vec(), Object::Integer(i64::try_from(last.table).unwrap_or(0)));
    bytes.extend(b"trailer\n");
    write::dict(bytes, &trailer);
    bytes.extend(format!("\nstartxref\n{at}\n%%EOF\n").bytes());
}
