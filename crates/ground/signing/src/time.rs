//! Moments as PDF says them (ISO 32000-1, 7.9.4), to and from seconds since 1970.

use der::DateTime;
use std::time::Duration;

/// `D:20260312090000Z`. A moment before 1970 or after 9999 becomes 1970.
pub fn said(seconds: i64) -> String {
    let moment = u64::try_from(seconds).ok().and_then(|seconds| DateTime::from_unix_duration(Duration::from_secs(seconds)).ok());
    let (y, m, d, h, min, s) =
        moment.map_or((1970, 1, 1, 0, 0, 0), |at| (at.year(), at.month(), at.day(), at.hour(), at.minutes(), at.seconds()));
    format!("D:{y:04}{m:02}{d:02}{h:02}{min:02}{s:02}Z")
}

/// Reads `D:YYYYMMDDHHmmSS` with `Z`, nothing or `±hh'mm'` behind; `None` for anything else.
pub fn heard(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix("D:")?;
    let part = |from: usize, to: usize| text.get(from..to).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let two = |from: usize| part(from, from + 2)?.parse::<u8>().ok();
    let year = part(0, 4)?.parse().ok()?;
    let moment = DateTime::new(year, two(4)?, two(6)?, two(8)?, two(10)?, two(12)?).ok()?;
    let seconds = i64::try_from(moment.unix_duration().as_secs()).ok()?;
    let ahead = |sign: i64| Some(sign * (i64::from(two(15)?) * 3600 + i64::from(two(18).unwrap_or(0)) * 60));
    match text.as_bytes().get(14) {
        Some(b'+') => Some(seconds - ahead(1)?),
        Some(b'-') => Some(seconds - ahead(-1)?),
        _ => Some(seconds),
    }
}

#[cfg(test)]
mod tests {
    use super::{heard, said};

    #[test]
    fn a_moment_is_said_and_heard_again() {
        assert_eq!(said(1_773_306_000), "D:20260312090000Z");
        assert_eq!(heard(said(1_773_306_000).as_bytes()), Some(1_773_306_000));
    }

    #[test]
    fn a_moment_with_a_zone_is_the_same_moment() {
        assert_eq!(heard(b"D:20260312100000+01'00'"), Some(1_773_306_000));
        assert_eq!(heard(b"D:20260312053000-03'30'"), Some(1_773_306_000));
    }

    #[test]
    fn what_is_no_moment_is_not_heard() {
        for text in
            ["", "D:", "D:20261312090000Z", "20260312090000Z", "D:2026031209000", "D:é0260312090000Z", "D:20260312090000+é"]
        {
            assert!(heard(text.as_bytes()).is_none(), "{text}");
        }
    }

    #[test]
    fn a_moment_pdf_cannot_say_is_the_first_one() {
        assert_eq!((said(-1), said(i64::MAX)), ("D:19700101000000Z".into(), "D:19700101000000Z".into()));
    }
}
