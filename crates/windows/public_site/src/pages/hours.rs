//! When the doors are open: today, the week, and the next days off.

use calendar::{Hours, Standing};
use kernel::clock::Calendar;
use kernel::{Day, Label, Moment, format};
use platform::{Ctx, Json, Result, Tx, context};
use std::sync::Arc;

/// Days off that are told in advance.
const COMING: usize = 4;

/// What the pages tell of opening hours.
#[derive(Debug, Clone)]
pub struct Opening {
    pub calendar: Arc<Calendar>,
    pub hours: Hours,
    /// The next days off and whether the moon may still move them.
    pub coming: Vec<(Day, Label, bool)>,
}

pub fn load(rx: &mut Tx) -> Result<Opening> {
    let today = rx.today();
    let mut days = calendar::holidays(rx, today.year())?;
    days.extend(calendar::holidays(rx, today.year() + 1)?);
    let coming = days
        .into_iter()
        .filter(|holiday| holiday.day >= today && holiday.standing != Standing::Removed)
        .map(|holiday| (holiday.day, holiday.name, holiday.standing == Standing::Estimate))
        .take(COMING)
        .collect();
    Ok(Opening { calendar: calendar::calendar(rx)?, hours: calendar::hours(rx)?, coming })
}

fn clock(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The hours as the templates read them.
pub fn model(ctx: &Ctx, opening: &Opening) -> Json {
    let (calendar, now) = (&opening.calendar, ctx.now());
    let open = calendar.is_open(now);
    let next = next_opening(calendar, now);
    let week: Vec<Json> = (1..=7)
        .map(|weekday| context! { day => format::weekday_name(weekday, ctx.lang), works => !calendar.weekend.contains(&weekday) })
        .collect();
    let coming: Vec<Json> = opening
        .coming
        .iter()
        .map(|(day, name, estimate)| context! { day => format::long_day(*day, ctx.lang), name => name, estimate => estimate })
        .collect();
    context! {
        open => open, closes => clock(calendar.hours.closes), opens => clock(calendar.hours.opens),
        next_day => if next == now.day() { String::new() } else { format::relative_days(next, now.day(), ctx.lang) },
        week => week, from => clock(opening.hours.opens), to => clock(opening.hours.closes),
        ramadan_from => clock(opening.hours.ramadan_opens), ramadan_to => clock(opening.hours.ramadan_closes), coming => coming,
    }
}

/// The day on which a closed door opens again.
fn next_opening(calendar: &Calendar, now: Moment) -> Day {
    let civil = now.zoned();
    let passed = i64::from(civil.hour()) * 60 + i64::from(civil.minute()) >= calendar.hours.opens;
    calendar.working_from(if passed { now.day().next() } else { now.day() })
}
