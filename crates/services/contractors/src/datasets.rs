//! Open data of this module: every penalty that was signed, or dropped, with what it is for; and what was agreed.

use crate::store::{contracts, penalties};
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const PENALTIES: Dataset = Dataset {
    id: "contractor-penalties",
    title: "contractors-dataset-penalties",
    description: "contractors-dataset-penalties-about",
    columns: &[
        ("id", "contractors-column-id"),
        ("contract", "contractors-column-contract"),
        ("rule", "contractors-column-rule"),
        ("day", "contractors-for-day"),
        ("report", "contractors-report"),
        ("reports", "contractors-column-reports"),
        ("area", "contractors-column-area"),
        ("amount", "contractors-amount"),
        ("state", "contractors-state"),
        ("statement", "contractors-in-statement"),
    ],
    point: None,
    rows: penalty_rows,
};

fn penalty_rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let contracts = contracts::all(tx)?;
    let mut rows = Vec::new();
    for one in penalties::after(tx, after, limit)? {
        let reference = contracts.iter().find(|contract| contract.id == one.contract).map(|contract| &contract.terms.reference);
        let reports = penalties::grounds(tx, &one.id)?.len();
        rows.push(vec![
            json!(one.id),
            json!(reference),
            json!(one.rule),
            json!(one.day),
            json!(one.code),
            json!(reports),
            json!(one.place.area),
            json!(one.amount.to_string()),
            json!(one.state),
            json!(one.statement),
        ]);
    }
    Ok(rows)
}

pub const CONTRACTS: Dataset = Dataset {
    id: "contracts",
    title: "contractors-dataset-contracts",
    description: "contractors-dataset-contracts-about",
    columns: &[
        ("id", "contractors-column-id"),
        ("reference", "contractors-form-reference"),
        ("contractor_fr", "contractors-column-contractor"),
        ("title_ar", "contractors-form-title-ar"),
        ("title_fr", "contractors-form-title-fr"),
        ("starts_on", "contractors-from"),
        ("ends_on", "contractors-to"),
        ("categories", "contractors-covers"),
        ("rules", "contractors-penalties"),
        ("cap_percent", "contractors-cap"),
    ],
    point: None,
    rows: contract_rows,
};

/// Few rows, kept in memory: one page holds them all, in the order of their ids.
fn contract_rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let mut all: Vec<_> = contracts::all(tx)?.iter().filter(|contract| contract.id.as_str() > after).cloned().collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    let mut rows = Vec::new();
    for one in all.into_iter().take(usize::try_from(limit).unwrap_or(usize::MAX)) {
        let unit = units::find(tx, &one.unit)?.name.fr;
        let rules: Vec<String> = one
            .terms
            .rules
            .iter()
            .map(|rule| format!("{}: {} h, {} MAD, {}", rule.id, rule.hours, rule.amount, rule.repeat))
            .collect();
        rows.push(vec![
            json!(one.id),
            json!(one.terms.reference),
            json!(unit),
            json!(one.terms.title.ar),
            json!(one.terms.title.fr),
            json!(one.starts_on),
            json!(one.ends_on),
            json!(one.terms.categories.join(" ")),
            json!(rules.join("; ")),
            json!(one.terms.cap_percent),
        ]);
    }
    Ok(rows)
}
