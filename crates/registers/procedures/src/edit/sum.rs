//! Amounts as people say them: «this tariff, or so many dirhams, for each unit of that answer», and the JsonLogic that says the same.

use crate::logic;
use kernel::Money;
use platform::{Json, json::json};

/// An amount in three words: a tariff of the commune or a sum in dirhams, once or for each unit of a question's answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Simple {
    pub tariff: String,
    pub fixed: String,
    pub times: String,
}

enum Part {
    Tariff(String),
    Centimes(i64),
    Answer(String),
}

/// The amount in three words, when it can be said so.
pub fn simple(formula: &str) -> Option<Simple> {
    let logic = logic::readable(formula).ok()?;
    let product = logic.get("*").filter(|_| logic.as_object().is_some_and(|map| map.len() == 1)).and_then(Json::as_array);
    let parts: Vec<Part> = match product {
        Some(factors) if factors.len() == 2 => factors.iter().map(part).collect::<Option<_>>()?,
        Some(_) => return None,
        None => vec![part(&logic)?],
    };
    match parts.as_slice() {
        [base] => named(base, ""),
        [Part::Answer(times), base] | [base, Part::Answer(times)] => named(base, times),
        _ => None,
    }
}

fn named(base: &Part, times: &str) -> Option<Simple> {
    let times = times.to_owned();
    match base {
        Part::Tariff(tariff) => Some(Simple { tariff: tariff.clone(), times, ..Simple::default() }),
        Part::Centimes(sum) => Some(Simple { fixed: Money(*sum).to_string(), times, ..Simple::default() }),
        Part::Answer(_) => None,
    }
}

fn part(value: &Json) -> Option<Part> {
    if let Some(sum) = value.as_i64() {
        return Some(Part::Centimes(sum));
    }
    let name = value.get("var").and_then(Json::as_str)?;
    Some(match name.strip_prefix("tariff.") {
        Some(tariff) => Part::Tariff(tariff.to_owned()),
        None => Part::Answer(name.to_owned()),
    })
}

/// The JsonLogic of an amount in three words; nothing while neither tariff nor sum is said.
pub fn written(simple: &Simple) -> Option<String> {
    let base = match simple.tariff.as_str() {
        "" => json!(crate::form::centimes(&simple.fixed)?),
        tariff => json!({ "var": format!("tariff.{tariff}") }),
    };
    let whole = if simple.times.is_empty() { base } else { json!({ "*": [{ "var": simple.times }, base] }) };
    Some(whole.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_said_in_three_words_and_back() {
        for formula in [
            r#"{"var":"tariff.repair"}"#,
            r#"{"*":[{"var":"street_m2"},{"var":"tariff.public-domain-m2"}]}"#,
            r#"{"*":[{"var":"surface"},100]}"#,
            "2050",
        ] {
            let said = simple(formula).unwrap();
            assert_eq!(written(&said).as_deref(), Some(formula), "{said:?}");
        }
        assert_eq!(simple("2050").unwrap().fixed, "20.50");
        assert_eq!(written(&Simple { fixed: "20,50".into(), ..Simple::default() }).as_deref(), Some("2050"));
        assert_eq!(written(&Simple::default()), None);
        for finer in [r#"{"+":[{"var":"a"},100]}"#, r#"{"*":[{"var":"a"},{"var":"b"}]}"#, r#"{"var":"surface"}"#] {
            assert_eq!(simple(finer), None, "{finer}");
        }
    }
}
