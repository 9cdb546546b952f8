//! The kiosk in the hall: a touch, a number on paper, and the next person.

use super::{choices, doors, qr, status, unkept};
use crate::actions::{bookings, hall, tickets};
use crate::model::{Channel, NewTicket, Ticket};
use kernel::{Id, format};
use platform::web::{Cookies, FieldError, Path};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, context};

/// The slip stands on the screen for so long, then the kiosk waits for the next person.
const SLIP_SECS: i64 = 20;

/// Whether this browser is a kiosk that the commune set up.
async fn is_kiosk(ctx: &Ctx, cookies: &Cookies) -> Result<bool> {
    let Some(token) = cookies.get(assisted::DEVICE).map(str::to_owned) else { return Ok(false) };
    match ctx.read(move |rx| assisted::device(rx, &token)).await {
        Ok(_) => Ok(true),
        Err(Problem::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Big buttons at a kiosk; elsewhere the same list says where a number is taken, and how many wait.
pub async fn show(ctx: Ctx, cookies: Cookies, Path(site): Path<String>) -> Answer {
    again(&ctx, &cookies, super::id(&site)?, Vec::new()).await
}

async fn again(ctx: &Ctx, cookies: &Cookies, id: Id, errors: Vec<FieldError>) -> Answer {
    let kiosk = is_kiosk(ctx, cookies).await?;
    let hall = ctx.read(move |rx| hall::load(rx, &id)).await?;
    let mut down = outages::banner(ctx, &hall.down);
    if kiosk {
        // A screen without an address bar has no way back from another page.
        down.iter_mut().for_each(|one| one["url"] = Json::Null);
    }
    let model = context! {
        name => hall.site.name, rows => choices(ctx, &hall, hall::Line::may_take), errors => errors, kiosk => kiosk, slip => None::<Json>,
        action => ctx.url(&format!("/queue/{}/take", hall.site.id)), arrive => ctx.url(&format!("/queue/{}/arrive", hall.site.id)), doors => doors(ctx, &hall), board => ctx.url(&format!("/queue/{}", hall.site.id)),
        outages => down, booked => hall.lines.iter().any(|line| line.open && !line.may_take()),
    };
    unkept(ctx.page_with(status(&errors), "queue/take.html", model).await)
}

/// Numbers are taken in the hall alone: from afar they would be hoarded by who does not come.
pub async fn take(ctx: Ctx, cookies: Cookies, Path(site): Path<String>, fields: Fields) -> Answer {
    let site = super::id(&site)?;
    if !is_kiosk(&ctx, &cookies).await? {
        return Err(Problem::Forbidden.into());
    }
    let (lang, at) = (ctx.lang, site.clone());
    let new = NewTicket {
        site: at,
        matter: fields.get("matter").to_owned(),
        channel: Channel::Kiosk,
        priority: None,
        lang,
        phone: None,
    };
    match ctx.write_as_house(move |tx| tickets::take(tx, new.clone())).await {
        Ok(ticket) => slip(&ctx, &ticket).await,
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(&ctx, &cookies, site, errors).await
        }
    }
}

/// Whoever has an appointment types its code.
pub async fn arrive(ctx: Ctx, cookies: Cookies, Path(site): Path<String>, fields: Fields) -> Answer {
    let site = super::id(&site)?;
    if !is_kiosk(&ctx, &cookies).await? {
        return Err(Problem::Forbidden.into());
    }
    ctx.left(Allowance::Code)?;
    let (at, code) = (site.clone(), fields.get("code").to_owned());
    match ctx.write_as_house(move |tx| bookings::check_in(tx, &at, &code)).await {
        Ok(ticket) => slip(&ctx, &ticket).await,
        Err(problem) => {
            ctx.take(Allowance::Code)?;
            let errors = ctx.errors(problem)?;
            again(&ctx, &cookies, site, errors).await
        }
    }
}

async fn slip(ctx: &Ctx, ticket: &Ticket) -> Answer {
    let id = ticket.site.clone();
    let hall = ctx.read(move |rx| hall::load(rx, &id)).await?;
    let model = context! {
        name => hall.site.name, slip => paper(ctx, &hall, ticket)?, again => ctx.url(&format!("/queue/{}/take", ticket.site)), secs => SLIP_SECS, kiosk => true,
    };
    unkept(ctx.page("queue/take.html", model).await)
}

/// What the roll of 80 mm says.
pub fn paper(ctx: &Ctx, hall: &hall::Hall, ticket: &Ticket) -> Result<Json> {
    let url = ctx.full_url(&ctx.url(&format!("/queue/tickets/{}", ticket.code)));
    let matter = hall.line(&ticket.matter).map(|line| line.matter.name.text(ctx.lang));
    Ok(context! {
        ticket => ticket.name(), code => ticket.code, matter => matter, site => hall.site.name.text(ctx.lang), lang => ctx.lang.code(), dir => ctx.lang.dir(),
        taken => format::moment(ticket.taken_at, ctx.lang), before => super::before(ctx, hall.before(ticket)), wait => super::wait(ctx, hall.estimate(ticket)),
        follow => ctx.text("queue-slip-follow", &[]), qr => qr(&url)?,
    })
}
