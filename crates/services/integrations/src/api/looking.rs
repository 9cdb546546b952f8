//! Looking: lists by filters, one report, its timeline, and what only its handlers read.

use super::{changes, reached, standing_for};
use crate::told::{self, Names};
use crate::{PERSONAL, READ, shapes};
use cases::{Case, Entry, EventKind, Where, lists};
use kernel::{Day, Id, Moment, Refusal};
use platform::web::Path;
use platform::{Answer, Ctx, Cursor, Fields, Problem, Result, Tx, args};
use procedures::Procedure;

const LIMIT: i64 = 50;
const LIMIT_MOST: i64 = 200;
/// Longer than any commune has kept reports here.
const FOREVER_SECS: i64 = 100 * 366 * 86_400;
/// Categories that one question may name.
const CATEGORIES_MOST: usize = 50;

pub async fn units(ctx: Ctx) -> Answer {
    let units = ctx.read(units::all).await?;
    ctx.json(shapes::Units { units: units.into_iter().map(told::unit).collect() })
}

/// A question as it was asked.
#[derive(Clone)]
struct Asked {
    since: Option<Moment>,
    open: Option<bool>,
    categories: Vec<String>,
    equals: Vec<(&'static str, String)>,
    bbox: Option<String>,
    limit: i64,
    cursor: String,
}

fn asked(query: &Fields) -> Result<Asked> {
    let mut wrong = Vec::new();
    let mut fault = |key: &str, name: &str| wrong.push(Refusal::new(key).at(name));
    let since = match query.opt("updated_since") {
        None => Some(None),
        Some(text) => Moment::parse(text).or_else(|| Day::parse(text).map(Day::start)).map(Some),
    };
    if since.is_none() {
        fault("integrations-moment-wrong", "updated_since");
    }
    let open = match query.opt("status") {
        None => Some(None),
        Some("open") => Some(Some(true)),
        Some("done") => Some(Some(false)),
        Some(_) => None,
    };
    if open.is_none() {
        fault("integrations-status-wrong", "status");
    }
    let limit = query.opt("limit").map_or(Some(LIMIT), |text| text.parse().ok());
    if !limit.is_some_and(|limit| (1..=LIMIT_MOST).contains(&limit)) {
        fault("integrations-limit-wrong", "limit");
    }
    let listed = query.opt("category").unwrap_or("").split(',').map(str::trim).filter(|id| !id.is_empty());
    let equals = ["state", "area", "quarter", "unit"];
    match (since, open, limit) {
        (Some(since), Some(open), Some(limit)) if wrong.is_empty() => Ok(Asked {
            since,
            open,
            categories: listed.take(CATEGORIES_MOST).map(str::to_owned).collect(),
            equals: equals.into_iter().filter_map(|name| Some((name, query.opt(name)?.to_owned()))).collect(),
            bbox: query.opt("bbox").map(str::to_owned),
            limit,
            cursor: query.get("cursor").to_owned(),
        }),
        _ => Err(Problem::Invalid(wrong)),
    }
}

pub async fn list(ctx: Ctx) -> Answer {
    let (asked, lang) = (asked(&ctx.query())?, ctx.lang);
    let answer = ctx.read(move |rx| {
        let names = Names::load(rx, lang)?;
        let mut found = found(rx, &asked)?;
        let more = found.len() as i64 > asked.limit;
        found.truncate(asked.limit as usize);
        let cursor = match found.last() {
            Some(last) => Some(cursor(last).write(rx.keys(), &rx.tenant())?),
            None => None,
        };
        let reports = found.iter().map(|case| told::report(rx, case, &names)).collect::<Result<Vec<_>>>()?;
        Ok(shapes::Reports { reports, cursor, more })
    });
    ctx.json(answer.await?)
}

fn cursor(case: &Case) -> Cursor {
    Cursor { sort: case.updated_at.to_string(), id: case.id.to_string() }
}

/// One more than a page has.
fn found(tx: &mut Tx, asked: &Asked) -> Result<Vec<Case>> {
    let catalog = procedures::catalog(tx)?;
    let mut conditions = Where::tenant(tx);
    cases::visible(&mut conditions, &cases::windows(tx, READ)?);
    let mut known = told::categories(&catalog);
    known.retain(|id| asked.categories.is_empty() || asked.categories.contains(id));
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let values = known.iter().flat_map(|id| args![id]).collect();
    conditions.and(&format!("procedure IN ({}) AND hide_author = 'no'", Where::marks(known.len())), values);
    match asked.open {
        Some(true) => conditions.and("phase NOT IN ('decided', 'closed')", vec![]),
        Some(false) => conditions.and("phase IN ('decided', 'closed')", vec![]),
        None => {}
    }
    for (column, value) in &asked.equals {
        conditions.and(&format!("{column} = ?"), args![value]);
    }
    if let Some(text) = &asked.bbox {
        cases::points::bounded(&mut conditions, &reports::classes(&catalog, None), reports::bounds(text)?);
    }
    if let Some(after) = Cursor::read(&asked.cursor, tx.keys(), &tx.tenant())? {
        conditions.and("(updated_at, id) > (?, ?)", args![after.sort, after.id]);
    }
    let since = asked.since.unwrap_or(tx.now().plus_secs(-FOREVER_SECS));
    lists::changed(tx, conditions, since, None, asked.limit + 1)
}

pub async fn one(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let (lang, handling) = (ctx.lang, changes::handling(&ctx));
    let one = ctx
        .read(move |rx| {
            let case = reached(rx, &code, READ)?;
            changes::one(rx, &case, lang, &handling)
        })
        .await?;
    ctx.json(one)
}

pub async fn timeline(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let (procedure, entries) = ctx
        .read(move |rx| {
            let case = reached(rx, &code, READ)?;
            Ok((cases::pinned(rx, &case.procedure_pin)?, cases::timeline::public(rx, &case)?))
        })
        .await?;
    let entries = entries.iter().map(|entry| told_entry(&ctx, &procedure, entry)).collect();
    ctx.json(shapes::Timeline { entries })
}

fn told_entry(ctx: &Ctx, procedure: &Procedure, entry: &Entry) -> shapes::Entry {
    let data = |name: &str| entry.data[name].as_str().map(str::to_owned);
    let state = entry.data["to"].as_str().filter(|_| entry.kind == EventKind::Moved).and_then(|id| procedure.state(id));
    let sentence = state.map_or_else(
        || {
            let key = format!("cases-event-{}", entry.kind.as_str().replace('_', "-"));
            ctx.text(&key, &[("count", &entry.data["count"].to_string())])
        },
        |state| state.name.text(ctx.lang).to_owned(),
    );
    shapes::Entry {
        seq: entry.seq,
        at: entry.at,
        kind: entry.kind.to_string(),
        from: data("from"),
        to: data("to"),
        outcome: data("outcome"),
        sentence,
    }
}

/// Opens the file: the look is written before anything is answered, in the name of the key.
pub async fn personal(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let acting = standing_for(&ctx, PERSONAL, &[cases::SEE]);
    let open = acting
        .write(move |tx| {
            let id: Id = reached(tx, &code, cases::SEE)?.id;
            cases::file(tx, &id)
        })
        .await?;
    let contact = &open.sealed.contact;
    ctx.json(shapes::Personal {
        code: open.case.code.clone(),
        words: open.sealed.words.clone(),
        answers: open.sealed.answers.0.clone().into_iter().collect(),
        place_words: open.sealed.place_words.clone(),
        lat: open.case.point.map(|point| point.lat()),
        lon: open.case.point.map(|point| point.lon()),
        contact: shapes::Contact {
            name: contact.name.clone(),
            phone: contact.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            email: contact.email.as_ref().map(|email| email.as_str().to_owned()),
        },
        author_shown: open.author_shown,
    })
}
