//! Last good copies of public pages, shown with their hour while the database cannot be reached.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use kernel::Moment;
use std::collections::HashMap;
use std::sync::Mutex;

/// Total size of the copies; the oldest go first.
const MOST_BYTES: usize = 48_000_000;
/// Stands in each kept page where the notice goes.
pub const NOTICE_PLACE: &str = "<!--as-of-->";

#[derive(Clone)]
pub struct Copy {
    pub body: Bytes,
    pub kind: HeaderValue,
    pub at: Moment,
}

#[derive(Default)]
pub struct Kept {
    copies: Mutex<HashMap<String, Copy>>,
}

impl Kept {
    pub fn keep(&self, address: &str, headers: &HeaderMap, body: &Bytes, at: Moment) {
        let Ok(mut copies) = self.copies.lock() else { return };
        let kind =
            headers.get(header::CONTENT_TYPE).cloned().unwrap_or_else(|| HeaderValue::from_static("text/html; charset=utf-8"));
        copies.insert(address.to_owned(), Copy { body: body.clone(), kind, at });
        let mut total: usize = copies.values().map(|copy| copy.body.len()).sum();
        while total > MOST_BYTES {
            let Some(oldest) = copies.iter().min_by_key(|(_, copy)| copy.at).map(|(address, _)| address.clone()) else { return };
            total -= copies.remove(&oldest).map_or(0, |copy| copy.body.len());
        }
    }

    pub fn find(&self, address: &str) -> Option<Copy> {
        self.copies.lock().ok()?.get(address).cloned()
    }
}

/// Header that says a body is a copy, and from when: RFC 9111 `Age` is for caches; this one is for people who look.
pub const AS_OF: HeaderName = HeaderName::from_static("jamaa-as-of");
