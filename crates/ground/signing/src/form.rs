//! The signature fields of a document, as they are at one of its revisions.

use crate::pdf::object::{Dict, Object, Wrong};
use crate::pdf::{Pdf, write};
use std::collections::BTreeSet;

/// More fields than any circuit has signers.
const FIELDS_MOST: usize = 256;

/// What a signature field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Nothing,
    /// The number of the object that is the signature.
    Signature(u32),
    /// Anything else; nobody signs that way.
    Strange,
}

/// A signature field of the form. What else its object says is not kept: a stranger's file says as much as it likes.
pub struct Field {
    pub name: String,
    pub number: u32,
    pub generation: u16,
    pub held: Held,
}

impl Field {
    pub fn is_signed(&self) -> bool {
        self.held != Held::Nothing
    }
}

fn held(dict: &Dict) -> Held {
    match dict.get(b"V".as_slice()) {
        None | Some(Object::Null) => Held::Nothing,
        Some(Object::Reference(number, _)) => Held::Signature(*number),
        Some(_) => Held::Strange,
    }
}

pub fn is_signature_field(dict: &Dict) -> bool {
    dict.get(b"FT".as_slice()).is_some_and(|kind| kind.is_name("Sig"))
}

/// All signature fields at the top of the form, in its order. Fields inside other fields are not looked for.
pub fn fields(pdf: &Pdf, revision: usize) -> Result<Vec<Field>, Wrong> {
    let catalog = pdf.catalog(revision)?;
    let Some(form) = catalog.get(b"AcroForm".as_slice()) else { return Ok(vec![]) };
    let Object::Dict(form) = pdf.resolve(form, revision)? else { return Ok(vec![]) };
    let Object::List(list) = pdf.resolve(form.get(b"Fields".as_slice()).unwrap_or(&Object::Null), revision)? else {
        return Ok(vec![]);
    };
    if list.len() > FIELDS_MOST {
        return Err("too many fields".into());
    }
    let mut fields = vec![];
    let mut known = BTreeSet::new();
    for item in &list {
        let Object::Reference(number, generation) = *item else { continue };
        if !known.insert(number) {
            return Err("a field that is named twice".into());
        }
        let Some(Object::Dict(dict)) = pdf.object(number, revision)?.map(|found| found.value) else { continue };
        if is_signature_field(&dict) {
            let name = dict.get(b"T".as_slice()).and_then(Object::text).map(write::heard).unwrap_or_default();
            fields.push(Field { name, number, generation, held: held(&dict) });
        }
    }
    Ok(fields)
}
