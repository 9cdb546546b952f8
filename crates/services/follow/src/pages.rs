//! The pages: what to follow, the code that confirms it, and the end of it.

use crate::actions;
use crate::model::{Confirmed, Kind, Topic};
use kernel::{Id, Label, Refusal};
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, context};

const CHOOSE: &str = "follow/choose.html";
const CONFIRM: &str = "follow/confirm.html";
/// Longest name of a topic, and longest contact.
const LONGEST: usize = 120;

/// The topic that an address or a form names: the first of the kinds that is there.
pub fn topic(fields: &Fields) -> Option<Topic> {
    let named = |kind: &Kind| {
        let subject: String = fields.opt(kind.as_str())?.chars().take(LONGEST).collect();
        Some(Topic { kind: *kind, subject })
    };
    Kind::ALL.iter().find_map(named)
}

pub async fn choose(ctx: Ctx) -> Answer {
    let topic = topic(&ctx.query());
    let model = model(&ctx, topic, "", Vec::new()).await?;
    ctx.page(CHOOSE, model).await
}

/// The form of one topic; without one, the ways to choose it.
async fn model(ctx: &Ctx, topic: Option<Topic>, typed: &str, errors: Vec<Json>) -> Result<Json> {
    let lang = ctx.lang;
    let asked = topic.clone();
    let (named, quarters, catalog) = ctx
        .read(move |rx| {
            let named = match asked.clone() {
                Some(topic) => found(rx, topic)?,
                None => None,
            };
            Ok((named, places::by_name(places::quarters(rx)?, lang), procedures::catalog(rx)?))
        })
        .await?;
    let option = |value: &str, label: &str| context! { value, label };
    let unknown = topic.filter(|_| named.is_none()).map(|topic| topic.subject);
    let chosen = named.map(|(topic, name)| {
        context! {
            kind => topic.kind, subject => topic.subject, name => name, page => ctx.url(&actions::page(&topic)),
            feed => ctx.bare_url(&feed(&topic, lang.code())), at_once => topic.kind == Kind::Report,
        }
    });
    let categories: Vec<Json> = catalog
        .offered()
        .into_iter()
        .filter(|procedure| procedure.public)
        .map(|procedure| option(&procedure.id, procedure.title.text(lang)))
        .collect();
    let quarters: Vec<Json> = quarters.iter().map(|quarter| option(&quarter.id, quarter.name.text(lang))).collect();
    Ok(context! { chosen, unknown, quarters, categories, contact => typed, errors })
}

fn found(rx: &mut platform::Tx, topic: Topic) -> Result<Option<(Topic, Label)>> {
    let named = actions::settled(rx, topic).and_then(|topic| actions::name(rx, &topic).map(|name| (topic, name)));
    match named {
        Ok(named) => Ok(Some(named)),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// The Atom feed of a topic.
pub fn feed(topic: &Topic, lang: &str) -> String {
    let subject = platform::web::encode(&topic.subject);
    match topic.kind {
        Kind::Report => format!("/follow/report.atom?code={subject}&lang={lang}"),
        Kind::Quarter => format!("/reports.atom?quarter={subject}&lang={lang}"),
        Kind::Category => format!("/reports.atom?category={subject}&lang={lang}"),
        Kind::Asset => format!("/reports.atom?number={subject}&lang={lang}"),
    }
}

pub async fn ask(ctx: Ctx, fields: Fields) -> Answer {
    let topic = topic(&fields).ok_or(Problem::NotFound)?;
    let contact: String = fields.get("contact").chars().take(LONGEST).collect();
    match send(&ctx, topic.clone(), &contact).await {
        Ok(id) => ctx.go(&format!("/follow/{id}")),
        Err(problem) => {
            let errors = faults(&ctx, problem)?;
            let model = model(&ctx, Some(topic), &contact, errors).await?;
            ctx.page_with(platform::web::StatusCode::UNPROCESSABLE_ENTITY, CHOOSE, model).await
        }
    }
}

async fn send(ctx: &Ctx, topic: Topic, contact: &str) -> Result<Id> {
    let wrong = || Refusal::new("follow-contact-wrong").at("contact");
    let to = people::contact::parse(contact).filter(people::contact::is_reachable).ok_or_else(wrong)?;
    ctx.take(Allowance::Deposit)?;
    let lang = ctx.lang;
    ctx.write(move |tx| actions::ask(tx, topic.clone(), to.clone(), lang)).await
}

/// What is wrong with a form, as sentences; other problems pass on.
fn faults(ctx: &Ctx, problem: Problem) -> Result<Vec<Json>> {
    let Problem::Refused(refusal) = &problem else { return Err(problem) };
    let name = refusal.field.clone().unwrap_or_default();
    Ok(vec![context! { name => name, text => ctx.sentence(refusal) }])
}

/// Confirms nothing by itself: whatever opens links before a person does must not.
pub async fn confirm_page(ctx: Ctx, Path(_): Path<Id>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    ctx.page(CONFIRM, context! { key => key, errors => Vec::<Json>::new() }).await
}

pub async fn confirm(ctx: Ctx, Path(id): Path<Id>, fields: Fields) -> Answer {
    ctx.left(Allowance::Code)?;
    let (code, key) = (digits(fields.get("code")), fields.get("k").to_owned());
    let done = ctx.write(move |tx| actions::confirm(tx, &id, &code, &key)).await;
    let refusal = match done {
        Ok(Confirmed::Yes(topic)) => return ctx.go_saying(&actions::page(&topic), "follow-said-begun"),
        Ok(Confirmed::Gone) => Refusal::new("follow-code-gone").at("code"),
        Ok(Confirmed::Wrong) => {
            let _ = ctx.take(Allowance::Code);
            Refusal::new("follow-code-wrong").at("code")
        }
        Err(Problem::Refused(refusal)) => refusal,
        Err(problem) => return Err(problem.into()),
    };
    let errors = faults(&ctx, refusal.into())?;
    let model = context! { key => "", errors => errors };
    ctx.page_with(platform::web::StatusCode::UNPROCESSABLE_ENTITY, CONFIRM, model).await
}

/// A code as it was typed, in whatever digits and with spaces.
fn digits(typed: &str) -> String {
    typed.chars().map(kernel::text::western_digit).filter(char::is_ascii_digit).take(12).collect()
}

pub async fn stop_page(ctx: Ctx, Path(id): Path<Id>) -> Answer {
    let query = ctx.query();
    let (case, key) = (query.get("case").to_owned(), query.get("k").to_owned());
    let (asked, proof) = (case.clone(), key.clone());
    let (topic, name) = ctx
        .read(move |rx| {
            let topic = actions::to_stop(rx, &id, &asked, &proof)?;
            let name = found(rx, topic.clone())?.map(|(_, name)| name);
            Ok((topic, name))
        })
        .await?;
    let model = context! { kind => topic.kind, subject => topic.subject, name => name, case => case, key => key };
    ctx.page("follow/stop.html", model).await
}

pub async fn stop(ctx: Ctx, Path(id): Path<Id>, fields: Fields) -> Answer {
    let (case, key, all) = (fields.get("case").to_owned(), fields.get("k").to_owned(), fields.ticked("all"));
    ctx.write(move |tx| actions::stop(tx, &id, &case, &key, all)).await?;
    ctx.go_saying("/reports", "follow-said-stopped")
}
