//! Before the public sees anything: the words are read, names taken out, parts of photos hidden, or all of it kept back.

use super::{error, id, photos, status};
use crate::model::{Choice, Country, Version};
use crate::{actions, store};
use cases::lists::{self, Where};
use cases::{Case, CaseFile, MODERATE, Publication};
use kernel::{Id, Label, format};
use platform::web::Path;
use platform::{Answer, Ctx, Cursor, Fields, Json, Problem, Result, Tx, Waits, args, context};
use procedures::Procedure;
use std::sync::Arc;

const PAGE: i64 = 20;

fn pending(tx: &mut Tx) -> Result<Where> {
    let mut conditions = Where::tenant(tx);
    let windows = cases::windows(tx, MODERATE)?;
    lists::visible(&mut conditions, &windows);
    conditions.and("publication = ?", args![Publication::Pending]);
    Ok(conditions)
}

pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    Ok(lists::asked(pending(tx)?).into())
}

struct Row {
    case: Case,
    procedure: Arc<Procedure>,
    words: String,
    files: Vec<CaseFile>,
    versions: Vec<Version>,
    place: Option<Label>,
}

/// One page of the queue. The look is written for the list, since it shows what people wrote.
fn load(tx: &mut Tx, after: &str) -> Result<(Vec<Row>, Option<String>, i64)> {
    let cursor = Cursor::read(after, tx.keys(), &tx.tenant())?;
    let conditions = pending(tx)?;
    let mut cases = lists::newest(tx, conditions, cursor.as_ref(), PAGE + 1)?;
    let more = cases.len() > PAGE as usize;
    cases.truncate(PAGE as usize);
    tx.look("cases", "moderation")?;
    let last = cases.last().filter(|_| more).map(|case| Cursor { sort: case.received_at.to_string(), id: case.id.to_string() });
    let next = last.map(|cursor| cursor.write(tx.keys(), &tx.tenant())).transpose()?;
    let mut rows = Vec::new();
    for case in cases {
        let area = case.area.clone().map(|area| places::area_name(tx, &area)).transpose()?;
        let quarter = case.quarter.clone().map(|quarter| places::quarter(tx, &quarter).map(|found| found.name)).transpose()?;
        rows.push(Row {
            procedure: cases::pinned(tx, &case.procedure_pin)?,
            words: cases::unseal(tx, &case)?.words,
            files: cases::files::of(tx, &case.id)?,
            versions: store::versions(tx, &case.id)?,
            place: quarter.or(area),
            case,
        });
    }
    let waits = waiting(tx)?.count(tx)?;
    Ok((rows, next, waits))
}

pub async fn show(ctx: Ctx) -> Answer {
    again(&ctx, None, Vec::new()).await
}

/// `typed` is the form of one case that was refused; nothing of it is lost.
async fn again(ctx: &Ctx, typed: Option<(&Id, &Fields)>, errors: Vec<Json>) -> Answer {
    let after = ctx.query().get("after").to_owned();
    let (rows, next, total) = ctx.look(move |tx| load(tx, &after)).await?;
    let country = ctx.read(|rx| rx.fact::<Country>()).await?;
    let row = |row: &Row| {
        let own = typed.filter(|(id, _)| **id == row.case.id).map(|(_, fields)| fields);
        let case = &row.case;
        let said = |name: &str| own.map_or(String::new(), |fields| fields.get(name).to_owned());
        let offered = if row.procedure.open.photo { photos(ctx, &case.id, &row.files, &row.versions) } else { Vec::new() };
        context! {
            id => case.id, code => case.code, title => row.procedure.title, icon => row.procedure.icon, lang => case.lang.code(), dir => case.lang.dir(),
            words => own.map_or(row.words.as_str(), |fields| fields.get("words")), written => row.words, show_words => row.procedure.open.words,
            photos => offered, photo => said("photo"), reason => said("reason"), note => said("note"), place => row.place, asset => case.asset,
            received => format::moment(case.received_at, ctx.lang), url => ctx.url(&format!("/desk/{}", case.id)),
            errors => if own.is_some() { errors.clone() } else { Vec::new() },
        }
    };
    let reasons: Vec<Json> =
        country.reason.iter().map(|reason| context! { value => reason.id, label => reason.name.text(ctx.lang) }).collect();
    let next = next.map(|cursor| ctx.url(&format!("/desk/moderation?after={cursor}")));
    let model = context! {
        rows => rows.iter().map(row).collect::<Vec<_>>(), reasons => reasons, next => next, total => total, errors => errors,
    };
    ctx.page_with(status(&errors), "moderation/queue.html", model).await
}

pub async fn decide(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let choice = Choice {
        publish: fields.get("decision") == "publish",
        shown: fields.get("words").to_owned(),
        photo: fields.id("photo")?,
        reason: fields.opt("reason").map(str::to_owned),
        words: fields.get("note").to_owned(),
    };
    let target = id.clone();
    match ctx.write(move |tx| actions::decide(tx, &target, &choice)).await {
        Ok(_) => ctx.go_saying("/desk/moderation", "moderation-said-decided"),
        Err(Problem::Refused(refusal)) => again(&ctx, Some((&id, &fields)), error(&ctx, &refusal)).await,
        Err(problem) => Err(problem.into()),
    }
}
