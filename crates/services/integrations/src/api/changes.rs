//! Changes: a note, an action of the procedure, another unit, another category. Each is an action of the cases, never a way
//! around them; the journal names the key.

use super::{idempotency_key, reached, standing_for};
use crate::told::{self, Names};
use crate::{HANDLE, shapes, store};
use cases::{Case, Given};
use kernel::{Day, Id, Lang, PublicCode, Refusal};
use platform::store::seal::hex_sha256;
use platform::web::{HeaderMap, IntoResponse, Path, Sent};
use platform::{Actor, Answer, Ctx, Result, Tx};
use procedures::{Action, Procedure};

/// What the right to handle stands for. Restricted files stay with those who may see them by name.
pub fn handling(ctx: &Ctx) -> Ctx {
    standing_for(ctx, HANDLE, &[cases::SEE, cases::HANDLE, cases::TRANSFER])
}

pub async fn note(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>, Sent(sent): Sent<shapes::Note>) -> Answer {
    let print = print("note", &sent.words);
    change(ctx, headers, code, print, move |tx, case| cases::note(tx, &case.id, &sent.words)).await
}

pub async fn act(
    ctx: Ctx,
    headers: HeaderMap,
    Path((code, action)): Path<(String, String)>,
    Sent(sent): Sent<shapes::Act>,
) -> Answer {
    let given = given(&sent)?;
    let print = print(&action, &format!("{given:?}"));
    change(ctx, headers, code, print, move |tx, case| cases::act(tx, &case.id, &action, &given, false).map(drop)).await
}

pub async fn hand(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>, Sent(sent): Sent<shapes::Hand>) -> Answer {
    let (unit, words) = (unit(&sent.unit)?, sent.words);
    let print = print("unit", &format!("{unit}\n{words}"));
    change(ctx, headers, code, print, move |tx, case| {
        known_unit(tx, &unit)?;
        cases::transfer(tx, &case.id, &unit, &words).map(drop)
    })
    .await
}

pub async fn category(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>, Sent(sent): Sent<shapes::Category>) -> Answer {
    let print = print("category", &sent.category);
    change(ctx, headers, code, print, move |tx, case| cases::recategorise(tx, &case.id, &sent.category).map(drop)).await
}

fn given(sent: &shapes::Act) -> Result<Given> {
    let date = sent.date.as_deref().map(|text| Day::parse(text).ok_or_else(|| Refusal::new("integrations-day-wrong").at("date")));
    let case = sent
        .case
        .as_deref()
        .map(|text| PublicCode::parse(text).map(String::from).ok_or_else(|| Refusal::new("integrations-code-wrong").at("case")));
    Ok(Given {
        words: sent.words.clone(),
        outcome: sent.outcome.clone(),
        date: date.transpose()?,
        unit: sent.unit.as_deref().map(unit).transpose()?,
        case: case.transpose()?,
        ..Given::default()
    })
}

fn unit(text: &str) -> Result<Id> {
    Id::parse(text).ok_or_else(|| Refusal::new("integrations-unit-unknown").at("unit").into())
}

fn known_unit(tx: &mut Tx, id: &Id) -> Result<()> {
    let known = units::all(tx)?.iter().any(|unit| unit.id == *id);
    if known { Ok(()) } else { Err(Refusal::new("integrations-unit-unknown").at("unit").into()) }
}

/// What makes two changes the same.
fn print(verb: &str, what: &str) -> String {
    format!("{verb}\n{what}")
}

/// Runs a change once for each key of the client, and answers with the report as it stands then.
async fn change(
    ctx: Ctx,
    headers: HeaderMap,
    code: String,
    print: String,
    work: impl Fn(&mut Tx, &Case) -> Result<()> + Send + 'static,
) -> Answer {
    let (key, acting, lang) = (idempotency_key(&headers)?, handling(&ctx), ctx.lang);
    let offers = acting.clone();
    let (one, again) = acting
        .write(move |tx| {
            let case = reached(tx, &code, cases::HANDLE)?;
            let again = match &key {
                Some(key) => !store::changes::take(tx, key, &hex_sha256(format!("{}\n{print}", case.id).as_bytes()))?,
                None => false,
            };
            if !again {
                work(tx, &case)?;
            }
            let case = cases::find(tx, &case.id)?;
            Ok((one(tx, &case, lang, &offers)?, again))
        })
        .await?;
    let answer = ctx.json(one)?;
    Ok(if again { ([("idempotent-replay", "true")], answer).into_response() } else { answer })
}

/// A report with what may be done with it by who handles it.
pub fn one(tx: &mut Tx, case: &Case, lang: Lang, handling: &Ctx) -> Result<shapes::One> {
    let names = Names::load(tx, lang)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let here = procedure.actions.iter().filter(|action| action.from.contains(&case.state) && held(&handling.actor, action));
    Ok(shapes::One { report: told::report(tx, case, &names)?, actions: here.map(|action| offer(&procedure, action)).collect() })
}

fn held(actor: &Actor, action: &Action) -> bool {
    actor.grants().iter().any(|grant| action.by.iter().any(|by| grant.permissions.contains(by)))
}

fn offer(procedure: &Procedure, action: &Action) -> shapes::Offer {
    let mut requires = action.requires.clone();
    let state = procedure.state(&action.to);
    requires.extend(state.map(|state| state.requires.clone()).unwrap_or_default());
    requires.sort();
    requires.dedup();
    let chosen = requires.iter().any(|need| need == "outcome") && action.outcome.is_none();
    requires.retain(|need| need != "outcome" || chosen);
    let outcome = |one: &procedures::Outcome| shapes::OutcomeOffer {
        outcome: one.id.clone(),
        name: one.name.clone(),
        requires: one.requires.clone(),
    };
    shapes::Offer {
        action: action.id.clone(),
        name: action.name.clone(),
        to: action.to.clone(),
        requires,
        outcomes: if chosen { procedure.outcomes.iter().map(outcome).collect() } else { Vec::new() },
    }
}
