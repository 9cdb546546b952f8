//! The law of the folder: what fits where, until when, and how much of it. No database, no clock, no language.

use crate::model::{Document, NewDocument, Standing};
use kernel::text::{TextFault, clean};
use kernel::{Day, Refusal};
use uploads::Scan;

/// Documents of one person.
pub const MOST: i64 = 500;
/// Bytes of one person.
pub const BYTES_MOST: i64 = 300_000_000;
/// A document's person is told so many days before it ends.
pub const WARN_DAYS: i64 = 30;
/// The version of the words of consent; a change of them is a new one.
pub const CONSENT: &str = "1";
const TITLE_MOST: usize = 120;
/// Kinds of piece that take any document: the person decides what proves it.
const OPEN: [&str; 2] = ["proofs", "other"];

/// Whether a kept kind may stand for a kind of piece.
pub fn fits(kept: &str, asked: &str) -> bool {
    kept == asked || OPEN.contains(&asked)
}

/// Whether a document may be lent to a piece of this kind today.
pub fn lendable(document: &Document, asked: &str, today: Day) -> Result<(), Refusal> {
    if document.scan == Scan::Infected {
        return Err(Refusal::new("folder-infected").at("document"));
    }
    if standing(document.valid_until, today) == Standing::Ended {
        return Err(Refusal::new("folder-ended").at("document"));
    }
    if fits(&document.kind, asked) { Ok(()) } else { Err(Refusal::new("folder-other-kind").at("document")) }
}

/// Good, near its last day, or past it.
pub fn standing(valid_until: Option<Day>, today: Day) -> Standing {
    match valid_until {
        Some(until) if until < today => Standing::Ended,
        Some(until) if until <= today.plus_days(WARN_DAYS) => Standing::EndsSoon,
        _ => Standing::Good,
    }
}

/// What was typed about a document, as it is kept.
pub fn told(typed: NewDocument, today: Day) -> Result<NewDocument, Refusal> {
    let title = clean(&typed.title, TITLE_MOST).map_err(|fault| match fault {
        TextFault::Empty => Refusal::new("folder-title-missing").at("title"),
        TextFault::TooLong { max } => Refusal::new("folder-title-long").with("max", max).at("title"),
    })?;
    if typed.issued_on.is_some_and(|day| day > today) {
        return Err(Refusal::new("folder-issued-later").at("issued_on"));
    }
    if typed.issued_on.zip(typed.valid_until).is_some_and(|(from, until)| until < from) {
        return Err(Refusal::new("folder-ends-before").at("valid_until"));
    }
    Ok(NewDocument { title, ..typed })
}

/// Whether one more file of this size has room.
pub fn room(count: i64, bytes: i64, more: i64) -> Result<(), Refusal> {
    if count >= MOST {
        return Err(Refusal::new("folder-full").with("most", MOST).at("file"));
    }
    if bytes + more > BYTES_MOST {
        return Err(Refusal::new("folder-heavy").with("most", BYTES_MOST / 1_000_000).at("file"));
    }
    Ok(())
}

/// The name of a file in a download: numbered, so that none is over another; no sign that any system refuses.
pub fn file_name(number: usize, title: &str, media: &str) -> String {
    let kept = |c: char| if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.') { c } else { '-' };
    let title: String = title.chars().map(kept).take(60).collect();
    let end = match media {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "audio/ogg" => "ogg",
        "audio/webm" => "webm",
        "audio/mp4" => "m4a",
        "audio/amr" => "amr",
        "audio/3gpp" => "3gp",
        "audio/wav" => "wav",
        _ => "bin",
    };
    format!("{number:03} {}.{end}", title.trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_kind_stands_for_itself_and_anything_proves() {
        for (kept, asked, fit) in
            [("lease", "lease", true), ("lease", "proofs", true), ("lease", "other", true), ("other", "lease", false)]
        {
            assert_eq!(fits(kept, asked), fit, "{kept} for {asked}");
        }
    }

    #[test]
    fn a_document_is_good_through_its_last_day() {
        let today = day("2026-11-24");
        let of = |until: Option<&str>| standing(until.map(day), today);
        assert_eq!(of(None), Standing::Good);
        assert_eq!(of(Some("2026-12-25")), Standing::Good);
        assert_eq!(of(Some("2026-12-24")), Standing::EndsSoon);
        assert_eq!(of(Some("2026-11-24")), Standing::EndsSoon);
        assert_eq!(of(Some("2026-11-23")), Standing::Ended);
    }

    #[test]
    fn what_is_told_of_a_document_holds_together() {
        let today = day("2026-11-24");
        let typed = |title: &str, from: Option<&str>, until: Option<&str>| NewDocument {
            kind: "lease".into(),
            title: title.into(),
            issued_on: from.map(day),
            valid_until: until.map(day),
        };
        assert_eq!(told(typed("  عقد  ", None, None), today).unwrap().title, "عقد");
        for (wrong, key) in [
            (typed(" ", None, None), "folder-title-missing"),
            (typed(&"x".repeat(121), None, None), "folder-title-long"),
            (typed("x", Some("2026-11-25"), None), "folder-issued-later"),
            (typed("x", Some("2026-01-02"), Some("2026-01-01")), "folder-ends-before"),
        ] {
            assert_eq!(told(wrong, today).unwrap_err().key, key);
        }
    }

    #[test]
    fn a_folder_has_its_bounds() {
        assert!(room(MOST - 1, 0, 1).is_ok());
        assert_eq!(room(MOST, 0, 1).unwrap_err().key, "folder-full");
        assert_eq!(room(1, BYTES_MOST, 1).unwrap_err().key, "folder-heavy");
    }

    #[test]
    fn a_name_in_a_download_is_safe_everywhere() {
        assert_eq!(file_name(7, "../عقد: الكراء", "application/pdf"), "007 -عقد- الكراء.pdf");
        assert_eq!(file_name(1, "", "image/png"), "001 .png");
    }
}
