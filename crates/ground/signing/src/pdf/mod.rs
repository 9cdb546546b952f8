//! A PDF as its revisions: every increment with its own table of objects (ISO 32000-1, 7.5.4 to 7.5.6).

pub mod object;
pub mod write;

use object::{Dict, Indirect, Object, Reader, Wrong};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Limits that no honest paper reaches; beyond them work could be made to grow without end.
const BYTES_MOST: usize = 64 << 20;
const REVISIONS_MOST: usize = 64;
const OBJECTS_MOST: u32 = 500_000;
/// Objects are read again for each revision and signature: so many times the file, and this much for small ones.
const READ_TIMES: usize = 6;
const READ_LEAST: usize = 4 << 20;

/// Where an object lies: from its number to the next object or the table.
#[derive(Debug, Clone)]
pub enum Entry {
    Used { generation: u16, range: Range<usize> },
    Free,
}

/// One state of the document: the bytes up to `end`.
#[derive(Debug)]
pub struct Revision {
    /// Where its table of objects begins.
    pub table: usize,
    /// Where its last byte (the line end after `%%EOF`) has been.
    pub end: usize,
    pub entries: BTreeMap<u32, Entry>,
    pub trailer: Dict,
}

/// A whole file. Only classic tables: one way to read a file, and the only one PDF/A-1 knows.
pub struct Pdf<'a> {
    pub bytes: &'a [u8],
    /// Oldest first, never empty.
    pub revisions: Vec<Revision>,
    /// Bytes of objects that may still be read: a small file may name one large object again and again.
    left: Cell<usize>,
}

impl<'a> Pdf<'a> {
    /// # Errors
    /// A file that is too large, has no header, compressed tables, bytes after its end, or objects outside of their revision.
    pub fn read(bytes: &'a [u8]) -> Result<Pdf<'a>, Wrong> {
        if bytes.len() > BYTES_MOST {
            return Err("the file is too large".into());
        }
        if !bytes.starts_with(b"%PDF-1.") {
            return Err("the file does not begin as a PDF".into());
        }
        let mut revisions = vec![];
        let mut next = Some(last_table(bytes)?);
        while let Some(at) = next {
            let revision = revision(bytes, at)?;
            next = previous(&revision.trailer)?
                .map(|before| if before < at { Ok(before) } else { Err("tables in a circle") })
                .transpose()?;
            revisions.push(revision);
            if revisions.len() > REVISIONS_MOST {
                return Err("too many revisions".into());
            }
        }
        revisions.reverse();
        place(&mut revisions)?;
        if revisions.last().is_none_or(|last| last.end != bytes.len()) {
            return Err("bytes after the end of the document".into());
        }
        let left = Cell::new(bytes.len() * READ_TIMES + READ_LEAST);
        Ok(Pdf { bytes, revisions, left })
    }

    pub fn last(&self) -> usize {
        self.revisions.len() - 1
    }

    /// The revision in which the object got the form it has at `revision`.
    pub fn written_in(&self, number: u32, revision: usize) -> Option<usize> {
        (0..=revision).rev().find(|&n| self.revisions[n].entries.contains_key(&number))
    }

    /// The object as it is at `revision`; `None` when there is none.
    pub fn object(&self, number: u32, revision: usize) -> Result<Option<Indirect>, Wrong> {
        let Some(n) = self.written_in(number, revision) else { return Ok(None) };
        match &self.revisions[n].entries[&number] {
            Entry::Free => Ok(None),
            Entry::Used { generation, range } => {
                let mut reader = Reader::new(self.bytes, range.clone())?;
                let object = reader.indirect(number, *generation)?;
                let left = self.left.get().checked_sub(reader.at() - range.start).ok_or("objects named too often")?;
                self.left.set(left);
                Ok(Some(object))
            }
        }
    }

    /// What a value stands for: itself, or the object it refers to.
    pub fn resolve(&self, value: &Object, revision: usize) -> Result<Object, Wrong> {
        match value {
            Object::Reference(number, _) => Ok(self.object(*number, revision)?.map_or(Object::Null, |found| found.value)),
            other => Ok(other.clone()),
        }
    }

    /// The number of the catalog.
    pub fn root(&self, revision: usize) -> Result<u32, Wrong> {
        match self.revisions[revision].trailer.get(b"Root".as_slice()) {
            Some(Object::Reference(number, _)) => Ok(*number),
            _ => Err("no catalog".into()),
        }
    }

    pub fn catalog(&self, revision: usize) -> Result<Dict, Wrong> {
        match self.object(self.root(revision)?, revision)?.map(|found| found.value) {
            Some(Object::Dict(dict)) => Ok(dict),
            _ => Err("no catalog".into()),
        }
    }
}

fn last_table(bytes: &[u8]) -> Result<usize, Wrong> {
    let from = bytes.len().saturating_sub(64);
    let word = b"startxref";
    let at = bytes[from..].windows(word.len()).rposition(|window| window == word).ok_or("no end of the document")?;
    Reader::new(bytes, from + at + word.len()..bytes.len())?.number()
}

fn revision(bytes: &[u8], at: usize) -> Result<Revision, Wrong> {
    let mut reader = Reader::new(bytes, at..bytes.len())?;
    if !reader.takes("xref") {
        return Err("the table of objects is compressed or not where it should be".into());
    }
    let entries = entries(&mut reader)?;
    let trailer = reader.object()?;
    reader.expect("startxref")?;
    if reader.number::<usize>()? != at {
        return Err("a table that points to another one".into());
    }
    reader.skip_blank();
    if !reader.takes("%%EOF") {
        return Err("no end mark".into());
    }
    let _ = reader.takes("\r\n") || reader.takes("\n") || reader.takes("\r");
    let trailer = trailer.dict().cloned().ok_or("no trailer")?;
    if trailer.contains_key(b"XRefStm".as_slice()) || trailer.contains_key(b"Encrypt".as_slice()) {
        return Err("an encrypted or two-fold document".into());
    }
    Ok(Revision { table: at, end: reader.at(), entries, trailer })
}

/// Until the trailer: groups of `first count`, each line `offset generation n|f`.
fn entries(reader: &mut Reader) -> Result<BTreeMap<u32, Entry>, Wrong> {
    let mut all = BTreeMap::new();
    loop {
        reader.skip_space();
        if reader.takes("trailer") {
            return Ok(all);
        }
        let (first, count) = (reader.number::<u32>()?, reader.number::<u32>()?);
        if first > OBJECTS_MOST || count > OBJECTS_MOST {
            return Err("too many objects".into());
        }
        for number in first..first + count {
            let (offset, generation) = (reader.number::<usize>()?, reader.number::<u16>()?);
            reader.skip_space();
            let entry = match (reader.takes("n"), reader.takes("f")) {
                (true, _) => Entry::Used { generation, range: offset..offset },
                (_, true) => Entry::Free,
                _ => return Err("a broken table of objects".into()),
            };
            if all.insert(number, entry).is_some() {
                return Err("an object listed twice".into());
            }
        }
    }
}

fn previous(trailer: &Dict) -> Result<Option<usize>, Wrong> {
    match trailer.get(b"Prev".as_slice()) {
        None => Ok(None),
        Some(value) => {
            let at = value.integer().and_then(|at| usize::try_from(at).ok());
            at.map(Some).ok_or_else(|| "a broken chain of revisions".into())
        }
    }
}

/// Gives every object its range. Objects of a revision lie in its own bytes and apart from each other, so that no
/// bytes are read as two objects and reading all of them costs no more than reading the file once.
fn place(revisions: &mut [Revision]) -> Result<(), Wrong> {
    let mut start = 0;
    for revision in revisions {
        if revision.table < start {
            return Err("revisions that overlap".into());
        }
        let mut marks = BTreeSet::from([revision.table]);
        for entry in revision.entries.values() {
            let Entry::Used { range, .. } = entry else { continue };
            if range.start < start || range.start >= revision.table || !marks.insert(range.start) {
                return Err("an object outside of its revision".into());
            }
        }
        for entry in revision.entries.values_mut() {
            let Entry::Used { range, .. } = entry else { continue };
            range.end = marks.range(range.start + 1..).next().copied().unwrap_or(revision.table);
        }
        start = revision.end;
    }
    Ok(())
}
