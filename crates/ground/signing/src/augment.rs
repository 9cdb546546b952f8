//! Adding the time stamp to a signature that was made without one: B-B becomes B-T, in the room that was left for it.

use crate::envelope;
use crate::form::Held;
use crate::pdf::Pdf;
use crate::pdf::object::Object;
use crate::{Fault, TimeStamper, form, oid, sign};
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerInfos};
use der::asn1::SetOfVec;
use der::{Any, Decode, Encode, SliceReader};
use sha2::{Digest, Sha256};

/// Stamps the last signature of the document, that of `field`. Only the envelope changes, which no signature covers: a
/// signature that another one follows is covered by that one, and cannot be stamped any more.
///
/// # Errors
/// [`Fault::NoField`], [`Fault::Unreadable`], and [`Fault::Stamp`] when the authority does not answer as asked, when there
/// is a stamp already, no room for one, or a later revision.
pub fn augment(pdf: &[u8], field: &str, authority: &dyn TimeStamper) -> Result<Vec<u8>, Fault> {
    let read = Pdf::read(pdf).map_err(Fault::Unreadable)?;
    let (hole, text) = last_signature(&read, field)?;
    let mut reader = SliceReader::new(&text)?;
    let info = ContentInfo::decode(&mut reader)?;
    let mut data: SignedData = info.content.decode_as()?;
    let [signer] = data.signer_infos.0.as_slice() else { return Err(Fault::Stamp("there must be one signer".into())) };
    let mut signer = signer.clone();
    if signer.unsigned_attrs.is_some() {
        return Err(Fault::Stamp("the signature is stamped already".into()));
    }
    let token = authority.stamp(&Sha256::digest(signer.signature.as_bytes()).into())?;
    let stamp = envelope::attribute(oid::TIME_STAMP_TOKEN, Any::from_der(&token)?)?;
    signer.unsigned_attrs = Some(SetOfVec::try_from(vec![stamp])?);
    data.signer_infos = SignerInfos::try_from(vec![signer])?;
    let sealed = ContentInfo { content_type: info.content_type, content: Any::encode_from(&data)? }.to_der()?;
    let mut bytes = pdf.to_vec();
    sign::put_envelope(&mut bytes, &hole, &sealed)?;
    Ok(bytes)
}

/// Where the envelope of the field stands, brackets included, and its bytes.
fn last_signature(pdf: &Pdf, name: &str) -> Result<(std::ops::Range<usize>, Vec<u8>), Fault> {
    let fields = form::fields(pdf, pdf.last()).map_err(Fault::Unreadable)?;
    let field = fields.into_iter().find(|field| field.name == name).ok_or_else(|| Fault::NoField(name.into()))?;
    let Held::Signature(number) = field.held else {
        return Err(Fault::Stamp(format!("the field “{name}” is not signed")));
    };
    if pdf.written_in(number, pdf.last()) != Some(pdf.last()) {
        return Err(Fault::Stamp("a later revision covers the signature".into()));
    }
    let missing = || Fault::Unreadable("the signature is missing".into());
    let found = pdf.object(number, pdf.last()).map_err(Fault::Unreadable)?.ok_or_else(missing)?;
    let text = found.value.dict().and_then(|dict| dict.get(b"Contents".as_slice())).and_then(Object::text).ok_or_else(missing)?;
    Ok((found.contents.clone().ok_or_else(missing)?, text.to_vec()))
}
