//! Verbs of the practice bank: receive an order, take a card, take the money, give it back.

use crate::calls::{CALL, Call};
use crate::contract;
use crate::model::{Card, Payment, State};
use crate::store;
use gateways::est;
use kernel::{Id, Money, Refusal};
use platform::{Problem, Result, Tx};

const LATE_SECS: i64 = 2 * 3_600;

/// Receives a signed order. Another's signature, another merchant or another currency is refused.
pub fn receive(tx: &mut Tx, fields: &[(String, String)]) -> Result<Payment> {
    let get = |name: &str| fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    let fits = est::is_genuine(fields, &contract().store_key)
        && get("clientid") == contract().merchant
        && get("currency") == est::DIRHAM
        && get("hashAlgorithm") == "ver3";
    let oid = Id::parse(get("oid")).filter(|_| fits).ok_or_else(|| Refusal::new("simulator-refused"))?;
    let amount = procedures::centimes(get("amount")).ok_or_else(|| Refusal::new("simulator-refused"))?;
    let payment = Payment {
        external: format!("SIM{}", &oid.as_str()[oid.as_str().len().saturating_sub(12)..]),
        merchant: get("clientid").to_owned(),
        amount: Money(amount),
        currency: get("currency").to_owned(),
        back: get("okUrl").to_owned(),
        callback: get("callbackUrl").to_owned(),
        state: State::Open,
        card: None,
        taken: Money(0),
        returned: Money(0),
        oid,
    };
    store::insert(tx, &payment)?;
    store::find(tx, &payment.oid)
}

/// What the chosen card does. A payment that was taken is not taken again; a declined one may be tried with another card.
pub fn pay(tx: &mut Tx, oid: &Id, card: Card) -> Result<Payment> {
    let mut payment = store::find(tx, oid)?;
    if !matches!(payment.state, State::Open | State::Declined) {
        return Ok(payment);
    }
    payment.card = Some(card);
    payment.state = if card == Card::Declined { State::Declined } else { State::Held };
    if card == Card::Amount {
        payment.taken = payment.amount - Money(100);
    }
    store::update(tx, &payment)?;
    let call = Call { oid: oid.clone() };
    match card {
        Card::Silent => {}
        Card::Late => tx.job_at(CALL, &call, tx.now().plus_secs(LATE_SECS))?,
        Card::Twice => {
            tx.job(CALL, &call)?;
            tx.job(CALL, &call)?;
        }
        Card::Paid | Card::Declined | Card::Amount => tx.job(CALL, &call)?,
    }
    Ok(payment)
}

/// The merchant answered the call with leave to take.
pub fn take(tx: &mut Tx, oid: &Id) -> Result<()> {
    let mut payment = store::find(tx, oid)?;
    if payment.state == State::Held {
        (payment.state, payment.taken) = (State::Taken, payment.amount);
        store::update(tx, &payment)?;
    }
    Ok(())
}

/// Gives money back; the same order again is the same credit.
pub fn credit(tx: &mut Tx, trans: &str, oid: &Id, amount: Money) -> Result<bool> {
    let mut payment = match store::find(tx, oid) {
        Err(Problem::NotFound) => return Ok(false),
        found => found?,
    };
    if trans.is_empty() || payment.state != State::Taken || amount <= Money(0) {
        return Ok(false);
    }
    if payment.returned + amount > payment.taken {
        return Ok(payment.returned > Money(0) && !store::add_credit(tx, trans, oid, amount)?);
    }
    if store::add_credit(tx, trans, oid, amount)? {
        payment.returned = payment.returned + amount;
        store::update(tx, &payment)?;
    }
    Ok(true)
}
