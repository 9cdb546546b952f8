//! The inbox: what waits, grouped by urgency, its filters in the address.

use super::categories;
use crate::model::{Case, Filter, Row, View};
use crate::{RESTRICTED, SEE, Window, actions, rules, store};
use kernel::{Id, PublicCode, format};
use platform::web::encode;
use platform::{Actor, Answer, Ctx, Cursor, Fields, Json, Result, Tx, Waits, context};
use procedures::Procedure;
use std::collections::BTreeSet;
use std::sync::Arc;

const PAGE: i64 = 40;
/// Rows of one export.
const EXPORT: i64 = 5_000;

/// Numbers beyond this are told as more.
const COUNTED: i64 = 999;

/// What is open for this person: the number beside the inbox is that of the list it opens.
pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    actions::asked_to(tx, &Filter::default(), COUNTED).map(Waits::asked)
}

/// What nobody took on yet.
pub fn fresh(tx: &mut Tx) -> Result<Waits> {
    actions::asked_to(tx, &Filter { view: View::New, ..Filter::default() }, COUNTED).map(Waits::asked)
}

/// What came before this person because its delay runs out.
pub fn escalated(tx: &mut Tx) -> Result<Waits> {
    actions::asked_to(tx, &Filter { view: View::Escalated, ..Filter::default() }, COUNTED).map(Waits::asked)
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
        // A code that is typed whole means one file, whatever became of it.
        view: match PublicCode::parse(query.get("words")) {
            Some(_) => View::All,
            None => query.opt("view").and_then(View::parse).unwrap_or_default(),
        },
        words: query.get("words").chars().take(200).collect(),
        found: None,
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

const VIEWS: [View; 8] =
    [View::Open, View::New, View::Mine, View::Tasks, View::Escalated, View::Late, View::Waiting, View::Answered];

struct Loaded {
    rows: Vec<Line>,
    counts: Vec<(View, i64)>,
    total: i64,
    next: Option<String>,
    units: Vec<(Id, kernel::Label)>,
    areas: Vec<(String, kernel::Label)>,
    categories: Vec<categories::Group>,
}

/// A case of the list with the procedure it stays with.
struct Line {
    row: Row,
    procedure: Arc<Procedure>,
    /// Who asks for a request, for those who may open its file with the name in it.
    name: Option<String>,
}

/// The list shows the beginning of what people wrote: one look is written for the query, before it is shown.
fn load(tx: &mut Tx, filter: &Filter, after: &str) -> Result<Loaded> {
    let cursor = Cursor::read(after, tx.keys(), &tx.tenant())?;
    let code = PublicCode::parse(&filter.words);
    let (filter, mut cases) = match &code {
        Some(code) => {
            let cases = of_code(tx, code)?;
            (Filter { found: Some(cases.iter().map(|case| case.id.clone()).collect()), ..filter.clone() }, cases)
        }
        None => {
            let filter = actions::searched(tx, filter)?;
            let cases = actions::list(tx, &filter, cursor.as_ref(), PAGE + 1)?;
            (filter, cases)
        }
    };
    let more = cases.len() > PAGE as usize;
    cases.truncate(PAGE as usize);
    let next = cases.last().filter(|_| more).map(|case| cursor_of(&filter, case).write(tx.keys(), &tx.tenant())).transpose()?;
    tx.look("cases", "list")?;
    let counted = actions::counts_by_view(tx, &filter, &VIEWS, COUNTED)?;
    let counts: Vec<(View, i64)> = VIEWS.into_iter().zip(counted).collect();
    let total = match counts.iter().find(|(view, _)| *view == filter.view) {
        _ if code.is_some() => cases.len() as i64,
        Some((_, counted)) => *counted,
        None => actions::count_to(tx, &filter, COUNTED)?,
    };
    let rows = lines(tx, cases)?;
    let mut shown: BTreeSet<String> = rows.iter().map(|line| line.procedure.id.clone()).collect();
    shown.extend(filter.procedure.clone());
    Ok(Loaded {
        categories: categories::reached(tx, &shown)?,
        rows,
        counts,
        total,
        next,
        units: units::all(tx)?.into_iter().map(|unit| (unit.id, unit.name)).collect(),
        areas: places::areas(tx)?.into_iter().filter(|area| area.parent.is_some()).map(|area| (area.code, area.name)).collect(),
    })
}

/// The case of a code that was typed whole, if this person may see it.
fn of_code(tx: &mut Tx, code: &PublicCode) -> Result<Vec<Case>> {
    match store::by_code(tx, code.as_str())? {
        Some(case) if actions::may(tx, &case, SEE)? => Ok(vec![case]),
        _ => Ok(Vec::new()),
    }
}

fn lines(tx: &mut Tx, cases: Vec<Case>) -> Result<Vec<Line>> {
    let windows = actions::windows(tx, SEE)?;
    let rows = actions::rows(tx, cases)?;
    let line = |row: Row| {
        let procedure = store::pinned(tx, &row.case.procedure_pin)?;
        let named = procedure.is_request()
            && row.case.vault != platform::store::seal::ERASED
            && rules::sees_author(tx.actor(), &row.case, RESTRICTED)
            && windows.iter().any(|window| opens(window, &row.case));
        let name = if named { store::unseal(tx, &row.case)?.contact.name } else { None };
        Ok(Line { row, procedure, name })
    };
    rows.into_iter().map(line).collect()
}

/// Whether it is there by a grant: who only has a task to do needs no name.
fn opens(window: &Window, case: &Case) -> bool {
    (window.restricted || !case.restricted)
        && window.covers(&case.unit)
        && window.areas.as_ref().is_none_or(|areas| case.area.as_ref().is_some_and(|area| areas.contains(area)))
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
    let loaded = ctx.look(move |tx| load(tx, &asked, &after)).await?;
    let views: Vec<Json> = loaded
        .counts
        .iter()
        .map(|(view, count)| context! { label => ctx.text(&format!("cases-view-{}", view.as_str()), &[]), url => ctx.url(&with(&query, "view", view.as_str())), current => *view == filter.view, count => (*count).min(COUNTED), more => *count > COUNTED })
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
    let entries = |group: &categories::Group| {
        let one = |(id, title): &(String, kernel::Label)| option(id, title.text(ctx.lang), filter.procedure.as_ref() == Some(id));
        let name =
            group.name.as_ref().map_or_else(|| ctx.text("cases-categories-other", &[]), |name| name.text(ctx.lang).to_owned());
        context! { label => name, options => group.procedures.iter().map(one).collect::<Vec<_>>() }
    };
    let categories: Vec<Json> = loaded.categories.iter().map(entries).collect();
    let next =
        loaded.next.as_ref().map(|cursor| ctx.url(&format!("{}&after={cursor}", with(&query, "view", filter.view.as_str()))));
    let export = ctx.bare_url(&with(&query, "", "").replacen("/desk?", "/desk.csv?", 1));
    let model = context! {
        groups => groups, views => views, total => loaded.total.min(COUNTED), more => loaded.total > COUNTED, next => next, words => filter.words, view => filter.view,
        units => units, areas => areas, categories => categories, export => export,
        filtered => filter.unit.is_some() || filter.area.is_some() || filter.procedure.is_some() || !filter.words.is_empty(),
    };
    ctx.page("cases/desk.html", model).await
}

/// Late, today, then the rest: urgency is what the eye needs first.
fn groups(ctx: &Ctx, loaded: &Loaded) -> Vec<Json> {
    let mut groups: Vec<(&'static str, Vec<Json>)> = vec![("late", vec![]), ("near", vec![]), ("later", vec![])];
    for one in &loaded.rows {
        let place = if one.row.late {
            0
        } else if one.row.near {
            1
        } else {
            2
        };
        groups[place].1.push(line(ctx, one));
    }
    let group =
        |(id, rows): (&str, Vec<Json>)| context! { id => id, title => ctx.text(&format!("cases-group-{id}"), &[]), rows => rows };
    groups.into_iter().filter(|(_, rows)| !rows.is_empty()).map(group).collect()
}

fn line(ctx: &Ctx, line: &Line) -> Json {
    let Line { row, procedure, name } = line;
    let case = &row.case;
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
        url => ctx.url(&format!("/desk/{}", case.id)), code => case.code, title => procedure.title, name => name, excerpt => row.excerpt,
        icon => procedure.icon, place => row.place, unit => row.unit, urgent => case.urgent,
        pill => super::shown::desk_pill(case, procedure), due => due, late => row.late, near => row.near,
        received => format::relative_days(case.received_at.day(), now.day(), ctx.lang), followers => case.followers,
        new => case.phase == procedures::Phase::Filed,
    }
}

const COLUMNS: [&str; 15] = [
    "code",
    "category",
    "category_ar",
    "category_fr",
    "state",
    "state_ar",
    "state_fr",
    "outcome",
    "outcome_ar",
    "outcome_fr",
    "area",
    "received_at",
    "due_at",
    "answered_at",
    "followers",
];

/// The same list as CSV: codes and their names, dates, without the words of anybody.
pub async fn export(ctx: Ctx) -> Answer {
    let filter = filter(&ctx, &ctx.query());
    let cases = ctx.look(move |tx| {
        tx.look("cases", "export")?;
        let cases = match PublicCode::parse(&filter.words) {
            Some(code) => of_code(tx, &code)?,
            None => actions::list(tx, &filter, None, EXPORT)?,
        };
        cases.into_iter().map(|case| Ok((store::pinned(tx, &case.procedure_pin)?, case))).collect::<Result<Vec<_>>>()
    });
    let mut csv = COLUMNS.join(",") + "\n";
    for (procedure, case) in cases.await? {
        let cells = cells(&procedure, &case).map(|cell| quoted(&cell));
        csv.push_str(&cells.join(","));
        csv.push('\n');
    }
    ctx.body("text/csv; charset=utf-8", csv)
}

fn cells(procedure: &Procedure, case: &Case) -> [String; 15] {
    let optional = |text: Option<String>| text.unwrap_or_default();
    let named = |id: String, name: Option<&kernel::Label>| {
        let words = name.map_or_else(Default::default, |name| [name.ar.clone(), name.fr.clone()]);
        let [ar, fr] = words;
        [id, ar, fr]
    };
    let outcome = case.outcome.as_deref().and_then(|id| procedure.outcome(id)).map(|outcome| &outcome.name);
    let [category, category_ar, category_fr] = named(case.procedure.clone(), Some(&procedure.title));
    let [state, state_ar, state_fr] = named(case.state.clone(), procedure.state(&case.state).map(|state| &state.name));
    let [outcome, outcome_ar, outcome_fr] = named(optional(case.outcome.clone()), outcome);
    [
        case.code.clone(),
        category,
        category_ar,
        category_fr,
        state,
        state_ar,
        state_fr,
        outcome,
        outcome_ar,
        outcome_fr,
        optional(case.area.clone()),
        case.received_at.to_string(),
        optional(case.due_at.map(|at| at.to_string())),
        optional(case.answered_at.map(|at| at.to_string())),
        case.followers.to_string(),
    ]
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
