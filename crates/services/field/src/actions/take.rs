//! A deed arrives: once, however often it is sent; done as it was meant, or brought before those who have the case now.

use super::{deeds, report, seen, stop};
use crate::model::{Clash, Deposit, Kind, Outcome, Photo, Sent, Target, What};
use crate::rules::{self, Between, Taken};
use crate::store;
use kernel::{Id, Lang, Moment, Point, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// What came before under this key.
///
/// # Errors
/// A key of another account, or of another kind of deed.
pub fn known(tx: &mut Tx, key: &Id, kind: Kind) -> Result<Option<Deposit>> {
    let Some(known) = store::find(tx, key)? else { return Ok(None) };
    let own = known.account == seen::account(tx)? && known.kind == kind;
    if own { Ok(Some(known)) } else { Err(Problem::Conflict(Refusal::new("field-key-taken"))) }
}

/// What must be so before the photograph is worth the work of making it anew.
///
/// # Errors
/// The telephone works for another account; the report that the deed belongs to has not come yet.
pub fn may_come(tx: &mut Tx, owner: &str, what: &What) -> Result<()> {
    if seen::owner(tx)? != owner {
        return Err(Problem::Conflict(Refusal::new("field-not-yours")));
    }
    match what {
        What::Deed(Target::Filed(key), _) => deeds::filed(tx, key).map(drop),
        _ => Ok(()),
    }
}

pub fn take(tx: &mut Tx, sent: &Sent, lang: Lang) -> Result<Deposit> {
    if let Some(known) = known(tx, &sent.key, sent.what.kind())? {
        return Ok(known);
    }
    match &sent.what {
        What::Report(new) => report::file(tx, sent, new, lang),
        What::Deed(target, deed) => deeds::take(tx, sent, target, deed, lang),
        What::Stop { .. } => stop::note(tx, sent, lang),
    }
}

/// The same deed once it was refused from where its case or round stands now: nothing of it is lost.
pub fn take_refused(tx: &mut Tx, sent: &Sent, why: &str, lang: Lang) -> Result<Deposit> {
    if let Some(known) = known(tx, &sent.key, sent.what.kind())? {
        return Ok(known);
    }
    match &sent.what {
        What::Deed(target, deed) => deeds::bring(tx, sent, target, deed, (Clash::Refused, why), lang),
        What::Stop { .. } => stop::keep(tx, sent, lang),
        What::Report(_) => Err(Problem::internal("a report has nobody else to go to")),
    }
}

/// A row with what every deed has; the caller adds what is its own.
pub fn deposit(tx: &Tx, sent: &Sent) -> Result<Deposit> {
    Ok(Deposit {
        key: sent.key.clone(),
        account: seen::account(tx)?,
        by_whom: tx.actor().to_string(),
        kind: sent.what.kind(),
        outcome: Outcome::Done,
        clash: None,
        case: None,
        unit: None,
        procedure: None,
        asset: None,
        words: String::new(),
        photo: None,
        photo_at: sent.photo.as_ref().and_then(|photo| photo.at),
        metres: None,
        doubts: Vec::new(),
        done_at: sent.done_at,
        received_at: tx.now(),
    })
}

/// Notes what the photograph proves of a thing that lies at a place and was asked for at a moment; `listed` is since when the
/// telephone can have known of it.
pub fn judge(new: &mut Deposit, photo: &Photo, place: Option<Point>, asked: Moment, listed: Option<Moment>) {
    let taken = Taken { point: photo.point, at: photo.at };
    new.doubts = rules::doubts(place, asked, taken, new.done_at, Between { listed, now: new.received_at });
    new.metres = place.zip(photo.point).map(|(place, point)| place.metres_to(point).round() as i64);
}

pub fn keep(tx: &mut Tx, new: Deposit) -> Result<Deposit> {
    store::add(tx, &new)?;
    let data = json!({ "kind": new.kind, "outcome": new.outcome, "clash": new.clash, "doubts": new.doubts, "case": new.case });
    tx.record("field.brought", &new.key, &data)?;
    Ok(new)
}

/// A photograph that no file takes over.
pub fn own(photo: &Photo) -> (String, String) {
    (photo.blob.clone(), photo.thumb.clone())
}
