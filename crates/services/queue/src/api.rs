//! The board for programs and for the screens that draw it: no name, no telephone, no code.

use crate::actions::hall::{self, Hall, Line};
use crate::model::{State, Ticket};
use crate::rules::estimate::Estimate;
use kernel::{Id, Label, Lang};
use outages::Down;
use platform::store::seal::hex_sha256;
use platform::web::{HeaderMap, IntoResponse, Path, StatusCode};
use platform::{Answer, Ctx, Problem, json};
use schemars::JsonSchema;
use serde::Serialize;

/// A text in the languages that have it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Texts {
    pub ar: String,
    pub fr: String,
    pub en: Option<String>,
}

impl From<&Label> for Texts {
    fn from(label: &Label) -> Texts {
        Texts { ar: label.ar.clone(), fr: label.fr.clone(), en: label.en.clone() }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Board {
    pub site: String,
    pub name: Texts,
    /// When this was true, RFC 3339; not part of the tag.
    pub at: String,
    /// Those at the counters, the last called first.
    pub called: Vec<Called>,
    pub lines: Vec<Waiting>,
    pub outages: Vec<Stopped>,
    /// Until when the doors are open, or when they open next.
    pub closes: Option<String>,
    pub opens: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Called {
    pub ticket: String,
    pub counter: String,
    /// False once the person stands there.
    pub awaited: bool,
    pub calls: i64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Waiting {
    pub matter: String,
    pub name: Texts,
    pub letter: String,
    pub waiting: usize,
    /// Minutes that somebody would wait who came now, as a range; absent where nobody knows.
    pub from_minutes: Option<i64>,
    pub to_minutes: Option<i64>,
    /// Whether a counter that serves it is within its hours.
    pub open: bool,
    /// Whether somebody sits at such a counter.
    pub served: bool,
    /// Whether an outage stops it.
    pub stopped: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Stopped {
    pub sentence: Texts,
    pub since: String,
    pub expected: Option<String>,
}

fn board(ctx: &Ctx, hall: &Hall) -> Board {
    Board {
        site: hall.site.id.to_string(),
        name: (&hall.site.name).into(),
        at: String::new(),
        called: hall.called.iter().map(|ticket| called(hall, ticket)).collect(),
        lines: hall.lines.iter().map(waiting).collect(),
        outages: hall.down.iter().map(|down| stopped(ctx, down)).collect(),
        closes: hall.closes.map(|moment| moment.to_string()),
        opens: hall.opens.map(|moment| moment.to_string()),
    }
}

fn called(hall: &Hall, ticket: &Ticket) -> Called {
    let counter = hall.counter_label(ticket.counter.as_ref()).to_owned();
    Called { ticket: ticket.name(), counter, awaited: ticket.state == State::Called, calls: ticket.calls }
}

fn waiting(line: &Line) -> Waiting {
    let range = match line.estimate {
        Estimate::Between { low, high } => Some((low, high)),
        _ => None,
    };
    Waiting {
        matter: line.matter.code.clone(),
        name: (&line.matter.name).into(),
        letter: line.letter.clone(),
        waiting: line.waiting,
        from_minutes: range.map(|(low, _)| low),
        to_minutes: range.map(|(_, high)| high),
        open: line.open,
        served: line.estimate != Estimate::NoCounter,
        stopped: line.stopped,
    }
}

fn stopped(ctx: &Ctx, down: &Down) -> Stopped {
    let said = |lang: Lang| outages::sentence(&ctx.speaking(lang), down);
    Stopped {
        sentence: Texts { ar: said(Lang::Ar), fr: said(Lang::Fr), en: Some(said(Lang::En)) },
        since: down.outage.since.to_string(),
        expected: down.outage.expected.map(|moment| moment.to_string()),
    }
}

pub async fn board_of(ctx: Ctx, Path(site): Path<String>, headers: HeaderMap) -> Answer {
    answer(&ctx, &site, &headers).await
}

/// The board with a tag of all but the hour: a screen that asks again with it hears in few bytes that nothing changed.
pub async fn answer(ctx: &Ctx, site: &str, headers: &HeaderMap) -> Answer {
    let id = Id::parse(site).ok_or(Problem::NotFound)?;
    let hall = ctx.read(move |rx| hall::load(rx, &id)).await?;
    let mut board = board(ctx, &hall);
    let tag = format!("\"{}\"", &hex_sha256(&json::to_vec(&board).map_err(Problem::from)?)[..20]);
    let unchanged = headers.get("if-none-match").is_some_and(|known| known.as_bytes() == tag.as_bytes());
    board.at = ctx.now().to_string();
    let mut response = if unchanged { StatusCode::NOT_MODIFIED.into_response() } else { ctx.json(board)? };
    for (name, value) in [("etag", tag.as_str()), ("access-control-allow-origin", "*"), ("cache-control", "public, max-age=2")] {
        response.headers_mut().insert(name, value.parse().map_err(Problem::internal)?);
    }
    Ok(response)
}
