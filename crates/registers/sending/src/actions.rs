//! Verbs: hand a message over, send it again, note what became of it.

use crate::model::{Delivery, Held, Message, State, Stored, Told};
use crate::{rules, store};
use kernel::{Id, Moment, Refusal};
use platform::json::json;
use platform::{Result, Tx};

/// The job that delivers one message.
pub const DELIVER: &str = "sending.deliver";

/// Stores the message, sealed, in the same commit as its cause; it leaves soon after.
pub fn send(tx: &mut Tx, message: Message) -> Result<()> {
    hand_over(tx, &message, None, false).map(drop)
}

/// The same for a message whose fate matters: the event [`Told`] says what became of it.
pub fn send_known(tx: &mut Tx, message: Message) -> Result<Id> {
    hand_over(tx, &message, None, true)
}

/// The same for a message that is worth nothing later, such as a code.
pub fn send_before(tx: &mut Tx, message: Message, expires_at: Moment) -> Result<()> {
    hand_over(tx, &message, Some(expires_at), false).map(drop)
}

fn hand_over(tx: &mut Tx, message: &Message, expires_at: Option<Moment>, known: bool) -> Result<Id> {
    let id = tx.new_id();
    store::insert(tx, &id, message, expires_at, known)?;
    tx.job(DELIVER, &Delivery { message: id.clone() })?;
    Ok(id)
}

/// Since when messages have been held; nothing when all of them leave.
pub fn held_since(tx: &mut Tx) -> Result<Option<Moment>> {
    store::held_since(tx)
}

/// A person asks for another try of what failed or was held.
pub fn send_again(tx: &mut Tx, id: &Id) -> Result<()> {
    let message = store::find(tx, id)?;
    let stuck = matches!(message.state, State::Failed | State::Held) && message.content.is_some();
    if !stuck || rules::is_expired(message.expires_at, tx.now()) {
        return Err(Refusal::new("sending-not-again").into());
    }
    store::mark(tx, id, State::Waiting, None)?;
    tx.record("sending.asked_again", id, &json!({ "channel": message.channel }))?;
    tx.job(DELIVER, &Delivery { message: id.clone() })
}

/// What became of a delivery. Failures stand in the journal; the rest is in the outbox.
pub fn note(tx: &mut Tx, message: &Stored, state: State, error: Option<&str>) -> Result<()> {
    store::mark(tx, &message.id, state, error)?;
    if state == State::Failed {
        tx.record("sending.failed", &message.id, &json!({ "channel": message.channel, "about": message.about }))?;
    }
    if state == State::Held && message.state != State::Held {
        tx.emit(&Held {})?;
    }
    let over = matches!(state, State::Sent | State::Shown | State::Failed | State::Expired);
    if message.known && over {
        let left = matches!(state, State::Sent | State::Shown);
        tx.emit(&Told { message: message.id.clone(), about: message.about.clone(), left })?;
    }
    Ok(())
}
