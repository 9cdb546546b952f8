//! A booking as a calendar file: times in UTC, so that no programme has to know the zone.

use super::{opened, shown};
use crate::model::{Booking, State};
use kernel::{Lang, Moment};
use platform::web::Path;
use platform::{Answer, Ctx, Problem};

pub const MEDIA: &str = "text/calendar; charset=utf-8";

pub async fn one(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let booking = opened(&ctx, &token).await?;
    let whole = ctx.read(move |rx| shown::whole(rx, booking.clone())).await?;
    let (matter, place) = (whole.matter.name.text(whole.booking.lang), whole.site.as_ref());
    let site = place.map_or(String::new(), |site| {
        format!("{}, {}", site.name.text(whole.booking.lang), site.address.text(whole.booking.lang))
    });
    let link = ctx.full_url(&format!("/{}/appointments/{token}", whole.booking.lang.code()));
    let event = event(&whole.booking, &Words { title: matter, site: &site, about: &link }).ok_or(Problem::NotFound)?;
    ctx.body(MEDIA, calendar(&[event], ctx.commune().name.text(Lang::Fr)))
}

pub struct Words<'a> {
    pub title: &'a str,
    pub site: &'a str,
    pub about: &'a str,
}

/// One event; a cancelled booking is told as such, so that it leaves the calendar that followed it.
pub fn event(booking: &Booking, words: &Words) -> Option<String> {
    let place = booking.place.as_ref()?;
    let status = if booking.state == State::Cancelled { "CANCELLED" } else { "CONFIRMED" };
    let lines = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@jamaa", booking.id),
        format!("SEQUENCE:{}", booking.edition),
        format!("DTSTAMP:{}", utc(booking.made_at)),
        format!("DTSTART:{}", utc(place.starts)),
        format!("DTEND:{}", utc(place.ends)),
        format!("SUMMARY:{}", escaped(words.title)),
        format!("LOCATION:{}", escaped(words.site)),
        format!("DESCRIPTION:{}", escaped(words.about)),
        format!("STATUS:{status}"),
        "END:VEVENT".to_owned(),
    ];
    Some(lines.iter().map(|line| folded(line)).collect())
}

pub fn calendar(events: &[String], name: &str) -> String {
    let head: String = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jamaa//appointments//FR", "METHOD:PUBLISH"]
        .iter()
        .map(|line| folded(line))
        .collect();
    format!("{head}{}{}END:VCALENDAR\r\n", folded(&format!("X-WR-CALNAME:{}", escaped(name))), events.concat())
}

fn utc(moment: Moment) -> String {
    moment.0.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\r', '\n'], " ")
}

/// Lines of at most 75 bytes (RFC 5545, 3.1), cut between characters.
fn folded(line: &str) -> String {
    let (mut out, mut width) = (String::new(), 0);
    for letter in line.chars() {
        if width + letter.len_utf8() > 73 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out + "\r\n"
}
