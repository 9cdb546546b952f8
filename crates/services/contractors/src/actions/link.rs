//! Links that open one order without an account: the id and a keyed mark that only the house can make. The contractor's and the
//! author's are not the same, and neither opens what the other does.

use crate::model::Order;
use crate::store::orders;
use kernel::Id;
use platform::{Problem, Result, Tx};

const CONTRACTOR: &str = "contractors.link";
/// A link in a mailbox lives on; what it shows does not.
const OPEN_DAYS: i64 = 60;
const AUTHOR: &str = "contractors.author";

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

fn made(tx: &Tx, order: &Id, purpose: &str) -> Result<String> {
    Ok(format!("{order}.{}", platform::link_mark(tx, purpose, order.as_str())?))
}

fn found(tx: &mut Tx, token: &str, purpose: &str) -> Result<Order> {
    let (id, given) = token.split_once('.').ok_or(Problem::NotFound)?;
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    if platform::is_same_mark(&platform::link_mark(tx, purpose, id.as_str())?, given) {
        orders::find(tx, &id)
    } else {
        Err(Problem::NotFound)
    }
}
