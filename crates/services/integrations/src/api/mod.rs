//! Reports for programs, as JSON: looked at, filed and handled by the actions of the house, with a key that says how far.

mod changes;
mod filing;
mod looking;

use crate::{FILE, HANDLE, PERSONAL, READ, shapes, told};
use cases::Case;
use kernel::{Id, Refusal};
use platform::web::{FormPart, HeaderMap, Routes};
use platform::{Actor, Ctx, Grant, Permission, Problem, Result, Tx};
use std::sync::Arc;

const PROGRAM: &[(&str, &str)] =
    &[("Authorization", "Bearer and the key of a program"), ("Accept-Language", "the language of sentences: ar, fr, zgh or en")];
const ONCE: &[(&str, &str)] = &[
    ("Authorization", "Bearer and the key of a program"),
    ("Accept-Language", "the language of sentences, and the one in which the author is written to"),
    ("Idempotency-Key", "a UUID of your own: the same one gives the same report for ever"),
];
const MAYBE_ONCE: &[(&str, &str)] = &[
    ("Authorization", "Bearer and the key of a program"),
    ("Accept-Language", "the language of sentences: ar, fr, zgh or en"),
    ("Idempotency-Key", "a UUID of your own: within 90 days the same one changes nothing more"),
];
const FILTERS: &[(&str, &str)] = &[
    ("updated_since", "a moment (RFC 3339) or a day: what changed since"),
    ("status", "open or done"),
    ("state", "id of a state"),
    ("category", "ids of categories, with commas"),
    ("area", "HCP code of an arrondissement"),
    ("quarter", "id of a quarter"),
    ("unit", "id of a unit"),
    ("bbox", "west,south,east,north in degrees, of published places"),
    ("limit", "1 to 200; 50 when absent"),
    ("cursor", "where to go on, as the page before said"),
];

pub fn routes(routes: Routes) -> Routes {
    let routes = routes
        .get("/api/v1/units", READ, looking::units)
        .about("The units that may have a report in hand.")
        .header(PROGRAM)
        .answers::<shapes::Units>()
        .get("/api/v1/reports", READ, looking::list)
        .about("Reports within the reach of the key, those that changed first before the others.")
        .query(FILTERS)
        .header(PROGRAM)
        .answers::<shapes::Reports>()
        .get("/api/v1/reports/{code}", READ, looking::one)
        .about("One report, and what this key may do with it.")
        .header(PROGRAM)
        .answers::<shapes::One>()
        .get("/api/v1/reports/{code}/timeline", READ, looking::timeline)
        .about("What became of a report, as everybody may read it.")
        .header(PROGRAM)
        .answers::<shapes::Timeline>()
        .get("/api/v1/reports/{code}/personal", PERSONAL, looking::personal)
        .about("The words, answers and contact of the author. Each look is recorded.")
        .header(PROGRAM)
        .answers::<shapes::Personal>()
        .post("/api/v1/reports", FILE, filing::file)
        .about("Files a report, by the rules of the form for people. Idempotency-Key is needed.")
        .header(ONCE)
        .takes::<shapes::NewReport>()
        .answers::<shapes::Filed>()
        .post("/api/v1/reports/photos", FILE, filing::photo)
        .about("Keeps a photo for a report that follows within days.")
        .header(PROGRAM)
        .takes_form(&[("photo", FormPart::File)])
        .answers::<shapes::Photo>();
    changing(routes)
}

fn changing(routes: Routes) -> Routes {
    routes
        .post("/api/v1/reports/{code}/notes", HANDLE, changes::note)
        .about("A note for those who handle the report.")
        .header(MAYBE_ONCE)
        .takes::<shapes::Note>()
        .answers::<shapes::One>()
        .post("/api/v1/reports/{code}/actions/{action}", HANDLE, changes::act)
        .about("An action of the procedure: take, plan, ask, answer, close; `actions` of the report says which.")
        .header(MAYBE_ONCE)
        .takes::<shapes::Act>()
        .answers::<shapes::One>()
        .post("/api/v1/reports/{code}/unit", HANDLE, changes::hand)
        .about("Hands the report to another unit; its clocks go on.")
        .header(MAYBE_ONCE)
        .takes::<shapes::Hand>()
        .answers::<shapes::One>()
        .post("/api/v1/reports/{code}/category", HANDLE, changes::category)
        .about("Puts the report under another category; its unit follows.")
        .header(MAYBE_ONCE)
        .takes::<shapes::Category>()
        .answers::<shapes::One>()
}

/// The same request with what a right of a key stands for in the house, in the unit of the key; nothing else is left of it.
fn standing_for(ctx: &Ctx, right: Permission, stands: &[Permission]) -> Ctx {
    let grants: Arc<[Grant]> =
        ctx.actor.grants().iter().filter(|grant| grant.allows(right)).map(|grant| reduced(grant, stands)).collect();
    let actor = match &ctx.actor {
        Actor::Key { key, .. } => Actor::Key { key: key.clone(), grants },
        Actor::Staff { account, person, .. } => Actor::Staff { account: account.clone(), person: person.clone(), grants },
        other => other.clone(),
    };
    ctx.acting_as(actor)
}

fn reduced(grant: &Grant, stands: &[Permission]) -> Grant {
    Grant { permissions: stands.iter().map(|permission| permission.0.to_owned()).collect(), ..grant.clone() }
}

/// A report that the actor reaches with this permission. What he does not reach, and what is told of to nobody, is not there.
fn reached(tx: &mut Tx, code: &str, permission: Permission) -> Result<Case> {
    let case = cases::by_code(tx, code)?;
    let there = told::may_be_told(tx, &case)? && cases::may(tx, &case, permission)?;
    if there { Ok(case) } else { Err(Problem::NotFound) }
}

/// The client's own key makes a repeat harmless.
fn idempotency_key(headers: &HeaderMap) -> Result<Option<Id>> {
    let Some(header) = headers.get("idempotency-key") else { return Ok(None) };
    let key = header.to_str().ok().and_then(|text| Id::parse(text.trim().trim_matches('"')));
    key.map(Some).ok_or_else(|| Refusal::new("platform-not-an-id").at("Idempotency-Key").into())
}
