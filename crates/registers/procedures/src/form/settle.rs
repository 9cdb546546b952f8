//! What follows from answers: the questions shown, the papers asked, the sums due.

use super::elsewhere;
use crate::logic::{self, holds};
use crate::model::Procedure;
use crate::service::{Fee, Piece, PieceFrom};
use platform::Json;
use std::collections::BTreeSet;

/// Answers as the conditions see them, and the questions that they show.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    pub asked: BTreeSet<String>,
    /// The answers that are not hidden, what was computed, tariffs and today.
    pub context: Json,
}

/// Runs the conditions over answers: a hidden one is dropped before the next condition is looked at.
pub fn settle(procedure: &Procedure, answers: &Json, with: &Json) -> Shown {
    let mut shown = Shown { context: with.clone(), ..Shown::default() };
    for question in &procedure.questions {
        if question.show_if.as_ref().is_some_and(|condition| !holds(condition, &shown.context)) {
            continue;
        }
        shown.asked.insert(question.id.clone());
        let value = match &question.value {
            Some(formula) => logic::value(formula, &shown.context),
            None => answers.get(&question.id).cloned(),
        };
        if let Some(value) = value.filter(|value| !value.is_null()) {
            shown.context[question.id.as_str()] = value;
        }
    }
    shown
}

/// Questions shown and required that have no answer yet.
pub fn lacking(procedure: &Procedure, shown: &Shown) -> Vec<String> {
    let lacks = |id: &String| shown.context.get(id).is_none_or(Json::is_null);
    let needed = procedure.questions.iter().filter(|question| question.required && !elsewhere(question.kind));
    needed.map(|question| question.id.clone()).filter(|id| shown.asked.contains(id) && lacks(id)).collect()
}

/// The papers that these answers call for, wherever they come from.
pub fn pieces<'a>(procedure: &'a Procedure, context: &Json) -> Vec<&'a Piece> {
    let wanted = |piece: &&Piece| piece.condition.as_ref().is_none_or(|condition| holds(condition, context));
    procedure.service.pieces.iter().filter(wanted).collect()
}

/// The sums that these answers call for, in centimes. One that cannot be computed yet is left out.
pub fn fees<'a>(procedure: &'a Procedure, context: &Json) -> Vec<(&'a Fee, i64)> {
    let wanted = |fee: &&Fee| fee.condition.as_ref().is_none_or(|condition| holds(condition, context));
    let due = procedure.service.fees.iter().filter(wanted);
    due.filter_map(|fee| logic::centimes(&fee.amount, context).map(|sum| (fee, sum))).filter(|(_, sum)| *sum > 0).collect()
}

impl Piece {
    /// Whether the person is to give it.
    pub fn is_asked(&self) -> bool {
        self.from == PieceFrom::Applicant
    }
}
