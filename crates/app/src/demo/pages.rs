//! `/demo`: the accounts with the codes of this minute, the outbox, and the hand on the clock. Absent elsewhere.

use super::accounts;
use super::{CLOCK, Story, tell};
use kernel::format;
use platform::{Answer, App, Ctx, Fields, Problem, Refusal, Result, context};
use serde::Serialize;

/// What the clock may be moved by, in hours.
const HOURS: [i64; 4] = [1, 6, 24, 168];

#[derive(Serialize)]
struct Line {
    email: &'static str,
    name: &'static str,
    role: String,
    code: String,
}

pub async fn show(ctx: Ctx) -> Answer {
    only_here(&ctx)?;
    let (now, lang) = (ctx.now(), ctx.lang);
    let role = |id: &str| ctx.app().roles().get(id).map_or(id.to_owned(), |role| role.name.text(lang).to_owned());
    let lines: Result<Vec<Line>> = accounts::ALL
        .iter()
        .map(|one| Ok(Line { email: one.email, name: one.name, role: role(one.role), code: accounts::code(one.email, now)? }))
        .collect();
    let ahead_hours = ctx.app().store().clock().ahead_secs() / 3_600;
    let model = context! { accounts => lines?, password => accounts::PASSWORD, now => format::moment(now, lang), ahead_hours, hours => HOURS, may_move => ctx.may(CLOCK) };
    ctx.page("demo/show.html", model).await
}

/// Moves the clock on, runs what became due, and remembers it for the next start.
pub async fn advance(ctx: Ctx, fields: Fields) -> Answer {
    only_here(&ctx)?;
    let hours = fields.opt("hours").and_then(|text| text.parse::<i64>().ok()).filter(|hours| HOURS.contains(hours));
    let hours = hours.ok_or_else(|| Refusal::new("demo-hours").at("hours"))?;
    move_on(ctx.app(), hours * 3_600).await?;
    ctx.go_saying("/demo", "demo-moved")
}

async fn move_on(app: &App, secs: i64) -> Result<()> {
    let clock = app.store().clock();
    clock.advance_secs(secs);
    tell(app, Story { finished: true, ahead_secs: clock.ahead_secs() }).await?;
    app.drain().await
}

fn only_here(ctx: &Ctx) -> Result<()> {
    if ctx.app().config().demo { Ok(()) } else { Err(Problem::NotFound) }
}

pub fn sample() -> platform::Json {
    let one = Line { email: "agent@demo.test", name: "مريم", role: "موظف".into(), code: "123456".into() };
    context! { accounts => vec![one], password => "…", now => "2026-11-24", ahead_hours => 24, hours => HOURS, may_move => true }
}
