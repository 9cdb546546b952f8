//! Forms as they come: urlencoded, multipart with files, or JSON, each within its limits.

use super::failure::Failure;
use crate::app::App;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use kernel::{Id, Refusal};
use store::Problem;

const FIELDS: usize = 300;
const FILES: usize = 8;

/// One file of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    pub field: String,
    pub name: String,
    pub content: Vec<u8>,
}

/// The fields of a form, in the order they came. A field may come several times.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields {
    pub values: Vec<(String, String)>,
    pub files: Vec<Upload>,
}

impl Fields {
    /// The fields of a query string.
    pub fn from_query(query: Option<&str>) -> Fields {
        Fields { values: urlencoded(query.unwrap_or("").as_bytes()), files: Vec::new() }
    }

    /// A field's text without blanks at its ends; empty when absent.
    pub fn get(&self, name: &str) -> &str {
        self.opt(name).unwrap_or("")
    }

    /// `None` when the field is absent or blank.
    pub fn opt(&self, name: &str) -> Option<&str> {
        let value = self.values.iter().find(|(key, _)| key == name)?.1.trim();
        (!value.is_empty()).then_some(value)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.opt(name).is_some_and(|value| !matches!(value, "0" | "false" | "off"))
    }

    /// An id in a field; a text that is none is refused.
    pub fn id(&self, name: &str) -> Result<Option<Id>, Refusal> {
        self.opt(name).map(|text| Id::parse(text).ok_or_else(|| Refusal::new("platform-not-an-id").at(name))).transpose()
    }

    /// The first file of a field that is not empty.
    pub fn file(&self, field: &str) -> Option<&Upload> {
        self.files.iter().find(|file| file.field == field && !file.content.is_empty())
    }

    pub fn push(&mut self, name: &str, value: impl Into<String>) {
        self.values.push((name.to_owned(), value.into()));
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let limits = &app.config().limits;
        let kind =
            request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("").to_ascii_lowercase();
        if kind.starts_with("multipart/form-data") {
            let parts = Multipart::from_request(request, app).await.map_err(|_| unreadable())?;
            return Ok(multipart(parts, limits.form_bytes, limits.upload_bytes).await?);
        }
        let body =
            axum::body::to_bytes(request.into_body(), limits.form_bytes).await.map_err(|_| too_large(limits.form_bytes))?;
        if kind.starts_with("application/json") {
            Ok(json(&body)?)
        } else {
            Ok(Fields { values: urlencoded(&body), files: Vec::new() })
        }
    }
}

pub(crate) fn too_large(most: usize) -> Problem {
    Refusal::new("platform-too-large").with("most", format!("{:.1}", most as f64 / 1_000_000.0)).into()
}

fn unreadable() -> Problem {
    Refusal::new("platform-form-unreadable").into()
}

async fn multipart(mut parts: Multipart, form_bytes: usize, upload_bytes: usize) -> Result<Fields, Problem> {
    let mut fields = Fields::default();
    let mut text_bytes = 0;
    while let Some(mut part) = parts.next_field().await.map_err(|_| unreadable())? {
        let field = part.name().unwrap_or("").to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let most = if file_name.is_some() { upload_bytes } else { form_bytes.saturating_sub(text_bytes) };
        let mut content = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|_| unreadable())? {
            if content.len() + chunk.len() > most {
                return Err(too_large(most));
            }
            content.extend_from_slice(&chunk);
        }
        match file_name {
            Some(_) if content.is_empty() => {}
            Some(name) => fields.files.push(Upload { field, name, content }),
            None => {
                text_bytes += content.len();
                fields.values.push((field, String::from_utf8_lossy(&content).into_owned()));
            }
        }
        if fields.values.len() > FIELDS || fields.files.len() > FILES {
            return Err(unreadable());
        }
    }
    Ok(fields)
}

fn json(body: &Bytes) -> Result<Fields, Problem> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).map_err(|_| unreadable())?;
    let mut fields = Fields::default();
    for (name, value) in object {
        let values = if let serde_json::Value::Array(list) = value { list } else { vec![value] };
        fields.values.extend(values.into_iter().map(|value| (name.clone(), plain(value))));
    }
    Ok(fields)
}

fn plain(value: serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text,
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// `application/x-www-form-urlencoded`, tolerant of damaged escapes.
fn urlencoded(body: &[u8]) -> Vec<(String, String)> {
    let pairs = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).take(FIELDS);
    pairs
        .map(|pair| {
            let split = pair.iter().position(|byte| *byte == b'=');
            let (name, value) = split.map_or((pair, &[][..]), |place| (&pair[..place], &pair[place + 1..]));
            (decode(name), decode(value))
        })
        .collect()
}

fn decode(text: &[u8]) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut place = 0;
    while place < text.len() {
        let escaped = (text[place] == b'%').then(|| text.get(place + 1..place + 3)).flatten();
        let byte = escaped.and_then(|hex| std::str::from_utf8(hex).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (text[place], byte) {
            (_, Some(byte)) => {
                out.push(byte);
                place += 2;
            }
            (b'+', None) => out.push(b' '),
            (other, None) => out.push(other),
        }
        place += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A text as it stands in a query string.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_even_when_damaged() {
        let fields =
            Fields { values: urlencoded("a=1&a=2&name=%D8%B3%D9%84%D8%A7+x&broken=%4&=&empty".as_bytes()), files: vec![] };
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(fields.get("name"), "سلا x");
        assert_eq!(fields.get("broken"), "%4");
        assert_eq!(fields.opt("empty"), None);
        assert_eq!(fields.id("a").unwrap_err().field.as_deref(), Some("a"));
        assert_eq!(decode(encode("سلا & 50%").as_bytes()), "سلا & 50%");
    }
}
