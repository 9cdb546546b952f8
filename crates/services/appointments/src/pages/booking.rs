//! The page behind the link: by its state a form, a paper to keep, or what became of it.

use super::{guarded, name, opened, shown};
use crate::actions::free::{self, Asked};
use crate::actions::link;
use crate::model::{Booking, Slot, State};
use crate::store::bookings;
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Refusal, Result};
use sites::Site;
use std::collections::BTreeMap;

const HELD: &str = "appointments/held.html";
const PAGE: &str = "appointments/booking.html";
const FIND: &str = "appointments/find.html";
const NEAREST: usize = 6;

/// A GET shows and changes nothing: scanners of mail open links.
pub async fn show(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let booking = opened(&ctx, &token).await?;
    if booking.state == State::Held {
        return held_page(&ctx, booking, None, json!({}), json!([])).await;
    }
    let (whole, panels, policy) = ctx
        .read(move |rx| {
            let panels = platform::panels(rx, "appointments.booking", &booking.id)?;
            Ok((shown::whole(rx, booking.clone())?, panels, crate::policy(rx)?))
        })
        .await?;
    let mut page = model(&ctx, &whole);
    page["rule"] = if whole.booking.state == State::Booked { json!(policy) } else { json!(null) };
    page["panels"] = platform::shown_panels(&ctx, &panels).into();
    ctx.page(PAGE, page).await
}

pub fn model(ctx: &Ctx, whole: &shown::Whole) -> Json {
    json!({ "one": shown::one(ctx, whole), "ics": ctx.bare_url(&format!("/appointments/{}/event.ics", whole.token)) })
}

/// The form of a hold: the name first, then the code.
async fn held_page(ctx: &Ctx, booking: Booking, problem: Option<Problem>, typed: Json, errors: Json) -> Answer {
    let (view, own) = held_view(ctx, booking, problem.is_some()).await?;
    let typed = if typed.as_object().is_some_and(|typed| typed.is_empty()) { own } else { typed };
    let show = |errors: Json| held_model(ctx, &view, typed, errors);
    match problem {
        Some(problem) => ctx.form_again(problem, HELD, |errors| show(platform::json::to_value(errors).unwrap_or_default())).await,
        None => ctx.page(HELD, show(errors)).await,
    }
}

pub struct HeldView {
    pub whole: shown::Whole,
    /// Free times to choose from, when the one that was held has been taken meanwhile.
    pub nearest: Vec<Slot>,
    pub sites: Vec<Site>,
    pub phone: Option<String>,
    pub code_sent: bool,
}

async fn held_view(ctx: &Ctx, booking: Booking, troubled: bool) -> Result<(HeldView, Json)> {
    let (person, now) = (name::citizen(ctx), ctx.now());
    let known_as = ctx.session().map_or(String::new(), |session| session.name.clone());
    ctx.read(move |rx| {
        let whole = shown::whole(rx, booking.clone())?;
        let wished = booking.starts().filter(|_| troubled && booking.lapsed(now));
        let nearest = match wished {
            Some(wished) => free::nearest(rx, &Asked::of(&whole.matter, booking.site.as_ref(), booking.people), wished, NEAREST)?,
            None => Vec::new(),
        };
        let (proof, _) = bookings::proof(rx, &booking.id)?;
        let bound = bookings::who(rx, &booking.id)?;
        let own = match &person {
            Some(person) => own(rx, person, &known_as)?,
            None => json!({}),
        };
        let phone = bound.as_ref().map(|bound| bound.phone.masked());
        let code_sent = proof.is_some() && !booking.lapsed(now);
        Ok((HeldView { whole, nearest, sites: sites::all(rx)?, phone, code_sent }, own))
    })
    .await
}

/// What an account knows of its owner, so that he need not type it.
fn own(rx: &mut platform::Tx, person: &kernel::Id, name: &str) -> Result<Json> {
    let contacts = people::confirmed(rx, person)?;
    let phone = contacts.iter().find_map(|contact| match contact {
        sending::To::Phone(phone) => Some(phone.written()),
        sending::To::Email(_) => None,
    });
    // Whoever never wrote a name goes by his contact, masked: that is no name for a card.
    let name = if name.contains('•') { "" } else { name };
    Ok(json!({ "name": name, "phone": phone }))
}

pub fn held_model(ctx: &Ctx, view: &HeldView, typed: Json, errors: Json) -> Json {
    json!({
        "one": shown::one(ctx, &view.whole), "typed": typed, "errors": errors, "phone": view.phone, "code_sent": view.code_sent,
        "nearest": shown::times(ctx, &view.nearest, &view.sites, true), "waits": view.whole.booking.place.is_none(),
    })
}

/// The form of the name again, with what was typed.
pub async fn name_again(ctx: &Ctx, held: Booking, problem: Problem, fields: Fields) -> Answer {
    let typed: BTreeMap<String, String> = fields.values.into_iter().collect();
    held_page(ctx, held, Some(problem), json!(typed), json!([])).await
}

pub async fn code_again(ctx: &Ctx, held: Booking, problem: Problem) -> Answer {
    held_page(ctx, held, Some(problem), json!({}), json!([])).await
}

pub async fn find_page(ctx: Ctx) -> Answer {
    ctx.page(FIND, json!({ "errors": [], "typed": {} })).await
}

/// By code and telephone, for who has lost the link.
pub async fn find(ctx: Ctx, fields: Fields) -> Answer {
    let (code, phone) = (fields.get("code").to_owned(), fields.get("phone").to_owned());
    let found = ctx
        .read(move |rx| {
            let booking = link::found(rx, &code, &phone)?;
            link::token(rx, &booking.code)
        })
        .await;
    match guarded(&ctx, found) {
        Ok(token) => ctx.go(&format!("/appointments/{token}")),
        Err(Problem::NotFound) => {
            let typed: BTreeMap<String, String> = fields.values.into_iter().collect();
            let refusal = Refusal::new("appointments-not-found").at("code");
            ctx.form_again(refusal.into(), FIND, |errors| json!({ "errors": errors, "typed": typed })).await
        }
        Err(other) => Err(other.into()),
    }
}
