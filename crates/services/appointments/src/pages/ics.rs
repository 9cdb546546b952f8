//! A booking as a calendar file: times in UTC, so that no programme has to know the zone.

use super::{opened, shown};
use crate::model::{Booking, State};
use crate::store::bookings;
use kernel::{Id, Lang, Moment};
use platform::web::Path;
use platform::{Answer, Ctx, Problem, Result, Tx};

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

/// The key of a site's feed: whoever has the link follows the day without names.
pub fn key(tx: &Tx, site: &Id) -> Result<String> {
    let half = |purpose: &str| tx.keys().lookup(&tx.tenant(), purpose, site.as_str());
    Ok(half("appointments.feed.1")? + &half("appointments.feed.2")?)
}

const FEED_DAYS: i64 = 30;

/// Who is expected at a site in the next days: matter and code, no name.
pub async fn feed(ctx: Ctx, Path((site, given)): Path<(String, String)>) -> Answer {
    let id = Id::parse(&site).ok_or(Problem::NotFound)?;
    let found = ctx
        .read(move |rx| {
            if key(rx, &id)? != given {
                return Err(Problem::NotFound);
            }
            let site = sites::site(rx, &id)?;
            let today = rx.today();
            let all = bookings::expected(rx, today, today.plus_days(FEED_DAYS))?;
            let mut events = Vec::new();
            for booking in all.into_iter().filter(|one| one.site.as_ref() == Some(&site.id)) {
                let matter = sites::matter(rx, &booking.matter)?;
                let words =
                    Words { title: matter.name.text(Lang::Fr), site: site.name.text(Lang::Fr), about: booking.code.as_str() };
                events.extend(event(&booking, &words));
            }
            Ok((events, site))
        })
        .await;
    let (events, site) = super::guarded(&ctx, found)?;
    ctx.body(MEDIA, calendar(&events, site.name.text(Lang::Fr)))
}
