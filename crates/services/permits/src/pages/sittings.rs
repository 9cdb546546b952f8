//! The commission: its sittings, one sitting with its agenda, members and minutes.

use super::{errors, id};
use crate::model::{Finding, Item, Member, NewSitting, Scale, Sitting, SittingState};
use crate::{actions, store};
use kernel::{Day, Id, Label, format};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

const SHOWN: i64 = 60;
/// Days back that the list of sittings still shows.
const PAST_DAYS: i64 = 60;
/// Empty lines for members besides those that are known.
const MORE_MEMBERS: usize = 3;

pub async fn list(ctx: Ctx) -> Answer {
    listed(&ctx, StatusCode::OK, &Fields::default(), Vec::new()).await
}

async fn listed(ctx: &Ctx, status: StatusCode, typed: &Fields, errors: Vec<Json>) -> Answer {
    let from = ctx.today().plus_days(-PAST_DAYS);
    let (sittings, waiting) = ctx.read(move |rx| Ok((store::from(rx, from, SHOWN)?, waiting(rx)?))).await?;
    let row = |sitting: &Sitting| {
        context! {
            day => format::long_day(sitting.held_on, ctx.lang), place => sitting.place, scale => ctx.text(&format!("permits-scale-{}", sitting.scale), &[]),
            closed => sitting.state == SittingState::Closed, url => ctx.url(&format!("/desk/commission/{}", sitting.id)),
            number => sitting.number.map(|(year, number)| format!("{number}/{year}")),
        }
    };
    let model = context! {
        rows => sittings.iter().map(row).collect::<Vec<_>>(), waiting => waiting.iter().map(|one| file(ctx, one)).collect::<Vec<_>>(), errors => errors,
        scales => Scale::ALL.iter().map(|scale| context! { value => scale, label => ctx.text(&format!("permits-scale-{scale}"), &[]) }).collect::<Vec<_>>(),
        typed => context! { held_on => typed.get("held_on"), place => typed.get("place"), scale => typed.get("scale") },
    };
    ctx.page_with(status, "permits/sittings.html", model).await
}

/// A file that waits for the commission.
struct Waiting {
    case: cases::Case,
    title: Label,
}

/// The files in reach of this person that wait for the commission.
fn waiting(rx: &mut Tx) -> Result<Vec<Waiting>> {
    let filter = cases::Filter { state: Some("commission".into()), ..cases::Filter::default() };
    let catalog = procedures::catalog(rx)?;
    let title = |case: &cases::Case| catalog.find(&case.procedure).map(|procedure| procedure.title.clone()).unwrap_or_default();
    Ok(cases::list(rx, &filter, None, SHOWN)?.into_iter().map(|case| Waiting { title: title(&case), case }).collect())
}

fn file(ctx: &Ctx, waiting: &Waiting) -> Json {
    context! {
        code => waiting.case.code, title => waiting.title, url => ctx.url(&format!("/desk/{}", waiting.case.id)),
        due => waiting.case.due_at.map(|due| format::long_day(due.day(), ctx.lang)),
    }
}

pub async fn open(ctx: Ctx, fields: Fields) -> Answer {
    let new = Day::parse(fields.get("held_on")).map(|held_on| NewSitting {
        scale: Scale::parse(fields.get("scale")).unwrap_or(Scale::Large),
        held_on,
        place: fields.get("place").to_owned(),
    });
    let done = match new {
        Some(new) => ctx.write(move |tx| actions::open(tx, &new)).await,
        None => Err(kernel::Refusal::new("permits-needs-day").at("held_on").into()),
    };
    match done {
        Ok(id) => ctx.go(&format!("/desk/commission/{id}")),
        Err(problem) => listed(&ctx, StatusCode::UNPROCESSABLE_ENTITY, &fields, errors(&ctx, problem)?).await,
    }
}

struct Shown {
    sitting: Sitting,
    /// Each file with what may be shown of it; nothing of one that is out of reach.
    items: Vec<(Item, Option<Seen>)>,
    waiting: Vec<Waiting>,
}

struct Seen {
    title: Label,
    opinions: Vec<cases::OpinionView>,
}

fn load(rx: &mut Tx, id: &Id) -> Result<Shown> {
    let sitting = store::find(rx, id)?;
    let catalog = procedures::catalog(rx)?;
    let mut items = Vec::new();
    for item in store::items(rx, id)? {
        let case = cases::find(rx, &item.case)?;
        let title = catalog.find(&case.procedure).map(|procedure| procedure.title.clone()).unwrap_or_default();
        let seen = cases::may(rx, &case, cases::SEE)?;
        items.push((item, if seen { Some(Seen { title, opinions: cases::opinions(rx, &case)? }) } else { None }));
    }
    let waiting = waiting(rx)?.into_iter().filter(|one| !items.iter().any(|(item, _)| item.case == one.case.id)).collect();
    Ok(Shown { sitting, items, waiting })
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    shown(&ctx, &id(&text)?, StatusCode::OK, Vec::new()).await
}

async fn shown(ctx: &Ctx, id: &Id, status: StatusCode, errors: Vec<Json>) -> Answer {
    let asked = id.clone();
    let shown = ctx.read(move |rx| load(rx, &asked)).await?;
    let sitting = &shown.sitting;
    let base = ctx.url(&format!("/desk/commission/{}", sitting.id));
    let opinion = |opinion: &cases::OpinionView| {
        context! { title => opinion.title, verdict => opinion.verdict, words => opinion.words, due => opinion.due_at.map(|due| format::long_day(due.day(), ctx.lang)) }
    };
    let item = |(place, (item, seen)): (usize, &(Item, Option<Seen>))| match seen {
        Some(seen) => context! {
            seen => true, code => item.code, position => place + 1, title => seen.title, finding => item.finding, words => item.words,
            url => ctx.url(&format!("/desk/{}", item.case)), action => format!("{base}/items/{}", item.case), opinions => seen.opinions.iter().map(opinion).collect::<Vec<_>>(),
        },
        None => context! { seen => false, position => place + 1 },
    };
    let all = shown.items.iter().all(|(_, seen)| seen.is_some());
    let blank = Member { body: String::new(), name: String::new(), present: false };
    let members: Vec<Json> = sitting
        .members
        .iter()
        .cloned()
        .chain(std::iter::repeat_n(blank, MORE_MEMBERS))
        .map(|member| context! { body => member.body, name => member.name, present => member.present })
        .collect();
    let model = context! {
        day => format::long_day(sitting.held_on, ctx.lang), place => sitting.place, scale => ctx.text(&format!("permits-scale-{}", sitting.scale), &[]),
        closed => sitting.state == SittingState::Closed, number => sitting.number.map(|(year, number)| format!("{number}/{year}")), base => base, errors => errors,
        items => shown.items.iter().enumerate().map(item).collect::<Vec<_>>(), members => members, all => all, held => sitting.held_on <= ctx.today(),
        waiting => shown.waiting.iter().map(|one| file(ctx, one)).collect::<Vec<_>>(), findings => findings(ctx),
        minutes => sitting.number.filter(|_| all).map(|_| ctx.url(&format!("/desk/commission/{}/minutes.pdf", sitting.id))),
    };
    ctx.page_with(status, "permits/sitting.html", model).await
}

pub(super) fn findings(ctx: &Ctx) -> Vec<Json> {
    Finding::ALL
        .iter()
        .map(|finding| context! { value => finding, label => ctx.text(&format!("permits-finding-{finding}"), &[]) })
        .collect()
}

async fn finish<T>(ctx: &Ctx, id: &Id, done: Result<T>, said: &str) -> Answer {
    match done {
        Ok(_) => ctx.go_saying(&format!("/desk/commission/{id}"), said),
        Err(problem) => shown(ctx, id, StatusCode::UNPROCESSABLE_ENTITY, errors(ctx, problem)?).await,
    }
}

pub async fn invite(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let member = |line: usize| Member {
        body: fields.get(&format!("body.{line}")).chars().take(120).collect(),
        name: fields.get(&format!("name.{line}")).chars().take(120).collect(),
        present: fields.ticked(&format!("present.{line}")),
    };
    let members: Vec<Member> = (0..20).map(member).collect();
    let asked = id.clone();
    let done = ctx.write(move |tx| actions::invite(tx, &asked, members.clone())).await;
    finish(&ctx, &id, done, "permits-said-members").await
}

pub async fn add(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (asked, code) = (id.clone(), fields.get("code").to_owned());
    let done = ctx.write(move |tx| actions::put_on_agenda(tx, &asked, &code)).await;
    finish(&ctx, &id, done, "permits-said-added").await
}

pub async fn remove(ctx: Ctx, Path((text, case)): Path<(String, String)>) -> Answer {
    let (id, case) = (id(&text)?, id(&case)?);
    let asked = id.clone();
    let done = ctx.write(move |tx| actions::take_off(tx, &asked, &case)).await;
    finish(&ctx, &id, done, "permits-said-removed").await
}

pub async fn judge(ctx: Ctx, Path((text, case)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, case) = (id(&text)?, id(&case)?);
    let (asked, words) = (id.clone(), fields.get("words").to_owned());
    let done = match Finding::parse(fields.get("finding")) {
        Some(finding) => ctx.write(move |tx| actions::judge(tx, &asked, &case, finding, &words)).await,
        None => Err(Problem::Refused(kernel::Refusal::new("permits-needs-finding").at("finding"))),
    };
    finish(&ctx, &id, done, "permits-said-judged").await
}

pub async fn close(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    let done = ctx.write(move |tx| actions::close(tx, &asked)).await;
    finish(&ctx, &id, done, "permits-said-closed").await
}
