//! Reads what a bank says it settled: CSV with a reference and a sum on each line.

use crate::model::{LineKind, LineVerdict, StatementLine};
use kernel::{Day, Money, Refusal};
use std::collections::HashMap;

const ROWS_MOST: usize = 50_000;

/// Names under which banks write the columns.
const COLUMNS: &[(&str, &[&str])] = &[
    ("reference", &["reference", "référence", "oid", "orderid", "order_id", "commande", "n° commande"]),
    ("amount", &["amount", "montant", "total"]),
    ("day", &["date", "day", "jour"]),
    ("kind", &["type", "kind", "operation", "opération"]),
];

/// The lines of a statement, not judged yet. A sum below zero, or a type that begins with R or C (refund, remboursement, credit,
/// crédit), is money that went back.
///
/// # Errors
/// `payments-statement-unreadable` with the line, `payments-statement-columns`, `payments-statement-long`.
pub fn statement(content: &[u8]) -> Result<Vec<StatementLine>, Refusal> {
    let text = std::str::from_utf8(content).map_err(|_| unreadable(0))?.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or("");
    let marks = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|mark| marks(*mark)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let heads = reader.headers().map_err(|_| unreadable(1))?.clone();
    let named = |name: &str| COLUMNS.iter().find(|(_, names)| names.contains(&name.trim().to_lowercase().as_str()));
    let places: HashMap<&str, usize> =
        heads.iter().enumerate().filter_map(|(place, name)| Some((named(name)?.0, place))).collect();
    if !places.contains_key("reference") || !places.contains_key("amount") {
        return Err(Refusal::new("payments-statement-columns").at("file"));
    }
    let mut lines = Vec::new();
    for (place, record) in reader.records().enumerate() {
        let number = place as i64 + 2;
        let record = record.map_err(|_| unreadable(number))?;
        let cell = |name: &str| places.get(name).and_then(|place| record.get(*place)).unwrap_or("").trim();
        lines.push(line(number, cell).ok_or_else(|| unreadable(number))?);
        if lines.len() > ROWS_MOST {
            return Err(Refusal::new("payments-statement-long").with("most", ROWS_MOST).at("file"));
        }
    }
    Ok(lines)
}

fn unreadable(line: i64) -> Refusal {
    Refusal::new("payments-statement-unreadable").with("line", line).at("file")
}

fn line<'a>(number: i64, cell: impl Fn(&str) -> &'a str) -> Option<StatementLine> {
    let written: String = cell("amount").chars().filter(|c| !c.is_whitespace()).collect();
    let (below, plain) = written.strip_prefix('-').map_or((false, written.as_str()), |rest| (true, rest));
    let amount = Money(procedures::centimes(plain)?);
    let back = below || cell("kind").to_lowercase().starts_with(['r', 'c']);
    let reference: String = cell("reference").chars().take(64).collect();
    Some(StatementLine {
        line: number,
        intent: reference,
        kind: if back { LineKind::Refund } else { LineKind::Sale },
        amount,
        day: day(cell("day")),
        verdict: LineVerdict::Unknown,
    })
}

/// `2026-11-24`, or `24/11/2026`.
fn day(written: &str) -> Option<Day> {
    let date = written.split([' ', 'T']).next().unwrap_or("");
    if let Some(day) = Day::parse(date) {
        return Some(day);
    }
    let mut parts = date.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Day::ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_read_as_banks_write_it() {
        let text =
            "\u{feff}Date;N° commande;Montant;Type\n24/11/2026;abc;1 250,50;Vente\n2026-11-25;abc;-50,00;\n;x;3;Remboursement\n";
        let lines = statement(text.as_bytes()).unwrap();
        let told: Vec<_> = lines.iter().map(|line| (line.line, line.intent.as_str(), line.kind, line.amount.0)).collect();
        assert_eq!(
            told,
            [(2, "abc", LineKind::Sale, 125_050), (3, "abc", LineKind::Refund, 5_000), (4, "x", LineKind::Refund, 300)]
        );
        assert_eq!((lines[0].day, lines[1].day, lines[2].day), (Day::ymd(2026, 11, 24), Day::ymd(2026, 11, 25), None));
        assert_eq!(statement(b"a,b\n1,2\n").unwrap_err().key, "payments-statement-columns");
        let wrong = statement(b"oid,amount\nx,abc\n").unwrap_err();
        assert_eq!(wrong.key, "payments-statement-unreadable");
        assert!(statement(&[0xff, 0xfe]).is_err());
    }
}
