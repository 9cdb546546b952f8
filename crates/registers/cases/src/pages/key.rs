//! What opens the author's part of a case: its PIN, the key of a link, or the account behind it.

use crate::model::Case;
use crate::{actions, store};
use kernel::{Pin, PublicCode, Refusal};
use platform::{Actor, Allowance, Ctx, Problem, Result, Tx};

/// The part of the address that opens the case; empty without a PIN. Wrong ones are counted against the visitor and against
/// the case, whoever tries: a PIN is short.
pub async fn check_pin(ctx: &Ctx, code: &str, pin: &str) -> Result<String> {
    // However it is written, it is the same case.
    let code = PublicCode::parse(code).ok_or(Problem::NotFound)?;
    ctx.left(Allowance::Code)?;
    ctx.left_of(Allowance::Code, code.as_str())?;
    let checked = right_pin(ctx, code.as_str(), pin).await;
    if matches!(checked, Err(Problem::Refused(_) | Problem::NotFound)) {
        let _ = ctx.take(Allowance::Code);
    }
    if matches!(checked, Err(Problem::Refused(_))) {
        let _ = ctx.take_of(Allowance::Code, code.as_str());
    }
    checked
}

async fn right_pin(ctx: &Ctx, code: &str, pin: &str) -> Result<String> {
    let (code, pin) = (code.to_owned(), pin.to_owned());
    ctx.read(move |rx| {
        let case = actions::by_code(rx, &code)?;
        if pin.trim().is_empty() {
            return Ok(String::new());
        }
        let right = store::unseal(rx, &case)?.pin;
        if Pin::parse(&pin).is_none_or(|typed| typed.as_str() != right) {
            return Err(Refusal::new("cases-pin-wrong").at("pin").into());
        }
        Ok(format!("?k={}", link_key(rx, &case.code)?))
    })
    .await
}

pub fn link_key(tx: &Tx, code: &str) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "case-link", code)
}

/// Whether this request may see the author's part: the key of the link, or the account behind the case.
pub(super) fn opened(tx: &mut Tx, case: &Case, key: &str) -> Result<bool> {
    if !key.is_empty() && key == link_key(tx, &case.code)? {
        return Ok(true);
    }
    match (tx.actor().clone(), &case.person) {
        (Actor::Citizen { account }, Some(person)) => Ok(people::account_person(tx, &account)? == *person),
        _ => Ok(false),
    }
}

/// The case, when the request may act for its author: for pages of other modules that stand beside it.
pub fn opened_by_author(tx: &mut Tx, code: &str, key: &str) -> Result<Case> {
    let case = actions::by_code(tx, code)?;
    if opened(tx, &case, key)? { Ok(case) } else { Err(Problem::Forbidden) }
}

/// The case, when the request may act for its author.
pub(super) async fn authors(ctx: &Ctx, code: &str, key: &str) -> Result<Case> {
    let (code, key) = (code.to_owned(), key.to_owned());
    ctx.read(move |rx| opened_by_author(rx, &code, &key)).await
}
