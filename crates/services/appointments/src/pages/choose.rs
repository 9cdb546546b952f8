//! What for, where, on which day, at what time; then the seat is held.

use super::rush::{self, Entry};
use super::{DEVICE, DEVICE_SECS, device, most_held, shown, visitor};
use crate::actions::free::{self, Asked};
use crate::actions::{hold as holding, policy, wait as waiting};
use crate::model::{Booking, FreeDay, Slot, Want};
use kernel::{Day, Id, Moment, Refusal, format};
use platform::json::json;
use platform::store::seal::hex;
use platform::web::Cookies;
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result};
use sites::{Matter, Site, Way};

pub const PAGE: &str = "appointments/choose.html";
const NEAREST: usize = 8;

/// All matters that may be booked.
pub async fn matters(ctx: Ctx) -> Answer {
    let (all, panels) =
        ctx.read(|rx| Ok((sites::matters(rx)?, platform::panels(rx, "appointments.matters", &Id::new("matters"))?))).await?;
    let all: Vec<&Matter> = all.iter().filter(|matter| sites::rules::bookable(matter)).collect();
    let mut page = matters_model(&ctx, &all);
    page["panels"] = platform::shown_panels(&ctx, &panels).into();
    ctx.page("appointments/matters.html", page).await
}

pub fn matters_model(ctx: &Ctx, all: &[&Matter]) -> Json {
    json!({ "matters": all.iter().map(|one| shown::matter(ctx, one)).collect::<Vec<_>>() })
}

/// What was chosen so far, as it stands in the address or in the form.
#[derive(Clone)]
struct Chosen {
    matter: String,
    site: Option<Id>,
    any: bool,
    day: Option<Day>,
    people: i64,
    way: Option<Way>,
    /// Whether people and way were chosen, where there is a choice.
    told: bool,
}

fn chosen(fields: &Fields) -> Result<Chosen> {
    let site = fields.get("site");
    Ok(Chosen {
        matter: fields.get("matter").to_owned(),
        site: Id::parse(site),
        any: site == "any",
        day: Day::parse(fields.get("day")),
        people: fields.get("people").parse().unwrap_or(1).clamp(1, sites::rules::MOST_PEOPLE),
        way: Way::parse(fields.get("way")),
        told: fields.opt("people").is_some() || fields.opt("way").is_some(),
    })
}

/// What the page shows at the step that was reached.
struct View {
    matter: Matter,
    sites: Vec<Site>,
    days: Vec<FreeDay>,
    slots: Vec<Slot>,
    nearest: Vec<Slot>,
    last: Day,
}

async fn view(ctx: &Ctx, chosen: &Chosen, wished: Option<Moment>) -> Result<View> {
    let mut chosen = chosen.clone();
    ctx.read(move |rx| {
        let matter = sites::matter(rx, &chosen.matter)?;
        chosen.people = chosen.people.min(matter.most_people);
        if matter.retired_on.is_some() || !sites::rules::bookable(&matter) {
            return Err(Problem::NotFound);
        }
        let serving = sites::serving(rx, &matter.code, None)?;
        let all = sites::all(rx)?;
        let found = all.into_iter().filter(|site| serving.iter().any(|counter| counter.site == site.id)).collect();
        let (today, last) = (rx.today(), rx.today().plus_days(policy(rx)?.days_ahead));
        let asked = Asked::of(&matter, chosen.site.as_ref(), chosen.people);
        let days = free::days(rx, &asked, today, last)?;
        let slots = match chosen.day.filter(|day| (today..=last).contains(day)) {
            Some(day) if chosen.any || chosen.site.is_some() => free::slots(rx, &asked, day)?,
            _ => Vec::new(),
        };
        let nearest = match wished {
            Some(wished) => free::nearest(rx, &asked, wished, NEAREST)?,
            None => Vec::new(),
        };
        Ok(View { sites: found, days, slots, nearest, last, matter })
    })
    .await
}

fn model(ctx: &Ctx, view: &View, chosen: &Chosen, errors: impl serde::Serialize) -> Json {
    let of_site = |site: &Site| {
        let free: Vec<&FreeDay> = view.days.iter().filter(|one| one.site == site.id).collect();
        let first = free.first().map(|one| format::day(one.day, ctx.lang));
        json!({ "site": shown::site(ctx, site), "first": first, "free": free.iter().map(|one| one.free).sum::<i64>() })
    };
    let way = chosen.way.unwrap_or(if view.matter.allows(Way::Visit) { Way::Visit } else { Way::Phone });
    let site = view.sites.iter().find(|site| chosen.site.as_ref() == Some(&site.id));
    let placed = chosen.any || site.is_some();
    let people = chosen.people.min(view.matter.most_people);
    let choice = view.matter.most_people > 1 || (view.matter.allows(Way::Visit) && view.matter.allows(Way::Phone));
    json!({
        "matter": shown::matter(ctx, &view.matter), "people": people, "way": way, "told": chosen.told || !choice, "minutes": view.matter.minutes * people,
        "step": if !placed { 2 } else if chosen.day.is_none() { 3 } else { 4 },
        "sites": view.sites.iter().map(of_site).collect::<Vec<_>>(),
        "site": site.map(|one| shown::site(ctx, one)), "site_value": if chosen.any { "any".into() } else { site.map_or(String::new(), |one| one.id.to_string()) },
        "weeks": shown::weeks(ctx, &view.days, chosen.day), "day": chosen.day.map(|day| format::long_day(day, ctx.lang)), "iso": chosen.day,
        "times": shown::times(ctx, &view.slots, &view.sites, false), "nearest": shown::times(ctx, &view.nearest, &view.sites, true),
        "today": ctx.today(), "last": view.last, "errors": errors,
    })
}

pub async fn show(ctx: Ctx) -> Answer {
    let chosen = chosen(&ctx.query())?;
    let view = view(&ctx, &chosen, None).await?;
    ctx.page(PAGE, model(&ctx, &view, &chosen, json!([]))).await
}

/// Site and moment of a chosen time.
pub fn slot(text: &str) -> Option<(Id, Moment)> {
    let (site, starts) = text.split_once('|')?;
    Some((Id::parse(site)?, Moment::parse(starts)?))
}

pub async fn hold(ctx: Ctx, cookies: Cookies, fields: Fields) -> Answer {
    let chosen = chosen(&fields)?;
    let Some((site, starts)) = slot(fields.get("start")) else {
        let refusal = Refusal::new("appointments-time-missing").at("start");
        return again(&ctx, &chosen, refusal.into(), None).await;
    };
    let want = Want {
        matter: chosen.matter.clone(),
        site: Some(site),
        starts,
        people: chosen.people,
        way: chosen.way.unwrap_or(Way::Visit),
        lang: ctx.lang,
    };
    let _inside = match rush::enter(&ctx, &cookies, &fields).await? {
        Entry::In(inside) => inside,
        Entry::Wait(page) => return page,
    };
    let (name, from, most) = (named(&ctx, &cookies)?, ctx.visitor(), most_held(&ctx));
    let of = name.clone();
    let held = ctx
        .write(move |tx| {
            let visitor = visitor(tx, &of, from, most)?;
            let booking = holding::hold(tx, &visitor, &want)?;
            crate::actions::link::token(tx, &booking.code)
        })
        .await;
    match held {
        Ok(token) => gone_to(&ctx, &token, &name),
        Err(problem) => again(&ctx, &chosen, problem, Some(starts)).await,
    }
}

/// The page again, with the free times nearest to the one that was wished for.
async fn again(ctx: &Ctx, chosen: &Chosen, problem: Problem, wished: Option<Moment>) -> Answer {
    let chosen = Chosen { any: chosen.any || chosen.site.is_none(), ..chosen.clone() };
    let view = view(ctx, &chosen, wished).await?;
    ctx.form_again(problem, PAGE, |errors| model(ctx, &view, &chosen, errors)).await
}

pub async fn wait(ctx: Ctx, cookies: Cookies, fields: Fields) -> Answer {
    ctx.take(Allowance::Deposit)?;
    let chosen = chosen(&fields)?;
    let days = Day::parse(fields.get("from")).zip(Day::parse(fields.get("to")));
    let Some(days) = days else {
        return again(&ctx, &chosen, Refusal::new("appointments-days-missing").at("from").into(), None).await;
    };
    let want = Want {
        matter: chosen.matter.clone(),
        site: chosen.site.clone(),
        starts: ctx.now(),
        people: chosen.people,
        way: chosen.way.unwrap_or(Way::Visit),
        lang: ctx.lang,
    };
    let (name, from, most) = (named(&ctx, &cookies)?, ctx.visitor(), most_held(&ctx));
    let of = name.clone();
    let held = ctx
        .write(move |tx| {
            let visitor = visitor(tx, &of, from, most)?;
            let booking: Booking = waiting::begin(tx, &visitor, &want, days)?;
            crate::actions::link::token(tx, &booking.code)
        })
        .await;
    match held {
        Ok(token) => gone_to(&ctx, &token, &name),
        Err(problem) => again(&ctx, &chosen, problem, None).await,
    }
}

/// The name of the device, or a new one.
fn named(ctx: &Ctx, cookies: &Cookies) -> Result<String> {
    match device(cookies) {
        Some(name) => Ok(name),
        None => Ok(hex(&ctx.app().store().keys().random::<16>()?)),
    }
}

fn gone_to(ctx: &Ctx, token: &str, name: &str) -> Answer {
    let mut answer = ctx.go(&format!("/appointments/{token}"))?;
    ctx.give_cookie(&mut answer, DEVICE, name, Some(DEVICE_SECS))?;
    Ok(answer)
}
