//! Kiosks: the list of the administrator, and the page that turns a device into one.

use super::{boxes, ticked, told};
use crate::actions::kiosks;
use crate::model::Kiosk;
use crate::{DEVICE, store};
use kernel::{Id, format, text};
use platform::web::{Path, StatusCode};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, context};

const LIST: &str = "assisted/kiosks.html";
const SET_UP: &str = "assisted/kiosk_set_up.html";
const NAME_MOST: usize = 80;
/// A browser keeps a cookie for four hundred days at most; a kiosk renews it whenever it is used.
pub const DEVICE_SECS: i64 = 400 * 86_400;
const MONTH_SECS: i64 = 30 * 86_400;

struct Shown {
    kiosk: Kiosk,
    open: Vec<String>,
    visits: i64,
}

pub async fn list(ctx: Ctx) -> Answer {
    again(&ctx, None, StatusCode::OK, &Fields::default(), Vec::new()).await
}

async fn again(ctx: &Ctx, link: Option<String>, status: StatusCode, fields: &Fields, errors: Vec<Json>) -> Answer {
    let (shown, catalog) = ctx
        .read(|rx| {
            let since = rx.now().plus_secs(-MONTH_SECS);
            let mut shown = Vec::new();
            for kiosk in store::kiosks::all(rx)? {
                let open = kiosks::open_on(rx, &kiosk)?.iter().map(|procedure| procedure.id.clone()).collect();
                shown.push(Shown { visits: store::kiosks::visits_since(rx, &kiosk.id, since)?, open, kiosk });
            }
            Ok((shown, procedures::catalog(rx)?))
        })
        .await?;
    let row = |shown: &Shown| {
        let Kiosk { id, name, site, set_up_at, seen_at, ended_at, .. } = &shown.kiosk;
        context! {
            id => id, name => name, site => site, visits => shown.visits, count => shown.open.len(), boxes => boxes(ctx, &catalog, &shown.open),
            standing => if ended_at.is_some() { "ended" } else if set_up_at.is_some() { "ready" } else { "waiting" },
            seen => seen_at.map(|at| format::moment(at, ctx.lang)), action => ctx.url(&format!("/admin/kiosks/{id}")),
        }
    };
    let model = context! {
        rows => shown.iter().map(row).collect::<Vec<_>>(), link => link.map(|secret| ctx.full_url(&ctx.url(&format!("/kiosk/set-up/{secret}")))),
        errors => errors, name => fields.get("name"), site => fields.get("site"), boxes => boxes(ctx, &catalog, &ticked(fields)),
    };
    ctx.page_with(status, LIST, model).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let name = text::clean(fields.get("name"), NAME_MOST).unwrap_or_default();
    let site = text::clean(fields.get("site"), NAME_MOST).unwrap_or_default();
    let list = ticked(&fields);
    match ctx.write(move |tx| kiosks::add(tx, &name, &site, &list)).await {
        Ok((_, secret)) => again(&ctx, Some(secret), StatusCode::OK, &Fields::default(), Vec::new()).await,
        Err(problem) => {
            let errors = told(&ctx, problem)?;
            again(&ctx, None, StatusCode::UNPROCESSABLE_ENTITY, &fields, errors).await
        }
    }
}

fn id_of(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

pub async fn link(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = id_of(&id)?;
    let secret = ctx.write(move |tx| kiosks::new_link(tx, &id)).await?;
    again(&ctx, Some(secret), StatusCode::OK, &Fields::default(), Vec::new()).await
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let (id, list) = (id_of(&id)?, ticked(&fields));
    ctx.write(move |tx| kiosks::change(tx, &id, &list)).await?;
    ctx.go_saying("/admin/kiosks", "assisted-said-kiosk-changed")
}

pub async fn revoke(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = id_of(&id)?;
    ctx.write(move |tx| kiosks::revoke(tx, &id)).await?;
    ctx.go_saying("/admin/kiosks", "assisted-said-kiosk-revoked")
}

/// The link opened on the device: nothing happens before somebody presses the button there.
pub async fn set_up_page(ctx: Ctx, Path(secret): Path<String>) -> Answer {
    ctx.left(Allowance::Code)?;
    let asked = secret.clone();
    match ctx.read(move |rx| kiosks::by_link(rx, &asked)).await {
        Ok(kiosk) => {
            let action = ctx.url(&format!("/kiosk/set-up/{secret}"));
            ctx.page(SET_UP, context! { name => kiosk.name, site => kiosk.site, action => action }).await
        }
        Err(problem) => {
            ctx.take(Allowance::Code)?;
            Err(problem.into())
        }
    }
}

/// Ties this device to the kiosk, and forgets whoever was signed in on it.
pub async fn set_up(ctx: Ctx, Path(secret): Path<String>) -> Answer {
    ctx.left(Allowance::Code)?;
    let token = ctx.write_as_house(move |tx| kiosks::set_up(tx, &secret)).await;
    if matches!(token, Err(Problem::NotFound)) {
        ctx.take(Allowance::Code)?;
    }
    let mut response = ctx.sign_out("/kiosk")?;
    ctx.give_cookie(&mut response, DEVICE, &token?, Some(DEVICE_SECS))?;
    Ok(response)
}
