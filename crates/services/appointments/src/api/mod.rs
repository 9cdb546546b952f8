//! Doors for programs: what is free, a hold, a name, a code, and the end of it. They do what the pages do.

mod shapes;

use crate::actions::confirm::{self, Outcome};
use crate::actions::free::{self, Asked};
use crate::actions::{change, hold, link, policy, reach};
use crate::door::{Door, Inside};
use crate::model::{Booking, Bound, Visitor, Want};
use crate::{HANDLE, rules};
use kernel::{Day, Id, Moment, Refusal};
use platform::store::seal::hex;
use platform::web::{HeaderMap, Path, Routes, Sent};
use platform::{Actor, Allowance, Answer, Ctx, Problem, Result, Tx};
use sites::{Identity, Matter, Way};

/// Days that one question may ask of.
const MOST_DAYS: i64 = 62;

pub fn routes(routes: Routes) -> Routes {
    let routes = routes
        .public_get("/api/v1/appointments/matters", matters)
        .about("What one may book a time for.")
        .answers::<shapes::Matters>()
        .public_get("/api/v1/appointments/sites", sites_of)
        .about("Where a matter is served.")
        .query(&[("matter", "a code of `matters`")])
        .answers::<shapes::Sites>()
        .public_get("/api/v1/appointments/days", days)
        .about("Days with free times, at most 62, by site.")
        .query(&[
            ("matter", "a code of `matters`"),
            ("site", "an id of `sites`; all when absent"),
            ("from", "first day; today when absent"),
            ("to", "last day; the last that is open when absent"),
            ("people", "people in one visit"),
        ])
        .answers::<shapes::Days>()
        .public_get("/api/v1/appointments/slots", slots)
        .about("Free times of a day; each time of a site is named once.")
        .query(&[
            ("matter", "a code of `matters`"),
            ("site", "an id of `sites`; all when absent"),
            ("day", "the day"),
            ("people", "people in one visit"),
        ])
        .answers::<shapes::Slots>();
    routes
        .public_post("/api/v1/appointments/holds", take)
        .about("Holds a time for ten minutes. 409 when it was taken meanwhile, 429 with Retry-After in a rush.")
        .takes::<shapes::Asked>()
        .answers::<shapes::Booking>()
        .public_post("/api/v1/appointments/holds/{token}/person", name)
        .about("Says for whom, at least three seconds after the hold; a code is sent to the telephone.")
        .takes::<shapes::Person>()
        .answers::<shapes::Booking>()
        .public_post("/api/v1/appointments/holds/{token}/confirmation", confirmed)
        .about("Confirms with the code.")
        .takes::<shapes::Code>()
        .answers::<shapes::Booking>()
        .public_get("/api/v1/appointments/bookings/{token}", show)
        .about("A booking as it stands.")
        .answers::<shapes::Booking>()
        .public_post("/api/v1/appointments/bookings/{token}/cancellation", cancel)
        .about("Cancels a booking.")
        .answers::<shapes::Booking>()
        .post("/api/v1/appointments/bookings", HANDLE, book)
        .about("Books for a person in one step, with the key of a program that may.")
        .takes::<shapes::Whole>()
        .answers::<shapes::Booking>()
}

async fn matters(ctx: Ctx) -> Answer {
    let all = ctx.read(sites::matters).await?;
    let all = all.iter().filter(|one| sites::rules::bookable(one)).map(|one| shapes::Matter {
        code: one.code.clone(),
        name: (&one.name).into(),
        minutes: one.minutes,
        procedure: one.procedure.clone(),
        ways: one.ways.iter().map(|way| way.as_str().to_owned()).collect(),
        most_people: one.most_people,
        asks_national_number: one.identity == Identity::NationalNumber,
    });
    ctx.json(shapes::Matters { matters: all.collect() })
}

async fn sites_of(ctx: Ctx) -> Answer {
    let code = ctx.query().get("matter").to_owned();
    let found = ctx
        .read(move |rx| {
            let matter = sites::matter(rx, &code)?;
            let serving = sites::serving(rx, &matter.code, None)?;
            let all = sites::all(rx)?.into_iter();
            Ok(all.filter(|site| serving.iter().any(|counter| counter.site == site.id)).collect::<Vec<_>>())
        })
        .await?;
    let one = |site: &sites::Site| shapes::Site {
        id: site.id.to_string(),
        name: (&site.name).into(),
        address: (&site.address).into(),
        phone: site.phone.clone(),
        area: site.area.clone(),
        lat: site.point.map(|point| point.lat()),
        lon: site.point.map(|point| point.lon()),
        step_free: site.step_free,
    };
    ctx.json(shapes::Sites { sites: found.iter().map(one).collect() })
}

/// What both questions ask of.
struct Question {
    matter: String,
    site: Option<Id>,
    people: i64,
}

fn question(ctx: &Ctx) -> Result<Question> {
    let query = ctx.query();
    let people = query.get("people").parse().unwrap_or(1).clamp(1, sites::rules::MOST_PEOPLE);
    Ok(Question { matter: query.get("matter").to_owned(), site: query.id("site")?, people })
}

async fn days(ctx: Ctx) -> Answer {
    let (asked, query) = (question(&ctx)?, ctx.query());
    let (from, to) = (Day::parse(query.get("from")), Day::parse(query.get("to")));
    let found = ctx
        .read(move |rx| {
            let matter: Matter = sites::matter(rx, &asked.matter)?;
            let from = from.unwrap_or(rx.today()).max(rx.today());
            let last = rx.today().plus_days(policy(rx)?.days_ahead);
            let to = to.unwrap_or(last).min(from.plus_days(MOST_DAYS)).min(last);
            free::days(rx, &Asked::of(&matter, asked.site.as_ref(), asked.people), from, to)
        })
        .await?;
    let one = |day: &crate::FreeDay| shapes::Day { day: day.day.to_string(), site: day.site.to_string(), free: day.free };
    ctx.json(shapes::Days { days: found.iter().map(one).collect() })
}

async fn slots(ctx: Ctx) -> Answer {
    let (asked, day) = (question(&ctx)?, Day::parse(ctx.query().get("day")));
    let day = day.ok_or_else(|| Refusal::new("appointments-days-missing").at("day"))?;
    let found = ctx
        .read(move |rx| {
            let matter: Matter = sites::matter(rx, &asked.matter)?;
            free::slots(rx, &Asked::of(&matter, asked.site.as_ref(), asked.people), day)
        })
        .await?;
    let one = |slot: &crate::Slot| shapes::Slot { site: slot.site.to_string(), starts: slot.starts.to_string(), free: slot.free };
    ctx.json(shapes::Slots { slots: found.iter().map(one).collect() })
}

fn wanted(ctx: &Ctx, asked: &shapes::Asked) -> Result<Want> {
    let starts = Moment::parse(&asked.starts).ok_or_else(|| Refusal::new("appointments-time-missing").at("starts"))?;
    let site = asked.site.as_deref().map(|site| Id::parse(site).ok_or(Problem::NotFound)).transpose()?;
    let way = asked.way.as_deref().map_or(Some(Way::Visit), Way::parse);
    let way = way.ok_or_else(|| Refusal::new("appointments-way-not").at("way"))?;
    let people = asked.people.unwrap_or(1);
    Ok(Want { matter: asked.matter.clone(), site, starts, people, way, lang: ctx.lang })
}

/// Programs get no number: they are told when to come back.
fn enter(ctx: &Ctx) -> Result<Inside> {
    ctx.app().store().fact::<Door>()?.pass(ctx.now())?.ok_or(Problem::Busy { retry_after_secs: 5 })
}

async fn take(ctx: Ctx, Sent(asked): Sent<shapes::Asked>) -> Answer {
    let ctx = ctx.acting_as(Actor::Public);
    let _inside = enter(&ctx)?;
    let want = wanted(&ctx, &asked)?;
    let device = match &asked.device {
        Some(device) => device.clone(),
        None => hex(&ctx.app().store().keys().random::<16>()?),
    };
    let (from, most) = (ctx.visitor(), ctx.app().config().limits.deposits_per_hour);
    let held = ctx
        .write(move |tx| {
            let visitor: Visitor = crate::pages::visitor(tx, &device, from, most)?;
            hold::hold(tx, &visitor, &want)
        })
        .await?;
    told(&ctx, held).await
}

async fn name(ctx: Ctx, Path(token): Path<String>, Sent(person): Sent<shapes::Person>) -> Answer {
    let ctx = ctx.acting_as(Actor::Public);
    let held = crate::pages::opened(&ctx, &token).await?;
    ctx.take(Allowance::Deposit)?;
    let bound = bound_of(&ctx, &held.matter, &person).await?;
    let starts = person.starts.as_deref().and_then(Moment::parse);
    let id = held.id.clone();
    ctx.write(move |tx| confirm::details(tx, &id, &bound, None, starts)).await?;
    again(&ctx, held.id).await
}

async fn bound_of(ctx: &Ctx, matter: &str, person: &shapes::Person) -> Result<Bound> {
    let code = matter.to_owned();
    let matter = ctx.read(move |rx| sites::matter(rx, &code)).await?;
    let number = person.national_number.as_deref().unwrap_or("");
    rules::bound(&person.name, &person.phone, number, matter.identity).map_err(Problem::Invalid)
}

async fn confirmed(ctx: Ctx, Path(token): Path<String>, Sent(sent): Sent<shapes::Code>) -> Answer {
    let ctx = ctx.acting_as(Actor::Public);
    let held = crate::pages::opened(&ctx, &token).await?;
    let id = held.id.clone();
    match ctx.write(move |tx| confirm::confirm(tx, &id, &sent.code)).await? {
        Outcome::Booked => again(&ctx, held.id).await,
        Outcome::Wrong { left } => Err(Refusal::new("appointments-code-wrong").with("left", left).at("code").into()),
        Outcome::Spent => Err(Refusal::new("appointments-code-spent").at("code").into()),
    }
}

async fn show(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let found = crate::pages::opened(&ctx, &token).await?;
    told(&ctx, found).await
}

async fn cancel(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let ctx = ctx.acting_as(Actor::Public);
    let found = crate::pages::opened(&ctx, &token).await?;
    let id = found.id.clone();
    ctx.write(move |tx| change::cancel(tx, &id, "person")).await?;
    again(&ctx, found.id).await
}

/// For a person whom a program of the commune serves, such as its call centre.
async fn book(ctx: Ctx, headers: HeaderMap, Sent(whole): Sent<shapes::Whole>) -> Answer {
    // A session that a browser sends along counts for nothing here.
    if !matches!(ctx.actor, Actor::Key { .. }) || !headers.contains_key("authorization") {
        return Err(Problem::Forbidden.into());
    }
    let _inside = enter(&ctx)?;
    let want = wanted(&ctx, &whole.asked)?;
    let bound = bound_of(&ctx, &want.matter, &whole.person).await?;
    let booked = ctx
        .write(move |tx| {
            if let Some(site) = &want.site {
                reach::must_reach(tx, HANDLE, site)?;
            }
            confirm::for_somebody(tx, &want, &bound, None)
        })
        .await?;
    told(&ctx, booked).await
}

async fn again(ctx: &Ctx, id: Id) -> Answer {
    let booking = ctx.read(move |rx| crate::store::bookings::find(rx, &id)).await?;
    told(ctx, booking).await
}

async fn told(ctx: &Ctx, booking: Booking) -> Answer {
    let (code, counter) = (booking.code.clone(), booking.place.as_ref().map(|place| place.counter.clone()));
    let (token, counter) = ctx
        .read(move |rx: &mut Tx| {
            let counter = counter.as_ref().map(|id| sites::counter(rx, id)).transpose()?;
            Ok((link::token(rx, &code)?, counter))
        })
        .await?;
    let place = booking.place.as_ref();
    ctx.json(shapes::Booking {
        code: booking.code.to_string(),
        token,
        state: booking.state.to_string(),
        matter: booking.matter.clone(),
        site: booking.site.as_ref().map(Id::to_string),
        counter: counter.map(|counter| counter.label),
        starts: place.map(|place| place.starts.to_string()),
        ends: place.map(|place| place.ends.to_string()),
        until: booking.until.map(|until| until.to_string()),
        people: booking.people,
        way: booking.way.to_string(),
    })
}
