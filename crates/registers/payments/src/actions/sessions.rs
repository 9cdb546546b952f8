//! The drawer of a cashier: opened by the first payer or with a float, counted and closed once.

use crate::model::{Close, Counted, Session, Sheet};
use crate::{COLLECT, rules, store};
use kernel::{Id, Money, Refusal, text};
use platform::{Problem, Result, Tx, json::json};

const FLOAT_MOST: Money = Money::dirhams(100_000);
const REASON_MOST: usize = 400;
/// Drawers of one cashier that are looked through.
const SHOWN: i64 = 30;

/// The drawer into which the money of this cashier goes now. After a close it is another one.
pub(crate) fn current(tx: &mut Tx) -> Result<Session> {
    let (cashier, day) = (tx.actor().to_string(), tx.today());
    if let Some(open) = store::sessions::open(tx, &cashier, day)? {
        return Ok(open);
    }
    let turn = store::sessions::turns(tx, &cashier, day)? + 1;
    let session = Session { id: tx.new_id(), cashier, day, turn, opening: Money(0), opened_at: tx.now(), close: None };
    store::sessions::insert(tx, &session)?;
    tx.record("payments.session_opened", &session.id, &json!({ "day": day, "turn": turn }))?;
    Ok(session)
}

/// The drawers that whoever acts has not closed yet, newest first.
pub fn open_drawers(tx: &mut Tx) -> Result<Vec<Session>> {
    let cashier = tx.actor().to_string();
    let mut all = store::sessions::of_cashier(tx, &cashier, SHOWN)?;
    all.retain(|session| session.close.is_none());
    Ok(all)
}

/// Writes what lies in the drawer before the first payer. Afterwards it would hide what lacks.
///
/// # Errors
/// `payments-sum-wrong`, `payments-float-late`.
pub fn set_float(tx: &mut Tx, opening: Money) -> Result<()> {
    if !(Money(0)..=FLOAT_MOST).contains(&opening) {
        return Err(Refusal::new("payments-sum-wrong").at("opening").into());
    }
    let session = current(tx)?;
    let moved = !store::of_session(tx, &session.id)?.is_empty() || !store::refunds::of_session(tx, &session.id)?.is_empty();
    if moved && session.opening != opening {
        return Err(Refusal::new("payments-float-late").at("opening").into());
    }
    store::sessions::set_opening(tx, &session.id, opening)?;
    tx.record("payments.float_set", &session.id, &json!({ "from": session.opening, "to": opening }))
}

/// What came in and went out of a drawer, counted from its rows.
pub fn sheet(tx: &mut Tx, session: &Session) -> Result<Sheet> {
    let (paid, back) = (store::of_session(tx, &session.id)?, store::refunds::of_session(tx, &session.id)?);
    Ok(rules::sheet(session.opening, &paid, &back))
}

/// Closes one's own drawer. From then on nothing goes in or out of it.
///
/// # Errors
/// `payments-already-closed`, `payments-count-needed`, `payments-count-differs`, `payments-difference-needs-words`.
pub fn close(tx: &mut Tx, id: &Id, counted: &Counted) -> Result<Close> {
    let session = store::sessions::find(tx, id)?;
    if session.cashier != tx.actor().to_string() || (tx.actor().is_staff() && !tx.actor().may(COLLECT)) {
        return Err(Problem::NotFound);
    }
    if session.close.is_some() {
        return Err(Refusal::new("payments-already-closed").into());
    }
    let long = |_| Refusal::new("procedures-too-long").with("max", REASON_MOST).at("reason");
    let reason = text::clean_optional(&counted.reason, REASON_MOST).map_err(long)?.unwrap_or_default();
    let expected = sheet(tx, &session)?.expected;
    let counted = Counted { reason: reason.clone(), ..counted.clone() };
    let sum = rules::counted(expected, &counted)?;
    let year = i64::from(tx.today().year());
    let number = tx.next_number("cash-closes", year)?;
    let close = Close { at: tx.now(), year, number, expected, counted: sum, coins: counted.coins, reason };
    if !store::sessions::close(tx, id, &close)? {
        return Err(Refusal::new("payments-already-closed").into());
    }
    let told = json!({ "day": session.day, "turn": session.turn, "number": number, "expected": expected, "counted": sum });
    tx.record("payments.session_closed", id, &told)?;
    Ok(close)
}
