//! What a rule of a procedure may say. A rule is written by one person and run at every look at a form, so nothing in it can
//! grow: no text or list is made, only compared, and a sum over rows gives a number.

use kernel::Refusal;
use platform::Json;

/// Operators that run over the rows of a list.
pub const OVER_ROWS: [&str; 4] = ["some", "all", "none", "reduce"];
const PLAIN: [&str; 25] = [
    "var",
    "missing",
    "missing_some",
    "==",
    "===",
    "!=",
    "!==",
    "!",
    "!!",
    "and",
    "or",
    "if",
    "?:",
    "in",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "%",
    "min",
    "max",
];
/// Operators that want names, as they stand.
const OF_NAMES: [&str; 3] = ["var", "missing", "missing_some"];
/// Bytes of a rule.
const LONGEST: usize = 4_000;
const DEEPEST: usize = 16;

pub fn length(rule: &str) -> Result<(), Refusal> {
    if rule.len() > LONGEST { Err(refused("long").with("most", LONGEST)) } else { Ok(()) }
}

/// Refuses a rule that uses what a procedure may not, or that is too deep.
pub fn rule(logic: &Json) -> Result<(), Refusal> {
    part(logic, false, DEEPEST)
}

fn refused(why: &str) -> Refusal {
    Refusal::new(format!("procedures-fault-rule-{why}"))
}

/// `rows` says that this part is run once for every row of a list.
fn part(logic: &Json, rows: bool, depth: usize) -> Result<(), Refusal> {
    let depth = depth.checked_sub(1).ok_or_else(|| refused("long").with("most", LONGEST))?;
    let Json::Object(map) = logic else { return plain(logic) };
    let (Some((operator, of)), 1) = (map.iter().next(), map.len()) else { return Err(refused("operator").with("name", "{…}")) };
    let over = OVER_ROWS.contains(&operator.as_str());
    if !over && !PLAIN.contains(&operator.as_str()) {
        return Err(refused("operator").with("name", operator));
    }
    if rows && (over || operator.starts_with("missing")) {
        return Err(refused("rows").with("name", operator));
    }
    if OF_NAMES.contains(&operator.as_str()) {
        return plain(of);
    }
    let of: &[Json] = if let Json::Array(list) = of { list } else { std::slice::from_ref(of) };
    of.iter().enumerate().try_for_each(|(place, one)| part(one, rows || (over && place == 1), depth))
}

/// A value as it stands. A list that is made anew for every row could double with each.
fn plain(value: &Json) -> Result<(), Refusal> {
    match value {
        Json::Object(_) => Err(refused("list")),
        Json::Array(list) => list.iter().try_for_each(plain),
        _ => Ok(()),
    }
}
