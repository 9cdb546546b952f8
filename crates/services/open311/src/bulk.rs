//! GeoReport Bulk: every published request in one CSV file, written as it is read, however many there are.

use crate::asked;
use crate::rules::{blurred, written};
use crate::shown::Names;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cases::Channel;
use cases::bulk::{Line, published};
use futures_util::stream;
use kernel::Lang;
use platform::{Ctx, Cursor, Problem, Result};
use procedures::Phase;
use std::sync::Arc;

/// Where it is, for ever.
pub const ADDRESS: &str = "/open311/bulk/requests.csv";
pub const SPECIFICATION: &str = "http://wiki.open311.org/GeoReport_Bulk_v1";
/// The columns of the specification, in its order.
const COLUMNS: [&str; 14] = [
    "service_request_id",
    "requested_datetime",
    "updated_datetime",
    "closed_date",
    "status_description",
    "status_notes",
    "source",
    "service_name",
    "service_subtype",
    "description",
    "agency_responsible",
    "address",
    "lat",
    "long",
];
/// Lines read, and sent, at once.
const PAGE: i64 = 2_000;

/// Where the writing stands.
struct Writing {
    ctx: Ctx,
    names: Arc<Names>,
    after: Option<Cursor>,
    /// What was read and is not sent yet.
    ready: Option<Bytes>,
    more: bool,
}

/// The first lines are read before anything is answered, so that a failure is told as one.
pub async fn csv(ctx: Ctx, headers: HeaderMap) -> Response {
    let asked = asked::addressed(&ctx, &headers);
    let begun = match asked {
        Ok(ctx) => begin(ctx).await,
        Err(problem) => Err(problem),
    };
    let writing = match begun {
        Ok(writing) => writing,
        Err(problem) => return asked::refuse(&ctx, &headers, &problem),
    };
    let name = format!("inline; filename=\"{}-requests.csv\"", writing.ctx.commune().slug);
    let body = Body::from_stream(stream::try_unfold(writing, |writing| async move { next(writing).await.map_err(failed) }));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, name.as_str()),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "public, max-age=60"),
    ];
    (StatusCode::OK, headers, body).into_response()
}

/// The connection breaks where the reading did: half a file is not taken for the whole.
fn failed(problem: Problem) -> std::io::Error {
    tracing::error!(?problem, "the bulk file broke off");
    std::io::Error::other("the file broke off")
}

async fn begin(ctx: Ctx) -> Result<Writing> {
    let names = Arc::new(ctx.read(Names::load).await?);
    let head = COLUMNS.map(|name| format!("\"{name}\"")).join(",") + "\r\n";
    let mut writing = Writing { ctx, names, after: None, ready: None, more: true };
    let lines = read(&mut writing).await?;
    writing.ready = Some(Bytes::from(head + &lines));
    Ok(writing)
}

async fn next(mut writing: Writing) -> Result<Option<(Bytes, Writing)>> {
    if let Some(ready) = writing.ready.take() {
        return Ok(Some((ready, writing)));
    }
    if !writing.more {
        return Ok(None);
    }
    let lines = read(&mut writing).await?;
    Ok((!lines.is_empty()).then(|| (Bytes::from(lines), writing)))
}

/// The next lines, each ended by CR LF.
async fn read(writing: &mut Writing) -> Result<String> {
    let after = writing.after.clone();
    let (names, lang) = (writing.names.clone(), writing.ctx.lang);
    let (text, last, count) = writing
        .ctx
        .read(move |rx| {
            let lines = published(rx, after.as_ref(), PAGE)?;
            let mut text = String::with_capacity(lines.len() * 400);
            lines.iter().for_each(|one| line(&mut text, one, &names, lang));
            Ok((text, lines.last().map(Line::cursor), lines.len() as i64))
        })
        .await?;
    writing.more = count == PAGE;
    writing.after = last.or(writing.after.take());
    Ok(text)
}

fn line(out: &mut String, one: &Line, names: &Names, lang: Lang) {
    let procedure = names.catalog.find(&one.procedure);
    let open = !matches!(one.phase, Phase::Decided | Phase::Closed);
    let closed = one.answered_at.filter(|_| !open);
    let precision = procedure.map_or(1_000, |procedure| procedure.open.point_precision_m);
    let point = one.point.map(|point| blurred(point, precision));
    let degrees = |value: Option<f64>| value.map_or(String::new(), |value| format!("{value:.6}"));
    let state = procedure.and_then(|procedure| crate::shown::state(procedure, &one.state, one.outcome.as_deref(), open));
    let cells: [&str; 14] = [
        &one.code,
        &written(one.received_at),
        &written(closed.unwrap_or(one.updated_at)),
        &closed.map_or(String::new(), written),
        status(one.phase),
        state.map_or("", |state| state.text(lang)),
        source(one.channel),
        procedure.map_or("", |procedure| procedure.title.text(lang)),
        "",
        &one.words,
        names.unit(&one.unit).map_or("", |name| name.text(lang)),
        &names.address(one.quarter.as_ref(), one.area.as_ref(), lang),
        &degrees(point.map(|point| point.lat())),
        &degrees(point.map(|point| point.lon())),
    ];
    for (place, cell) in cells.iter().enumerate() {
        out.push_str(if place == 0 { "\"" } else { "\",\"" });
        out.push_str(&cell.replace('"', "\"\""));
    }
    out.push_str("\"\r\n");
}

/// The words that the specification proposes.
fn status(phase: Phase) -> &'static str {
    match phase {
        Phase::Filed => "Open",
        Phase::InProgress => "Processing",
        Phase::WaitingApplicant | Phase::WaitingOther => "Hold",
        Phase::Decided | Phase::Closed => "Closed",
    }
}

fn source(channel: Channel) -> &'static str {
    match channel {
        Channel::Web => "Website",
        Channel::Counter => "Counter",
        Channel::Phone => "Phone",
        Channel::Post => "Letter",
        Channel::Api => "Open311",
        Channel::Kiosk => "Kiosk",
        Channel::Writer => "Public writer",
        Channel::Import => "Earlier system",
    }
}
