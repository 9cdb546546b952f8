//! `POST /desk/field/sync`: one deed of a telephone, with its photograph, under its own key.

use super::page::{NUMBER, WORDS};
use crate::actions::{seen, take};
use crate::model::{Clash, Deed, Deposit, Doubt, Kind, NewReport, Outcome, Photo, Sent, Target, What};
use crate::rules;
use kernel::{Id, Moment, Point, Refusal, text};
use platform::{Answer, Ctx, Fields, Problem, Result, Tx, context};
use upkeep::Finding;

pub async fn take(ctx: Ctx, fields: Fields) -> Answer {
    let key = fields.id("key")?.ok_or_else(|| Refusal::new("field-needs-key").at("key"))?;
    let kind = Kind::parse(fields.get("kind")).ok_or_else(|| Refusal::new("field-kind-unknown").at("kind"))?;
    let asked = key.clone();
    if let Some(known) = ctx.read(move |rx| take::known(rx, &asked, kind)).await? {
        return answer(&ctx, known, true).await;
    }
    let (owner, form) = (fields.get("owner").to_owned(), fields.clone());
    let (what, listed) = ctx
        .read(move |rx| {
            let what = what(rx, kind, &form)?;
            take::may_come(rx, &owner, &what)?;
            Ok((what, seen::read_hour(rx, form.get("listed"))?))
        })
        .await?;
    let sent = Sent { listed, ..sent(&ctx, key, what, &fields).await? };
    let (first, lang) = (sent.clone(), ctx.lang);
    let deposit = match ctx.write(move |tx| take::take(tx, &first, lang)).await {
        Err(Problem::Refused(refusal)) if kind != Kind::Report => {
            let why = ctx.sentence(&refusal);
            ctx.write(move |tx| take::take_refused(tx, &sent, &why, lang)).await?
        }
        done => done?,
    };
    answer(&ctx, deposit, false).await
}

fn what(rx: &mut Tx, kind: Kind, fields: &Fields) -> Result<What> {
    Ok(match kind {
        Kind::Report => What::Report(report(fields)?),
        Kind::Done => What::Deed(target(rx, fields)?, Deed::Done),
        Kind::NotFound => What::Deed(target(rx, fields)?, Deed::NotFound),
        Kind::OtherUnit => What::Deed(target(rx, fields)?, Deed::OtherUnit),
        Kind::Task => {
            let task = fields.id("task")?.ok_or_else(|| Refusal::new("field-not-listed").at("task"))?;
            What::Deed(target(rx, fields)?, Deed::Task(task))
        }
        Kind::Stop => stop(fields)?,
    })
}

fn report(fields: &Fields) -> Result<NewReport> {
    let number = text::clean_optional(fields.get("number"), NUMBER);
    Ok(NewReport {
        category: fields.get("category").to_owned(),
        number: number.map_err(|_| too_long(NUMBER, "number"))?.unwrap_or_default(),
        point: here(fields, "lat", "lon"),
    })
}

fn target(rx: &mut Tx, fields: &Fields) -> Result<Target> {
    match fields.id("of")? {
        Some(key) => Ok(Target::Filed(key)),
        None => seen::read(rx, fields.get("seen")).map(Target::Listed),
    }
}

fn stop(fields: &Fields) -> Result<What> {
    let gone = || Refusal::new("field-round-gone").at("round");
    Ok(What::Stop {
        round: fields.id("round")?.ok_or_else(gone)?,
        seq: fields.get("seq").parse().map_err(|_| gone())?,
        finding: Finding::parse(fields.get("finding")).ok_or_else(|| Refusal::new("upkeep-note-finding").at("finding"))?,
        category: fields.opt("category").map(str::to_owned),
    })
}

/// A place that no telephone could tell is none.
fn here(fields: &Fields, lat: &str, lon: &str) -> Option<Point> {
    Point::parse(fields.get(lat), fields.get(lon))
}

fn too_long(most: usize, field: &str) -> Refusal {
    Refusal::new("procedures-too-long").with("max", most).at(field)
}

/// The photograph is made anew; what it says of its place and hour counts before what the telephone says.
async fn sent(ctx: &Ctx, key: Id, what: What, fields: &Fields) -> Result<Sent> {
    let words = match text::clean_lines(fields.get("words"), WORDS) {
        Ok(words) => words,
        Err(text::TextFault::Empty) => String::new(),
        Err(text::TextFault::TooLong { .. }) => return Err(too_long(WORDS, "words").into()),
    };
    let upload = fields.file("photo");
    if upload.is_none() && what.kind() == Kind::Done {
        return Err(Refusal::new("field-needs-photo").at("photo").into());
    }
    let told = |name: &str| fields.opt(name).and_then(Moment::parse);
    let photo = match upload {
        Some(upload) => {
            let photo = photos::take(ctx, upload.content.clone()).await?;
            let (point, at) = (photo.taken_at.or(here(fields, "photo_lat", "photo_lon")), photo.taken_on.or(told("photo_at")));
            Some(Photo { blob: photo.blob, thumb: photo.thumb, kind: photo.kind, point, at })
        }
        None => None,
    };
    Ok(Sent { key, what, words, photo, done_at: told("done_at"), listed: None })
}

/// What became of it, in a sentence for the agent.
async fn answer(ctx: &Ctx, deposit: Deposit, again: bool) -> Answer {
    let case = deposit.case.clone();
    let code = ctx.read(move |rx| case.as_ref().map(|case| cases::find(rx, case)).transpose()).await?.map(|case| case.code);
    let wrong = deposit.doubts.contains(&Doubt::Clock) || rules::is_wrong(deposit.done_at, deposit.received_at);
    ctx.json(context! {
        key => deposit.key, outcome => deposit.outcome, clash => deposit.clash, again, code, text => ctx.text(&said(&deposit), &[]),
        received_at => deposit.received_at, clock => wrong.then(|| ctx.text("field-doubt-clock", &[])),
    })
}

fn said(deposit: &Deposit) -> String {
    match (deposit.clash, deposit.outcome) {
        (Some(Clash::Closed), _) => "field-got-closed".into(),
        (Some(_), _) => "field-got-elsewhere".into(),
        (None, Outcome::Kept) => "field-got-kept".into(),
        (None, _) => format!("field-got-{}", deposit.kind.as_str().replace('_', "-")),
    }
}
