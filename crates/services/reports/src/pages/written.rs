//! Shares and tenths as each language writes them, and plain for programs.

use kernel::{Lang, format};

pub fn percent(share: i64, lang: Lang) -> String {
    if lang == Lang::Fr { format!("{share}\u{202f}%") } else { format!("{share}%") }
}

pub fn tenths(value: i64, lang: Lang) -> String {
    let mark = if lang == Lang::En { '.' } else { ',' };
    format!("{}{mark}{}", format::number(value / 10, lang), value % 10)
}

pub fn decimal(value: Option<i64>) -> String {
    value.map_or(String::new(), |value| format!("{}.{}", value / 10, value % 10))
}
