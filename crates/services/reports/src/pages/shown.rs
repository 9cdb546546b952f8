//! How a report is shown to everybody: its state in colour and word, its published place.

use crate::rules;
use cases::Case;
use kernel::Point;
use platform::{Json, context};
use procedures::{Phase, Procedure};

/// Open and filed: river; being worked on: future; solved: forest; closed otherwise: quiet.
pub fn colour(case: &Case, procedure: &Procedure) -> &'static str {
    match case.phase {
        _ if case.state == "reopened" => "alarm",
        Phase::Filed => "river",
        Phase::InProgress | Phase::WaitingApplicant | Phase::WaitingOther => "future",
        Phase::Decided | Phase::Closed => match case.outcome.as_deref().and_then(|id| procedure.outcome(id)) {
            Some(outcome) if outcome.solved => "forest",
            _ => "",
        },
    }
}

/// What was decided says more than "answered".
pub fn pill(case: &Case, procedure: &Procedure) -> Json {
    let outcome =
        case.outcome.as_deref().filter(|_| !case.is_open()).and_then(|id| procedure.outcome(id)).map(|outcome| &outcome.name);
    let state = procedure.state(&case.state).map(|state| &state.name);
    context! { kind => colour(case, procedure), text => outcome.or(state) }
}

/// The point as it is published, rounded to the grid of the category.
pub fn point(case: &Case, procedure: &Procedure) -> Option<Point> {
    case.point.map(|point| rules::grid(point, procedure.open.point_precision_m))
}
