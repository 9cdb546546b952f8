//! The day of a site for staff: who comes at what time, who came; and booking for who stands here or calls.

use super::shown;
use crate::actions::free::{self, Asked};
use crate::actions::{change, confirm, day as of_day, reach};
use crate::model::{Booking, Bound, Slot, State, Want};
use crate::store::bookings;
use crate::{HANDLE, SEE, rules};
use kernel::{Day, Id, Moment, Refusal, format, text};
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx};
use sites::{Counter, Matter, Site, Way};
use std::collections::BTreeMap;

const LIST: &str = "appointments/desk.html";
const ONE: &str = "appointments/desk_one.html";
const NEW: &str = "appointments/desk_new.html";
const SHIFTED: &str = "appointments/desk_shifted.html";
const REASON_MOST: usize = 200;

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

/// Codes and hours, no names: those stand on the page of one booking, where the look is written down.
pub async fn list(ctx: Ctx) -> Answer {
    let query = ctx.query();
    if let Some(code) = query.opt("code") {
        let code = code.to_owned();
        return match ctx.read(move |rx| reach::by_code(rx, SEE, &code)).await {
            Ok(found) => ctx.go(&format!("/desk/appointments/{}", found.id)),
            Err(Problem::NotFound) => ctx.go_saying("/desk/appointments", "appointments-desk-no-code"),
            Err(other) => Err(other.into()),
        };
    }
    let (asked, day) = (Id::parse(query.get("site")), Day::parse(query.get("day")).unwrap_or(ctx.today()));
    let view = ctx
        .read(move |rx| {
            let mine = reach::sites_of(rx, SEE)?;
            let site = mine.iter().find(|site| asked.as_ref().is_none_or(|asked| site.id == *asked)).cloned();
            let rows = match &site {
                Some(site) => rows(rx, site, day)?,
                None => Vec::new(),
            };
            let feed = site.as_ref().map(|site| super::ics::key(rx, &site.id)).transpose()?;
            Ok((mine, site, rows, feed))
        })
        .await?;
    ctx.page(LIST, list_model(&ctx, day, view)).await
}

type Row = (Booking, Matter, Counter);

fn rows(rx: &mut Tx, site: &Site, day: Day) -> Result<Vec<Row>> {
    let all = bookings::of_day(rx, day, Some(&site.id))?;
    let mut rows = Vec::with_capacity(all.len());
    for booking in all {
        let Some(place) = booking.place.clone() else { continue };
        rows.push((booking.clone(), sites::matter(rx, &booking.matter)?, sites::counter(rx, &place.counter)?));
    }
    Ok(rows)
}

fn list_model(ctx: &Ctx, day: Day, (mine, site, rows, feed): (Vec<Site>, Option<Site>, Vec<Row>, Option<String>)) -> Json {
    let row = |(booking, matter, counter): &Row| {
        json!({
            "id": booking.id, "code": booking.code.as_str(), "hour": booking.starts().map(format::hour), "matter": matter.name,
            "counter": counter.label, "people": booking.people, "way": booking.way, "state": booking.state,
            "begun": booking.starts().is_some_and(|starts| starts <= ctx.now()), "today": booking.day() == Some(ctx.today()),
        })
    };
    let feed = site.as_ref().zip(feed).map(|(site, key)| ctx.full_url(&format!("/appointments/feed/{}/{key}", site.id)));
    json!({
        "sites": mine.iter().map(|one| shown::site(ctx, one)).collect::<Vec<_>>(), "site": site.map(|one| shown::site(ctx, &one)),
        "day": format::long_day(day, ctx.lang), "iso": day, "before": day.plus_days(-1), "after": day.next(),
        "rows": rows.iter().map(row).collect::<Vec<_>>(), "feed": feed, "may_handle": ctx.may(HANDLE),
    })
}

pub struct View {
    pub whole: shown::Whole,
    pub bound: Option<Bound>,
    pub slots: Vec<Slot>,
    pub sites: Vec<Site>,
    pub day: Option<Day>,
}

/// Opens a booking with its name; the look is in the same commit.
async fn view(ctx: &Ctx, id: Id, day: Option<Day>) -> Result<View> {
    ctx.write(move |tx| {
        let booking = reach::booking(tx, SEE, &id)?;
        let subject = booking.person.clone().unwrap_or(booking.id.clone());
        tx.look(&subject, "appointment")?;
        let bound = bookings::who(tx, &id)?;
        let whole = shown::whole(tx, booking.clone())?;
        let slots = match day {
            Some(day) => {
                let site = booking.site.as_ref();
                free::slots(tx, &Asked { all: true, acting: true, ..Asked::of(&whole.matter, site, booking.people) }, day)?
            }
            None => Vec::new(),
        };
        Ok(View { whole, bound, slots, sites: sites::all(tx)?, day })
    })
    .await
}

fn one_model(ctx: &Ctx, view: &View, errors: Json) -> Json {
    let who = view.bound.as_ref().map(|bound| {
        json!({ "name": bound.name, "phone": bound.phone.written(), "cin": bound.cin.as_ref().map(|cin| cin.as_str().to_owned()) })
    });
    let booking = &view.whole.booking;
    json!({
        "one": shown::one(ctx, &view.whole), "who": who, "errors": errors, "iso": view.day,
        "times": shown::times(ctx, &view.slots, &view.sites, false),
        "begun": booking.starts().is_some_and(|starts| starts <= ctx.now()), "today": booking.day() == Some(ctx.today()), "may_handle": ctx.may(HANDLE),
        "back": booking.site.as_ref().map_or(String::new(), |site| {
            format!("?site={site}&day={}", booking.day().map_or(String::new(), |day| day.to_string()))
        }),
    })
}

pub async fn show(ctx: Ctx, Path(one): Path<String>) -> Answer {
    let view = view(&ctx, id(&one)?, Day::parse(ctx.query().get("day"))).await?;
    ctx.page(ONE, one_model(&ctx, &view, json!([]))).await
}

/// One act on one booking, by the word in the address.
pub async fn act(ctx: Ctx, Path((one, verb)): Path<(String, String)>, fields: Fields) -> Answer {
    let one = id(&one)?;
    let why = text::clean_optional(fields.get("why"), REASON_MOST).ok().flatten();
    let chosen = super::choose::slot(fields.get("start"));
    let (of, word) = (one.clone(), verb.clone());
    let done = ctx
        .write(move |tx| {
            let booking = reach::booking(tx, HANDLE, &of)?;
            let reason = || why.clone().ok_or_else(|| Problem::Refused(Refusal::new("appointments-why-missing").at("why")));
            match word.as_str() {
                "arrive" => of_day::arrive(tx, &booking.id),
                "done" => of_day::done(tx, &booking.id),
                "no-show" => of_day::no_show(tx, &booking.id),
                "cancel" => change::cancel(tx, &booking.id, &reason()?),
                "move" => {
                    let (site, starts) = chosen.clone().ok_or_else(|| Refusal::new("appointments-time-missing").at("start"))?;
                    reach::must_reach(tx, HANDLE, &site)?;
                    change::move_to(tx, &booking.id, Some(&site), starts, &reason()?)
                }
                _ => Err(Problem::NotFound),
            }
        })
        .await;
    match done {
        Ok(()) => ctx.go_saying(&format!("/desk/appointments/{one}"), "appointments-noted"),
        Err(problem) => {
            let view = view(&ctx, one, Day::parse(fields.get("day"))).await?;
            ctx.form_again(problem, ONE, |errors| one_model(&ctx, &view, json!(errors))).await
        }
    }
}

struct NewView {
    matters: Vec<Matter>,
    sites: Vec<Site>,
    slots: Vec<Slot>,
}

async fn new_view(ctx: &Ctx, fields: &Fields) -> Result<NewView> {
    let (matter, site, day) = (fields.get("matter").to_owned(), Id::parse(fields.get("site")), Day::parse(fields.get("day")));
    let people = fields.get("people").parse().unwrap_or(1).clamp(1, sites::rules::MOST_PEOPLE);
    ctx.read(move |rx| {
        let matters: Vec<Matter> = sites::matters(rx)?.into_iter().filter(sites::rules::bookable).collect();
        let mine = reach::sites_of(rx, HANDLE)?;
        let of = matters.iter().find(|one| one.code == matter).cloned();
        let slots = match (of, day, site.clone().filter(|site| mine.iter().any(|one| one.id == *site))) {
            (Some(of), Some(day), Some(site)) => {
                free::slots(rx, &Asked { all: true, ..Asked::of(&of, Some(&site), people) }, day)?
            }
            _ => Vec::new(),
        };
        Ok(NewView { matters, sites: mine, slots })
    })
    .await
}

fn new_model(ctx: &Ctx, view: &NewView, fields: &Fields, errors: Json) -> Json {
    let typed: BTreeMap<_, _> = fields.values.iter().cloned().collect();
    let chosen = view.matters.iter().find(|one| one.code == fields.get("matter"));
    json!({
        "matters": view.matters.iter().map(|one| shown::matter(ctx, one)).collect::<Vec<_>>(), "chosen": chosen.map(|one| shown::matter(ctx, one)),
        "sites": view.sites.iter().map(|one| shown::site(ctx, one)).collect::<Vec<_>>(),
        "times": shown::times(ctx, &view.slots, &view.sites, false), "typed": typed, "errors": errors, "today": ctx.today(),
        "searched": chosen.is_some() && fields.opt("day").is_some(),
    })
}

pub async fn blank(ctx: Ctx) -> Answer {
    let fields = ctx.query();
    let view = new_view(&ctx, &fields).await?;
    ctx.page(NEW, new_model(&ctx, &view, &fields, json!([]))).await
}

/// For a person who stands here or calls: no code, his card is seen or his voice heard.
pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read_new(&ctx, &fields).await {
        Ok((want, bound)) => {
            ctx.write(move |tx| {
                if let Some(site) = &want.site {
                    reach::must_reach(tx, HANDLE, site)?;
                }
                confirm::for_somebody(tx, &want, &bound, None)
            })
            .await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(booking) => ctx.go_saying(&format!("/desk/appointments/{}", booking.id), "appointments-booked"),
        Err(problem) => {
            let view = new_view(&ctx, &fields).await?;
            ctx.form_again(problem, NEW, |errors| new_model(&ctx, &view, &fields, json!(errors))).await
        }
    }
}

async fn read_new(ctx: &Ctx, fields: &Fields) -> Result<(Want, Bound)> {
    let code = fields.get("matter").to_owned();
    let matter = ctx.read(move |rx| sites::matter(rx, &code)).await?;
    let bound = rules::bound(fields.get("name"), fields.get("phone"), fields.get("cin"), matter.identity);
    let bound = bound.map_err(Problem::Invalid)?;
    let (site, starts): (Id, Moment) =
        super::choose::slot(fields.get("start")).ok_or_else(|| Refusal::new("appointments-time-missing").at("start"))?;
    let people = fields.get("people").parse().unwrap_or(1);
    let way = Way::parse(fields.get("way")).unwrap_or(Way::Visit);
    Ok((Want { matter: matter.code, site: Some(site), starts, people, way, lang: ctx.lang }, bound))
}

/// Whom the house moved, and who still waits for a time.
pub async fn shifted(ctx: Ctx) -> Answer {
    let rows = ctx
        .read(|rx| {
            let today = rx.today();
            let mine: Vec<Id> = reach::sites_of(rx, SEE)?.into_iter().map(|site| site.id).collect();
            let all = bookings::shifted(rx, today)?;
            let seen = all.into_iter().filter(|(_, one)| one.site.as_ref().is_none_or(|site| mine.contains(site)));
            seen.map(|(was, booking)| Ok((was, shown::whole(rx, booking)?))).collect::<Result<Vec<_>>>()
        })
        .await?;
    let row = |(was, whole): &(Moment, shown::Whole)| json!({ "was": format::moment(*was, ctx.lang), "one": shown::one(&ctx, whole), "waits": whole.booking.state == State::Waiting });
    ctx.page(SHIFTED, json!({ "rows": rows.iter().map(row).collect::<Vec<_>>() })).await
}
