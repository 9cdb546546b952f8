//! Whether a condition holds, where a question without an answer is neither yes nor no.
//!
//! To JsonLogic nothing is loosely equal to no: whoever has not answered «is it yours?» would be asked everything that follows
//! from «no». Here what hangs on a missing answer is open, and only what is certain holds. The absence itself may be asked for:
//! `{"!": {"var": "x"}}`, `{"==": [{"var": "x"}, null]}`, `missing`, or a value to take instead: `{"var": ["x", 0]}`.

use super::{allowed, evaluated};
use platform::Json;
use platform::json::json;

const COMPARES: [&str; 9] = ["==", "===", "!=", "!==", "<", "<=", ">", ">=", "in"];

/// `Some(None)` while it hangs on an answer that is not there; nothing when it cannot be run.
pub fn verdict(logic: &Json, answers: &Json) -> Option<Option<bool>> {
    let Some((operator, of)) = logic.as_object().and_then(|map| map.iter().next()) else { return truth(logic, answers) };
    let sides: &[Json] = if let Json::Array(list) = of { list } else { std::slice::from_ref(of) };
    match operator.as_str() {
        "and" => all(sides, answers, true),
        "or" => all(sides, answers, false),
        "!" if sides.first().is_some_and(is_var) => truth(logic, answers),
        "!" => Some(verdict(sides.first()?, answers)?.map(|held| !held)),
        "!!" => verdict(sides.first()?, answers),
        "if" | "?:" => chosen(sides, answers),
        // No and nothing are two answers, though JsonLogic holds them loosely equal.
        "==" if sides.iter().any(Json::is_null) => truth(&json!({ "===": of }), answers),
        "!=" if sides.iter().any(Json::is_null) => truth(&json!({ "!==": of }), answers),
        compares if COMPARES.contains(&compares) && !sides.iter().any(Json::is_null) && hangs(sides, answers) => Some(None),
        over if allowed::OVER_ROWS.contains(&over) && hangs(&sides[..sides.len().min(1)], answers) => Some(None),
        "var" if hangs(std::slice::from_ref(logic), answers) => Some(None),
        _ => truth(logic, answers),
    }
}

/// Of `and` one no decides, of `or` one yes; what is open leaves it open.
fn all(sides: &[Json], answers: &Json, wanted: bool) -> Option<Option<bool>> {
    let mut so_far = Some(wanted);
    for side in sides {
        match verdict(side, answers)? {
            Some(held) if held != wanted => return Some(Some(held)),
            Some(_) => {}
            None => so_far = None,
        }
    }
    Some(so_far)
}

fn chosen(sides: &[Json], answers: &Json) -> Option<Option<bool>> {
    match sides {
        [] => Some(Some(false)),
        [last] => verdict(last, answers),
        [when, then, rest @ ..] => match verdict(when, answers)? {
            Some(true) => verdict(then, answers),
            Some(false) => chosen(rest, answers),
            None => Some(None),
        },
    }
}

fn truth(logic: &Json, answers: &Json) -> Option<Option<bool>> {
    let value = evaluated(logic, answers)?;
    Some(Some(match &value {
        Json::Null => false,
        Json::Bool(held) => *held,
        Json::Number(number) => number.as_f64() != Some(0.0),
        Json::String(text) => !text.is_empty(),
        Json::Array(list) => !list.is_empty(),
        Json::Object(_) => true,
    }))
}

fn is_var(side: &Json) -> bool {
    side.as_object().is_some_and(|map| map.contains_key("var"))
}

/// Whether any side reads a question that has no answer, and takes no value instead.
fn hangs(sides: &[Json], answers: &Json) -> bool {
    sides.iter().any(|side| match side {
        Json::Object(map) => map.iter().any(|(operator, of)| match (operator.as_str(), of) {
            ("var", Json::String(name)) => is_missing(name, answers),
            ("var", Json::Array(list)) => list.len() == 1 && list[0].as_str().is_some_and(|name| is_missing(name, answers)),
            ("!" | "!!" | "missing" | "missing_some" | "if" | "?:", _) => false,
            (over, Json::Array(list)) if allowed::OVER_ROWS.contains(&over) => hangs(&list[..list.len().min(1)], answers),
            (_, Json::Array(list)) => hangs(list, answers),
            (_, one) => hangs(std::slice::from_ref(one), answers),
        }),
        _ => false,
    })
}

fn is_missing(name: &str, answers: &Json) -> bool {
    let mut here = answers;
    for part in name.split('.').filter(|part| !part.is_empty()) {
        let next = match here {
            Json::Array(list) => part.parse::<usize>().ok().and_then(|place| list.get(place)),
            other => other.get(part),
        };
        match next {
            Some(next) if !next.is_null() => here = next,
            _ => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::{holds, readable};
    use super::json;

    #[test]
    fn an_unanswered_question_is_neither_yes_nor_no() {
        let none = json!({});
        let no = json!({ "mine": false, "as": "person", "rows": [] });
        for (rule, unanswered, answered_no) in [
            (r#"{"==":[{"var":"mine"},false]}"#, false, true),
            (r#"{"!=":[{"var":"mine"},true]}"#, false, true),
            (r#"{"!":{"==":[{"var":"mine"},true]}}"#, false, true),
            (r#"{"!=":[{"var":"as"},"company"]}"#, false, true),
            (r#"{"<":[{"var":"mine"},1]}"#, false, true),
            (r#"{"or":[{"==":[{"var":"mine"},false]},{"==":[1,1]}]}"#, true, true),
            (r#"{"and":[{"==":[{"var":"mine"},false]},{"==":[1,1]}]}"#, false, true),
            (r#"{"if":[{"==":[{"var":"mine"},true]},false,true]}"#, false, true),
            (r#"{"none":[{"var":"rows"},{"==":[{"var":"a"},1]}]}"#, false, true),
            // Absence asked for as such.
            (r#"{"!":{"var":"mine"}}"#, true, true),
            (r#"{"==":[{"var":"mine"},null]}"#, true, false),
            (r#"{"!=":[{"var":"mine"},null]}"#, false, true),
            (r#"{"missing":["mine"]}"#, true, false),
            (r#"{"==":[{"var":["mine",false]},false]}"#, true, true),
        ] {
            assert_eq!((holds(rule, &none), holds(rule, &no)), (unanswered, answered_no), "{rule}");
        }
    }

    #[test]
    fn what_could_grow_is_refused() {
        let key = |rule: &str| readable(rule).err().map(|refusal| refusal.key);
        for (rule, why) in [
            (r#"{"reduce":[[0,1],{"cat":[{"var":"accumulator"},{"var":"accumulator"}]},"x"]}"#, Some("operator")),
            (r#"{"reduce":[[0,1],{"if":[true,[{"var":"accumulator"},{"var":"accumulator"}]]},"x"]}"#, Some("list")),
            (r#"{"reduce":[[0,1],[{"var":"accumulator"},{"var":"accumulator"}],"x"]}"#, Some("list")),
            (r#"{"reduce":[[0,1],{"missing":["a"]},"x"]}"#, Some("rows")),
            (r#"{"some":[{"var":"a"},{"some":[{"var":"b"},true]}]}"#, Some("rows")),
            (r#"{"merge":[1,2]}"#, Some("operator")),
            (r#"{"var":{"cat":["a","b"]}}"#, Some("list")),
            (r#"{"a":1,"b":2}"#, Some("operator")),
            (r#"{"reduce":[{"var":"rows"},{"+":[{"var":"current.m2"},{"var":"accumulator"}]},0]}"#, None),
            (r#"{"in":[{"var":"use"},["terrace","display"]]}"#, None),
        ] {
            assert_eq!(key(rule), why.map(|why| format!("procedures-fault-rule-{why}")), "{rule}");
        }
        assert_eq!(key(&format!("{}1{}", r#"{"!":"#.repeat(20), "}".repeat(20))).unwrap(), "procedures-fault-rule-long");
        assert_eq!(key(&format!(r#"{{"in":["{}",[]]}}"#, "x".repeat(5_000))).unwrap(), "procedures-fault-rule-long");
    }
}
