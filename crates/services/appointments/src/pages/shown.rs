//! How bookings, matters and free times stand on pages.

use crate::model::{Booking, FreeDay, Slot};
use crate::rules;
use kernel::{Day, Id, format};
use platform::json::json;
use platform::{Ctx, Json, Result, Tx};
use sites::{Counter, Matter, Site, Way};
use std::collections::BTreeMap;

/// A booking with what it names, read together.
#[derive(Clone)]
pub struct Whole {
    pub booking: Booking,
    pub matter: Matter,
    pub site: Option<Site>,
    pub counter: Option<Counter>,
    pub token: String,
}

pub fn whole(tx: &mut Tx, booking: Booking) -> Result<Whole> {
    let matter = sites::matter(tx, &booking.matter)?;
    let site = booking.site.as_ref().map(|id| sites::site(tx, id)).transpose()?;
    let counter = booking.place.as_ref().map(|place| sites::counter(tx, &place.counter)).transpose()?;
    let token = crate::actions::link::token(tx, &booking.code)?;
    Ok(Whole { booking, matter, site, counter, token })
}

pub fn one(ctx: &Ctx, whole: &Whole) -> Json {
    let (booking, lang) = (&whole.booking, ctx.lang);
    let place = booking.place.as_ref();
    json!({
        "id": booking.id, "code": booking.code.as_str(), "token": whole.token, "state": booking.state, "lapsed": booking.lapsed(ctx.now()),
        "matter": matter(ctx, &whole.matter), "way": booking.way, "people": booking.people,
        "site": whole.site.as_ref().map(|one| site(ctx, one)),
        "counter": whole.counter.as_ref().map(|one| one.label.clone()),
        "day": place.map(|place| format::long_day(place.starts.day(), lang)),
        "iso": place.map(|place| place.starts.day()),
        "starts": place.map(|place| place.starts.to_string()),
        "hour": place.map(|place| format::hour(place.starts)), "ends": place.map(|place| format::hour(place.ends)),
        "until": booking.until.map(format::hour),
        "wants": booking.wants.map(|(from, to)| [format::day(from, lang), format::day(to, lang)]),
        "may_change": rules::may_change(booking, ctx.now()).is_ok(),
        "may_phone": booking.way == Way::Visit && whole.matter.allows(Way::Phone),
        "named": booking.named,
    })
}

pub fn matter(ctx: &Ctx, matter: &Matter) -> Json {
    json!({
        "code": matter.code, "name": matter.name, "minutes": matter.minutes,
        "procedure": matter.procedure.as_ref().map(|id| ctx.url(&format!("/procedures/{id}"))),
        "bring": matter.bring, "asks_cin": matter.identity == sites::Identity::NationalNumber, "most_people": matter.most_people,
        "visit": matter.allows(Way::Visit), "phone": matter.allows(Way::Phone), "walk_in": matter.allows(Way::WalkIn),
    })
}

pub fn site(ctx: &Ctx, site: &Site) -> Json {
    json!({
        "id": site.id, "name": site.name, "address": site.address.text(ctx.lang), "phone": site.phone, "step_free": site.step_free,
        "lat": site.point.map(|point| point.lat()), "lon": site.point.map(|point| point.lon()),
    })
}

/// Free days as weeks of links; days of several sites are summed.
pub fn weeks(ctx: &Ctx, days: &[FreeDay], chosen: Option<Day>) -> Vec<Json> {
    let mut sums: BTreeMap<Day, i64> = BTreeMap::new();
    for one in days {
        *sums.entry(one.day).or_default() += one.free;
    }
    let mut weeks: Vec<(Day, Vec<Json>)> = Vec::new();
    for (day, free) in sums {
        let monday = day.plus_days(1 - i64::from(day.weekday()));
        let label = format::weekday_and_day(day, ctx.lang);
        let line = json!({ "day": day, "label": label, "free": free, "current": chosen == Some(day) });
        match weeks.last_mut() {
            Some((of, lines)) if *of == monday => lines.push(line),
            _ => weeks.push((monday, vec![line])),
        }
    }
    weeks.into_iter().map(|(monday, days)| json!({ "from": format::day(monday, ctx.lang), "days": days })).collect()
}

/// Free times as options of a form; the site is named where several are open.
pub fn times(ctx: &Ctx, slots: &[Slot], sites: &[Site], with_day: bool) -> Vec<Json> {
    let many = slots.iter().any(|slot| slots.first().is_some_and(|first| first.site != slot.site));
    let name = |id: &Id| sites.iter().find(|site| site.id == *id).map_or("", |site| site.name.text(ctx.lang)).to_owned();
    let line = |slot: &Slot| {
        let hour = format::hour(slot.starts);
        let label = if with_day { format!("{} · {hour}", format::day(slot.starts.day(), ctx.lang)) } else { hour };
        let hint = if many { name(&slot.site) } else { String::new() };
        json!({ "value": format!("{}|{}", slot.site, slot.starts), "label": label, "hint": hint })
    };
    let mut slots: Vec<&Slot> = slots.iter().collect();
    slots.sort_by_key(|slot| slot.starts);
    slots.into_iter().map(line).collect()
}
