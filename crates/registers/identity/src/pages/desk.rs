//! What is to be settled: a list without persons, one statement beside the register, a verdict with its reason.

use super::admin::{errors_of, no_errors};
use crate::actions::doubts;
use crate::model::{Doubt, Kind, Verdict};
use kernel::{Id, Refusal, text};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

pub const LIST: &str = "identity/doubts.html";
pub const ONE: &str = "identity/doubt.html";
const LONGEST_REASON: usize = 500;

pub async fn list(ctx: Ctx) -> Answer {
    let lines = ctx
        .read(|rx| {
            let waiting = doubts::waiting(rx)?;
            let persons: Vec<Id> = waiting.iter().map(|doubt| doubt.person.clone()).collect();
            let masked = ::people::masked(rx, &persons)?;
            let line = |doubt: &Doubt| {
                let name = masked.iter().find(|one| one.id == doubt.person).map(|one| one.name.clone());
                context! { id => doubt.id, kind => doubt.kind, name => name, noted_at => doubt.noted_at }
            };
            Ok(waiting.iter().map(line).collect::<Vec<Json>>())
        })
        .await?;
    ctx.page(LIST, context! { lines => lines }).await
}

/// Opened by a form: the look is stored before the page is made.
pub async fn open(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let view = ctx.write(move |tx| view(tx, &id)).await?;
    ctx.page(ONE, context! { errors => no_errors(), bad => context! {}, values => context! {}, doubt => view }).await
}

fn view(tx: &mut Tx, id: &Id) -> Result<Json> {
    let (doubt, card) = doubts::open(tx, id)?;
    let (ours, theirs) = match doubt.kind {
        Kind::Name => (card.name, doubt.claims.name.unwrap_or_default()),
        Kind::Number | Kind::Taken => {
            let written = |cin: Option<kernel::Cin>| cin.map_or(String::new(), |cin| cin.as_str().to_owned());
            (written(card.cin), written(doubt.claims.cin))
        }
    };
    Ok(context! { id => doubt.id, kind => doubt.kind, ours => ours, theirs => theirs, noted_at => doubt.noted_at,
    settled_at => doubt.settled_at, verdict => doubt.verdict })
}

pub async fn settle(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let reason = text::clean(fields.get("reason"), LONGEST_REASON).unwrap_or_default();
    let verdict = Verdict::parse(fields.get("verdict"));
    let asked = id.clone();
    let settled = ctx
        .write(move |tx| {
            let verdict = verdict.ok_or_else(|| Refusal::new("identity-verdict-missing").at("verdict"))?;
            doubts::settle(tx, &asked, verdict, &reason)
        })
        .await;
    match settled {
        Ok(()) => ctx.go_saying("/desk/identity", "identity-settled"),
        Err(problem) => {
            let view = ctx.write(move |tx| view(tx, &id)).await?;
            let values = context! { reason => fields.get("reason"), verdict => fields.get("verdict") };
            ctx.form_again(problem, ONE, |errors| {
                let (errors, bad) = errors_of(errors);
                context! { errors => errors, bad => bad, values => values, doubt => view }
            })
            .await
        }
    }
}
