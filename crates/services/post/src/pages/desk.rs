//! The list of orders by where they stand, the sheet for the walk along the shelves, and what the post reports.

use super::{errors, status};
use crate::model::{LetterState, Order, Stage};
use crate::{actions, rules, store};
use cases::Case;
use kernel::{Day, Label, Money, format};
use platform::{Answer, Ctx, Fields, Json, Result, Tx, context};
use procedures::Answers;

/// Tabs of the list; what has ended is found by its code.
const TABS: [Stage; 6] = [Stage::LookUp, Stage::Doubt, Stage::Copy, Stage::Pack, Stage::Way, Stage::Back];
const BORDEREAUX: usize = 12;
/// After so many days without a word, a letter is worth a question to the post.
const SILENT_DAYS: i64 = 15;

struct Row {
    order: Order,
    case: Case,
    answers: Answers,
    title: Label,
    owed: Money,
    tracking: Option<String>,
}

struct Shown {
    stage: Stage,
    rows: Vec<Row>,
    counts: Vec<(Stage, usize)>,
    bordereaux: Vec<crate::Bordereau>,
}

fn rows(tx: &mut Tx, stage: Stage) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (order, case, answers) in actions::listed(tx, stage)? {
        rows.push(Row {
            title: cases::pinned(tx, &case.procedure_pin)?.title.clone(),
            owed: actions::owed(tx, &case.id)?,
            tracking: store::letters_of(tx, &case.id)?.last().map(|letter| letter.tracking.clone()),
            order,
            case,
            answers,
        });
    }
    Ok(rows)
}

fn load(tx: &mut Tx, stage: Stage) -> Result<Shown> {
    let mut counts = Vec::new();
    for tab in TABS {
        counts.push((tab, actions::reached(tx, tab)?));
    }
    Ok(Shown { stage, rows: rows(tx, stage)?, counts, bordereaux: actions::newest(tx, BORDEREAUX)? })
}

pub async fn list(ctx: Ctx) -> Answer {
    let stage = Stage::parse(ctx.query().get("stage")).filter(|stage| TABS.contains(stage)).unwrap_or(Stage::LookUp);
    answer(&ctx, stage, Vec::new(), Vec::new(), &Fields::default()).await
}

async fn answer(ctx: &Ctx, stage: Stage, errors: Vec<Json>, reported: Vec<Json>, typed: &Fields) -> Answer {
    let shown = ctx.write(move |tx| load(tx, stage)).await?;
    let tab = |(tab, count): &(Stage, usize)| {
        context! {
            label => ctx.text(&format!("post-stage-{tab}"), &[]), count => count, current => *tab == shown.stage,
            url => ctx.url(&format!("/desk/post?stage={tab}")),
        }
    };
    let bordereau = |one: &crate::Bordereau| {
        context! {
            number => one.reference(), state => one.state, day => format::day(one.handed_on.unwrap_or(one.opened_at.day()), ctx.lang),
            url => ctx.url(&format!("/desk/post/bordereaux/{}", one.id)),
        }
    };
    let states = [LetterState::Delivered, LetterState::Notice, LetterState::Returned, LetterState::Lost];
    let state = |state: LetterState| context! { value => state, label => ctx.text(&format!("post-letter-{state}"), &[]) };
    let model = context! {
        stage => shown.stage, tabs => shown.counts.iter().map(tab).collect::<Vec<_>>(), rows => shown.rows.iter().map(|one| row(ctx, one)).collect::<Vec<_>>(),
        bordereaux => shown.bordereaux.iter().map(bordereau).collect::<Vec<_>>(), open => ctx.url("/desk/post/bordereaux"), sheet => ctx.url("/desk/post/sheet"),
        news => ctx.url("/desk/post/news"), states => states.map(state), today => ctx.today().to_string(), reported => reported,
        typed => context! { state => typed.get("state"), on => typed.get("on"), numbers => typed.get("numbers") }, errors => errors,
    };
    ctx.page_with(status(&errors), "post/list.html", model).await
}

fn row(ctx: &Ctx, row: &Row) -> Json {
    // What is not paid waits for the applicant: the day that passed is not the office's.
    let owed = row.owed > Money(0);
    let passed = row.case.is_open() && row.case.due_at.is_some_and(|due| due < ctx.now());
    let silent = row.order.stage == Stage::Way && ctx.today().days_since(row.order.since.day()) >= SILENT_DAYS;
    context! {
        code => row.case.code, title => row.title, act => act(row), copies => copies(&row.answers), owed => owed.then(|| format::money(row.owed, ctx.lang)),
        since => format::day(row.order.since.day(), ctx.lang), url => format!("{}#post", ctx.url(&format!("/desk/{}", row.case.id))), tracking => row.tracking, silent => silent,
        late => passed && !owed, waits => passed && owed, due => row.case.due_at.filter(|_| row.case.is_open()).map(|due| format::day(due.day(), ctx.lang)),
    }
}

/// Number and year of the act, with its office: as found, else as it was written in the order.
fn act(row: &Row) -> String {
    let (_, office, year, _) = rules::shelf(row.order.entry.as_ref(), &row.answers);
    let number = match &row.order.entry {
        Some(entry) => entry.number.clone(),
        None => row.answers.text("act_number").unwrap_or_default().to_owned(),
    };
    let known = !number.is_empty() && year != i64::MAX;
    [known.then(|| format!("{number}/{year}")), Some(office).filter(|office| !office.is_empty())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn copies(answers: &Answers) -> i64 {
    answers.0.get("copies").and_then(Json::as_f64).map_or(1, |copies| copies as i64)
}

/// What is to be fetched from the registers and drawn, in the order of the shelves, to be printed.
pub async fn sheet(ctx: Ctx) -> Answer {
    let mut all = ctx
        .write(|tx| {
            let mut all = rows(tx, Stage::LookUp)?;
            all.extend(rows(tx, Stage::Copy)?);
            Ok(all)
        })
        .await?;
    all.sort_by_key(|row| rules::shelf(row.order.entry.as_ref(), &row.answers));
    let line = |row: &Row| {
        let text = |id: &str| row.answers.text(id).unwrap_or_default();
        let holder = row.answers.text("holder").or(row.answers.part("applicant", "name")).unwrap_or_default();
        let born = row.answers.text("born").or(row.answers.part("applicant", "birth")).and_then(Day::parse);
        context! {
            code => row.case.code, title => row.title, act => act(row), holder => holder, born => born.map(format::short_day),
            parents => [text("father"), text("mother")].iter().filter(|name| !name.is_empty()).copied().collect::<Vec<_>>().join(" · "),
            copies => copies(&row.answers), found => row.order.entry.is_some(), paid => row.owed == Money(0), marriage => row.answers.0.get("marriage").and_then(Json::as_bool).unwrap_or(false),
        }
    };
    let model = context! { day => format::long_day(ctx.today(), ctx.lang), rows => all.iter().map(line).collect::<Vec<_>>() };
    ctx.page("post/sheet.html", model).await
}

/// What the post says of letters: one state, one day, many numbers.
pub async fn report(ctx: Ctx, fields: Fields) -> Answer {
    let on = Day::parse(fields.get("on")).unwrap_or(ctx.today());
    let state = LetterState::parse(fields.get("state")).unwrap_or(LetterState::Prepared);
    let numbers = fields.get("numbers").to_owned();
    match ctx.write(move |tx| actions::report(tx, state, on, &numbers)).await {
        Ok(reported) => {
            let one = |one: &actions::Reported| {
                let (code, fault) = match &one.result {
                    Ok(code) => (Some(code.clone()), None),
                    Err(refusal) => (None, Some(ctx.sentence(refusal))),
                };
                context! { typed => one.typed, code => code, fault => fault }
            };
            let left = reported.iter().filter(|one| one.result.is_err()).map(|one| one.typed.as_str()).collect::<Vec<_>>();
            let mut again = Fields::default();
            for (name, value) in [("state", fields.get("state")), ("on", fields.get("on")), ("numbers", &left.join("\n"))] {
                again.push(name, value);
            }
            answer(&ctx, Stage::Way, Vec::new(), reported.iter().map(one).collect(), &again).await
        }
        Err(problem) => {
            let errors = errors(&ctx, problem)?;
            answer(&ctx, Stage::Way, errors, Vec::new(), &fields).await
        }
    }
}
