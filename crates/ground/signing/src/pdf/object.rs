//! Objects of a PDF (ISO 32000-1, 7.3), read strictly: what two readers could understand differently is refused.

use std::collections::BTreeMap;
use std::ops::Range;

/// Deeper nesting than any honest file has.
const DEPTH_MOST: usize = 40;
/// A list takes many times the room in memory that it takes in the file.
const ITEMS_MOST: usize = 50_000;

pub type Dict = BTreeMap<Vec<u8>, Object>;

#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    Null,
    Flag(bool),
    Integer(i64),
    /// As written: two ways to write a number are two numbers here.
    Real(Vec<u8>),
    Name(Vec<u8>),
    Text(Vec<u8>),
    List(Vec<Object>),
    Dict(Dict),
    Reference(u32, u16),
}

impl Object {
    pub fn dict(&self) -> Option<&Dict> {
        if let Object::Dict(dict) = self { Some(dict) } else { None }
    }

    pub fn list(&self) -> Option<&[Object]> {
        if let Object::List(list) = self { Some(list) } else { None }
    }

    pub fn text(&self) -> Option<&[u8]> {
        if let Object::Text(text) = self { Some(text) } else { None }
    }

    pub fn integer(&self) -> Option<i64> {
        if let Object::Integer(value) = self { Some(*value) } else { None }
    }

    pub fn is_name(&self, name: &str) -> bool {
        matches!(self, Object::Name(own) if own == name.as_bytes())
    }

    /// Calls `see` with the number of every object referred to.
    pub fn references(&self, see: &mut impl FnMut(u32)) {
        match self {
            Object::Reference(number, _) => see(*number),
            Object::List(list) => list.iter().for_each(|item| item.references(see)),
            Object::Dict(dict) => dict.values().for_each(|item| item.references(see)),
            _ => {}
        }
    }
}

/// An object with its number, and where its parts lie in the file.
#[derive(Debug, Clone)]
pub struct Indirect {
    pub value: Object,
    /// The bytes from the word `stream` to the end of the object.
    pub stream: Option<Range<usize>>,
    /// Where the text of a `/Contents` key stands, brackets included.
    pub contents: Option<Range<usize>>,
}

/// A place in the file from which objects are read, never beyond `end`.
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    contents: Option<Range<usize>>,
}

/// What was wrong, in a few words for the report.
pub type Wrong = String;
type Read<T> = Result<T, Wrong>;

pub fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

pub fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8], range: Range<usize>) -> Read<Reader<'a>> {
        let bytes = bytes.get(..range.end).filter(|bytes| range.start <= bytes.len()).ok_or("a place outside of the file")?;
        Ok(Reader { bytes, at: range.start, depth: 0, contents: None })
    }

    pub fn at(&self) -> usize {
        self.at
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn wrong<T>(&self, what: &str) -> Read<T> {
        Err(format!("{what} at byte {}", self.at))
    }

    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => self.at += self.bytes[self.at..].iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count(),
                byte if is_space(byte) => self.at += 1,
                _ => break,
            }
        }
    }

    /// Steps over white space without comments: `%%EOF` is one.
    pub fn skip_blank(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Steps over the word if it is the next one.
    pub fn takes(&mut self, word: &str) -> bool {
        let found = self.bytes[self.at..].starts_with(word.as_bytes());
        self.at += if found { word.len() } else { 0 };
        found
    }

    pub fn expect(&mut self, word: &str) -> Read<()> {
        self.skip_space();
        if self.takes(word) { Ok(()) } else { self.wrong(&format!("no “{word}”")) }
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    /// An unsigned number of plain digits.
    pub fn number<N: std::str::FromStr>(&mut self) -> Read<N> {
        self.skip_space();
        let word = self.regular();
        let digits = !word.is_empty() && word.iter().all(u8::is_ascii_digit);
        let number = std::str::from_utf8(word).ok().filter(|_| digits).and_then(|word| word.parse().ok());
        number.map_or_else(|| self.wrong("no number"), Ok)
    }

    /// `12 0 obj … endobj`.
    pub fn indirect(&mut self, number: u32, generation: u16) -> Read<Indirect> {
        if self.number::<u32>()? != number || self.number::<u16>()? != generation {
            return self.wrong("another object than the table says");
        }
        self.expect("obj")?;
        let value = self.object()?;
        self.skip_space();
        let stream = if value.dict().is_some() && self.takes("stream") {
            Some(self.at..self.bytes.len())
        } else {
            self.expect("endobj")?;
            None
        };
        Ok(Indirect { value, stream, contents: self.contents.take() })
    }

    pub fn object(&mut self) -> Read<Object> {
        self.skip_space();
        match self.peek() {
            Some(b'/') => self.name().map(Object::Name),
            Some(b'(') => self.literal().map(Object::Text),
            Some(b'[') => self.deeper(Reader::list),
            Some(b'<') if self.bytes.get(self.at + 1) == Some(&b'<') => self.deeper(Reader::dict),
            Some(b'<') => self.hex().map(Object::Text),
            Some(byte) if byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.') => self.numeric(),
            _ => self.word(),
        }
    }

    fn deeper(&mut self, read: fn(&mut Self) -> Read<Object>) -> Read<Object> {
        self.depth += 1;
        if self.depth > DEPTH_MOST {
            return self.wrong("nesting too deep");
        }
        let object = read(self);
        self.depth -= 1;
        object
    }

    fn word(&mut self) -> Read<Object> {
        match self.regular() {
            b"true" => Ok(Object::Flag(true)),
            b"false" => Ok(Object::Flag(false)),
            b"null" => Ok(Object::Null),
            _ => self.wrong("no object"),
        }
    }

    fn numeric(&mut self) -> Read<Object> {
        let word = self.regular();
        let text = std::str::from_utf8(word).map_err(|_| "a number of strange letters")?;
        if let Ok(value) = text.parse::<i64>() {
            return Ok(self.reference(value).unwrap_or(Object::Integer(value)));
        }
        let real = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
        if real { Ok(Object::Real(word.to_vec())) } else { self.wrong("no number") }
    }

    /// After a whole number: is it the first of `12 0 R`?
    fn reference(&mut self, number: i64) -> Option<Object> {
        let back = self.at;
        let number = u32::try_from(number).ok()?;
        let generation = self.number::<u16>().ok().filter(|_| {
            self.skip_space();
            self.regular() == b"R"
        });
        if generation.is_none() {
            self.at = back;
        }
        generation.map(|generation| Object::Reference(number, generation))
    }

    fn name(&mut self) -> Read<Vec<u8>> {
        self.at += 1;
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw.iter();
        while let Some(&byte) = rest.next() {
            if byte != b'#' {
                name.push(byte);
                continue;
            }
            let pair = (rest.next().copied().and_then(nibble), rest.next().copied().and_then(nibble));
            let (Some(high), Some(low)) = pair else { return self.wrong("a name with a broken escape") };
            name.push(high << 4 | low);
        }
        Ok(name)
    }

    fn hex(&mut self) -> Read<Vec<u8>> {
        self.at += 1;
        let rest = &self.bytes[self.at..];
        let Some(length) = rest.iter().position(|byte| *byte == b'>') else { return self.wrong("a text without end") };
        let mut text = Vec::with_capacity(length / 2);
        let mut high = None;
        for &byte in rest[..length].iter().filter(|byte| !is_space(**byte)) {
            let Some(value) = nibble(byte) else { return self.wrong("a letter that is no hex digit") };
            match high.take() {
                None => high = Some(value),
                Some(first) => text.push(first << 4 | value),
            }
        }
        text.extend(high.map(|first| first << 4));
        self.at += length + 1;
        Ok(text)
    }

    fn literal(&mut self) -> Read<Vec<u8>> {
        let (mut text, mut open) = (Vec::new(), 0usize);
        loop {
            let Some(byte) = self.peek() else { return self.wrong("a text without end") };
            self.at += 1;
            match byte {
                b'\\' => text.extend(self.escape()),
                b'(' if open == 0 => open = 1,
                b')' if open == 1 => return Ok(text),
                _ => {
                    open = open + usize::from(byte == b'(') - usize::from(byte == b')');
                    text.push(byte);
                }
            }
        }
    }

    fn escape(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\r' => {
                self.takes("\n");
                None
            }
            b'\n' => None,
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                Some((value & 0xff) as u8)
            }
            other => Some(other),
        }
    }

    fn list(&mut self) -> Read<Object> {
        self.at += 1;
        let mut list = Vec::new();
        loop {
            self.skip_space();
            if self.takes("]") {
                return Ok(Object::List(list));
            }
            if list.len() == ITEMS_MOST {
                return self.wrong("too long a list");
            }
            list.push(self.object()?);
        }
    }

    fn dict(&mut self) -> Read<Object> {
        self.at += 2;
        let mut dict = Dict::new();
        loop {
            self.skip_space();
            if self.takes(">>") {
                return Ok(Object::Dict(dict));
            }
            if self.peek() != Some(b'/') {
                return self.wrong("no key");
            }
            let key = self.name()?;
            self.skip_space();
            let start = self.at;
            let value = self.object()?;
            if self.depth == 1 && key == b"Contents" {
                self.contents = Some(start..self.at);
            }
            if dict.len() == ITEMS_MOST {
                return self.wrong("too long a dictionary");
            }
            if dict.insert(key, value).is_some() {
                return self.wrong("a key given twice");
            }
        }
    }
}

fn nibble(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
