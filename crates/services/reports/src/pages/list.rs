//! The public list of reports: filters in the address, newest first, paged by key.

use super::filters::Choices;
use super::shown;
use crate::actions::public::{self, Filter};
use cases::Case;
use kernel::Id;
use platform::{Answer, Ctx, Cursor, Json, PanelModel, Result, Tx, context};

const PAGE: i64 = 25;
const EXCERPT: usize = 160;

pub struct Page {
    pub cases: Vec<Case>,
    pub total: i64,
    pub next: Option<String>,
    pub choices: Choices,
    panels: Vec<(&'static str, PanelModel)>,
}

fn load(rx: &mut Tx, filter: &Filter, after: &str) -> Result<Page> {
    let cursor = Cursor::read(after, rx.keys(), &rx.tenant())?;
    let filter = &public::searched(rx, filter)?;
    let mut cases = public::list(rx, filter, cursor.as_ref(), PAGE + 1)?;
    let more = cases.len() > PAGE as usize;
    cases.truncate(PAGE as usize);
    let next = cases.last().filter(|_| more).map(|case| public::cursor(case).write(rx.keys(), &rx.tenant())).transpose()?;
    Ok(Page {
        total: public::count(rx, filter)?,
        next,
        cases,
        choices: Choices::load(rx)?,
        panels: platform::panels(rx, "reports.list", &Id::new(filter.with("", "")))?,
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
    let choices = &page.choices;
    let row = |case: &Case| {
        let procedure = choices.catalog.find(&case.procedure);
        let words = case.public_words.clone().unwrap_or_default();
        let shorter: String = words.chars().take(EXCERPT).collect();
        context! {
            url => ctx.url(&format!("/reports/{}", case.code)), title => procedure.map(|p| &p.title), icon => procedure.map_or("problem", |p| p.icon.as_str()),
            words => if shorter.len() < words.len() { format!("{shorter}…") } else { shorter }, pill => procedure.map(|p| shown::pill(case, p)),
            place => case.quarter.as_deref().and_then(|id| choices.quarter(id)).or_else(|| case.area.as_deref().and_then(|code| choices.area(code))),
            when => kernel::format::relative_days(case.received_at.day(), ctx.today(), ctx.lang), followers => case.followers,
        }
    };
    let state = |word: &str| {
        let url = ctx.url(&format!("/reports{}", filter.with("state", word)));
        context! { word => word, url => url, current => filter.state.as_deref().unwrap_or("") == word }
    };
    let tail = filter.with("", "");
    let join = if tail.is_empty() { "?" } else { "&" };
    let model = context! {
        rows => page.cases.iter().map(row).collect::<Vec<_>>(), total => page.total.min(public::MOST), more => page.total > public::MOST, panels => platform::shown_panels(ctx, &page.panels),
        states => ["", "open", "done"].map(state), next => page.next.as_ref().map(|cursor| ctx.url(&format!("/reports{tail}{join}after={cursor}"))),
        map => ctx.url(&format!("/reports/map{tail}")), atom => ctx.bare_url(&format!("/reports.atom{}", filter.with("lang", ctx.lang.code()))),
    };
    choices.add(ctx, filter, model)
}
