//! What a commune may not change in a procedure of the country, and how its own words are laid over it.

use crate::declared::Declared;
use crate::fault::Fault;
use crate::model::{Procedure, SourceKind};
use crate::service::{Fee, Piece};
use std::collections::BTreeMap;

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
    found
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
