//! Bytes as text: marks of order, UTF-8, and what old exports are written in.

use crate::repairs::{Repair, RepairKind};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a document is searched for the encoding that it names.
const HEAD: usize = 200;
/// How much is told on each side of what was mended.
const AROUND: usize = 30;

/// The text of a document. UTF-8 is tried before the encoding that the document names, since many name one and write
/// another; a line that is not UTF-8 amid lines that are is read on its own.
pub fn decode(bytes: &[u8], repairs: &mut Vec<Repair>) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        repairs.push(Repair::new(RepairKind::Mark, "", encoding.name()));
        let rest = &bytes[length..];
        return if encoding == UTF_8 { lines(rest, WINDOWS_1252, repairs) } else { decoded(rest, encoding, repairs) };
    }
    if let Some(encoding) = without_mark(bytes) {
        return decoded(bytes, encoding, repairs);
    }
    let named = named(bytes).filter(|encoding| *encoding != UTF_8).unwrap_or(WINDOWS_1252);
    lines(bytes, named, repairs)
}

/// UTF-16 without its mark: every other byte of the first signs is nothing.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some(UTF_16LE),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some(UTF_16BE),
        _ => None,
    }
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, repairs: &mut Vec<Repair>) -> String {
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    if wrong {
        repairs.push(Repair::new(RepairKind::Encoding, "", encoding.name()));
    }
    text.into_owned()
}

fn lines(bytes: &[u8], otherwise: &'static Encoding, repairs: &mut Vec<Repair>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let mut all = String::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(text) => all.push_str(text),
            Err(wrong) => {
                let (text, _) = otherwise.decode_without_bom_handling(line);
                let from = wrong.valid_up_to().saturating_sub(AROUND);
                let (around, _) = otherwise.decode_without_bom_handling(&line[from..line.len().min(from + 2 * AROUND)]);
                repairs.push(Repair::new(RepairKind::Encoding, "", &format!("{}: {}", otherwise.name(), around.trim())));
                all.push_str(&text);
            }
        }
    }
    all
}

/// The encoding in the declaration of an XML document.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).into_owned();
    let declaration = head.strip_prefix("<?xml")?.split("?>").next()?;
    let (_, said) = declaration.split_once("encoding=")?;
    let quote = said.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    Encoding::for_label(said[1..].split(quote).next()?.as_bytes())
}
