//! What is looked at before a procedure may be published: what would leave someone before a wall, and what the law forbids
//! (citizen-services 5.4; laws 55-19 and 04-20). Pure: everything known is given.

mod flow;
mod form;
mod law;
mod trial;

pub use flow::HOLDS;

use crate::fault::Fault;
use crate::model::Procedure;
use crate::service::{PieceKind, Tariff};
use kernel::Label;
use std::collections::BTreeSet;

/// What a declaration may name: everything else of the country and of the catalogue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    pub groups: BTreeSet<String>,
    pub services: BTreeSet<String>,
    pub events: BTreeSet<String>,
    pub audience: BTreeSet<String>,
    pub units: BTreeSet<String>,
    /// Permissions that at least one role holds.
    pub permissions: BTreeSet<String>,
    pub roles: BTreeSet<String>,
    pub pieces: Vec<PieceKind>,
    pub tariffs: Vec<Tariff>,
    /// Ids and codes already taken by others.
    pub taken: BTreeSet<String>,
}

/// All faults of a procedure; none when it may be published.
pub fn faults(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let mut found = identity(procedure, known);
    found.extend(labels(procedure));
    found.extend(form::faults(procedure, known));
    found.extend(flow::faults(procedure, known));
    found.extend(law::faults(procedure, known));
    if found.is_empty() {
        found.extend(trial::faults(procedure, known));
    }
    found
}

/// Whether this is only that nobody named the texts yet.
pub fn lacks_basis(fault: &Fault) -> bool {
    fault.why.key == Fault::new(&[], law::NO_BASIS).why.key
}

fn identity(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let mut found = Vec::new();
    for (key, value) in [("id", &procedure.id), ("code", &procedure.code)] {
        if value.is_empty() {
            found.push(Fault::new(&[key], "empty").with("name", key));
        } else if known.taken.contains(value) {
            found.push(Fault::new(&[key], "taken").with("name", value));
        }
    }
    if procedure.route.is_empty() {
        found.push(Fault::new(&["route"], "no-unit"));
    }
    let units = procedure.route.iter().map(|route| &route.unit).filter(|unit| !known.units.contains(*unit));
    found.extend(units.map(|unit| Fault::new(&["route"], "unit-unknown").with("name", unit)));
    if procedure.is_request() {
        let offered = &procedure.service.offered_to;
        found.extend(unknown("service", std::iter::once(&offered.service), &known.services));
        found.extend(unknown("events", offered.events.iter(), &known.events));
        found.extend(unknown("audience", offered.audience.iter(), &known.audience));
    } else if !known.groups.contains(&procedure.group) {
        found.push(Fault::new(&["group"], "name-unknown").with("name", &procedure.group));
    }
    found
}

fn unknown<'a>(key: &'static str, names: impl Iterator<Item = &'a String>, known: &BTreeSet<String>) -> Vec<Fault> {
    names.filter(|name| !known.contains(*name)).map(|name| Fault::new(&[key], "name-unknown").with("name", name)).collect()
}

/// Every text has Arabic and French.
fn labels(procedure: &Procedure) -> Vec<Fault> {
    let lacks = |label: &Label| label.ar.trim().is_empty() || label.fr.trim().is_empty();
    let mut found = Vec::new();
    let mut look = |at: &[&str], label: &Label| {
        if lacks(label) {
            found.push(Fault::new(at, "language").with("name", at.join(" ")));
        }
    };
    look(&["title"], &procedure.title);
    if procedure.is_request() {
        look(&["issuer"], &procedure.service.issuer);
        look(&["who"], &procedure.service.who);
    }
    procedure.service.hours.iter().for_each(|hours| look(&["hours"], hours));
    procedure.hint.iter().for_each(|hint| look(&["hint"], hint));
    let questions =
        procedure.questions.iter().map(|one| ("question", one)).chain(procedure.survey.iter().map(|one| ("survey", one)));
    for (list, question) in questions {
        look(&[list, &question.id, "label"], &question.label);
        question.hint.iter().for_each(|hint| look(&[list, &question.id, "hint"], hint));
        question.options.iter().for_each(|option| look(&[list, &question.id, "options"], &option.label));
        question.columns.iter().for_each(|column| look(&[list, &question.id, "columns"], &column.label));
    }
    procedure.pages.iter().for_each(|page| look(&["page", &page.id, "title"], &page.title));
    procedure.states.iter().for_each(|state| look(&["state", &state.id, "name"], &state.name));
    procedure.actions.iter().for_each(|action| look(&["action", &action.id, "name"], &action.name));
    procedure.outcomes.iter().for_each(|outcome| look(&["outcome", &outcome.id, "name"], &outcome.name));
    procedure.clocks.iter().for_each(|clock| look(&["clock", &clock.id, "source"], &clock.source.text));
    for piece in &procedure.service.pieces {
        piece.label.iter().chain(&piece.hint).for_each(|label| look(&["piece", &piece.id, "label"], label));
    }
    procedure.service.fees.iter().for_each(|fee| look(&["fee", &fee.id, "label"], &fee.label));
    procedure.service.outputs.iter().for_each(|output| look(&["output", &output.id, "title"], &output.title));
    procedure.service.opinions.iter().for_each(|opinion| look(&["opinion", &opinion.id, "title"], &opinion.title));
    found
}
