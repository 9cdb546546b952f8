//! Objects written the plain way.

use super::object::{Dict, Object, is_delimiter, is_space};

pub fn object(out: &mut Vec<u8>, value: &Object) {
    match value {
        Object::Null => out.extend(b"null"),
        Object::Flag(flag) => out.extend(flag.to_string().bytes()),
        Object::Integer(number) => out.extend(number.to_string().bytes()),
        Object::Real(text) => out.extend(text),
        Object::Name(bytes) => name(out, bytes),
        Object::Text(bytes) => text(out, bytes),
        Object::Reference(number, generation) => out.extend(format!("{number} {generation} R").bytes()),
        Object::List(items) => {
            out.push(b'[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(b' ');
                }
                object(out, item);
            }
            out.push(b']');
        }
        Object::Dict(entries) => dict(out, entries),
    }
}

pub fn dict(out: &mut Vec<u8>, entries: &Dict) {
    out.extend(b"<<");
    for (key, value) in entries {
        name(out, key);
        out.push(b' ');
        object(out, value);
    }
    out.extend(b">>");
}

fn name(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'/');
    for &byte in bytes {
        let plain = byte.is_ascii_graphic() && byte != b'#' && !is_delimiter(byte) && !is_space(byte);
        if plain { out.push(byte) } else { out.extend(format!("#{byte:02X}").bytes()) }
    }
}

/// Always in hex: nothing has to be escaped.
pub fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'<');
    let digit = |nibble: u8| b"0123456789ABCDEF"[usize::from(nibble & 15)];
    out.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]));
    out.push(b'>');
}

/// A text for people: ASCII as it is, everything else as UTF-16 with its mark (ISO 32000-1, 7.9.2.2).
pub fn spoken(words: &str) -> Object {
    if words.is_ascii() {
        return Object::Text(words.as_bytes().to_vec());
    }
    let units = std::iter::once(0xfeff).chain(words.encode_utf16());
    Object::Text(units.flat_map(u16::to_be_bytes).collect())
}

/// The reverse of [`spoken`], for what others wrote too: unknown bytes become question marks.
pub fn heard(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => plain.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '?' }).collect(),
    }
}
