//! Pages under `/admin/units`.

pub mod absences;
pub mod units;

use crate::model::Names;
use kernel::{Day, Id, Refusal};
use platform::json::{self, json};
use platform::{Fields, Json, Result, Tx};
use std::collections::BTreeMap;

/// Members of staff to choose from; nobody when no module of this program knows persons.
fn people(tx: &mut Tx) -> Result<Vec<(Id, String)>> {
    match tx.fact::<Names>() {
        Ok(names) => names.0(tx),
        Err(_) => Ok(Vec::new()),
    }
}

/// The name of a person, or the id of one who is not in the list any more.
fn name_of(people: &[(Id, String)], person: &Id) -> String {
    people.iter().find(|(id, _)| id == person).map_or_else(|| person.to_string(), |(_, name)| name.clone())
}

fn options(people: &[(Id, String)]) -> Vec<Json> {
    people.iter().map(|(id, name)| json!({ "value": id, "label": name })).collect()
}

fn typed_values(typed: Fields) -> BTreeMap<String, String> {
    typed.values.into_iter().collect()
}

fn as_json(errors: impl serde::Serialize) -> Json {
    json::to_value(errors).unwrap_or_default()
}

/// A day that must be there; what is wrong goes to the list.
fn day(fields: &Fields, name: &str, wrong: &mut Vec<Refusal>) -> Option<Day> {
    let day = Day::parse(fields.get(name));
    if day.is_none() {
        wrong.push(Refusal::new("units-day-wrong").at(name));
    }
    day
}

/// A day that may be left empty.
fn maybe_day(fields: &Fields, name: &str, wrong: &mut Vec<Refusal>) -> Option<Day> {
    fields.opt(name)?;
    day(fields, name, wrong)
}

/// A person from a list of choices.
fn person(fields: &Fields, name: &str, wrong: &mut Vec<Refusal>) -> Option<Id> {
    match fields.id(name) {
        Ok(found) => found,
        Err(refusal) => {
            wrong.push(refusal);
            None
        }
    }
}
