//! What a person paid and owes, on the page that gathers what he has.

use crate::store::own;
use kernel::{Id, Lang, format};
use platform::own::{Asked, Line, Own, Step};
use platform::{Result, Tx, text};

pub const OWN: Own = Own { kind: "payments", lines, steps };

fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    let cases = cases::mine_ids(tx, asked.person)?;
    let paid = own::receipts_of(tx, &cases, asked.before, asked.limit)?;
    let lang = asked.lang;
    let line = |tx: &mut Tx, paid: own::Receipt| {
        let (sum, number) = (format::money(paid.amount, lang), format!("{}/{}", paid.number, paid.year));
        Ok(Line {
            at: paid.paid_at,
            id: paid.id.to_string(),
            icon: "coins".into(),
            title: text(tx, lang, "payments-own-paid", &[("sum", &sum)])?,
            text: text(tx, lang, "payments-own-receipt", &[("number", &number), ("code", &paid.reference)])?,
            pill: None,
            path: String::new(),
            desk: String::new(),
        })
    };
    paid.into_iter().map(|paid| line(tx, paid)).collect()
}

fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let cases = cases::mine_ids(tx, person)?;
    let open = own::orders_of(tx, &cases)?;
    let step = |tx: &mut Tx, order: own::OpenOrder| {
        Ok(Step {
            by: None,
            yours: true,
            icon: "coins".into(),
            title: text(tx, lang, "payments-own-due", &[("sum", &format::money(order.amount, lang))])?,
            text: text(tx, lang, "payments-own-order", &[("code", &order.reference)])?,
            path: format!("/pay/{}", order.code),
            desk: String::new(),
        })
    };
    open.into_iter().map(|order| step(tx, order)).collect()
}
