//! The contractor's pages: a list for who has an account, and one order by itself, also by the link of a message.

use super::order::{self, Shown};
use super::{id, status, typed};
use crate::actions::{link, orders as act, penalties as act_on, reach};
use crate::model::{Given, Order, Penalty, PenaltyState, Step};
use crate::store::orders::Which;
use crate::store::{contracts, orders, penalties};
use crate::{WORK, rules};
use kernel::{Day, Id, Moment, Refusal, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Cursor, Fields, Json, Problem, Result, Tx, Waits, context};
use std::collections::HashMap;

const LIST: &str = "contractors/work.html";
const ONE: &str = "contractors/order.html";
const PAGE: i64 = 40;

/// How many orders wait for the contractor, in the menu.
pub fn waiting(rx: &mut Tx) -> Result<Waits> {
    let units = reach::units(rx, WORK)?;
    Ok(Waits::asked(orders::counting(rx, Which::Work, &units)))
}

/// One line of a list.
pub(super) struct Line {
    order: Order,
    title: kernel::Label,
    place: Option<kernel::Label>,
    due: Option<Moment>,
}

/// The names that lines need, asked once per list.
pub(super) fn lines(rx: &mut Tx, orders: Vec<Order>) -> Result<Vec<Line>> {
    let quarters: HashMap<String, kernel::Label> =
        places::quarters(rx)?.into_iter().map(|quarter| (quarter.id, quarter.name)).collect();
    let areas: HashMap<String, kernel::Label> = places::areas(rx)?.into_iter().map(|area| (area.code, area.name)).collect();
    let catalog = procedures::catalog(rx)?;
    let contracts = contracts::all(rx)?;
    let line = |order: Order| {
        let quarter = order.place.quarter.as_ref().and_then(|id| quarters.get(id));
        let place = quarter.or(order.place.area.as_ref().and_then(|code| areas.get(code))).cloned();
        let title = catalog.find(&order.category).map(|procedure| procedure.title.clone()).unwrap_or_default();
        let due = rules::due(&contracts, &order).filter(|_| order.is_open());
        Line { order, title, place, due }
    };
    Ok(orders.into_iter().map(line).collect())
}

pub(super) fn row(ctx: &Ctx, line: &Line, base: &str) -> Json {
    let Line { order, title, place, due } = line;
    context! {
        title => title.text(ctx.lang), code => order.code, url => ctx.url(&format!("{base}/{}", order.id)), pill => order::pill(ctx, order),
        place => place.as_ref().map(|place| place.text(ctx.lang)), given => format::moment(order.given_at, ctx.lang),
        due => order::due(ctx, order, *due),
    }
}

/// Which part of the contractor's side is looked at; each stands under its own tab.
#[derive(Clone, Copy, PartialEq)]
enum Tab {
    Open,
    Ended,
    Penalties,
}

impl Tab {
    const ALL: [(Tab, &'static str, &'static str); 3] = [
        (Tab::Open, "/contractor", "contractors-tab-open"),
        (Tab::Ended, "/contractor?show=ended", "contractors-tab-ended"),
        (Tab::Penalties, "/contractor?show=penalties", "contractors-penalties"),
    ];

    fn of(show: &str) -> Tab {
        match show {
            "ended" => Tab::Ended,
            "penalties" => Tab::Penalties,
            _ => Tab::Open,
        }
    }
}

pub async fn list(ctx: Ctx) -> Answer {
    let tab = Tab::of(ctx.query().get("show"));
    listed(&ctx, tab, None, Vec::new()).await
}

/// The list, and in it what was typed against a penalty and could not be taken.
async fn listed(ctx: &Ctx, tab: Tab, typed: Option<(Id, String)>, errors: Vec<FieldError>) -> Answer {
    let after = Cursor::read(ctx.query().get("after"), ctx.app().store().keys(), &ctx.commune().code)?;
    let (parts, penalties, next) = match tab {
        Tab::Penalties => {
            let (penalties, next) = penalties_of(ctx, after, typed).await?;
            (Vec::new(), penalties, next)
        }
        Tab::Open | Tab::Ended => {
            let (parts, next) = orders_of(ctx, tab, after).await?;
            (parts, Vec::new(), next)
        }
    };
    let tabs =
        Tab::ALL.map(|(one, url, label)| context! { label => ctx.text(label, &[]), url => ctx.url(url), current => one == tab });
    let of_penalties = tab == Tab::Penalties;
    let status = status(&errors);
    let model = context! { parts => parts, next => next, penalties => penalties, of_penalties => of_penalties, tabs => tabs, errors => errors };
    ctx.page_with(status, LIST, model).await
}

/// The address of the page after `last`; nothing when there is none.
fn next(ctx: &Ctx, tab: Tab, last: Option<Cursor>) -> Result<String> {
    let Some(cursor) = last else { return Ok(String::new()) };
    let show = match tab {
        Tab::Open => "",
        Tab::Ended => "ended",
        Tab::Penalties => "penalties",
    };
    let after = cursor.write(ctx.app().store().keys(), &ctx.commune().code)?;
    Ok(ctx.url(&format!("/contractor?show={show}&after={after}")))
}

/// A page of orders, under a heading each where they wait for different people.
async fn orders_of(ctx: &Ctx, tab: Tab, after: Option<Cursor>) -> Result<(Vec<Json>, String)> {
    let which = if tab == Tab::Ended { Which::Ended } else { Which::Open };
    let (mut found, to_do) = ctx
        .read(move |rx| {
            let units = reach::units(rx, WORK)?;
            let found = orders::list(rx, which, &units, after.as_ref(), PAGE + 1)?;
            Ok((lines(rx, found)?, waiting(rx)?.count(rx)?))
        })
        .await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let last = found.last().filter(|_| more).map(|line| which.after(&line.order));
    let (theirs, own): (Vec<&Line>, Vec<&Line>) = found.iter().partition(|line| line.order.waits());
    let part = |heading: &str, count: Option<i64>, lines: Vec<&Line>| {
        let rows: Vec<Json> = lines.into_iter().map(|line| row(ctx, line, "/contractor")).collect();
        (!rows.is_empty()).then(|| context! { heading => heading, count => count, rows => rows })
    };
    let parts = match tab {
        Tab::Open => [part("contractors-to-do", Some(to_do), own), part("contractors-with-commune", None, theirs)],
        _ => [part("", None, own), None],
    };
    Ok((parts.into_iter().flatten().collect(), next(ctx, tab, last)?))
}

/// A page of penalties. One that could not be contested comes first, wherever it stands: what was typed is there.
async fn penalties_of(ctx: &Ctx, after: Option<Cursor>, typed: Option<(Id, String)>) -> Result<(Vec<Json>, String)> {
    let asked = typed.as_ref().map(|(id, _)| id.clone());
    let (mut found, first) = ctx
        .read(move |rx| {
            let units = reach::units(rx, WORK)?;
            let first = asked.as_ref().map(|id| penalties::find(rx, id)).transpose()?;
            let known = penalties::known(rx, &units, after.as_ref(), PAGE + 1)?;
            Ok((known, first.filter(|one| units.contains(&one.unit) && one.state != PenaltyState::Draft)))
        })
        .await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let last = found.last().filter(|_| more).map(|one| Cursor { sort: one.day.to_string(), id: one.id.to_string() });
    found.retain(|one| first.as_ref().is_none_or(|first| first.id != one.id));
    let found: Vec<Penalty> = first.into_iter().chain(found).collect();
    let now = ctx.now();
    let row = |one: &Penalty| {
        let words = typed.as_ref().filter(|(id, _)| *id == one.id).map(|(_, words)| words);
        let open = words.is_some() || one.state == PenaltyState::Signed && !rules::is_final(one, now);
        let contest = open.then(|| ctx.url(&format!("/contractor/penalties/{}/contest", one.id)));
        context! { row => super::penalties::row(ctx, one), contest => contest, typed => words }
    };
    Ok((found.iter().map(row).collect(), next(ctx, Tab::Penalties, last)?))
}

/// How somebody came to an order.
#[derive(Clone)]
enum Entrance {
    Account(Id),
    Link(String),
}

impl Entrance {
    fn open(&self, tx: &mut Tx) -> Result<Order> {
        match self {
            Entrance::Account(id) => {
                let order = orders::find(tx, id)?;
                reach::must(tx, WORK, &order.unit)?;
                Ok(order)
            }
            Entrance::Link(token) => link::opened(tx, token),
        }
    }

    fn base(&self) -> String {
        match self {
            Entrance::Account(id) => format!("/contractor/{id}"),
            Entrance::Link(token) => format!("/orders/{token}"),
        }
    }
}

async fn show(ctx: &Ctx, entrance: Entrance, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let asked = entrance.clone();
    let shown: Shown = ctx
        .write(move |tx| {
            let order = asked.open(tx)?;
            order::load(tx, order)
        })
        .await?;
    let base = entrance.base();
    let model = context! {
        order => order::view(ctx, &shown, &format!("{base}/photos")), action => ctx.url(&format!("{base}/act")), errors => errors, typed => typed(fields),
        by_link => matches!(entrance, Entrance::Link(_)), today => ctx.today().to_string(),
    };
    ctx.page_with(status(&errors), ONE, model).await
}

async fn work(ctx: &Ctx, entrance: Entrance, fields: Fields) -> Answer {
    let done = match given(ctx, &fields).await {
        Ok((step, given)) => {
            let asked = entrance.clone();
            ctx.write(move |tx| {
                let order = asked.open(tx)?;
                act::work(tx, &order.id, step, &given)
            })
            .await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(_) => ctx.go_saying(&entrance.base(), "contractors-said-noted"),
        Err(problem) => {
            let own = if fields.get("step") == Step::Prove.as_str() { "done-words" } else { "words" };
            let errors = renamed(ctx.errors(problem)?, own);
            show(ctx, entrance, &fields, errors).await
        }
    }
}

/// What a form of the page asks for, with its pictures read.
async fn given(ctx: &Ctx, fields: &Fields) -> Result<(Step, Given)> {
    let step = step(fields)?;
    let proofs = if step == Step::Prove { order::proofs(ctx, fields).await? } else { Vec::new() };
    Ok((step, Given { words: fields.get("words").to_owned(), day: fields.opt("day").and_then(Day::parse), proofs }))
}

/// Several forms of a page have words: what is wrong with them stands at those that were sent.
fn renamed(mut errors: Vec<FieldError>, own: &str) -> Vec<FieldError> {
    for error in errors.iter_mut().filter(|error| error.name == "words") {
        own.clone_into(&mut error.name);
    }
    errors
}

/// What is wrong with an objection stands at its words, also when it is not the words.
fn against(mut errors: Vec<FieldError>, penalty: &Id) -> Vec<FieldError> {
    errors.iter_mut().for_each(|error| error.name = format!("words-{penalty}"));
    errors
}

/// Only what is the contractor's to do.
fn step(fields: &Fields) -> Result<Step> {
    let step = Step::parse(fields.get("step"));
    let own = step.filter(|step| matches!(step, Step::Accept | Step::Plan | Step::Prove | Step::Refuse));
    own.ok_or_else(|| Refusal::new("contractors-not-from-here").at("step").into())
}

pub async fn one(ctx: Ctx, Path(text): Path<String>) -> Answer {
    show(&ctx, Entrance::Account(id(&text)?), &Fields::default(), Vec::new()).await
}

pub async fn act(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    work(&ctx, Entrance::Account(id(&text)?), fields).await
}

pub async fn photo(ctx: Ctx, Path((order, file)): Path<(String, String)>) -> Answer {
    picture(&ctx, Entrance::Account(id(&order)?), &file).await
}

/// Opening the link changes nothing: mail scanners open it too.
pub async fn one_by_link(ctx: Ctx, Path(token): Path<String>) -> Answer {
    show(&ctx, Entrance::Link(token), &Fields::default(), Vec::new()).await
}

pub async fn act_by_link(ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Answer {
    work(&ctx, Entrance::Link(token), fields).await
}

pub async fn photo_by_link(ctx: Ctx, Path((token, file)): Path<(String, String)>) -> Answer {
    picture(&ctx, Entrance::Link(token), &file).await
}

async fn picture(ctx: &Ctx, entrance: Entrance, file: &str) -> Answer {
    let order = ctx.read(move |rx| entrance.open(rx)).await?;
    order::picture(ctx, order, id(file)?).await
}

pub async fn contest(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let (id, words) = (id(&text)?, fields.get("words").to_owned());
    let typed = (id.clone(), words.clone());
    let contested = ctx.write(move |tx| {
        let penalty = penalties::find(tx, &id)?;
        reach::must(tx, WORK, &penalty.unit)?;
        act_on::contest(tx, &id, &words)
    });
    match contested.await {
        Ok(_) => ctx.go_saying("/contractor?show=penalties", "contractors-said-contested"),
        Err(problem) => {
            let errors = against(ctx.errors(problem)?, &typed.0);
            listed(&ctx, Tab::Penalties, Some(typed), errors).await
        }
    }
}

/// The same by the link of an order that the penalty stands for.
pub async fn contest_by_link(ctx: Ctx, Path((token, text)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, words, opened) = (id(&text)?, fields.get("words").to_owned(), token.clone());
    let asked = id.clone();
    let contested = ctx.write(move |tx| {
        let order = link::opened(tx, &opened)?;
        if !penalties::of_order(tx, &order.id)?.iter().any(|penalty| penalty.id == id) {
            return Err(Problem::NotFound);
        }
        act_on::contest(tx, &id, &words)
    });
    match contested.await {
        Ok(_) => ctx.go_saying(&format!("/orders/{token}"), "contractors-said-contested"),
        Err(problem) => {
            let errors = against(ctx.errors(problem)?, &asked);
            let mut fields = fields;
            fields.push("penalty", asked.to_string());
            show(&ctx, Entrance::Link(token), &fields, errors).await
        }
    }
}
