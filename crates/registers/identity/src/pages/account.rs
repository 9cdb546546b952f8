//! The owner's side: link what just arrived, and end a link.

use super::door::{browser, done, local_path};
use crate::actions::{arrive, links, providers};
use crate::store::flows;
use kernel::Id;
use platform::access::{Session, Side};
use platform::web::{Cookies, Path};
use platform::{Answer, Ctx, Problem, Result, context};

pub const LINK: &str = "identity/link.html";

fn session(ctx: &Ctx) -> Result<Session> {
    ctx.session().filter(|session| session.side == Side::Citizen).cloned().ok_or(Problem::Forbidden)
}

/// After the code: what waits is linked when its owner says so.
pub async fn page(ctx: Ctx, cookies: Cookies) -> Answer {
    session(&ctx)?;
    let browser = browser(&ctx, &cookies);
    let found = ctx
        .read(move |rx| {
            let Some(flow) = flows::waiting(rx, &browser)? else { return Ok(None) };
            providers::provider(rx, &flow.provider).map(Some)
        })
        .await?;
    let Some(provider) = found else { return ctx.go("/account") };
    ctx.page(LINK, context! { label => provider.label.text(ctx.lang) }).await
}

/// The account must be the one that the named contact opens: its code was typed just now.
pub async fn link(ctx: Ctx, cookies: Cookies) -> Answer {
    let (session, browser) = (session(&ctx)?, browser(&ctx, &cookies));
    let (token, next) = ctx
        .write(move |tx| {
            let flow = flows::waiting(tx, &browser)?.ok_or(Problem::NotFound)?;
            let claims = flow.arrived.as_ref().ok_or(Problem::NotFound)?;
            let contact = arrive::known_contact(tx, claims)?.ok_or(Problem::NotFound)?;
            let promised = flow.account.as_ref().is_none_or(|account| *account == session.account);
            if !promised || !::people::confirmed(tx, &session.person)?.contains(&contact) || !flows::close(tx, &flow.id)? {
                return Err(Problem::NotFound);
            }
            let provider = providers::provider(tx, &flow.provider)?;
            let token = arrive::link(tx, &provider, claims, &session.account, Some(&session))?;
            Ok((token, flow.told.next))
        })
        .await?;
    let response = ctx.sign_in(&token, Side::Citizen, local_path(&ctx, &next))?;
    done(&ctx, response)
}

pub async fn unlink(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (session, id) = (session(&ctx)?, Id::parse(&id).ok_or(Problem::NotFound)?);
    ctx.write(move |tx| links::unlink(tx, &session.account, &id)).await?;
    ctx.go_saying("/account", "identity-unlinked")
}
