//! The list of sites, and one site with its counters, hours and closures.

use super::{hour, known, label, maybe_day, push_label, typed_values};
use crate::actions;
use crate::model::{Closure, Counter, Rule, Season, Site};
use crate::rules::clock_text;
use kernel::{Id, Phone, Point, Refusal, format};
use places::Area;
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result};
use units::Unit;

const LIST: &str = "sites/list.html";
const SITE: &str = "sites/site.html";

pub async fn list(ctx: Ctx) -> Answer {
    let all = ctx
        .read(|rx| {
            let all = actions::all(rx)?;
            all.into_iter().map(|site| Ok((actions::counters(rx, &site.id)?.len(), site))).collect::<Result<Vec<_>>>()
        })
        .await?;
    let row =
        |(count, site): &(usize, Site)| json!({ "id": site.id, "name": site.name, "address": site.address, "counters": count });
    ctx.page(LIST, json!({ "sites": all.iter().map(row).collect::<Vec<_>>() })).await
}

pub struct View {
    pub site: Option<Site>,
    pub counters: Vec<Counter>,
    pub rules: Vec<Rule>,
    pub closures: Vec<Closure>,
    pub units: Vec<Unit>,
    pub areas: Vec<Area>,
}

async fn view(ctx: &Ctx, id: Option<Id>) -> Result<View> {
    ctx.read(move |rx| {
        let today = rx.today();
        let (units, areas) = (units::all(rx)?, places::areas(rx)?);
        let Some(id) = &id else {
            return Ok(View { site: None, counters: vec![], rules: vec![], closures: vec![], units, areas });
        };
        Ok(View {
            site: Some(actions::site(rx, id)?),
            counters: actions::counters(rx, id)?,
            rules: actions::hours(rx, id)?,
            closures: actions::closures(rx, id, today)?,
            units,
            areas,
        })
    })
    .await
}

pub fn model(ctx_lang: kernel::Lang, view: &View, typed: Fields, errors: Json) -> Json {
    let of =
        |id: &Option<Id>| id.as_ref().and_then(|id| view.counters.iter().find(|one| one.id == *id)).map(|one| one.label.clone());
    let rule = |rule: &Rule| {
        let weekday = i8::try_from(rule.weekday).unwrap_or(1);
        json!({
            "id": rule.id, "counter": of(&rule.counter), "weekday": format::weekday_name(weekday, ctx_lang), "season": rule.season,
            "opens": clock_text(rule.opens), "closes": clock_text(rule.closes), "starts_on": rule.starts_on, "ends_on": rule.ends_on,
        })
    };
    let closure = |one: &Closure| {
        let part = one.part.map(|(from, to)| format!("{} – {}", clock_text(from), clock_text(to)));
        json!({ "id": one.id, "counter": of(&one.counter), "day": one.day, "part": part, "why": one.why })
    };
    let weekdays: Vec<Json> = (1..=7).map(|day| json!({ "value": day, "label": format::weekday_name(day, ctx_lang) })).collect();
    json!({
        "site": view.site, "counters": view.counters, "rules": view.rules.iter().map(rule).collect::<Vec<_>>(),
        "closures": view.closures.iter().map(closure).collect::<Vec<_>>(), "weekdays": weekdays,
        "units": view.units.iter().map(|unit| json!({ "id": unit.id, "name": unit.name })).collect::<Vec<_>>(),
        "areas": view.areas, "typed": typed_values(typed), "errors": errors,
    })
}

fn typed_of(site: &Site) -> Fields {
    let mut typed = Fields::default();
    push_label(&mut typed, "name", &site.name);
    push_label(&mut typed, "address", &site.address);
    typed.push("unit", site.unit.as_str());
    typed.push("phone", site.phone.clone().unwrap_or_default());
    typed.push("area", site.area.clone().unwrap_or_default());
    typed.push("lat", site.point.map_or(String::new(), |point| point.lat().to_string()));
    typed.push("lon", site.point.map_or(String::new(), |point| point.lon().to_string()));
    typed.push("step_free", if site.step_free { "yes" } else { "" });
    typed
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let view = view(&ctx, Some(known(&id)?)).await?;
    let typed = view.site.as_ref().map(typed_of).unwrap_or_default();
    ctx.page(SITE, model(ctx.lang, &view, typed, json!([]))).await
}

pub async fn blank(ctx: Ctx) -> Answer {
    let view = view(&ctx, None).await?;
    ctx.page(SITE, model(ctx.lang, &view, Fields::default(), json!([]))).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read(&fields) {
        Ok(site) => ctx.write(move |tx| actions::save_site(tx, Site { id: tx.new_id(), ..site.clone() })).await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok(id) => ctx.go_saying(&format!("/admin/sites/{id}"), "sites-saved"),
        Err(problem) => again(&ctx, None, problem, fields).await,
    }
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = known(&id)?;
    let of = id.clone();
    let done = match read(&fields) {
        Ok(site) => {
            let act = move |tx: &mut platform::Tx| {
                let retired_on = actions::site(tx, &of)?.retired_on;
                actions::save_site(tx, Site { id: of.clone(), retired_on, ..site.clone() }).map(|_| ())
            };
            ctx.write(act).await
        }
        Err(problem) => Err(problem),
    };
    finish(&ctx, id, done, fields, "sites-saved").await
}

pub async fn retire(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = known(&id)?;
    ctx.write(move |tx| actions::retire_site(tx, &id)).await?;
    ctx.go_saying("/admin/sites", "sites-retired")
}

pub async fn add_hours(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = known(&id)?;
    let done = match read_rules(&id, &fields) {
        Ok(rules) => {
            let act = move |tx: &mut platform::Tx| {
                rules.iter().try_for_each(|rule| actions::add_hours(tx, Rule { id: tx.new_id(), ..rule.clone() }))
            };
            ctx.write(act).await
        }
        Err(problem) => Err(problem),
    };
    finish(&ctx, id, done, fields, "sites-hours-saved").await
}

pub async fn remove_hours(ctx: Ctx, Path((id, rule)): Path<(String, String)>) -> Answer {
    let (id, rule) = (known(&id)?, known(&rule)?);
    let of = id.clone();
    ctx.write(move |tx| actions::remove_hours(tx, &of, &rule)).await?;
    ctx.go_saying(&format!("/admin/sites/{id}"), "sites-hours-removed")
}

pub async fn close(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = known(&id)?;
    let done = match read_closure(&id, &fields) {
        Ok(closure) => ctx.write(move |tx| actions::close(tx, Closure { id: tx.new_id(), ..closure.clone() })).await,
        Err(problem) => Err(problem),
    };
    finish(&ctx, id, done, fields, "sites-closed").await
}

pub async fn reopen(ctx: Ctx, Path((id, closure)): Path<(String, String)>) -> Answer {
    let (id, closure) = (known(&id)?, known(&closure)?);
    let of = id.clone();
    ctx.write(move |tx| actions::reopen(tx, &of, &closure)).await?;
    ctx.go_saying(&format!("/admin/sites/{id}"), "sites-reopened")
}

async fn finish(ctx: &Ctx, id: Id, done: Result<()>, fields: Fields, notice: &str) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/admin/sites/{id}"), notice),
        Err(problem) => again(ctx, Some(id), problem, fields).await,
    }
}

/// The page again: what was typed, and for its other forms what is stored.
async fn again(ctx: &Ctx, id: Option<Id>, problem: Problem, mut typed: Fields) -> Answer {
    let view = view(ctx, id).await?;
    let mut shown = view.site.as_ref().map(typed_of).unwrap_or_default();
    shown.values.append(&mut typed.values);
    ctx.form_again(problem, SITE, |errors| model(ctx.lang, &view, shown, json!(errors))).await
}

fn read(fields: &Fields) -> Result<Site> {
    let mut wrong = Vec::new();
    let (name, address) = (label(fields, "name", &mut wrong), label(fields, "address", &mut wrong));
    let unit = fields.id("unit").ok().flatten();
    if unit.is_none() {
        wrong.push(Refusal::new("sites-unit-unknown").at("unit"));
    }
    let phone = fields.opt("phone").map(|text| Phone::parse(text).ok_or(()));
    if phone == Some(Err(())) {
        wrong.push(Refusal::new("sites-phone-wrong").at("phone"));
    }
    let point = match (fields.opt("lat"), fields.opt("lon")) {
        (Some(lat), Some(lon)) => Point::parse(lat, lon).or_else(|| {
            wrong.push(Refusal::new("sites-point-wrong").at("lat"));
            None
        }),
        _ => None,
    };
    match unit {
        Some(unit) if wrong.is_empty() => Ok(Site {
            id: Id::new(""),
            unit,
            name,
            address,
            phone: phone.and_then(|found| found.ok()).map(|phone| phone.written()),
            area: fields.opt("area").map(str::to_owned),
            point,
            step_free: fields.ticked("step_free"),
            retired_on: None,
        }),
        _ => Err(Problem::Invalid(wrong)),
    }
}

/// One rule for each day that was ticked.
fn read_rules(site: &Id, fields: &Fields) -> Result<Vec<Rule>> {
    let mut wrong = Vec::new();
    let (opens, closes) = (hour(fields, "opens", &mut wrong), hour(fields, "closes", &mut wrong));
    let (starts_on, ends_on) = (maybe_day(fields, "starts_on", &mut wrong), maybe_day(fields, "ends_on", &mut wrong));
    let season = Season::parse(fields.get("season")).unwrap_or(Season::Usual);
    let counter = fields.id("counter").ok().flatten();
    let days: Vec<i64> = fields.all("weekday").filter_map(|day| day.parse().ok()).collect();
    if days.is_empty() {
        wrong.push(Refusal::new("sites-weekday-wrong").at("weekday"));
    }
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    let rule = |weekday| Rule {
        id: Id::new(""),
        site: site.clone(),
        counter: counter.clone(),
        weekday,
        opens,
        closes,
        season,
        starts_on,
        ends_on,
    };
    Ok(days.into_iter().map(rule).collect())
}

fn read_closure(site: &Id, fields: &Fields) -> Result<Closure> {
    let mut wrong = Vec::new();
    let why = label(fields, "why", &mut wrong);
    let day = maybe_day(fields, "day", &mut wrong);
    if day.is_none() && wrong.iter().all(|one| one.field.as_deref() != Some("day")) {
        wrong.push(Refusal::new("sites-day-wrong").at("day"));
    }
    let part = match (fields.opt("from"), fields.opt("to")) {
        (None, None) => None,
        _ => Some((hour(fields, "from", &mut wrong), hour(fields, "to", &mut wrong))),
    };
    match day {
        Some(day) if wrong.is_empty() => {
            Ok(Closure { id: Id::new(""), site: site.clone(), counter: fields.id("counter").ok().flatten(), day, part, why })
        }
        _ => Err(Problem::Invalid(wrong)),
    }
}
