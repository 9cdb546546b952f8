//! The contractor's pages: a list for who has an account, and one order by itself, also by the link of a message.

use super::order::{self, Shown};
use super::{id, status, typed};
use crate::actions::{link, orders as act, penalties as act_on, reach};
use crate::model::{Given, Order, Penalty, PenaltyState, Step};
use crate::store::orders::Which;
use crate::store::{orders, penalties};
use crate::{WORK, rules};
use kernel::{Day, Id, Refusal, format};
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
}

/// The names that lines need, asked once per list.
pub(super) fn lines(rx: &mut Tx, orders: Vec<Order>) -> Result<Vec<Line>> {
    let quarters: HashMap<String, kernel::Label> =
        places::quarters(rx)?.into_iter().map(|quarter| (quarter.id, quarter.name)).collect();
    let areas: HashMap<String, kernel::Label> = places::areas(rx)?.into_iter().map(|area| (area.code, area.name)).collect();
    let catalog = procedures::catalog(rx)?;
    let line = |order: Order| {
        let quarter = order.place.quarter.as_ref().and_then(|id| quarters.get(id));
        let place = quarter.or(order.place.area.as_ref().and_then(|code| areas.get(code))).cloned();
        let title = catalog.find(&order.category).map(|procedure| procedure.title.clone()).unwrap_or_default();
        Line { order, title, place }
    };
    Ok(orders.into_iter().map(line).collect())
}

pub(super) fn row(ctx: &Ctx, line: &Line, base: &str) -> Json {
    let Line { order, title, place } = line;
    let late = order.penalty_at.is_some_and(|at| at < ctx.now());
    context! {
        title => title.text(ctx.lang), code => order.code, url => ctx.url(&format!("{base}/{}", order.id)), pill => order::pill(ctx, order),
        place => place.as_ref().map(|place| place.text(ctx.lang)), given => format::moment(order.given_at, ctx.lang),
        until => order.penalty_at.map(|at| format::moment(at, ctx.lang)), late => late,
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
    let (rows, penalties, next) = match tab {
        Tab::Penalties => {
            let (penalties, next) = penalties_of(ctx, after, typed).await?;
            (Vec::new(), penalties, next)
        }
        Tab::Open | Tab::Ended => {
            let (rows, next) = orders_of(ctx, tab, after).await?;
            (rows, Vec::new(), next)
        }
    };
    let tabs =
        Tab::ALL.map(|(one, url, label)| context! { label => ctx.text(label, &[]), url => ctx.url(url), current => one == tab });
    let of_penalties = tab == Tab::Penalties;
    let status = status(&errors);
    let model = context! { rows => rows, next => next, penalties => penalties, of_penalties => of_penalties, tabs => tabs, errors => errors };
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

async fn orders_of(ctx: &Ctx, tab: Tab, after: Option<Cursor>) -> Result<(Vec<Json>, String)> {
    let which = if tab == Tab::Ended { Which::Ended } else { Which::Open };
    let mut found = ctx
        .read(move |rx| {
            let units = reach::units(rx, WORK)?;
            let found = orders::list(rx, which, &units, after.as_ref(), PAGE + 1)?;
            lines(rx, found)
        })
        .await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let last = found.last().filter(|_| more).map(|line| &line.order);
    let last = last.map(|order| Cursor { sort: order.given_at.to_string(), id: order.id.to_string() });
    Ok((found.iter().map(|line| row(ctx, line, "/contractor")).collect(), next(ctx, tab, last)?))
}

async fn penalties_of(ctx: &Ctx, after: Option<Cursor>, typed: Option<(Id, String)>) -> Result<(Vec<Json>, String)> {
    let mut found = ctx
        .read(move |rx| {
            let units = reach::units(rx, WORK)?;
            penalties::known(rx, &units, after.as_ref(), PAGE + 1)
        })
        .await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let last = found.last().filter(|_| more).map(|one| Cursor { sort: one.day.to_string(), id: one.id.to_string() });
    let now = ctx.now();
    let row = |one: &Penalty| {
        let open = one.state == PenaltyState::Signed && !rules::is_final(one, now);
        let contest = open.then(|| ctx.url(&format!("/contractor/penalties/{}/contest", one.id)));
        let words = typed.as_ref().filter(|(id, _)| *id == one.id).map(|(_, words)| words);
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
    let done = match step(&fields) {
        Ok(step) => {
            let given = Given {
                words: fields.get("words").to_owned(),
                day: fields.opt("day").and_then(Day::parse),
                proofs: if step == Step::Prove { order::proofs(ctx, &fields).await? } else { Vec::new() },
            };
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
            let errors = ctx.errors(problem)?;
            show(ctx, entrance, &fields, errors).await
        }
    }
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
        Ok(_) => ctx.go_saying("/contractor", "contractors-said-contested"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            listed(&ctx, Tab::Penalties, Some(typed), errors).await
        }
    }
}

/// The same by the link of an order that the penalty stands for.
pub async fn contest_by_link(ctx: Ctx, Path((token, text)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, words, opened) = (id(&text)?, fields.get("words").to_owned(), token.clone());
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
            let errors = ctx.errors(problem)?;
            show(&ctx, Entrance::Link(token), &fields, errors).await
        }
    }
}
