//! The number that who comes in a rush is given, and the page that tells how many are before it.

use super::choose;
use crate::door::{Answer as Told, Door, Inside};
use platform::json::json;
use platform::web::Cookies;
use platform::{Answer, Ctx, Fields, Json, Result};

const PAGE: &str = "appointments/rush.html";
/// The cookie of the number.
pub const TURN: &str = "turn";
const TURN_SECS: i64 = 1_200;
/// What was chosen, carried along.
const KEPT: [&str; 6] = ["matter", "site", "day", "people", "way", "start"];

/// In, or the page with the number.
pub enum Entry {
    In(Inside),
    Wait(Answer),
}

pub async fn enter(ctx: &Ctx, cookies: &Cookies, fields: &Fields) -> Result<Entry> {
    let store = ctx.app().store();
    let told = store.fact::<Door>()?.enter(store.keys(), &ctx.commune().code, cookies.get(TURN), ctx.now())?;
    match told {
        Told::In(inside) => Ok(Entry::In(inside)),
        Told::Wait { ticket, before } => {
            let page = ctx.page(PAGE, model(fields, before)).await;
            Ok(Entry::Wait(page.and_then(|mut page| {
                ctx.give_cookie(&mut page, TURN, &ticket, Some(TURN_SECS))?;
                Ok(page)
            })))
        }
    }
}

pub fn model(fields: &Fields, before: usize) -> Json {
    let kept: Vec<_> = KEPT.iter().map(|name| json!({ "name": name, "value": fields.get(name) })).collect();
    json!({ "kept": kept, "before": before, "again": choose::slot(fields.get("start")).is_some() })
}
