//! Signing: the papers that wait, each with the very file that will be signed; one at a time, or several under one PIN.

use super::panel;
use crate::actions::{self, Waiting};
use crate::keys::{self, Kept, tries};
use crate::model::{Paper, PaperState, Signature};
use crate::sign::{person, sign as signed};
use crate::stamp::Stamp;
use crate::store;
use kernel::{Id, Label, Refusal, format};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

const DAY_SECS: i64 = 86_400;
/// Papers that one PIN may sign at once: each of them is to be read.
const MOST: usize = 20;

/// A paper that waits, with what who signs must know of its file.
struct Shown {
    waiting: Waiting,
    procedure: Label,
    unit: Label,
    applicant: Option<String>,
    signed: Vec<Signature>,
}

fn load(tx: &mut Tx) -> Result<Vec<Shown>> {
    let all = actions::to_sign(tx)?;
    all.into_iter()
        .map(|waiting| {
            let case = &waiting.case;
            tx.look(&case.id, "to_sign")?;
            let answers = cases::unseal(tx, case)?.answers;
            let applicant = answers.part("company", "name").or(answers.part("applicant", "name")).map(str::to_owned);
            Ok(Shown {
                procedure: cases::pinned(tx, &case.procedure_pin)?.title.clone(),
                unit: units::find(tx, &case.unit)?.name,
                signed: store::signatures(tx, &waiting.paper.id)?,
                applicant,
                waiting,
            })
        })
        .collect()
}

fn row(ctx: &Ctx, shown: &Shown) -> Json {
    let Waiting { paper, case, unpaid } = &shown.waiting;
    let mut row = panel::row(ctx, paper, unpaid.is_none());
    row["steps"] = panel::steps(ctx, paper, &shown.signed);
    let due = case.due_at.map(|due| due.day());
    context! {
        row => row, case => case.code, file => ctx.url(&format!("/desk/{}", case.id)), procedure => shown.procedure, unit => shown.unit,
        applicant => shown.applicant, due => due.map(|due| format::long_day(due, ctx.lang)),
        late => case.due_at.filter(|due| *due < ctx.now()).map(|due| format::relative_days(due.day(), ctx.today(), ctx.lang)),
        awaited => paper.awaited().is_some(), unpaid => unpaid.map(|sum| format::money(sum, ctx.lang)),
    }
}

pub async fn list(ctx: Ctx) -> Answer {
    page(&ctx, StatusCode::OK, Vec::new(), Vec::new()).await
}

async fn page(ctx: &Ctx, status: StatusCode, errors: Vec<Json>, results: Vec<Json>) -> Answer {
    let papers = ctx.write(load).await?;
    let (paying, ready): (Vec<&Shown>, Vec<&Shown>) = papers.iter().partition(|shown| shown.waiting.unpaid.is_some());
    let kept = own_key(ctx, ready.first().map(|shown| &shown.waiting.case.unit)).await?;
    let ends = kept.as_ref().and_then(|kept| kept.expires_at).map(|at| at.secs_since(ctx.now()) / DAY_SECS);
    let ends = ends.filter(|days| *days <= ctx.app().config().signing.warn_days);
    let device = matches!(kept.as_ref().map(|kept| &kept.place), Some(keys::Place::Card { .. }));
    let most = ctx.app().config().signing.wrong_pins;
    let tried = match kept.as_ref().map(|kept| kept.holder.clone()) {
        Some(holder) => ctx.read(move |rx| tries::of(rx, &holder)).await?,
        None => None,
    };
    let rows = |all: &[&Shown]| all.iter().map(|shown| row(ctx, shown)).collect::<Vec<_>>();
    let model = context! {
        rows => rows(&ready), paying => rows(&paying), errors => errors, results => results, key => kept.is_some(), device => device, ends => ends,
        left => tried.and_then(|tries| tries.left(most)), locked => tried.is_some_and(|tries| tries.is_locked(most, ctx.now())),
        several => (ready.len() > 1).then(|| ctx.url("/desk/papers/sign")), most => MOST, ending => ctx.url("/desk/papers/ending"),
    };
    ctx.page_with(status, "documents/sign.html", model).await
}

/// The key that this person would sign with: one's own, else that of the office of the first file that waits.
async fn own_key(ctx: &Ctx, unit: Option<&Id>) -> Result<Option<Kept>> {
    let Some(person) = person(ctx) else { return Ok(None) };
    match unit {
        Some(unit) => keys::of_signer(ctx.app(), &ctx.commune().code, &person, unit).await,
        None => keys::find(ctx.app(), &ctx.commune().code, keys::Holder::Person(person)).await,
    }
}

/// Signs one paper with the person's key, and does what the signature decides.
pub async fn sign(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    match signed(&ctx, &id, fields.get("pin")).await {
        Ok(paper) => ctx.go_saying(&format!("/desk/{}", paper.case), said(&paper)),
        Err(Problem::Refused(refusal)) => wrong(&ctx, &refusal).await,
        Err(other) => Err(other.into()),
    }
}

async fn wrong(ctx: &Ctx, refusal: &Refusal) -> Answer {
    let errors = vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) }];
    page(ctx, StatusCode::UNPROCESSABLE_ENTITY, errors, Vec::new()).await
}

fn said(paper: &Paper) -> &'static str {
    match (paper.state, paper.stamp) {
        (PaperState::Made, _) => "documents-said-passed-on",
        (_, Some(Stamp::Waiting)) => "documents-said-signed-stamp-later",
        (_, Some(Stamp::Missing)) => "documents-said-signed-no-stamp",
        _ => "documents-said-signed",
    }
}

/// Signs the ticked papers one after the other under one PIN; what came of each is said. A key that does not open ends it: the
/// others would only spend its tries.
pub async fn several(ctx: Ctx, fields: Fields) -> Answer {
    let ticked: Vec<Id> = fields.all("paper").filter_map(Id::parse).collect();
    if ticked.is_empty() {
        return wrong(&ctx, &Refusal::new("documents-none-ticked")).await;
    }
    if ticked.len() > MOST {
        return wrong(&ctx, &Refusal::new("documents-too-many-ticked").with("most", MOST)).await;
    }
    let mut results = Vec::new();
    let mut stopped = false;
    for id in &ticked {
        let named = name(&ctx, id).await?;
        let (good, text) = match if stopped { None } else { Some(signed(&ctx, id, fields.get("pin")).await) } {
            None => (false, ctx.text("documents-not-tried", &[])),
            Some(Ok(paper)) => (true, ctx.text(said(&paper), &[])),
            Some(Err(Problem::Refused(refusal))) => {
                stopped = is_of_key(&refusal);
                (false, ctx.sentence(&refusal))
            }
            Some(Err(Problem::NotFound)) => (false, ctx.text("documents-not-to-sign", &[])),
            Some(Err(other)) => return Err(other.into()),
        };
        results.push(context! { name => named, good => good, text => text });
    }
    let status = if stopped { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(&ctx, status, Vec::new(), results).await
}

fn is_of_key(refusal: &Refusal) -> bool {
    refusal.key.starts_with("documents-wrong-pin")
        || refusal.key == "documents-no-key"
        || refusal.key.starts_with("documents-key-")
}

/// What is said of a paper in the list of results: nothing of one that this person cannot see.
async fn name(ctx: &Ctx, id: &Id) -> Result<String> {
    let (id, lang) = (id.clone(), ctx.lang);
    ctx.read(move |rx| {
        let Some(paper) = store::maybe(rx, &id)? else { return Ok(String::new()) };
        let case = cases::find(rx, &paper.case)?;
        let seen = cases::may(rx, &case, cases::SEE)?;
        Ok(if seen { format!("{} {} · {}", paper.title.text(lang), paper.reference(), case.code) } else { String::new() })
    })
    .await
}
