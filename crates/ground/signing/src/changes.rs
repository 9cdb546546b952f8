//! What an increment changed. A digest only says that the old bytes are still there; whoever reads the file sees the new.
//!
//! Allowed after a signature: a declared, empty signature field gets its value, validation material (DSS) is added, a
//! document time stamp is added without being seen. Everything else is a change of the document.

use crate::form::{self, is_signature_field};
use crate::pdf::object::{Dict, Indirect, Object, Wrong};
use crate::pdf::{Entry, Pdf};
use std::collections::BTreeSet;

/// Objects that one honest signature changes: its field, perhaps the catalog, a page and lists of its validation material.
const CHANGES_MOST: usize = 64;

/// What the increments after a signature did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    Nothing,
    /// Later signatures, time stamps or material to check them, and nothing that is seen.
    LaterSignatures,
    /// What was changed, in a few words.
    Forbidden(String),
}

/// For each revision after the first, what it did to the one before: `None` when allowed.
pub fn steps(pdf: &Pdf) -> Vec<Option<Wrong>> {
    let mut known = Known::default();
    let mut steps = vec![];
    for revision in 0..pdf.revisions.len() {
        steps.push(match revision {
            0 => None,
            later => Step::new(pdf, later).and_then(|step| step.check(&known)).err(),
        });
        // A revision that cannot be read is no ground to judge what follows.
        if let Err(wrong) = known.learn(pdf, revision) {
            steps.pop();
            steps.push(Some(wrong));
        }
    }
    steps
}

/// The worst of the steps after the revision `signed`.
pub fn since(steps: &[Option<Wrong>], signed: usize) -> Since {
    let later = &steps[signed + 1..];
    match later.iter().flatten().next() {
        Some(what) => Since::Forbidden(what.clone()),
        None if later.is_empty() => Since::Nothing,
        None => Since::LaterSignatures,
    }
}

/// Numbers that were defined or referred to so far. A number that was referred to but not defined shows nothing; to
/// define it later would show something where nothing was signed.
#[derive(Default)]
struct Known {
    defined: BTreeSet<u32>,
    referred: BTreeSet<u32>,
    /// What the catalog refers to as validation material. Nobody else may refer to it, else the same object could be
    /// material for us and content for the page.
    material: BTreeSet<u32>,
}

impl Known {
    fn learn(&mut self, pdf: &Pdf, revision: usize) -> Result<(), Wrong> {
        let root = pdf.root(revision)?;
        for (&number, entry) in &pdf.revisions[revision].entries {
            if let Entry::Used { .. } = entry {
                self.defined.insert(number);
                let Some(mut found) = pdf.object(number, revision)? else { continue };
                if let (true, Object::Dict(catalog)) = (number == root, &mut found.value) {
                    self.material.extend(catalog.remove(b"DSS".as_slice()).as_ref().and_then(number_of));
                }
                found.value.references(&mut |number| self.refer(number));
            }
        }
        pdf.revisions[revision].trailer.values().for_each(|value| value.references(&mut |number| self.refer(number)));
        Ok(())
    }

    fn refer(&mut self, number: u32) {
        self.referred.insert(number);
    }

    fn is_only_material(&self, number: u32) -> bool {
        self.material.contains(&number) && !self.referred.contains(&number)
    }
}

struct Step<'a> {
    pdf: &'a Pdf<'a>,
    before: usize,
    after: usize,
    root: u32,
    /// The numbers of the form and of its list of fields, where these are objects of their own.
    form: Option<u32>,
    list: Option<u32>,
    /// The signature fields that were declared.
    fields: BTreeSet<u32>,
}

impl<'a> Step<'a> {
    fn new(pdf: &'a Pdf<'a>, after: usize) -> Result<Step<'a>, Wrong> {
        let before = after - 1;
        let catalog = pdf.catalog(before)?;
        let form = catalog.get(b"AcroForm".as_slice()).unwrap_or(&Object::Null);
        let list = pdf.resolve(form, before)?.dict().and_then(|form| form.get(b"Fields".as_slice()).and_then(number_of));
        let fields = form::fields(pdf, before)?.into_iter().map(|field| field.number).collect();
        Ok(Step { pdf, before, after, root: pdf.root(before)?, form: number_of(form), list, fields })
    }

    fn check(&self, known: &Known) -> Result<(), Wrong> {
        self.trailer()?;
        let mut different = 0;
        for (&number, entry) in &self.pdf.revisions[self.after].entries {
            let was_defined = known.defined.contains(&number);
            match entry {
                Entry::Free if was_defined => return Err(format!("object {number} was removed")),
                Entry::Free => {}
                Entry::Used { .. } if was_defined => different += usize::from(self.changed(number, known)?),
                Entry::Used { .. } if known.referred.contains(&number) => {
                    return Err(format!("object {number} appeared where there was none"));
                }
                Entry::Used { .. } => {}
            }
            if different > CHANGES_MOST {
                return Err("too many changes at once".into());
            }
        }
        Ok(())
    }

    /// The document begins at the same objects.
    fn trailer(&self) -> Result<(), Wrong> {
        let (old, new) = (&self.pdf.revisions[self.before].trailer, &self.pdf.revisions[self.after].trailer);
        let first = |trailer: &Dict| trailer.get(b"ID".as_slice()).and_then(Object::list).and_then(|id| id.first().cloned());
        let same = |key: &[u8]| old.get(key) == new.get(key);
        if !same(b"Root") {
            return Err("the catalog was exchanged".into());
        }
        if !same(b"Info") || first(old) != first(new) {
            return Err("the document's properties were exchanged".into());
        }
        Ok(())
    }

    /// Whether an object that was there has another value now; an error when it may not.
    fn changed(&self, number: u32, known: &Known) -> Result<bool, Wrong> {
        let (old, new) = (self.pdf.object(number, self.before)?, self.pdf.object(number, self.after)?);
        let (Some(old), Some(new)) = (old, new) else { return Err(format!("object {number} was removed or brought back")) };
        if self.is_same(&old, &new) {
            return Ok(false);
        }
        let (Some(before), Some(after), None, None) = (old.value.dict(), new.value.dict(), &old.stream, &new.stream) else {
            let allowed = self.list == Some(number) && self.grew(&old.value, &new.value)?;
            return if allowed { Ok(true) } else { Err(self.what(number, &old.value)) };
        };
        let allowed = match () {
            () if number == self.root => self.catalog(before, after)?,
            () if self.form == Some(number) => self.form(before, after)?,
            () if self.fields.contains(&number) => self.field(before, after)?,
            () if known.is_only_material(number) => true,
            () if is_named(before, "Page") => self.page(before, after)?,
            () => false,
        };
        if allowed { Ok(true) } else { Err(self.what(number, &old.value)) }
    }

    fn is_same(&self, old: &Indirect, new: &Indirect) -> bool {
        let bytes = |found: &Indirect| found.stream.clone().map(|range| self.pdf.bytes[range].trim_ascii_end());
        old.value == new.value && bytes(old) == bytes(new)
    }

    fn catalog(&self, old: &Dict, new: &Dict) -> Result<bool, Wrong> {
        let form = match (old.get(b"AcroForm".as_slice()), new.get(b"AcroForm".as_slice())) {
            (Some(Object::Dict(old)), Some(Object::Dict(new))) => self.form(old, new)?,
            (old, new) => old == new,
        };
        Ok(form && same_but(old, new, &[b"AcroForm", b"DSS", b"Extensions"]))
    }

    fn form(&self, old: &Dict, new: &Dict) -> Result<bool, Wrong> {
        let (was, is) = (old.get(b"Fields".as_slice()), new.get(b"Fields".as_slice()));
        let fields = was == is || self.grew(was.unwrap_or(&Object::Null), is.unwrap_or(&Object::Null))?;
        Ok(fields && same_but(old, new, &[b"Fields"]))
    }

    /// An empty field got a value and nothing else; the value is a new object, or stands in the field.
    fn field(&self, old: &Dict, new: &Dict) -> Result<bool, Wrong> {
        let was_empty = old.get(b"V".as_slice()).is_none_or(|value| *value == Object::Null);
        let value = self.fresh(new.get(b"V".as_slice()).unwrap_or(&Object::Null))?;
        Ok(was_empty && is_signature(&value) && same_but(old, new, &[b"V"]))
    }

    /// A value that came with this increment; nothing if it is an old one, or a stream.
    fn fresh(&self, value: &Object) -> Result<Object, Wrong> {
        let Some(number) = number_of(value) else { return Ok(value.clone()) };
        if self.pdf.written_in(number, self.after) != Some(self.after) {
            return Ok(Object::Null);
        }
        let found = self.pdf.object(number, self.after)?.filter(|found| found.stream.is_none());
        Ok(found.map_or(Object::Null, |found| found.value))
    }

    /// What a changed object is, for the report: by its type, else by what refers to it.
    fn what(&self, number: u32, value: &Object) -> Wrong {
        let name = |key: &[u8]| match value.dict().and_then(|dict| dict.get(key)) {
            Some(Object::Name(name)) => Some(String::from_utf8_lossy(name).into_owned()),
            _ => None,
        };
        let own = name(b"Subtype").filter(|kind| kind != "Widget").or_else(|| name(b"Type"));
        format!("object {number} ({})", own.or_else(|| self.used_as(number)).unwrap_or_else(|| "unknown".into()))
    }

    /// The key under which a dictionary of the old revision refers to the object. Reads the file once.
    fn used_as(&self, number: u32) -> Option<String> {
        let all = self.pdf.revisions[..=self.before].iter().flat_map(|revision| revision.entries.keys());
        let mut dicts =
            all.filter_map(|other| self.pdf.object(*other, self.before).ok()?).filter_map(|found| found.value.dict().cloned());
        dicts.find_map(|dict| {
            let mut found = None;
            for (key, value) in &dict {
                value.references(&mut |other| {
                    if other == number {
                        found = Some(String::from_utf8_lossy(key).into_owned())
                    }
                });
            }
            found.map(|key| format!("{key} of {}", dict.get(b"Type".as_slice()).map_or("a dictionary".into(), spelled)))
        })
    }

    /// A page that differs only by the unseen widget of a document time stamp.
    fn page(&self, old: &Dict, new: &Dict) -> Result<bool, Wrong> {
        let nothing = Object::List(vec![]);
        let (was, is) = (old.get(b"Annots".as_slice()).unwrap_or(&nothing), new.get(b"Annots".as_slice()).unwrap_or(&nothing));
        Ok(same_but(old, new, &[b"Annots"]) && self.grew(was, is)?)
    }

    /// Whether a list only got more items, each an unseen document time stamp.
    fn grew(&self, old: &Object, new: &Object) -> Result<bool, Wrong> {
        let (old, new) = (self.pdf.resolve(old, self.before)?, self.pdf.resolve(new, self.after)?);
        let (Some(old), Some(new)) = (old.list(), new.list()) else { return Ok(false) };
        let Some(more) = new.strip_prefix(old).filter(|more| more.len() <= CHANGES_MOST) else { return Ok(false) };
        for item in more {
            let value = self.fresh(item)?;
            if !value.dict().map_or(Ok(false), |dict| self.is_unseen_stamp(dict))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn is_unseen_stamp(&self, dict: &Dict) -> Result<bool, Wrong> {
        let flat = dict
            .get(b"Rect".as_slice())
            .and_then(Object::list)
            .is_some_and(|rect| rect.iter().all(|side| *side == Object::Integer(0)));
        let value = self.fresh(dict.get(b"V".as_slice()).unwrap_or(&Object::Null))?;
        let stamp = is_signature(&value) && value.dict().is_some_and(|value| is_named(value, "DocTimeStamp"));
        Ok(flat
            && stamp
            && is_signature_field(dict)
            && !dict.contains_key(b"A".as_slice())
            && !dict.contains_key(b"AA".as_slice()))
    }
}

fn number_of(value: &Object) -> Option<u32> {
    if let Object::Reference(number, _) = value { Some(*number) } else { None }
}

fn is_named(dict: &Dict, name: &str) -> bool {
    dict.get(b"Type".as_slice()).is_some_and(|kind| kind.is_name(name))
}

fn same_but(old: &Dict, new: &Dict, keys: &[&[u8]]) -> bool {
    let rest = |dict: &Dict| {
        dict.iter()
            .filter(|(key, _)| !keys.contains(&key.as_slice()))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect::<Vec<_>>()
    };
    rest(old) == rest(new)
}

/// A signature dictionary (ISO 32000-1, table 252) and nothing that could mean something elsewhere: a field could stand in
/// a page's resources, and then its value would be drawn.
fn is_signature(value: &Object) -> bool {
    const KNOWN: [&str; 18] = [
        "Type",
        "Filter",
        "SubFilter",
        "Contents",
        "Cert",
        "ByteRange",
        "Reference",
        "Changes",
        "Name",
        "Location",
        "Reason",
        "ContactInfo",
        "M",
        "R",
        "V",
        "Prop_Build",
        "Prop_AuthTime",
        "Prop_AuthType",
    ];
    let only = |dict: &Dict| dict.keys().all(|key| KNOWN.iter().any(|known| known.as_bytes() == key));
    value.dict().is_some_and(|dict| dict.contains_key(b"ByteRange".as_slice()) && only(dict))
}

fn spelled(name: &Object) -> String {
    if let Object::Name(name) = name { String::from_utf8_lossy(name).into_owned() } else { "a dictionary".into() }
}
