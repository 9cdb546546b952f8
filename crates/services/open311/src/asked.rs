//! A request as foreign clients send it, read once: form of the answer, language, commune, parameters, key.

use crate::rules;
use crate::wire::{Document, Format, Node};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use kernel::{Id, Lang, Refusal};
use platform::communes::State;
use platform::{Actor, Allowance, Ctx, Failure, Fields, Permission, Problem, Result};
use std::future::Future;

/// Refusals that say "there is no such thing": told with status 404.
pub const NO_JURISDICTION: &str = "open311-jurisdiction-unknown";
pub const NO_SERVICE: &str = "open311-service-unknown";

/// What a handler works with.
pub struct Asked {
    pub ctx: Ctx,
    pub fields: Fields,
    pub headers: HeaderMap,
}

/// Reads the request, runs the work, and tells whatever comes of it in the form and language that were asked for.
pub async fn answer<W, F>(mut ctx: Ctx, headers: HeaderMap, body: Result<Fields, Failure>, work: W) -> Response
where
    W: FnOnce(Asked) -> F,
    F: Future<Output = Result<Document>>,
{
    let format = Format::of(ctx.path(), &headers);
    let query = ctx.query();
    ctx.lang = language(&query, &headers);
    let mut voice = ctx.clone();
    let client_key = client_key(ctx.path(), &headers);
    // A key in the parameters is seen by nobody but this door.
    let mut keyed = query.opt("api_key").is_some();
    let done = match body {
        Err(failure) => Err(failure.0),
        Ok(body) => {
            let fields = rules::merged(query, body);
            keyed = fields.opt("api_key").is_some();
            ctx.lang = language(&fields, &headers);
            voice.lang = ctx.lang;
            match jurisdiction(&ctx, &fields) {
                Ok(ctx) => work(Asked { ctx, fields, headers }).await,
                Err(problem) => Err(problem),
            }
        }
    };
    let mut response = match done {
        Ok(document) => format.respond(StatusCode::OK, &document),
        Err(problem) => refused(&voice, format, &problem),
    };
    if let Some(key) = client_key.and_then(|key| HeaderValue::from_str(key.as_str()).ok()) {
        response.headers_mut().insert("idempotency-key", key);
    }
    if keyed {
        platform::web::no_store(&mut response);
    }
    response
}

/// The key that the client made, told back to it: a sign that this door keeps such keys, so that what it does not know was
/// not taken and may be sent again.
fn client_key(path: &str, headers: &HeaderMap) -> Option<Id> {
    let sent = headers.get("idempotency-key").and_then(|value| value.to_str().ok());
    let asked = path.split_once("/tokens/").map(|(_, token)| token.split('.').next().unwrap_or(""));
    Id::parse(sent.or(asked)?.trim().trim_matches('"'))
}

/// The parameter `locale`, else the browser's wish, else French, as programs that say nothing expect Latin letters.
fn language(fields: &Fields, headers: &HeaderMap) -> Lang {
    let wish = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let primary = |code: &str| code.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    let named = fields.opt("locale").and_then(|code| Lang::parse(&primary(code)));
    named.unwrap_or_else(|| Lang::from_accept(&format!("fr;q=0.0001,{wish}")))
}

/// The commune that `jurisdiction_id` names, by slug or HCP code; without one, the commune of the address.
fn jurisdiction(ctx: &Ctx, fields: &Fields) -> Result<Ctx> {
    let Some(name) = fields.opt("jurisdiction_id") else { return Ok(ctx.clone()) };
    let known = ctx.app().communes().by_slug_or_code(&name.to_lowercase());
    match known.filter(|commune| commune.state == State::Open) {
        Some(commune) if commune.code == ctx.commune().code => Ok(ctx.clone()),
        Some(commune) => Ok(ctx.in_commune(&commune)),
        None => Err(Refusal::new(NO_JURISDICTION).at("jurisdiction_id").into()),
    }
}

/// The same context in the language and commune that the parameters of a question name.
pub fn addressed(ctx: &Ctx, headers: &HeaderMap) -> Result<Ctx> {
    let query = ctx.query();
    let ctx = ctx.speaking(language(&query, headers));
    jurisdiction(&ctx, &query)
}

/// A refusal in the form that the client prefers.
pub fn refuse(ctx: &Ctx, headers: &HeaderMap, problem: &Problem) -> Response {
    let voice = ctx.speaking(language(&ctx.query(), headers));
    refused(&voice, Format::of(ctx.path(), headers), problem)
}

impl Asked {
    /// The key, from the parameters or the header. `None` when there is none.
    fn secret(&self) -> Option<&str> {
        self.fields.opt("api_key").or_else(|| platform::web::bearer(&self.headers))
    }

    /// The program behind the key, if one was sent. A wrong key is refused, and guessing is slowed down.
    pub async fn program(&self) -> Result<Option<Actor>> {
        let Some(secret) = self.secret() else { return Ok(None) };
        if let (Actor::Key { .. }, None) = (&self.ctx.actor, self.fields.opt("api_key")) {
            return Ok(Some(self.ctx.actor.clone())); // in the header, of this commune: the guard has looked at it
        }
        match self.ctx.app().key_actor(&self.ctx.commune().code, secret).await {
            Ok(actor) => Ok(Some(actor)),
            Err(Problem::SignIn) => {
                self.ctx.take(Allowance::SignIn)?;
                Err(Problem::SignIn)
            }
            Err(other) => Err(other),
        }
    }

    /// The same when the request needs a key with a permission.
    pub async fn program_with(&self, permission: Permission) -> Result<(Id, Actor)> {
        match self.program().await?.ok_or(Problem::SignIn)? {
            Actor::Key { key, grants } => {
                let actor = Actor::Key { key: key.clone(), grants };
                if actor.may(permission) { Ok((key, actor)) } else { Err(Problem::Forbidden) }
            }
            _ => Err(Problem::Forbidden),
        }
    }

    /// The id of the key, for what only its owner sees.
    pub async fn key(&self) -> Result<Option<Id>> {
        Ok(self.program().await?.and_then(|actor| if let Actor::Key { key, .. } = actor { Some(key) } else { None }))
    }

    /// The last part of the address without its ending.
    pub fn name(&self) -> String {
        let last = self.ctx.path().rsplit('/').next().unwrap_or("");
        let known = last.rsplit_once('.').filter(|(_, ending)| matches!(*ending, "json" | "xml"));
        known.map_or(last, |(name, _)| name).to_owned()
    }

    /// A parameter that must be there.
    pub fn needed(&self, name: &str) -> Result<&str> {
        self.fields.opt(name).ok_or_else(|| Refusal::new("open311-parameter-missing").with("name", name).at(name).into())
    }
}

/// Every failure is an array of code and sentence; the status is 404, 403 or 400, the code may be finer.
fn refused(ctx: &Ctx, format: Format, problem: &Problem) -> Response {
    let (status, code, sentences) = told(ctx, problem);
    let errors = sentences
        .into_iter()
        .map(|text| Node::Fields(vec![("code", Node::Whole(code.into())), ("description", Node::text(text))]))
        .collect();
    let mut response = format.respond(status, &Document { root: "errors", body: Node::List("error", errors) });
    if let Problem::Busy { retry_after_secs } = problem {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after_secs));
    }
    response
}

fn told(ctx: &Ctx, problem: &Problem) -> (StatusCode, u16, Vec<String>) {
    let own = |key: &str| vec![ctx.text(key, &[])];
    match problem {
        Problem::Refused(refusal) if [NO_JURISDICTION, NO_SERVICE].contains(&refusal.key.as_str()) => {
            (StatusCode::NOT_FOUND, 404, vec![ctx.sentence(refusal)])
        }
        Problem::NotFound => (StatusCode::NOT_FOUND, 404, own("open311-not-found")),
        Problem::SignIn => (StatusCode::FORBIDDEN, 403, own("open311-key-wrong")),
        Problem::Forbidden => (StatusCode::FORBIDDEN, 403, own("open311-key-not-allowed")),
        Problem::Refused(refusal) | Problem::Conflict(refusal) => (StatusCode::BAD_REQUEST, 400, vec![ctx.sentence(refusal)]),
        Problem::Invalid(refusals) => {
            let named = |refusal: &Refusal| match &refusal.field {
                Some(field) => format!("{field}: {}", ctx.sentence(refusal)),
                None => ctx.sentence(refusal),
            };
            (StatusCode::BAD_REQUEST, 400, refusals.iter().map(named).collect())
        }
        Problem::Busy { .. } => (StatusCode::BAD_REQUEST, 429, own("platform-busy-text")),
        Problem::Closed => (StatusCode::BAD_REQUEST, 507, own("platform-closed-text")),
        Problem::Unavailable(error) | Problem::Internal(error) => {
            tracing::error!(path = ctx.path(), %error, "an Open311 request failed");
            let key =
                if matches!(problem, Problem::Internal(_)) { "platform-internal-text" } else { "platform-unavailable-text" };
            (StatusCode::BAD_REQUEST, problem.status(), own(key))
        }
        Problem::Again => (StatusCode::BAD_REQUEST, 503, own("platform-unavailable-text")),
    }
}
