//! A graph of facts about things, written as Turtle and as JSON-LD from the same triples, so that both say the same.

use kernel::{Label, Lang};
use platform::Json;
use platform::json::{Map, json};
use std::collections::HashMap;
use std::fmt::Write;

/// The vocabularies that names are taken from, by prefix.
const PREFIXES: [(&str, &str); 12] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// A name of a vocabulary, such as `dct:title`; only ever written in this program.
pub type Name = &'static str;

#[derive(Debug, Clone, PartialEq)]
enum Value {
    Thing(String),
    Text(String, Lang),
    Plain(String),
    Typed(String, Name),
}

#[derive(Debug, Clone, PartialEq)]
struct Thing {
    address: String,
    classes: Vec<Name>,
    said: Vec<(Name, Value)>,
}

/// Things in the order in which they were first spoken of; nothing is said twice of one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    things: Vec<Thing>,
    places: HashMap<String, usize>,
}

impl Graph {
    /// To say something of a thing, new or known.
    pub fn about(&mut self, address: &str) -> About<'_> {
        let address = clean(address);
        let place = *self.places.entry(address.clone()).or_insert(self.things.len());
        if place == self.things.len() {
            self.things.push(Thing { address, classes: Vec::new(), said: Vec::new() });
        }
        About(&mut self.things[place])
    }

    pub fn turtle(&self) -> String {
        let mut out = String::new();
        for (prefix, address) in PREFIXES {
            let _ = writeln!(out, "@prefix {prefix}: <{address}> .");
        }
        for thing in &self.things {
            let mut lines: Vec<String> = Vec::new();
            if !thing.classes.is_empty() {
                lines.push(format!("a {}", thing.classes.join(", ")));
            }
            for of_name in thing.said.chunk_by(|(one, _), (next, _)| one == next) {
                let values: Vec<String> = of_name.iter().map(|(_, value)| value.turtle()).collect();
                lines.extend(of_name.first().map(|(name, _)| format!("{name} {}", values.join(", "))));
            }
            if !lines.is_empty() {
                let _ = writeln!(out, "\n<{}> {} .", thing.address, lines.join(" ;\n    "));
            }
        }
        out
    }

    pub fn json_ld(&self) -> Json {
        let context: Map<String, Json> =
            PREFIXES.iter().map(|(prefix, address)| ((*prefix).to_owned(), json!(address))).collect();
        json!({ "@context": context, "@graph": self.things.iter().map(Thing::json_ld).collect::<Vec<_>>() })
    }
}

impl Thing {
    fn json_ld(&self) -> Json {
        let mut object = Map::new();
        object.insert("@id".into(), json!(self.address));
        if !self.classes.is_empty() {
            object.insert("@type".into(), json!(self.classes));
        }
        for (name, value) in &self.said {
            if let Json::Array(values) = object.entry(*name).or_insert_with(|| json!([])) {
                values.push(value.json_ld());
            }
        }
        Json::Object(object)
    }
}

impl Value {
    fn turtle(&self) -> String {
        match self {
            Value::Thing(address) => format!("<{address}>"),
            Value::Text(text, lang) => format!("{}@{}", quoted(text), lang.code()),
            Value::Plain(text) => quoted(text),
            Value::Typed(text, name) => format!("{}^^{name}", quoted(text)),
        }
    }

    fn json_ld(&self) -> Json {
        match self {
            Value::Thing(address) => json!({ "@id": address }),
            Value::Text(text, lang) => json!({ "@value": text, "@language": lang.code() }),
            Value::Plain(text) => json!({ "@value": text }),
            Value::Typed(text, name) => json!({ "@value": text, "@type": name }),
        }
    }
}

/// What is being said of one thing.
pub struct About<'a>(&'a mut Thing);

impl About<'_> {
    pub fn is(self, class: Name) -> Self {
        if !self.0.classes.contains(&class) {
            self.0.classes.push(class);
        }
        self
    }

    fn says(self, name: Name, value: Value) -> Self {
        let pair = (name, value);
        if !self.0.said.contains(&pair) {
            self.0.said.push(pair);
        }
        self
    }

    pub fn points(self, name: Name, address: &str) -> Self {
        let address = clean(address);
        self.says(name, Value::Thing(address))
    }

    /// A text in every language that has it.
    pub fn label(mut self, name: Name, label: &Label) -> Self {
        for (text, lang) in texts(label) {
            self = self.text(name, text, lang);
        }
        self
    }

    pub fn text(self, name: Name, text: &str, lang: Lang) -> Self {
        self.says(name, Value::Text(text.to_owned(), lang))
    }

    pub fn plain(self, name: Name, text: &str) -> Self {
        self.says(name, Value::Plain(text.to_owned()))
    }

    pub fn typed(self, name: Name, text: &str, datatype: Name) -> Self {
        self.says(name, Value::Typed(text.to_owned(), datatype))
    }
}

/// The texts of a label with their languages.
pub fn texts(label: &Label) -> impl Iterator<Item = (&str, Lang)> {
    Lang::ALL.into_iter().filter_map(|lang| {
        let (text, shown) = label.show(lang);
        (shown == lang && !text.is_empty()).then_some((text, lang))
    })
}

/// An address with what may not stand in one (RFC 3987; Turtle, IRIREF) percent-encoded.
fn clean(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if c <= ' ' || c == '\u{7f}' || "<>\"{}|^`\\".contains(c) {
            let _ = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// A string of Turtle between quotes, on one line.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
