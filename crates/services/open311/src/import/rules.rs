//! What a row of another system means here. No database.

use super::model::Row;
use georeport::{Repair, RepairKind, Request, Status};
use kernel::{Lang, Moment, fold, text};
use platform::store::seal::hex_sha256;
use procedures::{Catalog, Procedure};

/// The most that is kept as the words of a case.
const WORDS: usize = 4_000;
const LINE: usize = 300;
/// Signs of a number that was made from what a row says.
const MADE: usize = 16;

/// A row from what was read. Whatever is missing is taken from the nearest that is known, and counted.
pub fn row(place: usize, request: Request, mut repairs: Vec<Repair>, now: Moment) -> Row {
    let raw: String = request.raw.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    let fingerprint = hex_sha256(raw.as_bytes());
    let mut number: String = request.id.chars().take(200).collect();
    if number.is_empty() {
        number = format!("row-{}", &fingerprint[..MADE]);
        repairs.push(Repair::new(RepairKind::Nameless, "service_request_id", ""));
    }
    let (received, ended) = dates(&request, now, &mut repairs);
    let words = words(&request, &mut repairs);
    let line = |value: &Option<String>| value.as_deref().and_then(|value| text::clean(value, LINE).ok());
    let lang = if words.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter)) { Lang::Ar } else { Lang::Fr };
    Row {
        place,
        number,
        fingerprint,
        code: line(&request.service_code),
        category: line(&request.service_name),
        words,
        lang,
        received,
        ended,
        told: request.updated,
        point: request.point,
        address: line(&request.address),
        asset: line(&request.address_id),
        raw,
        repairs,
    }
}

/// When it was received and when it ended: neither is still to come, and the end is not before the beginning.
fn dates(request: &Request, now: Moment, repairs: &mut Vec<Repair>) -> (Moment, Option<Moment>) {
    let mut mended = |kind, field: &str, was: Option<Moment>| {
        repairs.push(Repair::new(kind, field, &was.map_or(String::new(), |at| at.to_string())));
    };
    let received = match (request.requested, request.updated) {
        (Some(at), _) => at,
        (None, other) => {
            mended(RepairKind::Undated, "requested_datetime", other);
            other.unwrap_or(now)
        }
    };
    let received = if received > now {
        mended(RepairKind::Turned, "requested_datetime", Some(received));
        now
    } else {
        received
    };
    if request.status != Some(Status::Closed) {
        return (received, None);
    }
    let ended = match request.updated {
        Some(at) if at < received || at > now => {
            mended(RepairKind::Turned, "updated_datetime", Some(at));
            at.clamp(received, now)
        }
        Some(at) => at,
        None => {
            mended(RepairKind::Undated, "updated_datetime", None);
            received
        }
    };
    (received, Some(ended))
}

/// The words of who reported, and what was answered to him.
fn words(request: &Request, repairs: &mut Vec<Repair>) -> String {
    let said = request.description.as_deref().unwrap_or("");
    let notes = request.status_notes.as_deref().filter(|notes| !notes.is_empty());
    let whole = match notes {
        Some(notes) => format!("{said}\n\n→ {notes}"),
        None => said.to_owned(),
    };
    match text::clean_lines(&whole, WORDS) {
        Ok(words) => words,
        Err(text::TextFault::Empty) => String::new(),
        Err(text::TextFault::TooLong { .. }) => {
            repairs.push(Repair::new(RepairKind::Long, "description", &whole));
            let cut: String = whole.chars().take(WORDS).collect();
            text::clean_lines(&cut, WORDS).unwrap_or_default()
        }
    }
}

/// The category here that a row means by its code, or by its name in one of our languages. Complaints about persons are
/// never guessed.
pub fn category<'a>(catalog: &'a Catalog, row: &Row) -> Option<&'a Procedure> {
    let open = |procedure: &&Procedure| !procedure.restricted && !procedure.hide_author;
    let by_code = row.code.as_deref().and_then(|code| catalog.procedures.get(code)).map(|found| &**found).filter(open);
    by_code.or_else(|| {
        let wanted = fold::tokens(row.category.as_deref()?);
        let named = |procedure: &&Procedure| {
            let title = &procedure.title;
            let names = [Some(&title.ar), Some(&title.fr), title.en.as_ref(), title.zgh.as_ref()];
            names.into_iter().flatten().any(|name| fold::tokens(name) == wanted)
        };
        catalog.procedures.values().map(|found| &**found).filter(open).find(named).filter(|_| !wanted.is_empty())
    })
}
