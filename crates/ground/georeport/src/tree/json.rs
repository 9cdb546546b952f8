//! JSON, read with patience: numbers keep their signs as they were written (`001`, twenty digits), names may repeat, and what
//! the standard forbids but exports contain is mended and counted.

use super::{DEEPEST, Tree, Unreadable};
use crate::repairs::{Repair, RepairKind};
use std::iter::Peekable;
use std::str::CharIndices;

struct Reading<'a, 'b> {
    text: &'a str,
    signs: Peekable<CharIndices<'a>>,
    repairs: &'b mut Vec<Repair>,
}

/// One value, or several lines with a value each.
pub fn read(text: &str, repairs: &mut Vec<Repair>) -> Result<Tree, Unreadable> {
    let mut reading = Reading { text, signs: text.char_indices().peekable(), repairs };
    let mut all = vec![reading.value(0)?];
    while reading.next_sign().is_some() {
        all.push(reading.value(0)?);
    }
    Ok(if all.len() == 1 { all.remove(0) } else { Tree::List(all) })
}

impl Reading<'_, '_> {
    /// The next sign that is no blank, without taking it.
    fn next_sign(&mut self) -> Option<char> {
        while self.signs.peek().is_some_and(|(_, sign)| sign.is_whitespace()) {
            self.signs.next();
        }
        self.signs.peek().map(|(_, sign)| *sign)
    }

    fn wrong<T>(&mut self, wanted: &str) -> Result<T, Unreadable> {
        let at = self.signs.peek().map_or(self.text.len(), |(at, _)| *at);
        let line = self.text[..at].bytes().filter(|byte| *byte == b'\n').count() + 1;
        Err(Unreadable(format!("line {line}: {wanted}")))
    }

    fn mended(&mut self, was: &str) {
        self.repairs.push(Repair::new(RepairKind::Signs, "", was));
    }

    fn value(&mut self, depth: usize) -> Result<Tree, Unreadable> {
        if depth > DEEPEST {
            return self.wrong("nested too deep");
        }
        match self.next_sign() {
            Some('{') => self.fields(depth),
            Some('[') => self.list(depth),
            Some('"') => Ok(Tree::Text(self.string()?)),
            Some(sign) if sign.is_alphanumeric() || matches!(sign, '-' | '+' | '.') => self.bare(),
            _ => self.wrong("a value is missing"),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Tree, Unreadable> {
        self.signs.next();
        let mut items = Vec::new();
        loop {
            if self.closes(']', !items.is_empty())? {
                return Ok(Tree::List(items));
            }
            items.push(self.value(depth + 1)?);
        }
    }

    fn fields(&mut self, depth: usize) -> Result<Tree, Unreadable> {
        self.signs.next();
        let mut fields = Vec::new();
        loop {
            if self.closes('}', !fields.is_empty())? {
                return Ok(Tree::Fields(fields));
            }
            if self.next_sign() != Some('"') {
                return self.wrong("a name is missing");
            }
            let name = self.string()?;
            if self.next_sign() != Some(':') {
                return self.wrong("a colon is missing");
            }
            self.signs.next();
            fields.push((name, self.value(depth + 1)?));
        }
    }

    /// Whether the list or object ends here; else takes the comma that must stand between its parts.
    fn closes(&mut self, end: char, begun: bool) -> Result<bool, Unreadable> {
        if self.next_sign() == Some(end) {
            self.signs.next();
            return Ok(true);
        }
        if !begun {
            return Ok(false);
        }
        if self.next_sign() != Some(',') {
            return self.wrong("a comma is missing");
        }
        self.signs.next();
        if self.next_sign() == Some(end) {
            self.signs.next();
            self.mended(&format!(",{end}"));
            return Ok(true);
        }
        Ok(false)
    }

    /// A number or a word without quotes, as it stands.
    fn bare(&mut self) -> Result<Tree, Unreadable> {
        let mut word = String::new();
        while let Some((_, sign)) = self.signs.next_if(|(_, sign)| sign.is_alphanumeric() || matches!(sign, '-' | '+' | '.')) {
            word.push(sign);
        }
        match word.as_str() {
            "null" => Ok(Tree::Null),
            "true" | "false" => Ok(Tree::Text(word)),
            "NaN" | "undefined" | "None" | "Infinity" | "-Infinity" => {
                self.mended(&word);
                Ok(Tree::Null)
            }
            "True" | "False" => {
                self.mended(&word);
                Ok(Tree::Text(word.to_lowercase()))
            }
            _ if word.parse::<f64>().is_ok() && word.starts_with(|sign: char| sign.is_ascii_digit() || "-+.".contains(sign)) => {
                let digits = word.trim_start_matches('-');
                if digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.") || word.starts_with(['+', '.']) {
                    self.mended(&word);
                }
                Ok(Tree::Text(word))
            }
            _ => self.wrong("neither a number nor a known word"),
        }
    }

    fn string(&mut self) -> Result<String, Unreadable> {
        self.signs.next();
        let mut text = String::new();
        loop {
            match self.signs.next() {
                None => return self.wrong("a text does not end"),
                Some((_, '"')) => return Ok(text),
                Some((_, '\\')) => self.escaped(&mut text)?,
                Some((_, sign)) => {
                    if sign < ' ' {
                        self.mended(&sign.escape_default().to_string());
                    }
                    text.push(sign);
                }
            }
        }
    }

    fn escaped(&mut self, text: &mut String) -> Result<(), Unreadable> {
        let sign = match self.signs.next() {
            Some((_, 'n')) => '\n',
            Some((_, 'r')) => '\r',
            Some((_, 't')) => '\t',
            Some((_, 'b')) => '\u{8}',
            Some((_, 'f')) => '\u{c}',
            Some((_, 'u')) => self.unit_or_pair()?,
            Some((_, sign @ ('"' | '\\' | '/'))) => sign,
            Some((_, other)) => {
                self.mended(&format!("\\{other}"));
                text.push('\\');
                other
            }
            None => return self.wrong("a text does not end"),
        };
        text.push(sign);
        Ok(())
    }

    /// Four digits, or twice four for a sign beyond them. Half a pair is no sign.
    fn unit_or_pair(&mut self) -> Result<char, Unreadable> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or_else(|| self.half(first)));
        }
        let rest = self.signs.peek().map_or("", |(at, _)| &self.text[*at..]);
        if !rest.starts_with("\\u") {
            return Ok(self.half(first));
        }
        self.signs.next();
        self.signs.next();
        let second = self.unit()?;
        let joined = (0xdc00..0xe000).contains(&second).then(|| 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        Ok(joined.and_then(char::from_u32).unwrap_or_else(|| self.half(first)))
    }

    fn half(&mut self, unit: u32) -> char {
        self.mended(&format!("\\u{unit:04x}"));
        char::REPLACEMENT_CHARACTER
    }

    fn unit(&mut self) -> Result<u32, Unreadable> {
        let mut number = 0;
        for _ in 0..4 {
            match self.signs.next().and_then(|(_, sign)| sign.to_digit(16)) {
                Some(digit) => number = number * 16 + digit,
                None => return self.wrong("four digits are missing"),
            }
        }
        Ok(number)
    }
}
