//! The answers that clerks are offered: the pack's, the commune's own, and which of them are hidden.

use super::typed_values;
use kernel::Label;
use platform::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::{AnswerTemplate, AnswerText, Catalog, ListedAnswer, Origin, State};

const LIST: &str = "administration/answers.html";
const PAGE: &str = "administration/answer.html";

/// The states in which an answer may be offered, in the order of the way of a case.
fn states(tx: &mut Tx) -> Result<Vec<State>> {
    let catalog = tx.fact::<Catalog>()?;
    let mut states: Vec<State> = Vec::new();
    for state in catalog.procedures.values().flat_map(|procedure| &procedure.states) {
        if !states.iter().any(|known| known.id == state.id) {
            states.push(state.clone());
        }
    }
    Ok(states)
}

pub async fn list(ctx: Ctx) -> Answer {
    let (answers, states) = ctx.read(|rx| Ok((procedures::listed_answers(rx)?, states(rx)?))).await?;
    ctx.page(LIST, list_model(&answers, &states)).await
}

pub fn list_model(answers: &[ListedAnswer], states: &[State]) -> Json {
    let group = |state: &State| {
        let rows: Vec<Json> = answers
            .iter()
            .filter(|listed| listed.answer.state == state.id)
            .map(|listed| context! { id => listed.answer.id, title => listed.answer.title, text => listed.answer.text, origin => listed.origin, hidden => listed.hidden })
            .collect();
        context! { name => state.name, rows => rows }
    };
    let offered = answers.iter().filter(|listed| !listed.hidden).count();
    context! { groups => states.iter().map(group).collect::<Vec<_>>(), offered => offered, count => answers.len() }
}

/// One answer with the states it may belong to; `listed` is absent while it is being written.
pub struct View {
    pub listed: Option<ListedAnswer>,
    pub states: Vec<State>,
}

async fn view(ctx: &Ctx, id: Option<&str>) -> Result<View> {
    let id = id.map(str::to_owned);
    ctx.read(move |rx| {
        let listed = match &id {
            Some(id) => {
                let found = procedures::listed_answers(rx)?.into_iter().find(|listed| listed.answer.id == *id);
                Some(found.ok_or(Problem::NotFound)?)
            }
            None => None,
        };
        Ok(View { listed, states: states(rx)? })
    })
    .await
}

pub fn model(view: &View, errors: Json, typed: Fields) -> Json {
    let errors = if errors.is_array() { errors } else { Json::Array(Vec::new()) };
    let states: Vec<Json> = view.states.iter().map(|state| context! { value => state.id, name => state.name }).collect();
    let listed = view.listed.as_ref();
    let state = listed.and_then(|listed| view.states.iter().find(|state| state.id == listed.answer.state));
    context! {
        id => listed.map(|listed| &listed.answer.id), title => listed.map(|listed| &listed.answer.title),
        origin => listed.map_or(Origin::Own, |listed| listed.origin), hidden => listed.is_some_and(|listed| listed.hidden),
        state => state.map(|state| &state.name), states => states, variables => procedures::VARIABLES, errors => errors,
        typed => typed_values(typed),
    }
}

pub fn typed_of(answer: &AnswerTemplate) -> Fields {
    let mut typed = Fields::default();
    typed.push("state", answer.state.as_str());
    for (name, label) in [("title", &answer.title), ("text", &answer.text)] {
        for (lang, text) in
            [("ar", Some(&label.ar)), ("fr", Some(&label.fr)), ("zgh", label.zgh.as_ref()), ("en", label.en.as_ref())]
        {
            typed.push(&format!("{name}_{lang}"), text.cloned().unwrap_or_default());
        }
    }
    typed
}

fn read(fields: &Fields) -> AnswerText {
    let label = |name: &str| {
        let part = |lang: &str| fields.opt(&format!("{name}_{lang}")).map(str::to_owned);
        Label { ar: part("ar").unwrap_or_default(), fr: part("fr").unwrap_or_default(), zgh: part("zgh"), en: part("en") }
    };
    AnswerText { state: fields.get("state").to_owned(), title: label("title"), text: label("text") }
}

pub async fn blank(ctx: Ctx) -> Answer {
    let view = view(&ctx, None).await?;
    ctx.page(PAGE, model(&view, Json::Null, Fields::default())).await
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let view = view(&ctx, Some(&id)).await?;
    let typed = view.listed.as_ref().map(|listed| typed_of(&listed.answer)).unwrap_or_default();
    ctx.page(PAGE, model(&view, Json::Null, typed)).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let new = read(&fields);
    let done = ctx.write(move |tx| procedures::add_answer(tx, &new)).await;
    finish(ctx, None, done.map(|_| ()), fields).await
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let (new, at) = (read(&fields), id.clone());
    let done = ctx.write(move |tx| procedures::change_answer(tx, &at, &new)).await;
    finish(ctx, Some(id), done, fields).await
}

async fn finish(ctx: Ctx, id: Option<String>, done: Result<()>, fields: Fields) -> Answer {
    let Err(problem) = done else { return ctx.go_saying("/admin/answers", "administration-answer-saved") };
    let view = view(&ctx, id.as_deref()).await?;
    ctx.form_again(problem, PAGE, |errors| model(&view, json::to_value(errors).unwrap_or_default(), fields)).await
}

pub async fn hide(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let hidden = fields.get("hidden") != "no";
    ctx.write(move |tx| procedures::hide_answer(tx, &id, hidden)).await?;
    ctx.go_saying("/admin/answers", if hidden { "administration-answer-hidden" } else { "administration-answer-shown" })
}

pub async fn reset(ctx: Ctx, Path(id): Path<String>) -> Answer {
    ctx.write(move |tx| procedures::reset_answer(tx, &id)).await?;
    ctx.go_saying("/admin/answers", "administration-answer-reset")
}
