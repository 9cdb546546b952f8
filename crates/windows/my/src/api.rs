//! The page as JSON, for the person's own programs.

use crate::actions;
use platform::{Answer, Ctx, Problem};
use schemars::JsonSchema;
use serde::Serialize;

/// What a person has with the commune.
#[derive(Serialize, JsonSchema)]
pub struct Page {
    /// What comes next; what waits for the person stands first.
    pub steps: Vec<Step>,
    /// What happened, newest first.
    pub lines: Vec<Line>,
    /// Cursor of the lines that follow.
    pub next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub struct Step {
    /// UTC moment.
    pub by: Option<String>,
    /// Whether the commune waits for the person.
    pub yours: bool,
    pub title: String,
    pub text: String,
    pub url: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub struct Line {
    pub kind: String,
    /// UTC moment.
    pub at: String,
    pub title: String,
    pub text: String,
    pub state: Option<String>,
    pub url: Option<String>,
}

pub async fn show(ctx: Ctx) -> Answer {
    let session = ctx.session().cloned().filter(|_| !ctx.actor.is_staff()).ok_or(Problem::Forbidden)?;
    let query = ctx.query();
    let (kind, after, lang) = (query.opt("kind").map(str::to_owned), query.get("after").to_owned(), ctx.lang);
    let page = ctx.read(move |rx| actions::gather(rx, &session.person, lang, kind.as_deref(), &after)).await?;
    let url = |path: &str| (!path.is_empty()).then(|| ctx.full_url(path));
    let step = |step: &platform::own::Step| Step {
        by: step.by.map(|by| by.to_string()),
        yours: step.yours,
        title: step.title.clone(),
        text: step.text.clone(),
        url: url(&step.path),
    };
    let line = |(kind, line): &(&'static str, platform::own::Line)| Line {
        kind: (*kind).to_owned(),
        at: line.at.to_string(),
        title: line.title.clone(),
        text: line.text.clone(),
        state: line.pill.as_ref().map(|pill| pill.text.clone()),
        url: url(&line.path),
    };
    let (steps, lines) = (page.steps.iter().map(step).collect(), page.lines.iter().map(line).collect());
    ctx.json(Page { steps, lines, next: page.next })
}
