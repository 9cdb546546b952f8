//! Lists paged by key: a cursor is the key of the last row shown, signed so that nobody forges one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Refusal;
use store::{Keys, Problem, Result};

/// Where the next page of a list begins: the sort key and the id of the last row.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    pub sort: String,
    pub id: String,
}

impl Cursor {
    pub fn write(&self, keys: &Keys, tenant: &str) -> Result<String> {
        let body = format!("{}\n{}", self.sort, self.id);
        let seal = keys.lookup(tenant, "cursor", &body)?;
        Ok(URL_SAFE_NO_PAD.encode(format!("{seal}\n{body}")))
    }

    /// Reads a cursor from an address. `None` for none; a forged one is refused.
    pub fn read(text: &str, keys: &Keys, tenant: &str) -> Result<Option<Cursor>> {
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = || Problem::Refused(Refusal::new("platform-cursor-wrong"));
        let plain = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(wrong)?;
        let (seal, body) = plain.split_once('\n').ok_or_else(wrong)?;
        if keys.lookup(tenant, "cursor", body)? != seal {
            return Err(wrong());
        }
        let (sort, id) = body.split_once('\n').ok_or_else(wrong)?;
        Ok(Some(Cursor { sort: sort.into(), id: id.into() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forged_cursor_is_refused() {
        let keys = Keys::fresh().unwrap();
        let cursor = Cursor { sort: "2026-11-24".into(), id: "x".into() };
        let text = cursor.write(&keys, "t").unwrap();
        assert_eq!(Cursor::read(&text, &keys, "t").unwrap(), Some(cursor));
        assert!(Cursor::read(&text, &keys, "u").is_err());
        assert!(Cursor::read("xyz", &keys, "t").is_err());
        assert_eq!(Cursor::read("", &keys, "t").unwrap(), None);
    }
}
