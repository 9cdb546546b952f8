//! The same truth for programs: JSON and Atom.

use crate::actions;
use crate::model::Outage;
use crate::rules::HISTORY_DAYS;
use crate::shown::{self, Down};
use kernel::{Label, Lang};
use platform::web::IntoResponse;
use platform::{Answer, Ctx, Result, escape};
use schemars::JsonSchema;
use serde::Serialize;

/// A text in the languages that have it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Texts {
    pub ar: String,
    pub fr: String,
    pub en: Option<String>,
}

impl From<&Label> for Texts {
    fn from(label: &Label) -> Texts {
        Texts { ar: label.ar.clone(), fr: label.fr.clone(), en: label.en.clone() }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Status {
    /// When this was true, RFC 3339.
    pub at: String,
    pub systems: Vec<SystemStatus>,
    pub outages: Vec<OutageStatus>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SystemStatus {
    pub id: String,
    pub name: Texts,
    /// False while at least one outage of it goes on.
    pub works: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct OutageStatus {
    pub id: String,
    pub system: String,
    /// The sentence that people read, in the asked language.
    pub sentence: String,
    pub words: Texts,
    pub since: String,
    pub expected: Option<String>,
    pub ended: Option<String>,
    /// Ids of sites and matters concerned; an empty list means all.
    pub sites: Vec<String>,
    pub matters: Vec<String>,
    /// `staff`: a person told it; `house`: seen by a check of the program itself.
    pub source: String,
}

fn status(ctx: &Ctx, down: &Down) -> OutageStatus {
    let Outage { id, since, expected, ended_at, words, sites, matters, source, .. } = &down.outage;
    OutageStatus {
        id: id.to_string(),
        system: down.system.id.clone(),
        sentence: shown::sentence(ctx, down),
        words: words.into(),
        since: since.to_string(),
        expected: expected.map(|moment| moment.to_string()),
        ended: ended_at.map(|moment| moment.to_string()),
        sites: sites.clone(),
        matters: matters.clone(),
        source: source.to_string(),
    }
}

fn asked(ctx: &Ctx) -> Ctx {
    ctx.speaking(Lang::parse(ctx.query().get("lang")).unwrap_or(ctx.lang))
}

async fn known(ctx: &Ctx) -> Result<Vec<Down>> {
    let body = |rx: &mut platform::Tx| {
        let history = actions::history(rx, HISTORY_DAYS)?;
        history.into_iter().map(|outage| shown::of(rx, outage)).collect()
    };
    ctx.read(body).await
}

pub async fn json(ctx: Ctx) -> Answer {
    let ctx = asked(&ctx);
    let known = known(&ctx).await?;
    let systems = ctx.read(actions::systems).await?;
    let broken = |id: &str| known.iter().any(|down| down.outage.is_open() && down.outage.system == id);
    let status = Status {
        at: ctx.now().to_string(),
        systems: systems
            .iter()
            .map(|one| SystemStatus { id: one.id.clone(), name: (&one.name).into(), works: !broken(&one.id) })
            .collect(),
        outages: known.iter().map(|down| status(&ctx, down)).collect(),
    };
    let open = [("access-control-allow-origin", "*"), ("cache-control", "public, max-age=5")];
    Ok((open, ctx.json(status)?).into_response())
}

pub async fn atom(ctx: Ctx) -> Answer {
    let ctx = asked(&ctx);
    let known = known(&ctx).await?;
    let updated = known.iter().map(|down| down.outage.updated_at).max().unwrap_or(ctx.now());
    let (lang, commune) = (ctx.lang, escape(ctx.commune().name.text(ctx.lang)));
    let home = escape(&ctx.full_url(&ctx.url("/status")));
    let itself = escape(&ctx.full_url(&ctx.bare_url(&format!("/status.atom?lang={}", lang.code()))));
    let title = escape(&ctx.text("outages-feed-title", &[("commune", ctx.commune().name.text(lang))]));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{title}</title>\n\
         <id>{home}</id>\n<link rel=\"alternate\" href=\"{home}\"/>\n<link rel=\"self\" href=\"{itself}\"/>\n<updated>{updated}</updated>\n\
         <author><name>{commune}</name></author>\n",
        lang.code()
    );
    for down in &known {
        let Outage { id, since, updated_at, .. } = &down.outage;
        out.push_str(&format!(
            "<entry><id>urn:uuid:{id}</id><title>{}</title><link href=\"{home}\"/><published>{since}</published>\
             <updated>{updated_at}</updated><category term=\"{}\"/><summary>{}</summary></entry>\n",
            escape(&shown::sentence(&ctx, down)),
            escape(&down.system.id),
            escape(&summary(&ctx, down))
        ));
    }
    out.push_str("</feed>\n");
    let mut response = ctx.body("application/atom+xml; charset=utf-8", out)?;
    response.headers_mut().insert("cache-control", "public, max-age=5".parse().map_err(platform::Problem::internal)?);
    Ok(response)
}

/// What was added in words, then how it stands.
fn summary(ctx: &Ctx, down: &Down) -> String {
    let Outage { since, ended_at, expected, words, .. } = &down.outage;
    let stands = match (ended_at, expected) {
        (Some(ended), _) => ctx.text("outages-ended-after", &[("time", &shown::lasting(ctx, ended.secs_since(*since)))]),
        (None, Some(expected)) => shown::expected(ctx, *expected),
        (None, None) => ctx.text("outages-expected-unknown", &[]),
    };
    [words.text(ctx.lang), &stands].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}
