//! Verbs: settle the contract, begin to pay, hear the gateway's call, note its answers.

use crate::model::{Kind, Reply, Settings, Standing, Told};
use crate::{SETTINGS, est, jobs, rules, store};
use kernel::{Id, Refusal};
use payments::{Failure, Intent, Provider};
use platform::store::seal::hex_sha256;
use platform::{Problem, Result, Tx, json::json};

/// How long a gateway that has no word yet is left alone before it is asked again; afterwards the hourly round does. It captures
/// right after our answer to its call, while the payer looks at the page: the first pauses are short.
const PAUSES_SECS: [i64; 7] = [2, 5, 15, 30, 60, 120, 300];

/// Writes the contract. An empty secret keeps the one that is known.
///
/// # Errors
/// Those of [`rules::settings`].
pub fn save(tx: &mut Tx, mut settings: Settings, demo: bool) -> Result<()> {
    tx.actor().must(SETTINGS)?;
    let known = store::settings(tx)?;
    for (secret, kept) in [(&mut settings.store_key, known.store_key), (&mut settings.password, known.password)] {
        if secret.is_empty() {
            *secret = kept;
        }
    }
    let faults = rules::settings(&settings, demo);
    if !faults.is_empty() {
        return Err(Problem::Invalid(faults));
    }
    store::save(tx, &settings)?;
    tx.record("gateways.settings_saved", "settings", &json!({ "kind": settings.kind, "merchant": settings.merchant }))
}

/// The payer goes to the gateway: the try to pay that is under way, or a new one.
///
/// # Errors
/// `gateways-no-cards`, `gateways-looked-at` while staff look at money that disagrees, and those of `payments::begin`.
pub fn go(tx: &mut Tx, key: &Id, code: &str) -> Result<Intent> {
    if store::settings(tx)?.kind == Kind::None {
        return Err(Refusal::new("gateways-no-cards").into());
    }
    let order = payments::order_by_code(tx, code)?.ok_or(Problem::NotFound)?;
    if payments::intents_of(tx, &order.id)?.iter().any(Intent::is_doubted) {
        return Err(Refusal::new("gateways-looked-at").into());
    }
    let intent = payments::begin(tx, key, code)?;
    payments::start(tx, &intent.id)
}

/// Hears a call of the gateway. Nothing counts yet but that it came: whether money was taken is asked afterwards. The same call
/// again is answered the same, and changes nothing.
pub fn heard(tx: &mut Tx, fields: &[(String, String)]) -> Result<Reply> {
    let settings = store::settings(tx)?;
    if settings.kind == Kind::None || !est::is_genuine(fields, &settings.store_key) {
        return refused(tx, "signature", "");
    }
    let Some(told) = est::told(fields) else { return refused(tx, "unreadable", "") };
    if told.merchant != settings.merchant {
        return refused(tx, "merchant", &told.intent);
    }
    let Some(intent) = ours(tx, &told)? else { return refused(tx, "payment", &told.intent) };
    let mut words: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    words.sort();
    let fresh = store::keep_fact(tx, &told, &hex_sha256(words.join("\n").as_bytes()))?;
    let doubt = rules::doubt(&told, &intent);
    if fresh {
        match doubt {
            Some(why) => payments::doubt(tx, &intent.id, why).map(drop)?,
            None => follow(tx, &told, &intent)?,
        }
    }
    Ok(match doubt {
        Some(_) => Reply::Doubted,
        None if told.code == est::APPROVED => Reply::Take,
        None => Reply::Heard,
    })
}

fn follow(tx: &mut Tx, told: &Told, intent: &Intent) -> Result<()> {
    if told.code == est::APPROVED {
        payments::submit(tx, &intent.id)?;
    }
    tx.job(jobs::ASK, &jobs::Ask { intent: intent.id.clone(), tries: 0 })
}

fn ours(tx: &mut Tx, told: &Told) -> Result<Option<Intent>> {
    let Some(id) = Id::parse(&told.intent) else { return Ok(None) };
    match payments::intent(tx, &id) {
        Ok(intent) => Ok(Some(intent).filter(|intent| intent.provider == Provider::Card)),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// A call that is not the gateway's, or not about us: it stands in the journal, and nothing else changes.
fn refused(tx: &mut Tx, why: &str, intent: &str) -> Result<Reply> {
    // Whatever a stranger wrote is not carried along: an id, or nothing.
    tx.record("gateways.call_refused", "gateway", &json!({ "why": why, "intent": Id::parse(intent) }))?;
    Ok(Reply::Refused)
}

/// What the gateway answered when it was asked. Only this moves money in our books.
pub fn answered(tx: &mut Tx, id: &Id, standing: &Standing, tries: u32) -> Result<Intent> {
    let intent = match standing {
        Standing::Paid(taken) => return payments::succeed(tx, id, taken),
        Standing::Declined => return payments::fail(tx, id, Failure::Declined),
        Standing::Pending | Standing::Unknown => payments::intent(tx, id)?,
    };
    if let Some(pause) = PAUSES_SECS.get(tries as usize) {
        let next = jobs::Ask { intent: id.clone(), tries: tries + 1 };
        tx.job_at(jobs::ASK, &next, tx.now().plus_secs(*pause))?;
    }
    Ok(intent)
}
