//! The inbox: what waits, grouped by urgency, its filters in the address.

use crate::model::{Case, Filter, Row, View};
use crate::{actions, store};
use kernel::{Id, format};
use platform::web::encode;
use platform::{Actor, Answer, Ctx, Cursor, Fields, Json, Result, Tx, context};
use procedures::Procedure;
use std::collections::HashMap;
use std::sync::Arc;

const PAGE: i64 = 40;
/// Rows of one export.
const EXPORT: i64 = 5_000;

/// What is new for this person, for the bell.
pub fn waiting(tx: &mut Tx) -> Result<i64> {
    actions::count(tx, &Filter { view: View::New, ..Filter::default() })
}

fn filter(ctx: &Ctx, query: &Fields) -> Filter {
    let mine = match &ctx.actor {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    };
    let text = |name: &str| query.opt(name).map(str::to_owned);
    Filter {
        unit: query.opt("unit").and_then(Id::parse),
        mine,
        area: text("area"),
        procedure: text("category"),
        state: text("state"),
        view: query.opt("view").and_then(View::parse).unwrap_or_default(),
        words: query.get("words").chars().take(200).collect(),
    }
}

/// The address of the same list with one filter changed.
fn with(query: &Fields, name: &str, value: &str) -> String {
    let mut pairs: Vec<(String, String)> =
        query.values.iter().filter(|(key, _)| key != name && key != "after").cloned().collect();
    if !value.is_empty() {
        pairs.push((name.into(), value.into()));
    }
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{}={}", encode(key), encode(value))).collect();
    format!("/desk?{}", pairs.join("&"))
}

struct Loaded {
    rows: Vec<Row>,
    procedures: HashMap<String, Arc<Procedure>>,
    counts: Vec<(View, i64)>,
    total: i64,
    next: Option<String>,
    units: Vec<(Id, kernel::Label)>,
    areas: Vec<(String, kernel::Label)>,
}

/// The list shows the beginning of what people wrote: one look is written for the query, before it is shown.
fn load(tx: &mut Tx, filter: &Filter, after: &str) -> Result<Loaded> {
    let cursor = Cursor::read(after, tx.keys(), &tx.tenant())?;
    let mut cases = actions::list(tx, filter, cursor.as_ref(), PAGE + 1)?;
    let more = cases.len() > PAGE as usize;
    cases.truncate(PAGE as usize);
    let next = cases.last().filter(|_| more).map(|case| cursor_of(filter, case).write(tx.keys(), &tx.tenant())).transpose()?;
    tx.look("cases", "list")?;
    let catalog = procedures::catalog(tx)?;
    let views = [View::Open, View::New, View::Mine, View::Tasks, View::Late, View::Waiting, View::Answered];
    let counts = views
        .iter()
        .map(|view| Ok((*view, actions::count(tx, &Filter { view: *view, ..filter.clone() })?)))
        .collect::<Result<_>>()?;
    Ok(Loaded {
        rows: actions::rows(tx, cases)?,
        procedures: catalog.procedures.clone().into_iter().collect(),
        counts,
        total: actions::count(tx, filter)?,
        next,
        units: units::all(tx)?.into_iter().map(|unit| (unit.id, unit.name)).collect(),
        areas: places::areas(tx)?.into_iter().filter(|area| area.parent.is_some()).map(|area| (area.code, area.name)).collect(),
    })
}

fn cursor_of(filter: &Filter, case: &Case) -> Cursor {
    match filter.view {
        View::Answered | View::All => Cursor { sort: case.received_at.to_string(), id: case.id.to_string() },
        _ => store::lists::cursor(case),
    }
}

pub async fn inbox(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let filter = filter(&ctx, &query);
    let (asked, after) = (filter.clone(), query.get("after").to_owned());
    let loaded = ctx.write(move |tx| load(tx, &asked, &after)).await?;
    let views: Vec<Json> = loaded
        .counts
        .iter()
        .map(|(view, count)| context! { label => ctx.text(&format!("cases-view-{}", view.as_str()), &[]), url => ctx.url(&with(&query, "view", view.as_str())), current => *view == filter.view, count => count })
        .collect();
    let groups = groups(&ctx, &loaded);
    let option = |value: &str, label: &str, chosen: bool| context! { value => value, label => label, selected => chosen };
    let units: Vec<Json> = loaded
        .units
        .iter()
        .map(|(id, name)| option(id.as_str(), name.text(ctx.lang), filter.unit.as_ref() == Some(id)))
        .collect();
    let areas: Vec<Json> =
        loaded.areas.iter().map(|(code, name)| option(code, name.text(ctx.lang), filter.area.as_ref() == Some(code))).collect();
    let mut categories: Vec<&Arc<Procedure>> = loaded.procedures.values().collect();
    categories.sort_by(|a, b| a.code.cmp(&b.code));
    let categories: Vec<Json> =
        categories.iter().map(|p| option(&p.id, p.title.text(ctx.lang), filter.procedure.as_ref() == Some(&p.id))).collect();
    let next =
        loaded.next.as_ref().map(|cursor| ctx.url(&format!("{}&after={cursor}", with(&query, "view", filter.view.as_str()))));
    let export = ctx.bare_url(&with(&query, "", "").replacen("/desk?", "/desk.csv?", 1));
    let model = context! {
        groups => groups, views => views, total => loaded.total, next => next, words => filter.words, view => filter.view,
        units => units, areas => areas, categories => categories, export => export,
        filtered => filter.unit.is_some() || filter.area.is_some() || filter.procedure.is_some() || !filter.words.is_empty(),
    };
    ctx.page("cases/desk.html", model).await
}

/// Late, today, then the rest: urgency is what the eye needs first.
fn groups(ctx: &Ctx, loaded: &Loaded) -> Vec<Json> {
    let mut groups: Vec<(&'static str, Vec<Json>)> = vec![("late", vec![]), ("near", vec![]), ("later", vec![])];
    for row in &loaded.rows {
        let place = if row.late {
            0
        } else if row.near {
            1
        } else {
            2
        };
        groups[place].1.push(line(ctx, loaded, row));
    }
    let group =
        |(id, rows): (&str, Vec<Json>)| context! { id => id, title => ctx.text(&format!("cases-group-{id}"), &[]), rows => rows };
    groups.into_iter().filter(|(_, rows)| !rows.is_empty()).map(group).collect()
}

fn line(ctx: &Ctx, loaded: &Loaded, row: &Row) -> Json {
    let case = &row.case;
    let procedure = loaded.procedures.get(&case.procedure);
    let now = ctx.now();
    let due = case.due_at.filter(|_| case.is_open()).map(|due| {
        if due.secs_since(now).abs() < 86_400 {
            format::moment(due, ctx.lang)
        } else if row.late {
            ctx.text("cases-late-by", &[("n", &now.day().days_since(due.day()).to_string())])
        } else {
            format::relative_days(due.day(), now.day(), ctx.lang)
        }
    });
    context! {
        url => ctx.url(&format!("/desk/{}", case.id)), code => case.code, title => row.title, excerpt => row.excerpt,
        icon => procedure.map_or("problem", |p| p.icon.as_str()), place => row.place, unit => row.unit, urgent => case.urgent,
        pill => procedure.map(|p| super::shown::pill(case, p)), due => due, late => row.late, near => row.near,
        received => format::relative_days(case.received_at.day(), now.day(), ctx.lang), followers => case.followers,
        new => case.phase == procedures::Phase::Filed,
    }
}

/// The same list as CSV: codes, categories and dates, without the words of anybody.
pub async fn export(ctx: Ctx) -> Answer {
    let filter = filter(&ctx, &ctx.query());
    let cases = ctx
        .write(move |tx| {
            tx.look("cases", "export")?;
            actions::list(tx, &filter, None, EXPORT)
        })
        .await?;
    let mut csv = String::from("code,category,state,outcome,area,received_at,due_at,answered_at,followers\n");
    for case in cases {
        let optional = |text: Option<String>| text.unwrap_or_default();
        let cells = [
            case.code,
            case.procedure,
            case.state,
            optional(case.outcome),
            optional(case.area),
            case.received_at.to_string(),
            optional(case.due_at.map(|at| at.to_string())),
            optional(case.answered_at.map(|at| at.to_string())),
            case.followers.to_string(),
        ];
        csv.push_str(&cells.join(","));
        csv.push('\n');
    }
    ctx.body("text/csv; charset=utf-8", csv)
}
