//! Files for other rooms: the closing sheet of a drawer, and what the accounting room posts.

use crate::model::{Due, Paid, Refund, Session};
use crate::{actions, store};
use kernel::{Day, Money};
use platform::{Problem, Result, Tx};

/// What the accounting room posts, line by line; README.md says what each column means.
pub const COLUMNS: [&str; 11] =
    ["day", "register", "year", "number", "file", "fee", "label", "method", "amount", "reversal", "receipt"];

/// A file with the sums that its lines add up to.
pub struct Accounts {
    pub content: Vec<u8>,
    pub rows: i64,
    pub received: Money,
    pub returned: Money,
}

/// Every receipt and refund of a period, a line for each fee. The amounts of a receipt's lines add up to the receipt.
pub fn accounts(tx: &mut Tx, from: Day, to: Day) -> Result<Accounts> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(COLUMNS).map_err(Problem::internal)?;
    let mut sums = Accounts { content: Vec::new(), rows: 0, received: Money(0), returned: Money(0) };
    for paid in store::between(tx, from, to)? {
        let dues = actions::paid_dues(tx, &paid)?;
        for line in received(&paid, &dues) {
            out.write_record(line).map_err(Problem::internal)?;
            sums.rows += 1;
        }
        sums.received = sums.received + paid.amount;
    }
    for refund in store::refunds::between(tx, from, to)? {
        let dues: Vec<Due> = store::of(tx, &refund.subject)?.into_iter().filter(|due| refund.fees.contains(&due.fee)).collect();
        for line in returned(&refund, &dues) {
            out.write_record(line).map_err(Problem::internal)?;
            sums.rows += 1;
        }
        sums.returned = sums.returned + refund.amount;
    }
    sums.content = out.into_inner().map_err(Problem::internal)?;
    Ok(sums)
}

/// Fees with their labels and sums; what no due explains is one line without a fee.
fn parts(dues: &[Due], whole: Money) -> Vec<(String, String, Money)> {
    let mut parts: Vec<_> = dues.iter().map(|due| (due.fee.clone(), due.label.ar.clone(), due.amount)).collect();
    let rest = dues.iter().fold(whole, |rest, due| rest - due.amount);
    if rest != Money(0) {
        parts.push((String::new(), String::new(), rest));
    }
    parts
}

fn received(paid: &Paid, dues: &[Due]) -> Vec<Vec<String>> {
    let line = |(fee, label, amount): (String, String, Money)| {
        let (register, method) = (paid.register.to_string(), paid.tender.method.to_string());
        let (year, number, file) = (paid.year.to_string(), paid.number.to_string(), paid.reference.clone());
        let day = paid.paid_on.to_string();
        vec![day, register, year, number, file, fee, label, method, amount.to_string(), "0".into(), paid.id.to_string()]
    };
    parts(dues, paid.amount).into_iter().map(line).collect()
}

fn returned(refund: &Refund, dues: &[Due]) -> Vec<Vec<String>> {
    let (year, number) = refund.number.unwrap_or_default();
    let day = refund.paid_at.map(|at| at.day().to_string()).unwrap_or_default();
    let method = refund.method.map(|method| method.to_string()).unwrap_or_default();
    let line = |(fee, label, amount): (String, String, Money)| {
        let (year, number, file) = (year.to_string(), number.to_string(), refund.reference.clone());
        let amount = (Money(0) - amount).to_string();
        vec![
            day.clone(),
            "refunds".into(),
            year,
            number,
            file,
            fee,
            label,
            method.clone(),
            amount,
            "1".into(),
            refund.id.to_string(),
        ]
    };
    parts(dues, refund.amount).into_iter().map(line).collect()
}

/// The closing sheet: the float, every receipt and refund of the drawer with its cheque or transfer, and what was counted.
pub fn closing_sheet(session: &Session, paid: &[Paid], back: &[Refund]) -> Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut write = |line: [&str; 8]| out.write_record(line).map_err(Problem::internal);
    write(["kind", "number", "file", "method", "amount", "at", "voucher", "bank"])?;
    write(["float", "", "", "cash", &session.opening.to_string(), &session.opened_at.to_string(), "", ""])?;
    for paid in paid {
        let (amount, at, tender) = (paid.amount.to_string(), paid.paid_at.to_string(), &paid.tender);
        let method = tender.method.as_str();
        write(["receipt", &paid.written(), &paid.reference, method, &amount, &at, &tender.voucher, &tender.bank])?;
    }
    for refund in back {
        let number = refund.number.map(|(year, number)| format!("{number}/{year}")).unwrap_or_default();
        let method = refund.method.map_or("", |method| method.as_str());
        let (amount, at) = ((Money(0) - refund.amount).to_string(), refund.paid_at.map(|at| at.to_string()).unwrap_or_default());
        write(["refund", &number, &refund.reference, method, &amount, &at, "", ""])?;
    }
    if let Some(close) = &session.close {
        let at = close.at.to_string();
        write(["expected", "", "", "cash", &close.expected.to_string(), &at, "", ""])?;
        write(["counted", "", "", "cash", &close.counted.to_string(), &at, "", ""])?;
        write(["difference", "", "", "cash", &close.difference().to_string(), &at, "", ""])?;
    }
    out.into_inner().map_err(Problem::internal)
}
