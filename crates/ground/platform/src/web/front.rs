//! The front door: finds commune and language, runs the routes, and tells problems as pages or JSON, once.

use super::address::Address;
use super::ctx::Ctx;
use super::failure::status;
use super::guard::{Arrival, Asker};
use super::kept::{AS_OF, NOTICE_PLACE};
use super::limits::Quota;
use super::routes::{Access, Kind, RouteInfo};
use crate::app::App;
use crate::context;
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::Lang;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use store::{Actor, Problem};
use tower::ServiceExt;

/// Answers one request from the outside.
pub(crate) async fn answer(app: App, routes: Router, mut request: Request) -> Response {
    let Some(arrival) = arrive(&app, &request) else { return StatusCode::NOT_FOUND.into_response() };
    let Some(uri) = arrival.address.uri() else { return StatusCode::BAD_REQUEST.into_response() };
    *request.uri_mut() = uri;
    let method = request.method().clone();
    let wants_json = wants_json(&request);
    let copy_address = format!("{}{}", arrival.address.commune.code, arrival.address.in_language(arrival.lang));
    request.extensions_mut().insert(arrival.clone());
    let anonymous = !request.headers().contains_key(header::COOKIE);
    let keyed = request.headers().contains_key(header::AUTHORIZATION);
    let mut response = match routes.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    if response.status() == StatusCode::NOT_FOUND && response.extensions().get::<Problem>().is_none() && !has_type(&response) {
        response.extensions_mut().insert(Problem::NotFound);
    }
    let info = response.extensions().get::<Arc<RouteInfo>>().cloned();
    let kept = info.as_ref().is_some_and(|info| info.kept);
    let asker = response.extensions_mut().remove::<Asker>();
    let quota = response.extensions_mut().remove::<Quota>();
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        let copy = if kept && matches!(problem, Problem::Unavailable(_)) { app.kept().find(&copy_address) } else { None };
        response = match copy {
            Some(copy) => show_copy(&app, arrival.lang, copy),
            None => {
                let machine = wants_json || info.as_ref().is_some_and(|info| info.kind == Kind::Machine);
                let voice = if machine { Voice::Program { keyed, info, quota } } else { Voice::Person };
                tell(&app, &arrival, asker, &problem, voice).await
            }
        };
    } else if kept && anonymous && !keyed && method == Method::GET && response.status() == StatusCode::OK {
        response = keep(&app, &copy_address, response).await;
    }
    if let Some(quota) = quota {
        tell_quota(&mut response, quota);
    }
    let mut response = secure(&arrival, response);
    if keyed {
        no_store(&mut response);
    }
    response
}

/// What was answered to a key is for its holder: no store on the way keeps it, whatever it is.
pub fn no_store(response: &mut Response) {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
}

/// Who reads of a problem.
enum Voice {
    Person,
    /// Whether it sent a key, at which route, and what is left to it.
    Program {
        keyed: bool,
        info: Option<Arc<RouteInfo>>,
        quota: Option<Quota>,
    },
}

/// `RateLimit` and its policy (draft-ietf-httpapi-ratelimit-headers).
fn tell_quota(response: &mut Response, quota: Quota) {
    let Quota { most, left, window_secs, resets_secs } = quota;
    let lines = [
        ("ratelimit-policy", format!("\"key\";q={most};w={window_secs}")),
        ("ratelimit", format!("\"key\";r={};t={resets_secs}", left.unwrap_or(0))),
    ];
    for (name, line) in lines {
        if let Ok(value) = HeaderValue::from_str(&line) {
            response.headers_mut().insert(name, value);
        }
    }
}

fn arrive(app: &App, request: &Request) -> Option<Arrival> {
    let headers = request.headers();
    let host = text(headers, "host").or(request.uri().authority().map(|authority| authority.as_str())).unwrap_or("");
    let address = Address::read(host, request.uri(), &app.communes(), &app.config().commune)?;
    let lang = address.lang.unwrap_or_else(|| Lang::from_accept(text(headers, "accept-language").unwrap_or("")));
    let behind = app.config().behind_proxy;
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip());
    // The last entry is the one our own proxy wrote; those before it are the visitor's word.
    let forwarded = text(headers, "x-forwarded-for").and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
    let visitor = if behind { forwarded.unwrap_or(peer) } else { peer };
    let secure = !app.config().tls.certificate.is_empty() || (behind && text(headers, "x-forwarded-proto") == Some("https"));
    Some(Arrival { address: Arc::new(address), lang, visitor, secure, host: host.into() })
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn has_type(response: &Response) -> bool {
    response.headers().contains_key(header::CONTENT_TYPE)
}

fn wants_json(request: &Request) -> bool {
    let accept = text(request.headers(), "accept").unwrap_or("");
    accept.contains("json") && !accept.contains("text/html")
}

/// What is larger is sent without a copy being kept.
const MOST_KEPT: u64 = 8_000_000;

async fn keep(app: &App, address: &str, response: Response) -> Response {
    if HttpBody::size_hint(response.body()).exact().is_none_or(|bytes| bytes > MOST_KEPT) {
        return response;
    }
    let (parts, body) = response.into_parts();
    match axum::body::to_bytes(body, MOST_KEPT as usize).await {
        Ok(bytes) => {
            app.kept().keep(address, &parts.headers, &bytes, app.store().clock().now());
            Response::from_parts(parts, Body::from(bytes))
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn show_copy(app: &App, lang: Lang, copy: super::kept::Copy) -> Response {
    let zoned = copy.at.zoned();
    let hour = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
    let notice = app.words().html(lang, "platform-as-of", &[("hour".into(), crate::words::Arg::Text(hour))]);
    let notice = format!("<div class=\"ribbon future\" role=\"status\"><p class=\"wrap\">{notice}</p></div>");
    let body = match std::str::from_utf8(&copy.body) {
        Ok(page) if page.contains(NOTICE_PLACE) => Bytes::from(page.replacen(NOTICE_PLACE, &notice, 1)),
        _ => copy.body,
    };
    let at = HeaderValue::from_str(&copy.at.to_string()).unwrap_or_else(|_| HeaderValue::from_static(""));
    ([(header::CONTENT_TYPE, copy.kind), (AS_OF, at)], body).into_response()
}

/// A problem as a page in the person's language, or RFC 9457 JSON for a program. Internal text goes to the log only.
async fn tell(app: &App, arrival: &Arrival, asker: Option<Asker>, problem: &Problem, voice: Voice) -> Response {
    if let Problem::Internal(error) | Problem::Unavailable(error) = problem {
        tracing::error!(path = %arrival.address.path, %error, "request failed");
    }
    let code = status(problem);
    let mut response = match voice {
        Voice::Person => problem_page(app, arrival, asker, problem, code).await,
        Voice::Program { keyed, info, quota } => {
            let program = asker.is_some_and(|asker| matches!(asker.0.actor, Actor::Key { .. }));
            let kind = match problem {
                Problem::SignIn => "key",
                Problem::Forbidden if program => "scope",
                Problem::Busy { .. } if quota.is_some_and(|quota| quota.left.is_none()) => "quota",
                other => kind(other),
            };
            let mut response = problem_json(app, arrival.lang, problem, kind, code);
            challenge(&mut response, kind, keyed, info.as_deref());
            response
        }
    };
    if let Problem::Busy { retry_after_secs } = problem {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after_secs));
    }
    response
}

/// What a program has to bring (RFC 6750).
fn challenge(response: &mut Response, kind: &str, keyed: bool, info: Option<&RouteInfo>) {
    let line = match (kind, info.map(|info| info.access)) {
        ("key", _) if keyed => "Bearer error=\"invalid_token\"".to_owned(),
        ("key", _) => "Bearer".to_owned(),
        ("scope", Some(Access::Holds(needed))) => format!("Bearer error=\"insufficient_scope\", scope=\"{}\"", needed.0),
        _ => return,
    };
    if let Ok(value) = HeaderValue::from_str(&line) {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    }
}

fn sentences(app: &App, lang: Lang, problem: &Problem, kind: &str) -> Vec<String> {
    match problem {
        Problem::Refused(refusal) | Problem::Conflict(refusal) => vec![app.words().refusal(lang, refusal)],
        Problem::Invalid(refusals) => refusals.iter().map(|refusal| app.words().refusal(lang, refusal)).collect(),
        _ => vec![app.words().text(lang, &format!("platform-{kind}-text"), &[])],
    }
}

/// The word that names the kind of problem in message keys.
fn kind(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotFound => "not-found",
        Problem::Forbidden => "forbidden",
        Problem::SignIn => "sign-in",
        Problem::Refused(_) | Problem::Invalid(_) => "refused",
        Problem::Conflict(_) => "conflict",
        Problem::Busy { .. } => "busy",
        Problem::Closed => "closed",
        Problem::Unavailable(_) | Problem::Again => "unavailable",
        Problem::Internal(_) => "internal",
    }
}

fn problem_json(app: &App, lang: Lang, problem: &Problem, kind: &str, code: StatusCode) -> Response {
    let refusals = match problem {
        Problem::Invalid(refusals) => refusals.clone(),
        Problem::Refused(refusal) | Problem::Conflict(refusal) => vec![refusal.clone()],
        _ => Vec::new(),
    };
    let errors: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            let basis = refusal.basis().map(|(law, article)| serde_json::json!({ "law": law, "article": article }));
            serde_json::json!({ "field": refusal.field, "code": refusal.key, "detail": app.words().refusal(lang, refusal), "basis": basis })
        })
        .collect();
    let body = serde_json::json!({
        "type": format!("urn:jamaa:problem:{}", problem.code()),
        "title": app.words().text(lang, &format!("platform-{kind}-title"), &[]),
        "status": code.as_u16(),
        "detail": sentences(app, lang, problem, kind).join(" "),
        "errors": errors,
    });
    (code, [(header::CONTENT_TYPE, "application/problem+json"), (header::CONTENT_LANGUAGE, lang.code())], body.to_string())
        .into_response()
}

async fn problem_page(app: &App, arrival: &Arrival, asker: Option<Asker>, problem: &Problem, code: StatusCode) -> Response {
    // A database that is away knows nobody.
    let asker = asker.filter(|_| !matches!(problem, Problem::Unavailable(_) | Problem::Again));
    let ctx = asker.map_or_else(
        || Ctx {
            app: app.clone(),
            address: arrival.address.clone(),
            lang: arrival.lang,
            actor: Actor::Public,
            session: None,
            visitor: arrival.visitor,
            notice: None,
            secure: arrival.secure,
        },
        |asker| *asker.0,
    );
    let kind = kind(problem);
    let title = app.words().text(arrival.lang, &format!("platform-{kind}-title"), &[]);
    let text = sentences(app, arrival.lang, problem, kind).join(" ");
    let model = context! { status => code.as_u16(), code => problem.code(), kind => kind, title => title, text => text };
    match ctx.render("ui/error.html", model, Some(problem)).await {
        Ok(html) => (code, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
        Err(error) => {
            tracing::error!(?error, "the error page failed");
            (code, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], sentences(app, arrival.lang, problem, kind).join("\n"))
                .into_response()
        }
    }
}

const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/// The content policy of a page whose form goes to one other origin, such as a bank's; everything else stays as it is.
pub fn form_policy(origin: &str) -> Result<HeaderValue, Problem> {
    let wider = POLICY.replace("form-action 'self'", &format!("form-action 'self' {origin}"));
    HeaderValue::from_str(&wider).map_err(Problem::internal)
}

/// Lets a page ask for the microphone, which every other page of ours may not.
pub fn let_hear(response: &mut Response) {
    let allowed = HeaderValue::from_static("geolocation=(self), camera=(self), microphone=(self)");
    response.headers_mut().insert("permissions-policy", allowed);
}

/// The content policy of a page that other sites may show in a frame: it has no form and no script, and nobody is signed in
/// to it there.
pub fn framed_policy() -> HeaderValue {
    HeaderValue::from_static(
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; frame-ancestors *; base-uri 'none'; form-action 'none'",
    )
}

fn secure(arrival: &Arrival, mut response: Response) -> Response {
    let personal = response.extensions().get::<Asker>().is_some_and(|asker| asker.0.session.is_some());
    let headers = response.headers_mut();
    let fixed = [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("permissions-policy", "geolocation=(self), camera=(self), microphone=()"),
        ("cross-origin-opener-policy", "same-origin"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // A page with a session in it is gone with the session: the button back shows nothing after it.
    let usual = if personal { "private, no-store" } else { "private, no-cache" };
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(usual));
    if arrival.secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}
