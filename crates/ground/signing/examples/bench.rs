//! A signing bench for the outside checks in `tests/papers` and for the demo:
//! `bench make FOLDER` · `bench sign IN OUT FIELD TOKEN.pem [TSA.pem]` · `bench open …` (room for a stamp) ·
//! `bench augment IN OUT FIELD TSA.pem` · `bench verify FILE ROOT.pem` · `bench speed FILE FIELD`
//! · `bench answer REQUEST ANSWER TSA.pem` (a time stamp authority) · `bench replace IN OUT` (the attack: another page content by an increment).

use signing::{Authority, Intent, Key, Purpose, TimeStamper, Token, augment, make, sign, sign_with_room, verify};
use std::error::Error;
use std::fs;
use std::io::Write;
use std::time::Instant;

/// 12 March 2026: when the demo signs.
const WHEN: i64 = 1_773_306_000;
const FROM: i64 = WHEN - 86_400;
type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", folder] => certificates(folder),
        ["sign", from, to, field, token] => signed(from, to, field, token, None),
        ["open", from, to, field, token] => with_room(from, to, field, token),
        ["augment", from, to, field, tsa] => augmented(from, to, field, tsa),
        ["sign", from, to, field, token, tsa] => signed(from, to, field, token, Some(tsa)),
        ["verify", file, root] => judged(file, root),
        ["speed", file, field] => speed(file, field),
        ["answer", request, answer, tsa] => {
            let authority = Authority { key: open(tsa)?, clock: || WHEN + 60 };
            Ok(fs::write(answer, authority.answer(&fs::read(request)?)?)?)
        }
        ["replace", from, to] => replaced(from, to),
        _ => Err("see the first lines of this example".into()),
    }
}

fn say(words: std::fmt::Arguments) -> Done {
    Ok(writeln!(std::io::stdout(), "{words}")?)
}

fn certificates(folder: &str) -> Done {
    let root = make("Racine de démonstration", Purpose::Root, None, FROM, 3650)?;
    fs::write(format!("{folder}/root.pem"), root.to_pem(None)?)?;
    let members = [
        ("president", "عبد السلام المثالي", Purpose::Signer),
        ("director", "Khadija El Mitalia", Purpose::Signer),
        ("tsa", "Horodatage interne", Purpose::TimeStamp),
    ];
    for (file, name, purpose) in members {
        let token = make(name, purpose, Some(&root), FROM, 3650)?;
        fs::write(format!("{folder}/{file}.pem"), token.to_pem(None)?)?;
    }
    Ok(())
}

fn open(path: &str) -> Result<Token, Box<dyn Error>> {
    Ok(Token::open(&fs::read_to_string(path)?, None)?)
}

fn signed(from: &str, to: &str, field: &str, token: &str, tsa: Option<&str>) -> Done {
    let key = open(token)?;
    let authority = tsa.map(open).transpose()?.map(|key| Authority { key, clock: || WHEN + 60 });
    let intent = Intent { reason: "موافقة", location: "عين المثال", when: WHEN };
    let stamp = authority.as_ref().map(|authority| authority as &dyn TimeStamper);
    Ok(fs::write(to, sign(&fs::read(from)?, field, &intent, &key, stamp)?)?)
}

fn with_room(from: &str, to: &str, field: &str, token: &str) -> Done {
    let key = Token::open(&fs::read_to_string(token)?, None)?;
    let intent = Intent { reason: "", location: "Salé", when: WHEN };
    Ok(fs::write(to, sign_with_room(&fs::read(from)?, field, &intent, &key)?)?)
}

fn augmented(from: &str, to: &str, field: &str, tsa: &str) -> Done {
    let authority = Authority { key: Token::open(&fs::read_to_string(tsa)?, None)?, clock: || WHEN };
    Ok(fs::write(to, augment(&fs::read(from)?, field, &authority)?)?)
}

/// Exits with an error when the document does not hold.
fn judged(file: &str, root: &str) -> Done {
    let roots = open(root)?.chain().to_vec();
    let report = verify(&fs::read(file)?, &roots);
    say(format_args!("{report:#?}"))?;
    if report.holds() { Ok(()) } else { Err("the document does not hold".into()) }
}

fn speed(file: &str, field: &str) -> Done {
    let (pdf, key) = (fs::read(file)?, make("speed", Purpose::Signer, None, FROM, 10)?);
    let intent = Intent { reason: "", location: "", when: WHEN };
    let rounds = 200;
    let start = Instant::now();
    let mut last = vec![];
    for _ in 0..rounds {
        last = sign(&pdf, field, &intent, &key, None)?;
    }
    let each = start.elapsed() / rounds;
    let start = Instant::now();
    for _ in 0..rounds {
        verify(&last, key.chain());
    }
    say(format_args!("sign {each:?}, verify {:?}, {} bytes", start.elapsed() / rounds, last.len()))
}

/// Appends an increment in which the first content stream of the file is another one.
fn replaced(from: &str, to: &str) -> Done {
    let mut pdf = fs::read(from)?;
    let text = String::from_utf8_lossy(&pdf).into_owned();
    let after = |word: &str| text.rfind(word).map(|at| text[at + word.len()..].trim_start());
    let number =
        |word: &str| after(word).and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()).unwrap_or_default().to_owned();
    let content =
        text.find("/Contents ").map(|at| &text[at + 10..]).and_then(|rest| rest.split(' ').next()).unwrap_or_default().to_owned();
    let (previous, root, at) = (number("startxref"), number("/Root"), pdf.len());
    let (info, size) = (number("/Info"), number("/Size"));
    let id = after("/ID").and_then(|rest| rest.split(']').next()).unwrap_or("[").to_owned() + "]";
    pdf.extend(format!("{content} 0 obj\n<</Length 27>>\nstream\n1 0 0 rg 0 0 595 842 re f  \nendstream\nendobj\n").bytes());
    let table = pdf.len();
    pdf.extend(format!("xref\n{content} 1\n{at:010} 00000 n \ntrailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R/ID {id}/Prev {previous}>>\nstartxref\n{table}\n%%EOF\n").bytes());
    Ok(fs::write(to, pdf)?)
}
