//! The public list of reports: filters in the address, newest first, paged by key.

use super::shown;
use crate::actions::public::{self, Filter};
use cases::Case;
use kernel::Label;
use platform::{Answer, Ctx, Cursor, Json, Result, Tx, context};
use procedures::Catalog;
use std::collections::HashMap;
use std::sync::Arc;

const PAGE: i64 = 25;
const EXCERPT: usize = 160;

pub struct Page {
    pub cases: Vec<Case>,
    pub total: i64,
    pub next: Option<String>,
    pub catalog: Arc<Catalog>,
    pub areas: Vec<(String, Label)>,
    pub quarters: HashMap<String, Label>,
}

/// The arrondissements of this commune, by code.
pub fn areas(rx: &mut Tx) -> Result<Vec<(String, Label)>> {
    Ok(places::areas(rx)?.into_iter().filter(|area| area.parent.is_some()).map(|area| (area.code, area.name)).collect())
}

fn load(rx: &mut Tx, filter: &Filter, after: &str) -> Result<Page> {
    let cursor = Cursor::read(after, rx.keys(), &rx.tenant())?;
    let mut cases = public::list(rx, filter, cursor.as_ref(), PAGE + 1)?;
    let more = cases.len() > PAGE as usize;
    cases.truncate(PAGE as usize);
    let next = cases.last().filter(|_| more).map(|case| public::cursor(case).write(rx.keys(), &rx.tenant())).transpose()?;
    Ok(Page {
        total: public::count(rx, filter)?,
        next,
        cases,
        catalog: procedures::catalog(rx)?,
        areas: areas(rx)?,
        quarters: places::quarters(rx)?.into_iter().map(|quarter| (quarter.id, quarter.name)).collect(),
    })
}

pub async fn list(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let filter = Filter::of(&query);
    let (asked, after) = (filter.clone(), query.get("after").to_owned());
    let page = ctx.read(move |rx| load(rx, &asked, &after)).await?;
    ctx.page("reports/list.html", model(&ctx, &page, &filter)).await
}

pub fn model(ctx: &Ctx, page: &Page, filter: &Filter) -> Json {
    let area = |code: &str| page.areas.iter().find(|(known, _)| known == code).map(|(_, name)| name);
    let row = |case: &Case| {
        let procedure = page.catalog.find(&case.procedure);
        let words = case.public_words.clone().unwrap_or_default();
        let shorter: String = words.chars().take(EXCERPT).collect();
        context! {
            url => ctx.url(&format!("/reports/{}", case.code)), title => procedure.map(|p| &p.title), icon => procedure.map_or("problem", |p| p.icon.as_str()),
            words => if shorter.len() < words.len() { format!("{shorter}…") } else { shorter }, pill => procedure.map(|p| shown::pill(case, p)),
            place => case.quarter.as_ref().and_then(|id| page.quarters.get(id)).or_else(|| case.area.as_deref().and_then(area)),
            when => kernel::format::relative_days(case.received_at.day(), ctx.today(), ctx.lang), followers => case.followers,
        }
    };
    let option = |value: &str, label: &str, chosen: bool| context! { value, label, selected => chosen };
    let categories: Vec<Json> = page
        .catalog
        .offered()
        .into_iter()
        .filter(|p| p.public)
        .map(|p| option(&p.id, p.title.text(ctx.lang), filter.category.as_deref() == Some(&p.id)))
        .collect();
    let areas: Vec<Json> =
        page.areas.iter().map(|(code, name)| option(code, name.text(ctx.lang), filter.area.as_deref() == Some(code))).collect();
    let state = |word: &str| {
        let url = ctx.url(&format!("/reports{}", filter.with("state", word)));
        context! { word => word, url => url, current => filter.state.as_deref().unwrap_or("") == word }
    };
    let tail = filter.with("", "");
    let join = if tail.is_empty() { "?" } else { "&" };
    context! {
        rows => page.cases.iter().map(row).collect::<Vec<_>>(), total => page.total, categories, areas, filter, filtered => !filter.is_empty(),
        states => ["", "open", "done"].map(state), next => page.next.as_ref().map(|cursor| ctx.url(&format!("/reports{tail}{join}after={cursor}"))),
        map => ctx.url(&format!("/reports/map{tail}")), atom => ctx.bare_url(&format!("/reports.atom{}", filter.with("lang", ctx.lang.code()))),
    }
}
