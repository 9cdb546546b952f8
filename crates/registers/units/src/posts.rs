//! Verbs of posts: who heads a unit, who is away, who stands in.

use crate::model::{Absence, Changed, Post};
use crate::{actions, rules, store};
use kernel::{Day, Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use std::sync::Arc;

/// Who answers for a unit on a day: its head or the head's delegate, else whoever answers for the unit above.
pub fn heads(tx: &mut Tx, unit: &Id, day: Day) -> Result<Vec<Id>> {
    let (units, posts, absences) = (store::everything(tx)?, store::posts(tx, None)?, store::absences_from(tx, day)?);
    Ok(rules::heads(&rules::Tree::of(&units), &posts, &absences, unit, day))
}

/// The units for which a person answers on a day, as head or as the delegate of one.
pub fn answered_by(tx: &mut Tx, person: &Id, day: Day) -> Result<Arc<Vec<Id>>> {
    tx.remembered(&format!("answered/{person}/{day}"), |tx| {
        let (units, posts, absences) = (store::everything(tx)?, store::posts(tx, None)?, store::absences_from(tx, day)?);
        Ok(rules::answered_by(&units, &posts, &absences, person, day))
    })
}

/// The person, or whoever stands in on a day; nobody when the chain of delegates ends.
pub fn stand_in(tx: &mut Tx, person: &Id, day: Day) -> Result<Option<Id>> {
    Ok(rules::stand_in(&store::absences_from(tx, day)?, person, day))
}

/// Posts of one unit, the latest first.
pub fn posts(tx: &mut Tx, unit: &Id) -> Result<Vec<Post>> {
    store::posts(tx, Some(unit))
}

/// Absences of today and later.
pub fn absences(tx: &mut Tx) -> Result<Vec<Absence>> {
    let today = tx.today();
    store::absences_from(tx, today)
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewPost {
    pub unit: Id,
    pub person: Id,
    pub starts_on: Day,
    pub ends_on: Option<Day>,
    /// Reference of the decision that names the head.
    pub decision: String,
}

/// Names the head of a unit; the one before leaves on the day before.
pub fn appoint(tx: &mut Tx, new: NewPost) -> Result<Id> {
    let unit = actions::current(tx, &new.unit)?.id;
    let NewPost { person, starts_on, ends_on, decision, .. } = new;
    let post = Post { id: tx.new_id(), unit, person, starts_on, ends_on, decision };
    for ended in rules::take_over(&store::posts(tx, Some(&post.unit))?, &post)? {
        store::end_post(tx, &ended.id, ended.ends_on.unwrap_or(post.starts_on))?;
    }
    store::insert_post(tx, &post)?;
    tx.record("units.head_appointed", &post.unit, &post)?;
    tx.emit(&Changed {})?;
    Ok(post.id)
}

/// The head leaves after this day.
pub fn end_post(tx: &mut Tx, unit: &Id, post: &Id, last: Day) -> Result<()> {
    let posts = store::posts(tx, Some(unit))?;
    let post = posts.into_iter().find(|known| known.id == *post).ok_or(Problem::NotFound)?;
    if last < post.starts_on {
        return Err(Refusal::new("units-days-reversed").at("ends_on").into());
    }
    store::end_post(tx, &post.id, last)?;
    tx.record("units.head_left", unit, &json!({ "post": post.id, "last_day": last }))?;
    tx.emit(&Changed {})
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewAbsence {
    pub person: Id,
    pub starts_on: Day,
    pub ends_on: Day,
    pub delegate: Option<Id>,
}

pub fn note_absence(tx: &mut Tx, new: NewAbsence) -> Result<Id> {
    let NewAbsence { person, starts_on, ends_on, delegate } = new;
    let absence = Absence { id: tx.new_id(), person, starts_on, ends_on, delegate };
    rules::check_absence(&absence)?;
    store::insert_absence(tx, &absence)?;
    tx.record("units.absence_noted", &absence.person, &absence)?;
    tx.emit(&Changed {})?;
    Ok(absence.id)
}

pub fn cancel_absence(tx: &mut Tx, id: &Id) -> Result<()> {
    if !store::remove_absence(tx, id)? {
        return Err(Problem::NotFound);
    }
    tx.record("units.absence_cancelled", id, &json!({}))?;
    tx.emit(&Changed {})
}
