//! Who stands above whom, who heads what on a day, and what may change. No database.

use crate::model::{Absence, Duty, Post, Reached, Unit};
use kernel::{Day, Id, Refusal};
use std::collections::{BTreeSet, HashMap};

/// The units by their ids: who asks for the path of each of them looks each up once.
pub struct Tree<'a>(HashMap<&'a Id, &'a Unit>);

impl<'a> Tree<'a> {
    pub fn of(units: &'a [Unit]) -> Tree<'a> {
        Tree(units.iter().map(|unit| (&unit.id, unit)).collect())
    }

    /// The unit, then those above it.
    pub fn path(&self, unit: &Id) -> Vec<&'a Unit> {
        let mut path: Vec<&Unit> = Vec::new();
        let mut at = self.0.get(unit);
        while let Some(here) = at.filter(|here| !path.iter().any(|seen| seen.id == here.id)) {
            path.push(here);
            at = here.parent.as_ref().and_then(|parent| self.0.get(parent));
        }
        path
    }

    /// A grant on a unit covers the units below it, except those behind a wall: a restricted unit is open to grants in it alone.
    pub fn covers(&self, granted: &Id, unit: &Id) -> bool {
        let path = self.path(unit);
        let Some(above) = path.iter().position(|here| here.id == *granted) else { return false };
        !path[..above].iter().any(|here| here.has(Duty::Restricted))
    }
}

/// The units that a grant reaches: of a unit, or of the whole commune when it names none. Walls stop both.
pub fn reached(units: &[Unit], granted: Option<&Id>) -> Reached {
    let tree = Tree::of(units);
    let reaches = |unit: &&Unit| match granted {
        Some(granted) => tree.covers(granted, &unit.id),
        None => !tree.path(&unit.id).iter().any(|here| here.has(Duty::Restricted)),
    };
    let (reached, others): (Vec<&Unit>, Vec<&Unit>) = units.iter().partition(reaches);
    let ids = |units: Vec<&Unit>| units.into_iter().map(|unit| unit.id.clone()).collect();
    Reached { units: ids(reached), others: ids(others) }
}

/// The unit and everything below it.
pub fn below(units: &[Unit], top: &Id) -> Vec<Id> {
    let tree = Tree::of(units);
    let is_below = |unit: &&Unit| tree.path(&unit.id).iter().any(|above| above.id == *top);
    units.iter().filter(is_below).map(|unit| unit.id.clone()).collect()
}

/// Who answers for a unit on a day: its head, or the head's delegate while the head is away, or whoever heads the unit above.
pub fn heads(tree: &Tree, posts: &[Post], absences: &[Absence], unit: &Id, day: Day) -> Vec<Id> {
    let answering = |unit: &Unit| -> Vec<Id> {
        let heads = posts.iter().filter(|post| post.unit == unit.id && post.holds_on(day));
        let present: BTreeSet<Id> = heads.filter_map(|post| stand_in(absences, &post.person, day)).collect();
        present.into_iter().collect()
    };
    tree.path(unit).into_iter().map(answering).find(|heads| !heads.is_empty()).unwrap_or_default()
}

/// The units for which a person answers on a day: those that he heads or stands in for, and those below that nobody heads.
pub fn answered_by(units: &[Unit], posts: &[Post], absences: &[Absence], person: &Id, day: Day) -> Vec<Id> {
    let tree = Tree::of(units);
    let answers = |unit: &&Unit| heads(&tree, posts, absences, &unit.id, day).contains(person);
    units.iter().filter(answers).map(|unit| unit.id.clone()).collect()
}

/// The person, or whoever stands in; a delegate who is away too passes it on. Nobody, when the chain ends or turns in a circle.
pub fn stand_in(absences: &[Absence], person: &Id, day: Day) -> Option<Id> {
    let mut seen = BTreeSet::new();
    let mut at = person.clone();
    while seen.insert(at.clone()) {
        let away: Vec<&Absence> = absences.iter().filter(|absence| absence.person == at && absence.covers(day)).collect();
        if away.is_empty() {
            return Some(at);
        }
        at = away.iter().find_map(|absence| absence.delegate.clone())?;
    }
    None
}

impl Post {
    pub fn holds_on(&self, day: Day) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|last| day <= last)
    }
}

impl Absence {
    pub fn covers(&self, day: Day) -> bool {
        (self.starts_on..=self.ends_on).contains(&day)
    }
}

/// A new head takes over: earlier posts end on the day before. Posts that begin later stand in the way.
pub fn take_over(posts: &[Post], new: &Post) -> Result<Vec<Post>, Refusal> {
    if new.ends_on.is_some_and(|last| last < new.starts_on) {
        return Err(Refusal::new("units-days-reversed").at("ends_on"));
    }
    let overlaps = |post: &&Post| {
        new.ends_on.is_none_or(|last| post.starts_on <= last) && post.ends_on.is_none_or(|last| new.starts_on <= last)
    };
    let ended = posts.iter().filter(|post| post.unit == new.unit).filter(overlaps).map(|post| {
        if post.starts_on >= new.starts_on {
            return Err(Refusal::new("units-post-taken").with("day", post.starts_on).at("starts_on"));
        }
        Ok(Post { ends_on: Some(new.starts_on.plus_days(-1)), ..post.clone() })
    });
    ended.collect()
}

pub fn check_absence(absence: &Absence) -> Result<(), Refusal> {
    if absence.ends_on < absence.starts_on {
        return Err(Refusal::new("units-days-reversed").at("ends_on"));
    }
    if absence.delegate.as_ref() == Some(&absence.person) {
        return Err(Refusal::new("units-own-delegate").at("delegate"));
    }
    Ok(())
}

/// A unit cannot stand below itself.
pub fn check_parent(units: &[Unit], unit: &Id, parent: Option<&Id>) -> Result<(), Refusal> {
    let Some(parent) = parent else { return Ok(()) };
    let path = Tree::of(units).path(parent);
    if path.is_empty() {
        return Err(Refusal::new("units-parent-unknown").at("parent"));
    }
    if path.iter().any(|above| above.id == *unit) { Err(Refusal::new("units-circle").at("parent")) } else { Ok(()) }
}

/// A unit goes when nothing is below it, and somebody still receives what has no other taker.
pub fn check_retire(units: &[Unit], unit: &Unit) -> Result<(), Refusal> {
    if units.iter().any(|other| other.parent.as_ref() == Some(&unit.id)) {
        return Err(Refusal::new("units-not-empty"));
    }
    let triage = |other: &&Unit| other.has(Duty::Triage) && other.id != unit.id;
    if unit.has(Duty::Triage) && !units.iter().any(|other| triage(&other)) {
        return Err(Refusal::new("units-last-triage"));
    }
    Ok(())
}
