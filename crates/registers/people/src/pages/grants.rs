//! What an administrator does to one member of staff: grant, end, depart, reset, invite again.

use super::admin::{MEMBER, decision, member_view};
use super::{errors_json, typed, with};
use crate::actions::staff;
use crate::model::NewGrant;
use kernel::{Day, Id, Refusal};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Problem, Result, Tx};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

/// A day of the form; today when it is left empty.
fn day(fields: &Fields, name: &str, otherwise: Day) -> Result<Day> {
    match fields.opt(name) {
        Some(text) => Day::parse(text).ok_or_else(|| Refusal::new("people-day-wrong").at(name).into()),
        None => Ok(otherwise),
    }
}

fn read_grant(fields: &Fields, today: Day) -> Result<NewGrant> {
    let ends_on = fields.opt("ends_on").map(|_| day(fields, "ends_on", today)).transpose()?;
    Ok(NewGrant {
        role: fields.get("role").to_owned(),
        unit: fields.id("unit")?,
        area: fields.opt("area").map(str::to_owned),
        starts_on: day(fields, "starts_on", today)?,
        ends_on,
        decision: decision(fields),
    })
}

/// Runs an act on a member and shows the page again, with what went wrong if it did.
async fn act(
    ctx: Ctx,
    person: &str,
    fields: Fields,
    said: &str,
    act: impl FnMut(&mut Tx, &Id) -> Result<()> + Send + 'static,
) -> Answer {
    let (person, mut act) = (id(person)?, act);
    let subject = person.clone();
    let done = ctx.write(move |tx| act(tx, &subject)).await;
    finish(ctx, person, fields, said, done).await
}

async fn finish(ctx: Ctx, person: Id, fields: Fields, said: &str, done: Result<()>) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/admin/staff/{person}"), said),
        Err(problem) => {
            let view = member_view(&ctx, person).await?;
            ctx.form_again(problem, MEMBER, |errors| with(typed(&fields, &errors_json(errors)), view)).await
        }
    }
}

pub async fn grant(ctx: Ctx, Path(person): Path<String>, fields: Fields) -> Answer {
    match read_grant(&fields, ctx.today()) {
        Ok(new) => act(ctx, &person, fields, "people-granted", move |tx, id| staff::grant(tx, id, new.clone()).map(|_| ())).await,
        Err(problem) => finish(ctx, id(&person)?, fields, "", Err(problem)).await,
    }
}

pub async fn end(ctx: Ctx, Path((person, grant)): Path<(String, String)>, fields: Fields) -> Answer {
    let grant = id(&grant)?;
    match day(&fields, "last_day", ctx.today().plus_days(-1)) {
        Ok(last) => act(ctx, &person, fields, "people-grant-ended", move |tx, id| staff::end_grant(tx, id, &grant, last)).await,
        Err(problem) => finish(ctx, id(&person)?, fields, "", Err(problem)).await,
    }
}

pub async fn depart(ctx: Ctx, Path(person): Path<String>) -> Answer {
    act(ctx, &person, Fields::default(), "people-departed", staff::depart).await
}

pub async fn reset_factor(ctx: Ctx, Path(person): Path<String>, fields: Fields) -> Answer {
    let password_too = fields.ticked("password_too");
    act(ctx, &person, fields, "people-factor-was-reset", move |tx, id| staff::reset_factor(tx, id, password_too)).await
}

pub async fn invite(ctx: Ctx, Path(person): Path<String>) -> Answer {
    act(ctx, &person, Fields::default(), "people-invited", staff::invite_again).await
}
