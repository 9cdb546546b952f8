//! One note: heard, written down, corrected once, and read back to its author.

use crate::actions::{self, Opened};
use crate::model::{ReadBack, Spoken, State, Transcript, Version};
use kernel::{Id, Label, Refusal, format};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

const TEMPLATE: &str = "voice/note.html";

struct Shown {
    opened: Opened,
    title: Label,
    icon: String,
    categories: Vec<(String, Label)>,
    doers: std::collections::HashMap<String, cases::Doer>,
}

fn load(tx: &mut Tx, id: &Id) -> Result<Shown> {
    let opened = actions::open(tx, id)?; // the look is written first
    let procedure = cases::pinned(tx, &opened.case.procedure_pin)?;
    let catalog = procedures::catalog(tx)?;
    let may_sort = cases::may(tx, &opened.case, cases::TRANSFER)? && opened.case.is_open();
    let offered = if may_sort { catalog.offered() } else { Vec::new() };
    let categories = offered.iter().map(|procedure| (procedure.id.clone(), procedure.title.clone())).collect();
    Ok(Shown { title: procedure.title.clone(), icon: procedure.icon.clone(), categories, doers: cases::doers(tx)?, opened })
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    again(&ctx, &super::id(&text)?, &Fields::default(), None).await
}

/// `typed` is a form that was refused; nothing of it is lost.
async fn again(ctx: &Ctx, id: &Id, typed: &Fields, problem: Option<Problem>) -> Answer {
    let status = problem.clone().map_or(StatusCode::OK, |_| StatusCode::UNPROCESSABLE_ENTITY);
    let errors = problem.map(|problem| ctx.errors(problem)).transpose()?.unwrap_or_default();
    let asked = id.clone();
    let shown = ctx.write(move |tx| load(tx, &asked)).await?;
    let Opened { case, note, versions, sound, phone, typed: written } = &shown.opened;
    let option = |value: &str, label: String| context! { value => value, label => label };
    let spoken: Vec<Json> =
        Spoken::ALL.iter().map(|one| option(one.as_str(), ctx.text(&format!("voice-spoken-{one}"), &[]))).collect();
    let categories: Vec<Json> = shown
        .categories
        .iter()
        .map(|(id, title)| context! { value => id, label => title.text(ctx.lang), selected => *id == case.procedure })
        .collect();
    let said = Some(actions::said(versions)).filter(|said| !said.is_empty());
    let version = |version: &Version| {
        let by = shown.doers.get(&version.by).map_or("", |doer| doer.name.as_str());
        context! { at => format::moment(version.at, ctx.lang), by => by, words => version.words, own => version.seq == 0 }
    };
    let base = ctx.url(&format!("/desk/voice/{id}"));
    let model = context! {
        code => case.code, title => shown.title, icon => shown.icon, base => base, file => ctx.url(&format!("/desk/{id}")),
        sound => sound.then(|| ctx.bare_url(&format!("/desk/voice/{id}/sound"))), state => note.state, read_back => note.read_back,
        received => format::moment(note.received_at, ctx.lang), spoken => spoken, spoken_as => note.spoken, written => written, said => said,
        phone => phone.as_ref().map(|phone| context! { shown => phone.written(), dial => phone.as_str() }), tries => note.tries,
        versions => if versions.len() > 1 { versions.iter().map(version).collect::<Vec<_>>() } else { Vec::new() },
        may_correct => crate::rules::may_correct(note, versions, case.is_open()).is_ok(), waiting => note.state == State::Waiting,
        categories => categories, sort => ctx.url(&format!("/desk/{id}/category")),
        typed => context! { words => typed.get("words"), spoken => typed.get("spoken"), outcome => typed.get("outcome"), corrected => typed.get("corrected") },
        errors => errors,
    };
    ctx.page_with(status, TEMPLATE, model).await
}

/// Back to the note with a sentence, or with what is wrong.
async fn finish(ctx: &Ctx, id: &Id, done: Result<()>, said: &str, typed: &Fields) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/desk/voice/{id}"), said),
        Err(problem @ (Problem::Refused(_) | Problem::Invalid(_))) => again(ctx, id, typed, Some(problem)).await,
        Err(problem) => Err(problem.into()),
    }
}

pub async fn transcribe(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = super::id(&text)?;
    let spoken = Spoken::parse(fields.get("spoken")).ok_or_else(|| Refusal::new("voice-needs-spoken").at("spoken"));
    let (target, words) = (id.clone(), fields.get("words").to_owned());
    let done = match spoken {
        Ok(spoken) => {
            let transcript = Transcript { spoken, words };
            ctx.write(move |tx| actions::transcribe(tx, &target, &transcript)).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    finish(&ctx, &id, done, "voice-said-written", &fields).await
}

pub async fn correct(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = super::id(&text)?;
    let (target, words) = (id.clone(), fields.get("words").to_owned());
    let done = ctx.write(move |tx| actions::correct(tx, &target, &words)).await;
    finish(&ctx, &id, done, "voice-said-corrected", &fields).await
}

pub async fn read_back(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = super::id(&text)?;
    let outcome = ReadBack::parse(fields.get("outcome")).filter(|outcome| *outcome != ReadBack::Nobody);
    let outcome = outcome.ok_or_else(|| Refusal::new("voice-needs-outcome").at("outcome"));
    let (target, words) = (id.clone(), fields.get("corrected").to_owned());
    let done = match outcome {
        Ok(outcome) => ctx.write(move |tx| actions::read_back(tx, &target, outcome, &words)).await.map_err(at_corrected),
        Err(refusal) => Err(refusal.into()),
    };
    finish(&ctx, &id, done, "voice-said-read", &fields).await
}

/// The words of a correction have a field of their own.
fn at_corrected(problem: Problem) -> Problem {
    match problem {
        Problem::Refused(refusal) if refusal.field.as_deref() == Some("words") => refusal.at("corrected").into(),
        other => other,
    }
}
