//! Doors of passkeys: asked at the sign-in pages, kept on the person's own page, taken away there or by an administrator.

use super::{citizen, is_staff, session, staff};
use crate::actions::passkeys::{self, Question, Sent, refusal};
use crate::model::Passkey;
use crate::relying::Site;
use crate::rules;
use crate::store::accounts;
use kernel::{Id, Refusal, text};
use platform::access::{self, Session, Side};
use platform::store::seal::hex;
use platform::web::{Cookies, Path, Response};
use platform::{Allowance, Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

/// Ties a question to the browser that was asked: who learns its secret has not this cookie.
const BROWSER: &str = "passkey";
const BROWSER_SECS: i64 = rules::PASSKEY_MINUTES * 60;
const LONGEST_NAME: usize = 60;
/// An answer is some hundred bytes; a certificate in it makes it some thousand.
const LONGEST_ANSWER: usize = 20_000;

/// Without a public address only the machine itself is known for sure: behind a proxy the browser sees another origin.
fn site(ctx: &Ctx) -> Option<Site> {
    let site = Site::at(&ctx.origin(), ctx.commune().name.text(ctx.lang))?;
    (site.host == "localhost" || !ctx.app().config().public_url.is_empty()).then_some(site)
}

/// The host to which keys of this page belong; empty where they cannot work, and no button shows.
pub fn host(ctx: &Ctx) -> String {
    site(ctx).map_or(String::new(), |site| site.host)
}

fn needed_site(ctx: &Ctx) -> Result<Site> {
    site(ctx).ok_or_else(|| Refusal::new("people-passkey-nowhere").at("passkey").into())
}

async fn browser(ctx: &Ctx, cookies: &Cookies) -> Result<String> {
    match known_browser(ctx, cookies) {
        Some(secret) => Ok(secret),
        None => Ok(hex(&ctx.read(|rx| rx.random::<32>()).await?)),
    }
}

fn known_browser(ctx: &Ctx, cookies: &Cookies) -> Option<String> {
    let known = cookies.get(&ctx.host_cookie(BROWSER))?;
    (known.len() == 64 && known.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| known.to_owned())
}

fn sent(ctx: &Ctx, cookies: &Cookies, fields: &Fields) -> Sent {
    let answer = fields.get("answer");
    Sent {
        ticket: fields.get("ticket").to_owned(),
        browser: known_browser(ctx, cookies).unwrap_or_default(),
        answer: if answer.len() > LONGEST_ANSWER { String::new() } else { answer.to_owned() },
    }
}

fn put(ctx: &Ctx, question: &Question, browser: &str) -> std::result::Result<Response, platform::Failure> {
    let mut response = ctx.json(context! { ticket => question.ticket, options => question.options })?;
    ctx.give_cookie(&mut response, &ctx.host_cookie(BROWSER), browser, Some(BROWSER_SECS))?;
    Ok(response)
}

/// A question for whoever is at the door of citizens or of staff.
pub async fn ask_to_open(ctx: Ctx, cookies: Cookies) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let (site, browser) = (needed_site(&ctx)?, browser(&ctx, &cookies).await?);
    let secret = browser.clone();
    let question = ctx.write_as_house(move |tx| passkeys::ask_to_open(tx, &site, &secret)).await?;
    put(&ctx, &question, &browser)
}

pub async fn open_citizen(ctx: Ctx, cookies: Cookies, fields: Fields) -> Answer {
    match open(&ctx, &cookies, &fields, Side::Citizen).await {
        Ok(token) => ctx.sign_in(&token, Side::Citizen, rules::local_path(fields.get("next"), ctx.app().personal())),
        Err(problem) => citizen::sign_in_again(&ctx, problem, &fields).await,
    }
}

pub async fn open_staff(ctx: Ctx, cookies: Cookies, fields: Fields) -> Answer {
    match open(&ctx, &cookies, &fields, Side::Staff).await {
        Ok(token) => ctx.sign_in(&token, Side::Staff, rules::local_path(fields.get("next"), staff::HOME)),
        Err(problem) => staff::sign_in_again(&ctx, problem, &fields).await,
    }
}

async fn open(ctx: &Ctx, cookies: &Cookies, fields: &Fields, side: Side) -> Result<String> {
    ctx.take(Allowance::SignIn)?;
    let (site, sent, before) = (needed_site(ctx)?, sent(ctx, cookies, fields), ctx.session().cloned());
    let opened = ctx.write_as_house(move |tx| {
        let opened = passkeys::open(tx, &site, side, &sent)?;
        if let (Ok(_), Some(before)) = (&opened, &before) {
            access::end(tx, &before.id)?;
        }
        Ok(opened)
    });
    opened.await?.map_err(|why| refusal(why).into())
}

/// A question for the device of whoever is signed in.
pub async fn ask_to_add(ctx: Ctx, cookies: Cookies) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let (site, session, browser) = (needed_site(&ctx)?, session(&ctx)?, browser(&ctx, &cookies).await?);
    let secret = browser.clone();
    let question = ctx.write(move |tx| passkeys::ask_to_add(tx, &site, &session, &secret)).await?;
    put(&ctx, &question, &browser)
}

pub async fn add(ctx: Ctx, cookies: Cookies, fields: Fields) -> Answer {
    match keep(&ctx, &cookies, &fields).await {
        Ok(_) => ctx.go_saying(&home(&ctx, "#passkeys"), "people-passkey-kept"),
        Err(problem) if is_staff(&ctx) => super::staff_account::form_again(&ctx, problem, &fields).await,
        Err(problem) => super::account::form_again(&ctx, problem, &fields).await,
    }
}

async fn keep(ctx: &Ctx, cookies: &Cookies, fields: &Fields) -> Result<Id> {
    ctx.take(Allowance::SignIn)?;
    let name = text::clean(fields.get("passkey_name"), LONGEST_NAME).unwrap_or_default();
    if name.is_empty() {
        return Err(Refusal::new("people-passkey-name-wrong").with("most", LONGEST_NAME).at("passkey_name").into());
    }
    let (site, session, sent) = (needed_site(ctx)?, session(ctx)?, sent(ctx, cookies, fields));
    Ok(ctx.write(move |tx| passkeys::add(tx, &site, &session, &sent, &name)).await??)
}

fn home(ctx: &Ctx, place: &str) -> String {
    format!("{}{place}", if is_staff(ctx) { "/staff/account" } else { "/account" })
}

/// Ends the session and leads back: who signs in once more is who adds the key.
pub async fn sign_in_again(ctx: Ctx) -> Answer {
    let session = session(&ctx)?;
    let door = if session.side == Side::Staff { "/staff/sign-in?next=/staff/account" } else { "/account/sign-in?next=/account" };
    ctx.write(move |tx| access::end(tx, &session.id)).await?;
    ctx.sign_out(door)
}

pub async fn remove(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (id, session) = (Id::parse(&id).ok_or(Problem::NotFound)?, session(&ctx)?);
    let (side, path) = (session.side, home(&ctx, ""));
    let token = ctx.write(move |tx| passkeys::remove_own(tx, &session, &id)).await?;
    ctx.sign_in(&token, side, &path)
}

pub async fn remove_of_staff(ctx: Ctx, Path((person, key)): Path<(String, String)>) -> Answer {
    let id = |text: &str| Id::parse(text).ok_or(Problem::NotFound);
    let (person, key) = (id(&person)?, id(&key)?);
    let page = format!("/admin/staff/{person}");
    ctx.write(move |tx| passkeys::remove_of_staff(tx, &person, &key)).await?;
    ctx.go_saying(&page, "people-passkey-was-removed")
}

/// Lines of a list of keys.
pub fn lines(keys: &[Passkey]) -> Vec<Json> {
    let line = |key: &Passkey| {
        context! { id => key.id, name => key.name, since => key.created_at.day(), used_at => key.used_at, stopped => key.stopped_at.is_some() }
    };
    keys.iter().map(line).collect()
}

/// What the own page shows of keys.
pub fn own(rx: &mut Tx, session: &Session, host: &str) -> Result<Json> {
    let keys = passkeys::of_account(rx, &session.account)?;
    Ok(context! { list => lines(&keys), host => host, fresh => rules::is_fresh(session.began_at, rx.now()) })
}

/// On the page of a citizen who came by a code and has no key: next time without.
pub fn offer(rx: &mut Tx, person: &Id) -> Result<Option<PanelModel>> {
    for account in accounts::of_person(rx, person)?.iter().filter(|account| account.side == Side::Citizen && account.is_open()) {
        if passkeys::of_account(rx, &account.id)?.is_empty() {
            return Ok(Some(Box::new(|ctx| {
                let fresh = ctx.session().is_some_and(|session| rules::is_fresh(session.began_at, ctx.now()));
                context! { host => if fresh { host(ctx) } else { String::new() } }
            })));
        }
    }
    Ok(None)
}
