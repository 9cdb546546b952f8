//! The tests that a procedure carries: answers and what must follow, and walks through its states.

use super::Known;
use crate::fault::Fault;
use crate::form;
use crate::model::Procedure;
use crate::service::Test;
use platform::{Json, json::json};
use std::collections::BTreeMap;

/// The day on which tests are run: formulas may name it.
const TODAY: &str = "2026-03-02";

pub fn faults(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let tariffs: BTreeMap<String, i64> = known.tariffs.iter().map(|tariff| (tariff.id.clone(), tariff.amount)).collect();
    let with = json!({ "tariff": tariffs, "today": TODAY });
    procedure.service.tests.iter().flat_map(|test| run(procedure, test, &with)).collect()
}

fn run(procedure: &Procedure, test: &Test, with: &Json) -> Vec<Fault> {
    let wrong = |what: &str, wanted: String, got: String| {
        Fault::new(&["test", &test.name, what], "test").with("name", &test.name).with("wanted", wanted).with("got", got)
    };
    let mut found = Vec::new();
    let given = Json::Object(test.given.clone().into_iter().collect());
    let shown = form::settle(procedure, &given, with);
    if let Some(hidden) = &test.hidden {
        let still: Vec<&String> = hidden.iter().filter(|id| shown.asked.contains(*id)).collect();
        if !still.is_empty() {
            found.push(wrong("hidden", format!("{hidden:?}"), format!("{still:?}")));
        }
    }
    if let Some(invalid) = &test.invalid {
        let lacking = form::lacking(procedure, &shown);
        let fine: Vec<&String> = invalid.iter().filter(|id| !lacking.contains(*id)).collect();
        if !fine.is_empty() {
            found.push(wrong("invalid", format!("{invalid:?}"), format!("{lacking:?}")));
        }
    }
    if let Some(pieces) = &test.pieces {
        let got: Vec<String> =
            form::pieces(procedure, &shown.context).into_iter().filter(|piece| piece.is_asked()).map(|p| p.id.clone()).collect();
        let (mut wanted, mut sorted) = (pieces.clone(), got.clone());
        wanted.sort();
        sorted.sort();
        if wanted != sorted {
            found.push(wrong("pieces", format!("{pieces:?}"), format!("{got:?}")));
        }
    }
    if let Some(fees) = &test.fees {
        let got: BTreeMap<String, i64> =
            form::fees(procedure, &shown.context).into_iter().map(|(fee, sum)| (fee.id.clone(), sum)).collect();
        if *fees != got {
            found.push(wrong("fees", format!("{fees:?}"), format!("{got:?}")));
        }
    }
    if let Some(path) = &test.path {
        match walk(procedure, path) {
            Ok(end) if test.ends.as_ref().is_none_or(|wanted| *wanted == end) => {}
            Ok(end) => found.push(wrong("ends", test.ends.clone().unwrap_or_default(), end)),
            Err(at) => found.push(wrong("path", path.join(" → "), at)),
        }
    }
    found
}

/// Follows actions from the first state; the error names the first that cannot be done.
fn walk(procedure: &Procedure, path: &[String]) -> Result<String, String> {
    let start = procedure.start().ok_or("?")?;
    let mut at =
        if path.first().is_some_and(|first| first == "complete") { procedure.incomplete().unwrap_or(start) } else { start }
            .id
            .clone();
    for step in path {
        let action = procedure.action(step).filter(|action| action.from.contains(&at)).ok_or_else(|| format!("{step} ({at})"))?;
        at = action.to.clone();
    }
    Ok(at)
}
