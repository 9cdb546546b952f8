//! Reading requests: what the public may see, what a program filed itself, and the bare status for who knows the code.

use crate::asked::Asked;
use crate::rules::{self, MOST};
use crate::shown::{self, Level, Names};
use crate::wire::{Document, Node};
use crate::{services, store};
use cases::{Case, Publication, Where, lists};
use kernel::{Id, Moment, Point, PublicCode};
use platform::{Fields, Problem, Result, Tx, args};
use std::collections::HashMap;

const RADIUS_M: u32 = 1_000;
const RADIUS_MOST_M: u32 = 2_000;
/// Neighbours looked at before they are measured.
const NEAR_MOST: i64 = 5_000;

/// The filters of a list, read and checked.
#[derive(Debug, Clone)]
struct Wanted {
    codes: Vec<String>,
    services: Vec<String>,
    received: Option<rules::Span>,
    updated: rules::Span,
    open: Option<bool>,
    near: Option<(Point, u32)>,
    offset: i64,
    limit: i64,
    extended: bool,
}

fn wanted(fields: &Fields, now: Moment) -> Result<Wanted> {
    let codes = rules::list(fields, "service_request_id");
    let alone = !codes.is_empty(); // ids override everything else
    let blank = Fields::default();
    let said = if alone { &blank } else { fields };
    let updated = rules::updated(said)?;
    let by_change = updated.from.is_some() && said.opt("start_date").is_none() && said.opt("end_date").is_none();
    let (offset, limit) = rules::page(said)?;
    let radius = said.opt("radius").and_then(|text| text.parse::<f64>().ok()).map_or(RADIUS_M, |metres| metres.max(1.0) as u32);
    Ok(Wanted {
        services: rules::list(said, "service_code"),
        received: if alone || by_change { None } else { Some(rules::dates(said, now)?) },
        updated,
        open: rules::status(said)?,
        near: rules::point(said)?.map(|point| (point, radius.min(RADIUS_MOST_M))),
        offset,
        limit,
        extended: fields.ticked("extensions"),
        codes,
    })
}

pub async fn list(asked: Asked) -> Result<Document> {
    let key = asked.key().await?;
    let wanted = wanted(&asked.fields, asked.ctx.now())?;
    let found = if wanted.codes.is_empty() { None } else { Some(wanted.codes.clone()) };
    let extended = wanted.extended;
    let (rows, names) = asked
        .ctx
        .read(move |rx| {
            let names = Names::load(rx)?;
            let cases = match &found {
                Some(codes) => by_codes(rx, codes)?,
                None => filtered(rx, &wanted, key.as_ref(), &names)?,
            };
            let rows = rows(rx, cases, key.as_ref(), &names, extended)?;
            Ok((rows, names))
        })
        .await?;
    Ok(document(&asked, rows, &names))
}

pub async fn one(asked: Asked) -> Result<Document> {
    let key = asked.key().await?;
    let code = asked.name();
    let extended = asked.fields.ticked("extensions");
    let (rows, names) = asked
        .ctx
        .read(move |rx| {
            let names = Names::load(rx)?;
            let cases = by_codes(rx, std::slice::from_ref(&code))?;
            if cases.is_empty() {
                return Err(Problem::NotFound);
            }
            Ok((rows(rx, cases, key.as_ref(), &names, extended)?, names))
        })
        .await?;
    Ok(document(&asked, rows, &names))
}

fn document(asked: &Asked, rows: Vec<shown::Row>, names: &Names) -> Document {
    let items = rows.iter().map(|row| shown::request(&asked.ctx, row, names)).collect();
    Document { root: "service_requests", body: Node::List("request", items) }
}

/// Who knows a code may ask how it stands. A restricted case does not exist at this door.
fn by_codes(tx: &mut Tx, codes: &[String]) -> Result<Vec<Case>> {
    let known: Vec<String> = codes.iter().filter_map(|code| PublicCode::parse(code)).map(String::from).collect();
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let mut conditions = Where::tenant(tx);
    let values = known.iter().flat_map(|code| args![code]).collect();
    conditions.and(&format!("restricted = 'no' AND code IN ({})", Where::marks(known.len())), values);
    lists::slice(tx, conditions, 0, MOST)
}

/// What a list shows: published cases, and those that this key filed in public categories.
pub fn visible(tx: &mut Tx, key: Option<&Id>, names: &Names) -> Where {
    let mut conditions = Where::tenant(tx);
    let public: Vec<&String> = names.catalog.procedures.values().filter(|found| found.public).map(|found| &found.id).collect();
    match key.filter(|_| !public.is_empty()) {
        None => conditions.and("publication = 'published'", vec![]),
        Some(key) => {
            let (own, own_values) = store::own_condition(tx, key);
            let mut values: Vec<_> = public.iter().flat_map(|id| args![id.as_str()]).collect();
            values.extend(own_values);
            let marks = Where::marks(public.len());
            conditions
                .and(&format!("publication = 'published' OR (procedure IN ({marks}) AND restricted = 'no' AND {own})"), values);
        }
    }
    conditions
}

fn filtered(tx: &mut Tx, wanted: &Wanted, key: Option<&Id>, names: &Names) -> Result<Vec<Case>> {
    let mut conditions = visible(tx, key, names);
    if !wanted.services.is_empty() {
        let values = wanted.services.iter().flat_map(|code| args![code]).collect();
        conditions.and(&format!("procedure IN ({})", Where::marks(wanted.services.len())), values);
    }
    within(&mut conditions, "received_at", wanted.received);
    within(&mut conditions, "updated_at", Some(wanted.updated));
    match wanted.open {
        Some(true) => conditions.and("phase NOT IN ('decided', 'closed')", vec![]),
        Some(false) => conditions.and("phase IN ('decided', 'closed')", vec![]),
        None => {}
    }
    let Some((point, radius)) = wanted.near else { return lists::slice(tx, conditions, wanted.offset, wanted.limit) };
    let cells = point.cells_around(radius + RADIUS_M);
    conditions.and(&format!("cell IN ({})", Where::marks(cells.len())), cells.iter().flat_map(|cell| args![*cell]).collect());
    // Measured from the published place, not from the real one, which a search could otherwise close in on.
    let close = |case: &Case| {
        let precision = names.procedure(case).map_or(0, |procedure| procedure.open.point_precision_m);
        case.point.is_some_and(|at| rules::blurred(at, precision).metres_to(point) <= f64::from(radius))
    };
    let near = lists::slice(tx, conditions, 0, NEAR_MOST)?.into_iter().filter(close);
    Ok(near.skip(wanted.offset as usize).take(wanted.limit as usize).collect())
}

fn within(conditions: &mut Where, column: &str, span: Option<rules::Span>) {
    let Some(span) = span else { return };
    if let Some(from) = span.from {
        conditions.and(&format!("{column} >= ?"), args![from]);
    }
    if let Some(until) = span.until {
        conditions.and(&format!("{column} <= ?"), args![until]);
    }
}

fn rows(tx: &mut Tx, cases: Vec<Case>, key: Option<&Id>, names: &Names, extended: bool) -> Result<Vec<shown::Row>> {
    let ids: Vec<Id> = cases.iter().map(|case| case.id.clone()).collect();
    let mut due = lists::due(tx, "answer", &ids)?;
    let mut notes: HashMap<Id, Vec<cases::Entry>> = HashMap::new();
    if extended {
        let first = cases.iter().map(|case| case.received_at).min().unwrap_or(tx.now());
        for (case, entry) in cases::timeline::public_among(tx, &ids, first, tx.now())? {
            notes.entry(case).or_default().push(entry);
        }
    }
    let mut rows = Vec::with_capacity(cases.len());
    for case in cases {
        let level = level(tx, &case, key, names)?;
        let notes = extended.then(|| notes.remove(&case.id).unwrap_or_default()).filter(|_| level != Level::Status);
        rows.push(shown::Row { due: due.remove(&case.id), case, level, notes });
    }
    Ok(rows)
}

fn level(tx: &mut Tx, case: &Case, key: Option<&Id>, names: &Names) -> Result<Level> {
    let public = names.procedure(case).is_some_and(|procedure| procedure.public && services::offered(procedure));
    if !public {
        return Ok(Level::Status);
    }
    if case.publication == Publication::Published {
        return Ok(Level::Published);
    }
    match key {
        Some(key) if store::filed_by(tx, &case.id, key)? => Ok(Level::Own),
        _ => Ok(Level::Clear),
    }
}

/// The number behind a token. We number at once and give none out; a client that lost the answer may ask with the
/// `Idempotency-Key` that it sent, or with the number itself.
pub async fn token(asked: Asked) -> Result<Document> {
    let token = asked.name();
    let sought = token.clone();
    let code = asked.ctx.read(move |rx| behind(rx, &sought)).await?;
    let item = Node::Fields(vec![("service_request_id", Node::Text(code)), ("token", Node::Text(token))]);
    Ok(Document { root: "service_requests", body: Node::List("request", vec![item]) })
}

fn behind(tx: &mut Tx, token: &str) -> Result<String> {
    if let Some(key) = Id::parse(token) {
        let receipt = platform::store::receipts::find(tx, &key)?.ok_or(Problem::NotFound)?;
        return spoken(cases::find(tx, &receipt.subject)?);
    }
    spoken(cases::by_code(tx, token)?)
}

fn spoken(case: Case) -> Result<String> {
    if case.restricted { Err(Problem::NotFound) } else { Ok(case.code) }
}
