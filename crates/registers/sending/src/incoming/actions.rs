//! Verbs: an SMS is taken once, the rooms are asked, and one answer goes back to the same telephone.

use super::model::{Arrived, Outcome};
use super::{rules, store};
use crate::model::{Message, To};
use kernel::{Id, Lang, Phone};
use platform::sms::{self, Heard, Reply};
use platform::{Result, Tx};

/// Hears an SMS. The same message of the gateway is heard once, however often it comes.
pub fn hear(tx: &mut Tx, arrived: &Arrived) -> Result<Outcome> {
    if store::is_known(tx, &arrived.message)? {
        return Ok(Outcome::Known);
    }
    let an_hour_ago = tx.now().plus_secs(-rules::HOUR_SECS);
    let flood = store::since(tx, &arrived.from, an_hour_ago)? >= rules::AN_HOUR;
    if !store::take(tx, arrived, !flood)? {
        return Ok(Outcome::Known);
    }
    if flood {
        return Ok(Outcome::Flood);
    }
    let heard = Heard { from: arrived.from.clone(), text: arrived.text.clone(), lang: rules::lang(&arrived.text) };
    let Some(reply) = sms::hear(tx, &heard)? else { return help(tx, arrived, heard.lang) };
    let outcome = if reply.wrong { Outcome::Wrong } else { Outcome::Understood };
    store::note(tx, &arrived.message, outcome, reply.about.as_ref())?;
    answer(tx, &arrived.from, reply)?;
    Ok(outcome)
}

/// What may be written, told once an hour.
fn help(tx: &mut Tx, arrived: &Arrived, lang: Lang) -> Result<Outcome> {
    let an_hour_ago = tx.now().plus_secs(-rules::HOUR_SECS);
    if store::of_outcome(tx, &arrived.from, Outcome::Helped, an_hour_ago)? > 0 {
        return Ok(Outcome::Silent);
    }
    store::note(tx, &arrived.message, Outcome::Helped, None)?;
    let commune = platform::communes::name(tx)?;
    let text = platform::text(tx, lang, "sending-in-help", &[("commune", commune.text(lang))])?;
    answer(tx, &arrived.from, Reply::plain(lang, text))?;
    Ok(Outcome::Helped)
}

fn answer(tx: &mut Tx, to: &Phone, reply: Reply) -> Result<()> {
    let Reply { lang, text, about, .. } = reply;
    crate::send(tx, Message { to: To::Phone(to.clone()), lang, subject: String::new(), text, about })
}

/// Whether this telephone may try a secret of this case by SMS once more today.
pub fn tries(tx: &mut Tx, from: &Phone, case: &Id) -> Result<bool> {
    let a_day_ago = tx.now().plus_secs(-rules::DAY_SECS);
    let of_phone = store::of_outcome(tx, from, Outcome::Wrong, a_day_ago)?;
    Ok(of_phone < rules::WRONG_PER_PHONE && store::wrong_about(tx, case, a_day_ago)? < rules::WRONG_PER_CASE)
}
