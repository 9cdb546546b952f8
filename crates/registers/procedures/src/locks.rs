//! What a commune may not change in a procedure of the country, and how its own words are laid over it.

use crate::declared::Declared;
use crate::fault::Fault;
use crate::load::Country;
use crate::model::{Procedure, SourceKind, State};
use crate::service::{Fee, Piece};
use std::collections::BTreeMap;

/// Why a part of a form stays as it is: a word of ours, and the article where the law has one.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
pub struct Lock {
    pub why: &'static str,
    pub law: String,
    pub article: String,
}

impl Lock {
    pub fn of(why: &'static str) -> Lock {
        Lock { why, ..Lock::default() }
    }

    fn by_law(law: &str, article: Option<&str>) -> Lock {
        let why = if article.is_none() { "law" } else { "article" };
        Lock { why, law: law.to_owned(), article: article.unwrap_or_default().to_owned() }
    }
}

/// Whether the country keeps a key of an element, and why; an empty key asks for the element itself, an empty element
/// for the list. `procedure` is the draft as it resolves.
pub fn of(country: &Country, name: &str, procedure: Option<&Procedure>, at: (&str, &str, &str)) -> Option<Lock> {
    let (national, _) = country.national.get(name)?;
    let (list, id, key) = at;
    let kept = |yes: bool, lock: Lock| yes.then_some(lock);
    match list {
        "" => kept(["code", "kind", "extends", "silence", "basis"].contains(&key), Lock::of("country")),
        // Nothing more may be asked than what the law publishes (law 55-19, art. 5 and 7).
        "piece" => {
            let law = ["", "from", "kind", "if"].contains(&key) && (!key.is_empty() || id.is_empty());
            kept(law, Lock::by_law("55-19", Some("7")))
        }
        "fee" => kept(["", "amount", "if", "due"].contains(&key), Lock::of("tariff")),
        "clock" => {
            let clock = procedure?.clock(id).filter(|clock| clock.source.kind == SourceKind::Law)?;
            Some(Lock::by_law(clock.source.law.as_deref().unwrap_or("55-19"), clock.source.article.as_deref()))
        }
        "question" => {
            let asked = national.question.iter().any(|question| question.id == id);
            kept(asked && ["", "kind"].contains(&key), Lock::of("country"))
        }
        "state" | "action" | "outcome" => kept(key != "name", Lock::of("way")),
        _ => None,
    }
}

/// Whether an element of the way is there only for the name that the commune gave it: it may always go again.
pub fn is_wording(country: &Country, name: &str, list: &str, id: &str) -> bool {
    let Some((national, _)) = country.national.get(name) else { return false };
    match list {
        "state" => !national.state.iter().any(|one| one.id == id),
        "action" => !national.action.iter().any(|one| one.id == id),
        "outcome" => !national.outcome.iter().any(|one| one.id == id),
        _ => false,
    }
}

/// Every locked part that differs. `national` and `own` are declarations, the resolved ones have their clocks.
pub fn faults(national: (&Declared, &Procedure), own: (&Declared, &Procedure)) -> Vec<Fault> {
    let (of_law, procedure) = national;
    let (written, resolved) = own;
    let locked = |at: &[&str]| Fault::new(at, "locked").with("name", at.join(" "));
    let same = [
        ("id", of_law.id == written.id),
        ("code", of_law.code == written.code),
        ("kind", of_law.kind == written.kind),
        ("extends", of_law.extends == written.extends),
        ("silence", of_law.silence == written.silence),
        ("basis", of_law.basis == written.basis),
    ];
    let mut found: Vec<Fault> = same.into_iter().filter(|(_, same)| !same).map(|(key, _)| locked(&[key])).collect();
    for clock in procedure.clocks.iter().filter(|clock| clock.source.kind == SourceKind::Law) {
        let held = resolved.clock(&clock.id).is_some_and(|own| {
            let bare = |clock: &crate::model::Clock| {
                let source = &clock.source;
                let due: Vec<_> = clock.on_due.iter().map(|due| (due.act.clone(), due.rule.clone())).collect();
                let law = (source.kind, source.law.clone(), source.article.clone());
                (clock.span, clock.kind, clock.starts.clone(), clock.stops.clone(), law, due)
            };
            bare(own) == bare(clock)
        });
        if !held {
            found.push(locked(&["clock", &clock.id]));
        }
    }
    found.extend(lists(of_law, written));
    found.extend(way(procedure, resolved));
    found
}

/// States, actions and outcomes are those of the country, in its order; their names are the commune's.
fn way(national: &Procedure, own: &Procedure) -> Vec<Fault> {
    let mut same = own.clone();
    walk_as(national, &mut same);
    let locked = |list: &str, id: &str| Fault::new(&[list, id], "locked").with("name", format!("{list} {id}"));
    let mut found = Vec::new();
    found.extend(apart(&same.states, &own.states, |one| &one.id).into_iter().map(|id| locked("state", &id)));
    found.extend(apart(&same.actions, &own.actions, |one| &one.id).into_iter().map(|id| locked("action", &id)));
    found.extend(apart(&same.outcomes, &own.outcomes, |one| &one.id).into_iter().map(|id| locked("outcome", &id)));
    found
}

/// The ids of what only one of two lists has, or what differs in them.
fn apart<T: PartialEq>(first: &[T], second: &[T], id: fn(&T) -> &str) -> Vec<String> {
    let lacks = |list: &[T], one: &T| !list.contains(one);
    let mut found: Vec<String> = first.iter().filter(|one| lacks(second, one)).map(|one| id(one).to_owned()).collect();
    let more = second.iter().filter(|one| lacks(first, one)).map(|one| id(one).to_owned());
    found.extend(more);
    found.sort();
    found.dedup();
    found
}

/// Gives a procedure of the commune the way of the country, with the names that the commune wrote.
pub fn walk_as(national: &Procedure, own: &mut Procedure) {
    let states = national
        .states
        .iter()
        .map(|state| State { name: own.state(&state.id).map_or(&state.name, |mine| &mine.name).clone(), ..state.clone() });
    let actions = national.actions.iter().map(|action| crate::model::Action {
        name: own.action(&action.id).map_or(&action.name, |mine| &mine.name).clone(),
        ..action.clone()
    });
    let outcomes = national.outcomes.iter().map(|outcome| crate::model::Outcome {
        name: own.outcome(&outcome.id).map_or(&outcome.name, |mine| &mine.name).clone(),
        ..outcome.clone()
    });
    let (states, actions, outcomes) = (states.collect(), actions.collect(), outcomes.collect());
    (own.states, own.actions, own.outcomes) = (states, actions, outcomes);
}

/// Papers and fees stay those of the country: the law publishes them, and nothing more may be asked (55-19 art. 5 and 7).
/// Its questions stay too, since its papers and fees depend on them.
fn lists(national: &Declared, own: &Declared) -> Vec<Fault> {
    let locked = |at: &[&str]| Fault::new(at, "locked").with("name", at.join(" "));
    let mut found = Vec::new();
    for piece in &own.piece {
        match national.piece.iter().find(|known| known.id == piece.id) {
            None => found.push(locked(&["piece", &piece.id])),
            Some(known) => {
                let same = [("from", known.from == piece.from), ("kind", known.kind == piece.kind)];
                let all = same
                    .into_iter()
                    .chain([("if", known.condition == piece.condition), ("required", known.required || !piece.required)]);
                found.extend(all.filter(|(_, same)| !same).map(|(key, _)| locked(&["piece", &piece.id, key])));
            }
        }
    }
    let money = |fees: &[Fee]| -> BTreeMap<String, (String, Option<String>, crate::service::FeeDue)> {
        fees.iter().map(|fee| (fee.id.clone(), (fee.amount.clone(), fee.condition.clone(), fee.due))).collect()
    };
    let (of_law, written) = (money(&national.fee), money(&own.fee));
    let ids = of_law.keys().chain(written.keys().filter(|id| !of_law.contains_key(*id)));
    found.extend(ids.filter(|id| of_law.get(*id) != written.get(*id)).map(|id| locked(&["fee", id])));
    for question in &national.question {
        if !own.question.iter().any(|one| one.id == question.id && one.kind == question.kind) {
            found.push(locked(&["question", &question.id]));
        }
    }
    found
}

/// A published version of the commune, with everything locked as the country has it today. When the country changes its
/// law, what runs follows at once, whatever the commune had written.
pub fn overlay(national: &Declared, own: &Declared) -> Declared {
    let mut all = own.clone();
    all.id.clone_from(&national.id);
    all.code.clone_from(&national.code);
    all.kind = national.kind;
    all.extends = national.extends.clone();
    all.silence = national.silence;
    all.basis = national.basis.clone();
    all.clock.retain(|clock| !national.clock.iter().any(|known| known.id == clock.id && known.source.kind == SourceKind::Law));
    all.clock.extend(national.clock.iter().filter(|clock| clock.source.kind == SourceKind::Law).cloned());
    all.piece = national
        .piece
        .iter()
        .filter_map(|known| own.piece.iter().find(|one| one.id == known.id).map(|one| piece(known, one)))
        .collect();
    all.fee = national.fee.iter().map(|known| fee(known, own)).collect();
    for question in &national.question {
        match all.question.iter_mut().find(|one| one.id == question.id) {
            Some(one) => one.kind = question.kind,
            None => all.question.push(question.clone()),
        }
    }
    all
}

fn piece(national: &Piece, own: &Piece) -> Piece {
    Piece {
        label: own.label.clone().or_else(|| national.label.clone()),
        hint: own.hint.clone().or_else(|| national.hint.clone()),
        required: national.required && own.required,
        ..national.clone()
    }
}

fn fee(national: &Fee, own: &Declared) -> Fee {
    let label = own.fee.iter().find(|one| one.id == national.id).map_or(&national.label, |one| &one.label);
    Fee { label: label.clone(), ..national.clone() }
}
