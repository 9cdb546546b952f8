//! Pages for people: the board, the ticket, the kiosk; at the desk, the counter and the reception.

pub mod board;
pub mod counter;
pub mod kiosk;
pub mod reception;
pub mod ticket;

use crate::actions::hall::{Hall, Line};
use crate::model::{Channel, NewTicket, Priority};
use crate::rules::estimate::Estimate;
use kernel::{Id, Label, Lang, Moment, Phone, Refusal, format};
use platform::web::{FieldError, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

fn status(errors: &[FieldError]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// How long, in words that promise nothing that nobody knows.
fn wait(ctx: &Ctx, estimate: Estimate) -> String {
    match estimate {
        Estimate::NoCounter => ctx.text("queue-wait-no-counter", &[]),
        Estimate::Unknown => ctx.text("queue-wait-unknown", &[]),
        Estimate::Between { low: 0, high } => ctx.text("queue-wait-under", &[("high", &high.to_string())]),
        Estimate::Between { low, high } => {
            ctx.text("queue-wait-between", &[("low", &low.to_string()), ("high", &high.to_string())])
        }
    }
}

/// How many are before somebody.
fn before(ctx: &Ctx, count: usize) -> String {
    ctx.text("queue-before", &[("count", &count.to_string())])
}

/// An hour of today alone, of another day with its date.
fn when(ctx: &Ctx, moment: Moment) -> String {
    if moment.day() == ctx.today() { format::hour(moment) } else { format::moment(moment, ctx.lang) }
}

/// The doors: until when they are open, or when they open.
fn doors(ctx: &Ctx, hall: &Hall) -> String {
    match (hall.closes, hall.opens) {
        (Some(closes), _) => ctx.text("queue-closes", &[("time", &format::hour(closes))]),
        (None, Some(opens)) => ctx.text("queue-opens", &[("time", &when(ctx, opens))]),
        (None, None) => ctx.text("queue-shut", &[]),
    }
}

/// The other language of a board: French beside all others, Arabic beside French.
fn beside(ctx: &Ctx) -> Ctx {
    ctx.speaking(if ctx.lang == Lang::Fr { Lang::Ar } else { Lang::Fr })
}

/// A text in the language of the page, and in the one beside it.
fn both(ctx: &Ctx, text: impl Fn(&Ctx) -> String) -> Json {
    let other = beside(ctx);
    context! { one => text(ctx), two => text(&other), lang => other.lang.code(), dir => other.lang.dir() }
}

fn both_of(ctx: &Ctx, label: &Label) -> Json {
    both(ctx, |ctx| label.text(ctx.lang).to_owned())
}

/// Matters of a hall to choose from, with how many wait for each.
fn choices(ctx: &Ctx, hall: &Hall, which: impl Fn(&Line) -> bool) -> Vec<Json> {
    let one = |line: &Line| {
        context! {
            value => line.matter.code, label => line.matter.name.text(ctx.lang), letter => line.letter,
            hint => format!("{} · {}", waiting(ctx, line.waiting), wait(ctx, line.estimate)), stopped => line.stopped,
        }
    };
    hall.lines.iter().filter(|line| which(line)).map(one).collect()
}

/// How many wait.
fn waiting(ctx: &Ctx, count: usize) -> String {
    ctx.text("queue-waiting", &[("count", &count.to_string())])
}

/// A telephone as typed; none when the field is empty.
fn phone(fields: &Fields) -> Result<Option<Phone>, Refusal> {
    let Some(typed) = fields.opt("phone") else { return Ok(None) };
    let phone = Phone::parse(typed).filter(Phone::is_mobile);
    phone.map(Some).ok_or_else(|| Refusal::new("queue-phone-wrong").at("phone"))
}

/// A form that asks for a ticket.
fn asked(ctx: &Ctx, site: &Id, channel: Channel, fields: &Fields) -> Result<NewTicket> {
    Ok(NewTicket {
        site: site.clone(),
        matter: fields.get("matter").to_owned(),
        channel,
        priority: fields.opt("priority").filter(|_| channel == Channel::Reception).and_then(Priority::parse),
        lang: Lang::parse(fields.get("lang")).unwrap_or(ctx.lang),
        phone: phone(fields)?,
    })
}

/// How many minutes the commune's clock is before UTC now: a browser may not know Morocco's.
fn offset(ctx: &Ctx) -> i64 {
    i64::from(ctx.now().zoned().offset().seconds()) / 60
}

/// No copy of it anywhere: it changes by the minute, and speaks of one person.
fn unkept(answer: Answer) -> Answer {
    let mut response = answer?;
    response.headers_mut().insert("cache-control", "no-store".parse().map_err(Problem::internal)?);
    Ok(response)
}

/// A drawing of an address for a telephone.
fn qr(text: &str) -> Result<String> {
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).map_err(Problem::internal)?;
    let drawing = code.render::<qrcode::render::svg::Color>().min_dimensions(160, 160).quiet_zone(true).build();
    // The declaration of an XML document has no place inside a page.
    Ok(drawing.split_once("?>").map_or(drawing.clone(), |(_, svg)| svg.to_owned()))
}
