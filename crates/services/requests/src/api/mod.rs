//! Doors for programs: the catalogue, a request from its draft to its answer. They do what the pages do, by the same actions.

mod catalogue;
mod drafts;
mod filed;
mod files;
mod shapes;

pub use files::attachment;

use crate::{FILE, exports};
use kernel::{Id, Refusal};
use platform::web::{FormPart, HeaderMap, Routes};
use platform::{Actor, Allowance, Ctx, Problem, Result};

const KEY: &[(&str, &str)] = &[("k", "the key of the case, as it was given when the request was filed")];
const PROGRAM: &[(&str, &str)] = &[
    ("Authorization", "Bearer and the key of a program; without one the limits of visitors hold"),
    ("Accept-Language", "the language of sentences: ar, fr, zgh or en"),
];
const ONCE: &[(&str, &str)] = &[
    ("Authorization", "Bearer and the key of a program; without one the limits of visitors hold"),
    ("Accept-Language", "the language in which the person is written to: ar, fr, zgh or en"),
    ("Idempotency-Key", "a UUID of your own: the same one gives the same draft, and the same case for ever; keep it secret"),
];

/// Everybody may file; who holds the code of a draft or the key of a case may see it.
pub fn routes(routes: Routes) -> Routes {
    let routes = catalogue_routes(routes);
    let routes = routes
        .public_post("/api/procedures/{id}/drafts", drafts::begin)
        .about("Begins a draft of a request.")
        .header(ONCE)
        .answers::<shapes::Draft>()
        .public_get("/api/drafts/{code}", drafts::show)
        .about("A draft as it stands: what is wrong, what lacks, what it will cost.")
        .header(PROGRAM)
        .answers::<shapes::Draft>()
        .public_post("/api/drafts/{code}/answers", drafts::answer)
        .about("Sets the fields that are named, right or not; null takes one back.")
        .header(PROGRAM)
        .takes::<shapes::SentAnswers>()
        .answers::<shapes::Draft>()
        .public_post("/api/drafts/{code}/files/{file}/remove", drafts::remove_file)
        .about("Takes a file out of a draft.")
        .header(PROGRAM)
        .answers::<shapes::Draft>()
        .public_post("/api/drafts/{code}/filing", drafts::file)
        .about("Files the draft, also while papers lack. The same draft again gives the same case.")
        .header(PROGRAM)
        .takes::<shapes::Seen>()
        .answers::<shapes::Filed>();
    let routes = filed_routes(routes);
    upload_routes(routes)
}

fn catalogue_routes(routes: Routes) -> Routes {
    routes
        .kept_get("/procedures.ttl", exports::turtle)
        .about("The whole catalogue as CPSV-AP.")
        .kept_get("/procedures.jsonld", exports::json_ld)
        .about("The whole catalogue as CPSV-AP.")
        .kept_get("/procedures.json", exports::json)
        .about("The sheets of all procedures.")
        .answers::<exports::plain::Catalogue>()
        .kept_get("/api/procedures", catalogue::list)
        .about("The procedures that the commune offers, or those that a search finds, best first.")
        .query(&[
            ("q", "words in Arabic, French or Darija in Latin letters; spelling is forgiven"),
            ("event", "an id of `events`"),
            ("audience", "an id of `audiences`"),
            ("service", "an id of `services`"),
        ])
        .answers::<shapes::List>()
        .kept_get("/api/procedures/{id}", catalogue::one)
        .about("One procedure: its sheet, its form as data, its clocks.")
        .answers::<shapes::One>()
}

fn filed_routes(routes: Routes) -> Routes {
    routes
        .public_post("/api/requests/{code}/key", filed::key)
        .about("The key of a case for its PIN.")
        .header(PROGRAM)
        .takes::<shapes::SentPin>()
        .answers::<shapes::Key>()
        .public_get("/api/requests/{code}/receipt", filed::receipt)
        .about("The receipt of law 55-19, art. 10, with its signed compact form.")
        .query(KEY)
        .header(PROGRAM)
        .answers::<shapes::Receipt>()
        .public_get("/api/requests/{code}", filed::status)
        .about("Where a request stands.")
        .query(KEY)
        .header(PROGRAM)
        .answers::<shapes::Status>()
        .public_post("/api/requests/{code}/pieces", filed::give)
        .about("Gives what is awaited: missing papers, or the answer to a request for them.")
        .query(KEY)
        .header(PROGRAM)
        .takes_form(&[("words", FormPart::Text), ("piece-{id}", FormPart::File)])
        .answers::<shapes::Status>()
}

fn upload_routes(routes: Routes) -> Routes {
    routes
        .public_get("/drafts/{code}/files/{file}", files::draft_file)
        .about("A small picture of a file of a draft.")
        .media("image/jpeg")
        .public_post("/drafts/{code}/uploads", files::begin_upload)
        .about("Begins a file that comes in parts of at most a million bytes.")
        .takes_form(&[("piece", FormPart::Text), ("size", FormPart::Number)])
        .answers::<shapes::Upload>()
        .public_get("/drafts/{code}/uploads/{upload}", files::upload_at)
        .about("How much of a file has come: where to go on after a cut.")
        .answers::<shapes::Upload>()
        .public_post("/drafts/{code}/uploads/{upload}", files::more_of_upload)
        .about("One more part; with the last one the file is judged and tied to the draft.")
        .takes_form(&[("at", FormPart::Number), ("part", FormPart::File), ("name", FormPart::Text)])
        .answers::<shapes::Upload>()
        .get("/desk/pieces/{file}", cases::SEE, files::piece)
        .about("A piece of a case, for those who handle it.")
        .media("application/octet-stream")
}

/// Who asks: nobody in particular, or a program with a key of the commune. A session that a browser sends along counts for
/// nothing. A wrong key is refused, and guessing is slowed down.
fn asker(ctx: Ctx, headers: &HeaderMap) -> Result<Ctx> {
    match ctx.actor {
        Actor::Key { .. } if ctx.may(FILE) => Ok(ctx),
        Actor::Key { .. } => Err(Problem::Forbidden),
        _ if headers.contains_key("authorization") => {
            ctx.take(Allowance::SignIn)?;
            Err(Problem::SignIn)
        }
        _ => Ok(ctx.acting_as(Actor::Public)),
    }
}

/// The client's own key makes a repeat harmless.
fn idempotency_key(headers: &HeaderMap) -> Result<Option<Id>> {
    let Some(header) = headers.get("idempotency-key") else { return Ok(None) };
    let key = header.to_str().ok().and_then(|text| Id::parse(text.trim().trim_matches('"')));
    key.map(Some).ok_or_else(|| Refusal::new("platform-not-an-id").at("Idempotency-Key").into())
}
