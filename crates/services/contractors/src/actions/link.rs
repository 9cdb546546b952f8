//! Links that open one order without an account: the id and a keyed mark that only the house can make. The contractor's and the
//! author's are not the same, and neither opens what the other does.

use crate::model::Order;
use crate::store::orders;
use kernel::Id;
use platform::{Problem, Result, Tx};

const CONTRACTOR: [&str; 2] = ["contractors.link.1", "contractors.link.2"];
/// A link in a mailbox lives on; what it shows does not.
const OPEN_DAYS: i64 = 60;
const AUTHOR: [&str; 2] = ["contractors.author.1", "contractors.author.2"];

/// What stands in the address after `/orders/`.
pub fn token(tx: &Tx, order: &Id) -> Result<String> {
    made(tx, order, CONTRACTOR)
}

/// What stands in the address after `/proofs/`.
pub fn author_token(tx: &Tx, order: &Id) -> Result<String> {
    made(tx, order, AUTHOR)
}

/// The order of the contractor's link, until a while after it ended; nothing is said of which part was wrong.
pub fn opened(tx: &mut Tx, token: &str) -> Result<Order> {
    let order = found(tx, token, CONTRACTOR)?;
    let over = order.ended_at.is_some_and(|ended| tx.now().secs_since(ended) > OPEN_DAYS * 86_400);
    if over { Err(Problem::NotFound) } else { Ok(order) }
}

/// The order of the author's link.
pub fn opened_by_author(tx: &mut Tx, token: &str) -> Result<Order> {
    found(tx, token, AUTHOR)
}

fn made(tx: &Tx, order: &Id, purpose: [&str; 2]) -> Result<String> {
    Ok(format!("{order}.{}", mark(tx, order, purpose)?))
}

fn found(tx: &mut Tx, token: &str, purpose: [&str; 2]) -> Result<Order> {
    let (id, given) = token.split_once('.').ok_or(Problem::NotFound)?;
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    if same(&mark(tx, &id, purpose)?, given) { orders::find(tx, &id) } else { Err(Problem::NotFound) }
}

fn mark(tx: &Tx, order: &Id, purpose: [&str; 2]) -> Result<String> {
    let half = |purpose: &str| tx.keys().lookup(&tx.tenant(), purpose, order.as_str());
    Ok(half(purpose[0])? + &half(purpose[1])?)
}

/// Takes as long whatever differs.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}
