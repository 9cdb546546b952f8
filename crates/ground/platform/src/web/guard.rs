//! The guard before every handler: who is this, may they, and did the request come from our own pages.

use super::address::Address;
use super::ctx::{Ctx, cookie_name};
use super::failure::{Answer, Failure};
use super::limits::Quota;
use super::routes::{Access, Kind, RouteInfo};
use crate::access::{self, Session, Side};
use crate::app::App;
use axum::extract::{FromRequest, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Lang, Refusal};
use std::net::IpAddr;
use std::sync::Arc;
use store::{Actor, Problem, Result, Scope};

/// How long a session may go unseen before it is noted again.
const TOUCH_SECS: i64 = 300;

/// What the front door found out before the routes.
#[derive(Clone)]
pub(crate) struct Arrival {
    pub(crate) address: Arc<Address>,
    pub(crate) lang: Lang,
    pub(crate) visitor: IpAddr,
    pub(crate) secure: bool,
    /// The host that the browser asked for: a header of HTTP/1.1, part of the address in HTTP/2.
    pub(crate) host: Arc<str>,
}

pub(crate) async fn check(State(app): State<App>, matched: MatchedPath, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut quota = None;
    let admitted = admit(&app, matched.as_str(), &parts, &mut quota).await;
    let mut response = match admitted {
        Ok(Admitted::Go(ctx, info)) => {
            parts.extensions.insert((*ctx).clone());
            let mut response = next.run(Request::from_parts(parts, body)).await;
            response.extensions_mut().insert(info);
            response.extensions_mut().insert(Asker(ctx));
            response
        }
        Ok(Admitted::Elsewhere(response)) => refused(&app, matched.as_str(), &parts, response),
        Err(Failure(Problem::SignIn)) if parts.method == Method::POST => match send_later(&app, &parts, body).await {
            Ok(response) => response,
            Err(_) => refused(&app, matched.as_str(), &parts, Failure(Problem::SignIn).into_response()),
        },
        Err(failure) => refused(&app, matched.as_str(), &parts, failure.into_response()),
    };
    if let Some(quota) = quota {
        response.extensions_mut().insert(quota);
    }
    response
}

/// A program that was not let in is told so as programs are; a person who follows a link to a file is not.
fn refused(app: &App, matched: &str, request: &Parts, mut response: Response) -> Response {
    let person = request
        .headers
        .get(header::ACCEPT)
        .and_then(|kinds| kinds.to_str().ok())
        .is_some_and(|kinds| kinds.contains("text/html"));
    let method = if request.method == Method::HEAD { &Method::GET } else { &request.method };
    if let Some(info) = app.route(method, matched).filter(|info| info.kind == Kind::Machine && !person) {
        response.extensions_mut().insert(info);
    }
    response
}

/// A form that was sent after the session ended comes back with everything that was typed: sign in beside it, send again.
async fn send_later(app: &App, parts: &Parts, body: axum::body::Body) -> Answer {
    let arrival = parts.extensions.get::<Arrival>().ok_or_else(|| Problem::internal("no arrival"))?;
    let kinds: [&[u8]; 2] = [b"application/x-www-form-urlencoded", b"multipart/form-data"];
    let sent = parts.headers.get(header::CONTENT_TYPE).map_or(&[][..], |kind| kind.as_bytes());
    if !kinds.iter().any(|kind| sent.starts_with(kind)) || arrival.address.lang.is_none() {
        return Err(Problem::SignIn.into());
    }
    let whole = Request::from_parts(parts.clone(), body);
    let typed = super::Fields::from_request(whole, app).await.map_err(|_| Problem::SignIn)?;
    let ctx = Ctx {
        lang: arrival.lang,
        address: arrival.address.clone(),
        secure: arrival.secure,
        visitor: arrival.visitor,
        actor: Actor::Public,
        ..Ctx::house(app, &arrival.address.commune)
    };
    let fields: Vec<_> = typed.values.iter().map(|(name, value)| crate::context! { name => name, value => value }).collect();
    let model = crate::context! { path => ctx.url(&arrival.address.path), door => ctx.url("/staff/sign-in"), fields => fields, files => typed.files.iter().any(|file| !file.content.is_empty()) };
    ctx.page_with(StatusCode::UNAUTHORIZED, "ui/session.html", model).await
}

enum Admitted {
    Go(Box<Ctx>, Arc<RouteInfo>),
    Elsewhere(Response),
}

async fn admit(app: &App, matched: &str, request: &Parts, quota: &mut Option<Quota>) -> std::result::Result<Admitted, Failure> {
    let arrival = request.extensions.get::<Arrival>().ok_or_else(|| Problem::internal("no arrival"))?;
    let method = if request.method == Method::HEAD { &Method::GET } else { &request.method };
    let info = app.route(method, matched).ok_or(Problem::NotFound)?;
    if info.kind == Kind::Page && arrival.address.lang.is_none() && method == Method::GET {
        return Ok(Admitted::Elsewhere(redirect(&arrival.address.in_language(arrival.lang))?));
    }
    let headers = &request.headers;
    let token = cookie(headers, cookie_name(arrival.secure));
    if *method != Method::GET && info.kind == Kind::Page {
        from_our_own_pages(headers, &arrival.host, &app.config().public_url)?;
    }
    let (session, mut actor) = match who(app, arrival, token).await {
        // A public page needs nobody: it goes on when the database is away.
        Err(Problem::Unavailable(_)) if info.kept => (None, Actor::Public),
        found => found?,
    };
    if session.is_none()
        && let Some(key) = bearer(headers)
    {
        actor = match app.key_and_quota(&arrival.address.commune.code, key).await {
            // A public route needs no key: it reads the header itself, for the commune that its parameters name.
            Err(Problem::SignIn | Problem::Unavailable(_)) if info.access == Access::Public => Actor::Public,
            found => {
                let (actor, left) = found?;
                *quota = left;
                left.map_or(Ok(()), Quota::enough)?;
                actor
            }
        };
    }
    let notice = cookie(headers, "notice").filter(|key| app.words().keys(Lang::Ar).contains(*key)).map(str::to_owned);
    let ctx = Ctx {
        app: app.clone(),
        address: arrival.address.clone(),
        lang: arrival.lang,
        actor,
        session: session.map(Arc::new),
        visitor: arrival.visitor,
        notice,
        secure: arrival.secure,
    };
    match allowed(&info, &ctx) {
        Ok(()) => Ok(Admitted::Go(Box::new(ctx), info)),
        Err(Problem::SignIn) if info.kind == Kind::Page && *method == Method::GET => {
            let door = if matches!(info.access, Access::Citizen) { "/account/sign-in" } else { "/staff/sign-in" };
            let next = super::encode(&arrival.address.path);
            Ok(Admitted::Elsewhere(redirect(&ctx.url(&format!("{door}?next={next}")))?))
        }
        // Nobody is signed in whom a page could greet.
        Err(Problem::SignIn) => Err(Problem::SignIn.into()),
        Err(problem) => {
            let mut response = Failure(problem).into_response();
            response.extensions_mut().insert(Asker(Box::new(ctx)));
            Ok(Admitted::Elsewhere(response))
        }
    }
}

/// Who asked, left beside an answer: the page of a problem greets the same person.
#[derive(Clone)]
pub(crate) struct Asker(pub(crate) Box<Ctx>);

fn redirect(to: &str) -> Answer {
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, to.to_owned()), (header::VARY, "Accept-Language".to_owned())]).into_response())
}

/// A hole refuses: only what the route names is let through.
fn allowed(info: &RouteInfo, ctx: &Ctx) -> Result<()> {
    match info.access {
        Access::Public => Ok(()),
        Access::Citizen if ctx.actor.account().is_some() => Ok(()),
        Access::Holds(permission) if ctx.actor.may(permission) => Ok(()),
        Access::Holds(_) if matches!(ctx.actor, Actor::Staff { .. } | Actor::Key { .. }) => Err(Problem::Forbidden),
        Access::Citizen | Access::Holds(_) => Err(Problem::SignIn),
    }
}

async fn who(app: &App, arrival: &Arrival, token: Option<&str>) -> Result<(Option<Session>, Actor)> {
    let Some(token) = token.filter(|token| (20..200).contains(&token.len())) else { return Ok((None, Actor::Public)) };
    let (token, roles) = (token.to_owned(), app.roles().clone());
    let scope = Scope::system(arrival.address.commune.code.clone());
    let found = app
        .store()
        .read(scope.clone(), move |rx| match access::find(rx, &token)? {
            Some(session) => access::actor(rx, &session, &roles).map(|actor| Some((session, actor))),
            None => Ok(None),
        })
        .await?;
    let Some((session, actor)) = found else { return Ok((None, Actor::Public)) };
    if session.side == Side::Staff && actor.grants().is_empty() {
        return Ok((None, Actor::Public)); // the last grant has ended: a departed employee is nobody
    }
    if app.store().clock().now().secs_since(session.seen_at) > TOUCH_SECS {
        let id = session.id.clone();
        app.store().write(scope, move |tx| access::touch(tx, &id)).await?;
    }
    Ok((Some(session), actor))
}

/// A browser says where a request comes from (`Sec-Fetch-Site`, `Origin`); another site's form is refused. A request
/// with neither header is not from a browser that could have been tricked; the cookie is `SameSite=Lax` besides.
fn from_our_own_pages(headers: &HeaderMap, host: &str, public_url: &str) -> Result<()> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let own = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            origin.split_once("://").is_some_and(|(_, from)| from == host) || (origin == public_url.trim_end_matches('/'))
        }
        (None, None) => true,
    };
    if own { Ok(()) } else { Err(Refusal::new("platform-foreign-form").into()) }
}

pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
        .filter(|value| !value.is_empty())
}

/// The secret of a program in the header; the name of the scheme may be written anyhow (RFC 9110, 11.1).
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse::<header::HeaderName>().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_form_of_another_site_is_refused() {
        let own = |pairs: &[(&'static str, &'static str)], host: &str| from_our_own_pages(&headers(pairs), host, "https://p");
        assert!(own(&[("sec-fetch-site", "same-origin")], "a").is_ok());
        assert!(own(&[("sec-fetch-site", "cross-site"), ("origin", "http://a")], "a").is_err());
        assert!(own(&[("origin", "http://a:1")], "a:1").is_ok());
        assert!(own(&[("origin", "https://p")], "behind").is_ok(), "a proxy that passes another host on");
        assert!(own(&[("origin", "http://b")], "a").is_err());
        assert!(own(&[("origin", "null")], "a").is_err());
        assert!(own(&[("origin", "")], "").is_err());
    }

    #[test]
    fn the_right_cookie_is_read() {
        let headers = headers(&[("cookie", "x=1; jamaa=abc; jamaab=2")]);
        assert_eq!(cookie(&headers, "jamaa"), Some("abc"));
        assert_eq!(cookie(&headers, "y"), None);
    }
}
