//! Shares and tenths as each language writes them; a dash for what is not known.

use kernel::{Lang, format};

const UNKNOWN: &str = "—";

pub fn percent(share: Option<i64>, lang: Lang) -> String {
    share.map_or_else(|| UNKNOWN.into(), |share| format::percent(share, 0, lang))
}

pub fn tenths(value: Option<i64>, lang: Lang) -> String {
    value.map_or_else(|| UNKNOWN.into(), |value| format::decimal(value, 1, lang))
}

/// The same for programs.
pub fn decimal(value: Option<i64>) -> String {
    value.map_or(String::new(), |value| format!("{}.{}", value / 10, value % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_and_a_tenth_follow_the_language() {
        assert_eq!([Lang::Ar, Lang::Fr, Lang::En].map(|lang| percent(Some(86), lang)), ["86%", "86\u{202f}%", "86%"]);
        assert_eq!([Lang::Ar, Lang::Fr, Lang::En].map(|lang| tenths(Some(35), lang)), ["3,5", "3,5", "3.5"]);
        assert_eq!((percent(None, Lang::Ar), tenths(None, Lang::Fr), decimal(Some(42))), ("—".into(), "—".into(), "4.2".into()));
    }
}
