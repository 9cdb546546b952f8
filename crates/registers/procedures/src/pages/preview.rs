//! The citizen's form of a draft, page by page, with answers that make its conditions work. Nothing typed here is kept.

use super::{Opened, head, number, open};
use crate::edit::rule::{self, Simple};
use crate::form::{self, FormField, Typed};
use crate::logic;
use crate::model::{Page, Procedure, QuestionKind};
use kernel::{Lang, Money};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Result, context};
use std::collections::BTreeSet;

const TEMPLATE: &str = "procedures/preview.html";
/// Fields of the preview itself; all others are answers.
const OURS: [&str; 5] = ["x_page", "x_fill", "x_check", "csrf", "x_clear"];

pub async fn show(ctx: Ctx, Path((id, version)): Path<(String, String)>) -> Answer {
    of(&ctx, &id, number(&version)?, true).await
}

/// The preview in the page's language; `publisher` has addresses of its own.
pub async fn of(ctx: &Ctx, id: &str, version: i64, publisher: bool) -> Answer {
    let name = id.to_owned();
    let opened = ctx.read(move |rx| open(rx, &name, version, false)).await?;
    let path = if publisher {
        format!("/admin/publications/{id}/{version}/preview")
    } else {
        super::path(id, version, crate::edit::inputs::Tab::Preview)
    };
    let languages: Vec<Json> = Lang::ALL
        .iter()
        .map(|lang| context! { code => lang.code(), url => ctx.bare_url(&format!("/{}{path}", lang.code())), current => *lang == ctx.lang })
        .collect();
    let model = model(&opened, &ctx.query(), &path, languages, publisher, |refusal| ctx.sentence(refusal))?;
    ctx.page(TEMPLATE, model).await
}

/// The model of the preview: one page of the form, with the other pages' answers carried along.
pub fn model(
    opened: &Opened,
    query: &Fields,
    path: &str,
    languages: Vec<Json>,
    publisher: bool,
    say: impl Fn(&kernel::Refusal) -> String,
) -> Result<Json> {
    let head = head(opened, "preview");
    let Some(procedure) = &opened.procedure else {
        return Ok(context! { head => head, readable => false, languages => languages, path => path, publisher => publisher });
    };
    let mut typed = Typed::new();
    if query.get("x_clear").is_empty() {
        for (name, value) in query.values.iter().filter(|(name, value)| !OURS.contains(&name.as_str()) && !value.is_empty()) {
            typed.entry(name.clone()).or_default().push(value.clone());
        }
    }
    if !query.get("x_fill").is_empty() {
        typed = form::sample(procedure, &typed, &opened.with);
    }
    let read = form::read(&procedure.questions, &typed, &opened.with);
    let asked =
        |page: &Page| procedure.questions.iter().any(|one| one.page.as_deref() == Some(&page.id) && read.asked.contains(&one.id));
    let pages: Vec<&Page> = procedure.pages.iter().filter(|page| asked(page)).collect();
    // The button that was pressed comes after the hidden field.
    let wanted = query.all("x_page").last().unwrap_or("");
    let at = pages.iter().position(|page| page.id == wanted).unwrap_or(0);
    let page = pages.get(at).map(|page| page.id.clone()).unwrap_or_default();
    let fields: Vec<Json> = form::fields(procedure, &page, &typed)
        .iter()
        .filter(|field| read.asked.contains(&field.name))
        .map(|field| context! { field => field, rule => field.show_if, said => field.show_if.as_deref().and_then(|rule| said(procedure, rule)), computed => computed(procedure, field, &read.context) })
        .collect();
    let here: BTreeSet<&str> =
        procedure.questions.iter().filter(|one| one.page.as_deref() == Some(&*page)).map(|one| one.id.as_str()).collect();
    let of = |name: &str| name.split('.').next().unwrap_or(name).to_owned();
    let carried: Vec<Json> = typed
        .iter()
        .filter(|(name, _)| !here.contains(of(name).as_str()))
        .flat_map(|(name, values)| values.iter().map(move |value| context! { name => name, value => value }))
        .collect();
    let errors: Vec<Json> = if query.get("x_check").is_empty() {
        Vec::new()
    } else {
        let on_page = read.wrong_on(procedure, &page);
        on_page.iter().map(|one| context! { name => one.field, text => say(one) }).collect()
    };
    let step = |place: usize, page: &&Page| context! { id => page.id, title => page.title, current => place == at };
    let pieces: Vec<Json> = form::pieces(procedure, &read.context)
        .into_iter()
        .map(|piece| context! { label => piece.label, hint => piece.hint, from => piece.from, required => piece.required, body => piece.body })
        .collect();
    let fees: Vec<Json> = form::fees(procedure, &read.context)
        .into_iter()
        .map(|(fee, sum)| context! { label => fee.label, sum => Money(sum).to_string(), due => fee.due })
        .collect();
    Ok(context! {
        head => head, readable => true, languages => languages, path => path, publisher => publisher, errors => errors,
        title => procedure.title, hint => procedure.hint, page => pages.get(at).map(|page| context! { id => page.id, title => page.title, hint => page.hint }),
        steps => pages.iter().enumerate().map(|(place, page)| step(place, page)).collect::<Vec<_>>(),
        fields => fields, carried => carried, pieces => pieces, fees => fees, hidden => hidden(procedure, &page, &read.asked),
        next => pages.get(at + 1).map(|page| &page.id),
    })
}

/// The questions of the page that these answers do not open.
fn hidden(procedure: &Procedure, page: &str, asked: &BTreeSet<String>) -> Vec<kernel::Label> {
    let of_page = procedure.questions.iter().filter(|one| one.page.as_deref() == Some(page));
    of_page.filter(|one| !asked.contains(&one.id)).map(|one| one.label.clone()).collect()
}

/// The word of a comparison.
pub(super) fn comparison(is: &str) -> &'static str {
    match is {
        "==" => "eq",
        "!=" => "ne",
        ">" => "gt",
        ">=" => "ge",
        "<" => "lt",
        "<=" => "le",
        _ => "in",
    }
}

/// A condition in words: the question, how its answer is compared, and the answer.
fn said(procedure: &Procedure, condition: &str) -> Option<Json> {
    let Simple { of, is, value } = rule::simple(condition)?;
    let question = procedure.question(&of)?;
    let is = comparison(&is);
    let named = |value: &str| match (question.options.iter().find(|option| option.id == value), value) {
        (Some(option), _) => context! { name => option.label, key => (), text => () },
        (None, "yes" | "no") => context! { name => (), key => format!("ui-{value}"), text => () },
        (None, other) => context! { name => (), key => (), text => other },
    };
    let values: Vec<Json> = value.split(", ").filter(|word| !word.is_empty()).map(named).collect();
    Some(context! { of => question.label, is => is, words => values })
}

fn computed(procedure: &Procedure, field: &FormField, context: &Json) -> Option<String> {
    let question = procedure.question(&field.name).filter(|one| one.kind == QuestionKind::Computed)?;
    logic::value(question.value.as_deref()?, context).map(|value| value.to_string())
}
