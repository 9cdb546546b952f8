//! For browsers and robots: the emblem, the commune's colour, and which pages a robot may read.

use crate::Colour;
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Problem};

/// What is not for search engines: files of persons, staff pages, forms in progress.
const CLOSED: [&str; 9] = ["admin", "desk", "account", "staff", "cases", "people", "outbox", "dashboard", "search"];
/// A changed emblem has another address.
const YEAR: &str = "public, max-age=31536000, immutable";

pub async fn robots(ctx: Ctx) -> Answer {
    let mut text = String::from("User-agent: *\n");
    if ctx.app().config().demo {
        text.push_str("Disallow: /\n"); // invented people do not belong into search engines
    } else {
        for path in CLOSED {
            text.push_str(&format!("Disallow: /*/{path}\n"));
        }
    }
    ctx.body("text/plain; charset=utf-8", text)
}

/// The emblem was re-encoded as PNG when it was received.
pub async fn emblem(ctx: Ctx, Path(hash): Path<String>) -> Answer {
    let blob = ctx.commune().profile.emblem.clone().filter(|blob| hash.len() >= 16 && blob.starts_with(&hash));
    let content = ctx.file(&blob.ok_or(Problem::NotFound)?).await?;
    Ok(([("content-type", "image/png"), ("cache-control", YEAR)], content).into_response())
}

pub async fn theme(ctx: Ctx) -> Answer {
    let colour = Colour::parse(&ctx.commune().profile.colour).ok_or(Problem::NotFound)?;
    Ok(([("content-type", "text/css; charset=utf-8"), ("cache-control", YEAR)], colour.stylesheet()).into_response())
}
