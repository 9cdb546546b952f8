//! What the tests share: a paper with two empty fields, a small circle of keys, and a pen for forbidden increments.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]
#![allow(dead_code, reason = "each test file uses its own part")]

use signing::{Authority, Intent, Purpose, Token, make, sign};

/// 12 March 2026, 09:00 UTC.
pub const WHEN: i64 = 1_773_306_000;
/// A paper of the `papers` crate with the fields `president` and `director`.
pub const PAPER: &[u8] = include_bytes!("../fixtures/paper.pdf");

pub struct Circle {
    pub root: Token,
    pub president: Token,
    pub director: Token,
    pub tsa: Authority<Token, fn() -> i64>,
}

pub fn member(name: &str, purpose: Purpose, root: &Token) -> Token {
    make(name, purpose, Some(root), WHEN - 86_400, 365).unwrap()
}

pub fn circle() -> Circle {
    let root = make("الجذر", Purpose::Root, None, WHEN - 86_400, 3650).unwrap();
    let tsa = Authority { key: member("TSA", Purpose::TimeStamp, &root), clock: (|| WHEN + 60) as fn() -> i64 };
    Circle {
        president: member("الرئيس", Purpose::Signer, &root),
        director: member("Directrice, services", Purpose::Signer, &root),
        tsa,
        root,
    }
}

pub fn intent() -> Intent<'static> {
    Intent { reason: "موافقة", location: "Azilal", when: WHEN }
}

impl Circle {
    pub fn trust(&self) -> Vec<Vec<u8>> {
        use signing::Key;
        self.root.chain().to_vec()
    }

    pub fn signed_once(&self) -> Vec<u8> {
        sign(PAPER, "president", &intent(), &self.president, None).unwrap()
    }

    pub fn signed_twice(&self) -> Vec<u8> {
        sign(&self.signed_once(), "director", &intent(), &self.director, None).unwrap()
    }
}

/// The number behind the last `word`.
pub fn number_after(pdf: &[u8], word: &str) -> usize {
    let text = String::from_utf8_lossy(pdf).into_owned();
    let rest = &text[text.rfind(word).unwrap() + word.len()..];
    rest.trim_start().split(|letter: char| !letter.is_ascii_digit()).next().unwrap().parse().unwrap()
}

/// Appends an increment with these objects; `None` removes one.
pub fn append(pdf: &[u8], objects: &[(usize, Option<&str>)]) -> Vec<u8> {
    append_with(pdf, objects, "Info")
}

/// The same, with another key instead of `/Info` in the trailer.
pub fn append_with(pdf: &[u8], objects: &[(usize, Option<&str>)], info: &str) -> Vec<u8> {
    let mut out = pdf.to_vec();
    let mut table = String::from("xref\n");
    for (number, body) in objects {
        match body {
            Some(body) => {
                table += &format!("{number} 1\n{:010} 00000 n \n", out.len());
                out.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
            }
            None => table += &format!("{number} 1\n0000000000 00001 f \n"),
        }
    }
    let at = out.len();
    let id = {
        let text = String::from_utf8_lossy(pdf).into_owned();
        let rest = &text[text.rfind("/ID").unwrap() + 3..];
        rest[..=rest.find(']').unwrap()].to_owned()
    };
    let (root, properties, previous) = (number_after(pdf, "/Root"), number_after(pdf, "/Info"), number_after(pdf, "startxref"));
    out.extend(table.bytes());
    out.extend(
        format!(
            "trailer\n<</Size 900/Root {root} 0 R/{info} {properties} 0 R/ID {id}/Prev {previous}>>\nstartxref\n{at}\n%%EOF\n"
        )
        .bytes(),
    );
    out
}

/// The body of an object as it stands in the file, without `obj` and `endobj`.
pub fn body(pdf: &[u8], number: usize) -> String {
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    let head = format!("\n{number} 0 obj");
    let rest = &text[text.rfind(&head).unwrap() + head.len()..];
    rest[..rest.find("endobj").unwrap()].trim().to_owned()
}

/// The number of the object whose dictionary has these words.
pub fn object_with(pdf: &[u8], words: &str) -> usize {
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    let before = &text[..text.find(words).unwrap()];
    let line = &before[..before.rfind(" 0 obj").unwrap()];
    line[line.rfind('\n').unwrap() + 1..].parse().unwrap()
}
