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
    let silence = silence(tx, &arrived.from)?;
    let (lang, answered) = (rules::lang(&arrived.text), silence.is_none());
    let heard = Heard { from: arrived.from.clone(), text: arrived.text.clone(), lang, answered };
    match (sms::hear(tx, &heard)?, silence) {
        (Some(reply), silence) => {
            let outcome = if reply.wrong { Outcome::Wrong } else { Outcome::Understood };
            store::note(tx, &arrived.message, outcome, reply.about.as_ref())?;
            if silence.is_none() {
                answer(tx, arrived, reply)?;
            }
            Ok(outcome)
        }
        (None, Some(why)) => store::note(tx, &arrived.message, why, None).map(|()| why),
        (None, None) => help(tx, arrived, lang),
    }
}

/// Why this telephone is not answered now; nothing when it is. Senders are forged: whoever is written in one gets the answers.
fn silence(tx: &mut Tx, from: &Phone) -> Result<Option<Outcome>> {
    if !from.is_mobile() {
        return Ok(Some(Outcome::Abroad));
    }
    let (hour, day) = (tx.now().plus_secs(-rules::HOUR_SECS), tx.now().plus_secs(-rules::DAY_SECS));
    let full =
        store::answered(tx, from, hour)? >= rules::ANSWERS_AN_HOUR || store::answered(tx, from, day)? >= rules::ANSWERS_A_DAY;
    if full {
        return Ok(Some(Outcome::Full));
    }
    let most = sms::answers_per_hour(tx)?;
    if store::all_answered(tx, hour, most)? < most {
        return Ok(None);
    }
    if store::stop(tx)? {
        tx.record("sending.answers_stopped", "sms", &platform::json::json!({ "most": most }))?;
    }
    Ok(Some(Outcome::Full))
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
    answer(tx, arrived, Reply::plain(lang, text))?;
    Ok(Outcome::Helped)
}

fn answer(tx: &mut Tx, arrived: &Arrived, reply: Reply) -> Result<()> {
    let Reply { lang, text, about, .. } = reply;
    store::mark_answered(tx, &arrived.message)?;
    crate::send(tx, Message { to: To::Phone(arrived.from.clone()), lang, subject: String::new(), text, about })
}

/// Whether this telephone may try a secret of this case by SMS once more today.
pub fn tries(tx: &mut Tx, from: &Phone, case: &Id) -> Result<bool> {
    let a_day_ago = tx.now().plus_secs(-rules::DAY_SECS);
    let of_phone = store::of_outcome(tx, from, Outcome::Wrong, a_day_ago)?;
    Ok(of_phone < rules::WRONG_PER_PHONE && store::wrong_about(tx, case, a_day_ago)? < rules::WRONG_PER_CASE)
}
