//! The way to a provider and back. Whatever is not accepted changes nothing, is written down, and leaves the code as a way in.

use super::key_of;
use crate::actions::arrive::{self, Arrival};
use crate::actions::leave::{self, Departure};
use crate::actions::providers;
use crate::model::{Claims, Flow, Provider, Reason, Told};
use crate::oidc::{self, Memory, Outside, Returned};
use crate::store::flows;
use kernel::Id;
use platform::access::Side;
use platform::store::seal::{hex, hex_sha256};
use platform::web::{Cookies, Path, Response, StatusCode};
use platform::{Allowance, Answer, Ctx, Fields, Problem, Refusal, Result, context};
use sending::To;
use std::sync::Arc;

pub const LEAVING: &str = "identity/leaving.html";
pub const REFUSED: &str = "identity/refused.html";
pub const KNOWN: &str = "identity/known.html";
/// Ties a journey to the browser that left: who steals a state has not this cookie.
const BROWSER: &str = "identity";
const BROWSER_SECS: i64 = crate::rules::FLOW_MINUTES * 60;

pub fn outside(ctx: &Ctx) -> Outside {
    Outside { demo: ctx.app().config().demo }
}

/// Asks the network in a thread of its own: a provider that is slow keeps no page waiting but this one.
pub async fn ask<T: Send + 'static>(
    ctx: &Ctx,
    work: impl FnOnce(&Memory) -> Result<T, Reason> + Send + 'static,
) -> Result<Result<T, Reason>> {
    let memory: Arc<Memory> = ctx.read(|rx| rx.fact::<Memory>()).await?;
    tokio::task::spawn_blocking(move || work(&memory)).await.map_err(Problem::internal)
}

/// The secret of this browser: kept when it is there, so that two tabs can leave.
fn browser_secret(ctx: &Ctx, cookies: &Cookies) -> Option<String> {
    let known = cookies.get(&ctx.host_cookie(BROWSER))?;
    (known.len() == 64 && known.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| known.to_owned())
}

pub fn browser(ctx: &Ctx, cookies: &Cookies) -> String {
    browser_secret(ctx, cookies).map_or(String::new(), |secret| hex_sha256(secret.as_bytes()))
}

pub async fn leave(ctx: Ctx, Path(id): Path<String>, cookies: Cookies, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let asked = id.clone();
    let provider = ctx.read(move |rx| providers::provider(rx, &asked)).await?;
    if provider.on_since.is_none() {
        return Err(Problem::NotFound.into());
    }
    let (way, issuer, now) = (outside(&ctx), provider.issuer.clone(), ctx.now());
    let described = match ask(&ctx, move |memory| memory.describe(way, &issuer, now)).await? {
        Ok(described) => described,
        Err(reason) => return refuse(&ctx, &id, reason).await,
    };
    let browser = match browser_secret(&ctx, &cookies) {
        Some(secret) => secret,
        None => hex(&ctx.read(|rx| rx.random::<32>()).await?),
    };
    let departure = Departure {
        account: ctx.session().filter(|session| session.side == Side::Citizen).map(|session| session.account.clone()),
        next: fields.get("next").chars().take(300).collect(),
        redirect_uri: redirect_uri(&ctx, &id),
        lang: ctx.lang,
        browser: browser.clone(),
    };
    let leaving = provider.clone();
    let (state, told) = ctx.write_as_house(move |tx| leave::leave(tx, &leaving, &departure)).await?;
    send_away(&ctx, &provider, &told, &oidc::leave_for(&described, &provider, &told, &state, ctx.lang.code()), &browser).await
}

fn redirect_uri(ctx: &Ctx, provider: &Id) -> String {
    ctx.full_url(&ctx.bare_url(&format!("/sign-in/back/{provider}")))
}

/// A page that goes on by itself: our policy lets no form end at another site, and the page says where one is going.
async fn send_away(ctx: &Ctx, provider: &Provider, _: &Told, address: &str, browser: &str) -> Answer {
    let mut response = ctx.page(LEAVING, context! { label => provider.label.text(ctx.lang), address => address }).await?;
    let refresh = format!("0; url={address}").parse().map_err(Problem::internal)?;
    response.headers_mut().insert("refresh", refresh);
    ctx.give_cookie(&mut response, &ctx.host_cookie(BROWSER), browser, Some(BROWSER_SECS))?;
    Ok(response)
}

pub async fn back(ctx: Ctx, Path(id): Path<String>, cookies: Cookies) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let query = ctx.query();
    let (state, secret, asked) = (query.get("state").to_owned(), browser_secret(&ctx, &cookies).unwrap_or_default(), id.clone());
    let taken = ctx.write_as_house(move |tx| leave::come_back(tx, &asked, &state, &secret)).await?;
    let (provider, flow) = match taken {
        Ok(taken) => taken,
        Err(reason) => return say_no(&ctx, reason).await,
    };
    let ctx = ctx.speaking(flow.told.lang);
    if let Some(error) = query.opt("error") {
        return refuse(&ctx, &id, if error == "access_denied" { Reason::Declined } else { Reason::Error }).await;
    }
    let returned = Returned { code: query.get("code").to_owned(), issuer: query.opt("iss").map(str::to_owned) };
    let (way, asked, told, now) = (outside(&ctx), provider.clone(), flow.told.clone(), ctx.now());
    match ask(&ctx, move |memory| oidc::hear(way, memory, &asked, &told, &returned, now)).await? {
        Ok(claims) => arrived(&ctx, provider, flow, claims).await,
        Err(reason) => refuse(&ctx, &id, reason).await,
    }
}

async fn arrived(ctx: &Ctx, provider: Provider, flow: Flow, claims: Claims) -> Answer {
    let (session, lang, next) = (ctx.session().cloned(), ctx.lang, flow.told.next.clone());
    let arrival = ctx.write_as_house(move |tx| {
        let session = session.as_ref().filter(|session| session.side == Side::Citizen);
        arrive::arrive(tx, &provider, &flow, &claims, session, lang)
    });
    match arrival.await {
        Ok(Arrival::SignedIn(token)) => ctx.sign_in(&token, Side::Citizen, local_path(ctx, &next)),
        Ok(Arrival::Asked) => ctx.go("/sign-in/known"),
        Err(Problem::Refused(refusal)) => shown_no(ctx, &refusal, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(problem) => Err(problem.into()),
    }
}

/// Where the person wanted to go, when that is a page of this site; else the first page of his own.
pub fn local_path<'a>(ctx: &Ctx, next: &'a str) -> &'a str {
    ::people::local_path(next, ctx.app().personal())
}

async fn refuse(ctx: &Ctx, provider: &Id, reason: Reason) -> Answer {
    let provider = provider.clone();
    ctx.write_as_house(move |tx| leave::refuse(tx, &provider, reason)).await?;
    say_no(ctx, reason).await
}

async fn say_no(ctx: &Ctx, reason: Reason) -> Answer {
    let code = if reason == Reason::Down { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::UNPROCESSABLE_ENTITY };
    shown_no(ctx, &Refusal::new(key_of(reason)), code).await
}

async fn shown_no(ctx: &Ctx, refusal: &Refusal, code: StatusCode) -> Answer {
    ctx.page_with(code, REFUSED, context! { text => ctx.sentence(refusal), key => refusal.key }).await
}

async fn waiting(ctx: &Ctx, browser: String) -> Result<Option<(Flow, Provider, To)>> {
    ctx.read(move |rx| {
        let Some(flow) = flows::waiting(rx, &browser)?.filter(|flow| flow.account.is_none()) else { return Ok(None) };
        let provider = providers::provider(rx, &flow.provider)?;
        let Some(claims) = &flow.arrived else { return Ok(None) };
        Ok(arrive::known_contact(rx, claims)?.map(|to| (flow, provider, to)))
    })
    .await
}

/// A contact that the provider names opens an account here: is it the same person? A telephone may be a family's.
pub async fn known_page(ctx: Ctx, cookies: Cookies) -> Answer {
    let Some((_, provider, to)) = waiting(&ctx, browser(&ctx, &cookies)).await? else { return ctx.go("/account/sign-in") };
    let model = context! { label => provider.label.text(ctx.lang), contact => to.masked() };
    ctx.page(KNOWN, model).await
}

pub async fn known(ctx: Ctx, cookies: Cookies, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let Some((flow, provider, to)) = waiting(&ctx, browser(&ctx, &cookies)).await? else { return ctx.go("/account/sign-in") };
    if fields.get("way") != "new" {
        // On a shared computer the next visitor must not finish this journey as somebody new.
        let (id, contact) = (flow.id.clone(), to.clone());
        ctx.write_as_house(move |tx| match ::people::citizen_account(tx, &contact)? {
            Some(account) => flows::promise(tx, &id, &account),
            None => Err(Problem::NotFound),
        })
        .await?;
        let ticket = ::people::send_sign_in_code(&ctx, to).await?;
        return ctx.go(&format!("/account/code?ticket={ticket}&next=%2Faccount%2Fidentity"));
    }
    let (lang, next) = (ctx.lang, flow.told.next.clone());
    let token = ctx
        .write_as_house(move |tx| {
            let claims = flow.arrived.as_ref().ok_or(Problem::NotFound)?;
            if !flows::close(tx, &flow.id)? {
                return Err(Problem::NotFound);
            }
            // The contact is another person's: it is not written on this one's card.
            let claims = Claims { phone: None, email: None, ..claims.clone() };
            arrive::newcomer(tx, &provider, &claims, None, lang)
        })
        .await?;
    ctx.sign_in(&token, Side::Citizen, local_path(&ctx, &next))
}

/// Takes the cookie of a journey back, once nothing waits for it.
pub fn done(ctx: &Ctx, mut response: Response) -> Answer {
    ctx.take_cookie(&mut response, &ctx.host_cookie(BROWSER))?;
    Ok(response)
}
