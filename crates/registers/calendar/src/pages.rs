//! Pages under `/admin/calendar`: the holidays of a year, and the hours of the doors.

use crate::model::{Holiday, Hours};
use crate::{actions, rules, store};
use kernel::{Day, Label, Refusal, text};
use platform::json::{self, json};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx};
use std::collections::BTreeMap;

const PAGE: &str = "calendar/list.html";
const LONGEST_NAME: usize = 80;

struct View {
    year: i16,
    days: Vec<Holiday>,
    moon_is_known: bool,
    hours: Hours,
}

pub async fn list(ctx: Ctx) -> Answer {
    let view = view(&ctx, None).await?;
    ctx.page(PAGE, model(view.year, view.days, view.moon_is_known, view.hours, json!([]), Fields::default())).await
}

async fn view(ctx: &Ctx, year: Option<i16>) -> Result<View> {
    let asked = year.or_else(|| ctx.query().get("year").parse().ok()).filter(|year| (2000..=2100).contains(year));
    let year = asked.unwrap_or(ctx.today().year());
    ctx.read(move |rx| {
        let (days, hours) = (actions::holidays(rx, year)?, actions::hours(rx)?);
        let known = rx.fact::<crate::National>()?;
        Ok(View { year, days, moon_is_known: rules::moon_is_known(&known, &store::edits(rx)?, year), hours })
    })
    .await
}

/// What the template shows; the same for the sweep.
pub fn model(year: i16, days: Vec<Holiday>, moon_is_known: bool, hours: Hours, errors: Json, typed: Fields) -> Json {
    let typed: BTreeMap<_, _> = typed.values.into_iter().collect();
    let clock = |name: &str, minutes: i64| typed.get(name).cloned().unwrap_or_else(|| rules::clock_text(minutes));
    let hours = json!({
        "opens": clock("opens", hours.opens), "closes": clock("closes", hours.closes),
        "ramadan_opens": clock("ramadan_opens", hours.ramadan_opens), "ramadan_closes": clock("ramadan_closes", hours.ramadan_closes),
        "days_move": hours.days_move,
    });
    let off = days.iter().filter(|holiday| holiday.standing != crate::Standing::Removed).count();
    json!({ "year": year, "days": days, "off": off, "moon_is_known": moon_is_known, "hours": hours, "errors": errors, "typed": typed })
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let year = Day::parse(fields.get("day")).map(Day::year);
    let done = match read_day(&fields) {
        Ok((day, name)) => ctx.write(move |tx| actions::add(tx, day, name.clone())).await,
        Err(problem) => Err(problem),
    };
    finish(ctx, year, done, fields, "calendar-added").await
}

pub async fn set_hours(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read_hours(&fields) {
        Ok(hours) => ctx.write(move |tx| actions::set_hours(tx, hours)).await,
        Err(problem) => Err(problem),
    };
    finish(ctx, None, done, fields, "calendar-hours-saved").await
}

pub async fn remove(ctx: Ctx, Path(day): Path<String>) -> Answer {
    one_day(ctx, &day, actions::remove, "calendar-removed").await
}

pub async fn restore(ctx: Ctx, Path(day): Path<String>) -> Answer {
    one_day(ctx, &day, actions::restore, "calendar-restored").await
}

pub async fn confirm(ctx: Ctx, Path(day): Path<String>) -> Answer {
    one_day(ctx, &day, actions::confirm, "calendar-confirmed").await
}

pub async fn shift(ctx: Ctx, Path(day): Path<String>, fields: Fields) -> Answer {
    let day = Day::parse(&day).ok_or(Problem::NotFound)?;
    let done = match Day::parse(fields.get("to")) {
        Some(to) => ctx.write(move |tx| actions::shift(tx, day, to)).await,
        None => Err(Refusal::new("calendar-day-wrong").at("to").into()),
    };
    finish(ctx, Some(day.year()), done, fields, "calendar-shifted").await
}

async fn one_day(ctx: Ctx, day: &str, act: fn(&mut Tx, Day) -> Result<()>, notice: &str) -> Answer {
    let day = Day::parse(day).ok_or(Problem::NotFound)?;
    let done = ctx.write(move |tx| act(tx, day)).await;
    finish(ctx, Some(day.year()), done, Fields::default(), notice).await
}

/// Back to the list, or the list again with what is wrong beside what was typed.
async fn finish(ctx: Ctx, year: Option<i16>, done: Result<()>, fields: Fields, notice: &str) -> Answer {
    let Err(problem) = done else {
        let year = year.unwrap_or(ctx.today().year());
        return ctx.go_saying(&format!("/admin/calendar?year={year}"), notice);
    };
    let View { year, days, moon_is_known, hours } = view(&ctx, year).await?;
    let again = |errors| model(year, days, moon_is_known, hours, errors, fields);
    ctx.form_again(problem, PAGE, |errors| again(json::to_value(errors).unwrap_or_default())).await
}

fn read_day(fields: &Fields) -> Result<(Day, Label)> {
    let mut wrong = Vec::new();
    let day = Day::parse(fields.get("day")).filter(|day| (2000..=2100).contains(&day.year()));
    if day.is_none() {
        wrong.push(Refusal::new("calendar-day-wrong").at("day"));
    }
    let mut name = |field: &str| {
        text::clean(fields.get(field), LONGEST_NAME)
            .map_err(|_| wrong.push(Refusal::new("calendar-name-wrong").with("most", LONGEST_NAME).at(field)))
            .unwrap_or_default()
    };
    let mut label = Label::new(&name("name_ar"), &name("name_fr"));
    label.en = text::clean_optional(fields.get("name_en"), LONGEST_NAME).ok().flatten();
    match day {
        Some(day) if wrong.is_empty() => Ok((day, label)),
        _ => Err(Problem::Invalid(wrong)),
    }
}

fn read_hours(fields: &Fields) -> Result<Hours> {
    let mut wrong = Vec::new();
    let mut hour = |field: &str| {
        let minutes = rules::minutes(fields.get(field));
        if minutes.is_none() {
            wrong.push(Refusal::new("calendar-hour-wrong").at(field));
        }
        minutes.unwrap_or(0)
    };
    let hours = Hours {
        opens: hour("opens"),
        closes: hour("closes"),
        ramadan_opens: hour("ramadan_opens"),
        ramadan_closes: hour("ramadan_closes"),
        days_move: fields.ticked("days_move"),
    };
    if wrong.is_empty() { Ok(hours) } else { Err(Problem::Invalid(wrong)) }
}
