//! The catalogue for programs: CPSV-AP as Turtle and JSON-LD, plain JSON for developers, schema.org for search engines.

mod cost;
mod cpsv;
mod graph;
pub mod plain;
mod schema_org;
#[cfg(test)]
mod tests;

pub use schema_org::schema_org;

use kernel::clock::DayKind;
use kernel::{Label, Lang};
use platform::web::{IntoResponse, encode};
use platform::{Answer, Arg, Ctx, Problem};
use procedures::{Clock, Procedure};

/// A sentence of the program by its key and arguments, in the languages that have it.
type Said = dyn Fn(&str, &[(&str, &str)]) -> Label + Send + Sync;

/// What the exports tell of the commune, and where its pages are.
pub struct Facts {
    /// Full address of the commune, without a language and without a slash at its end.
    pub base: String,
    /// HCP code.
    pub code: String,
    pub name: Label,
    pub phone: String,
    pub email: String,
    pub address: Option<Label>,
    pub hours: Option<Label>,
    pub said: Box<Said>,
}

impl Facts {
    pub fn of(ctx: &Ctx) -> Facts {
        let (commune, app) = (ctx.commune(), ctx.app().clone());
        let said = move |key: &str, args: &[(&str, &str)]| {
            let args: Vec<(String, Arg)> = args.iter().map(|(name, value)| ((*name).to_owned(), Arg::from_text(value))).collect();
            let own = |lang: Lang| app.words().find(lang, key, &args).filter(|(_, shown)| *shown == lang).map(|(text, _)| text);
            Label {
                ar: own(Lang::Ar).unwrap_or_default(),
                fr: own(Lang::Fr).unwrap_or_default(),
                zgh: own(Lang::Zgh),
                en: own(Lang::En),
            }
        };
        Facts {
            base: ctx.full_url(&ctx.bare_url("")),
            code: commune.code.to_string(),
            name: commune.name.clone(),
            phone: commune.profile.phone.clone(),
            email: commune.profile.email.clone(),
            address: commune.profile.address.clone(),
            hours: commune.profile.hours.clone(),
            said: Box::new(said),
        }
    }

    fn say(&self, key: &str) -> Label {
        (self.said)(key, &[])
    }

    /// The address of something that procedures share, on the page of the catalogue.
    fn shared(&self, kind: &str, id: &str) -> String {
        format!("{}/procedures#{kind}-{}", self.base, encode(id))
    }

    /// The address of a procedure, the same in every language and format.
    fn procedure(&self, id: &str) -> String {
        format!("{}/procedures/{}", self.base, encode(id))
    }

    /// Its page in a language.
    fn page(&self, id: &str, lang: Lang) -> String {
        format!("{}/{}/procedures/{}", self.base, lang.code(), encode(id))
    }

    /// How long a clock runs, in words.
    fn span(&self, clock: &Clock) -> Label {
        (self.said)(&format!("requests-span-{}", clock.kind), &[("n", &clock.span.to_string())])
    }
}

/// The promise of a procedure: the clock of its decision.
pub fn decision(procedure: &Procedure) -> Option<&Clock> {
    procedure.clock("decision").filter(|clock| clock.span > 0)
}

/// The length of a clock as `xsd:duration`. Which days count, the standard cannot say; the words of the rule do.
fn duration(clock: &Clock) -> String {
    if clock.kind == DayKind::Hours { format!("PT{}H", clock.span) } else { format!("P{}D", clock.span) }
}

pub async fn turtle(ctx: Ctx) -> Answer {
    let catalog = ctx.read(procedures::catalog).await?;
    sent("text/turtle; charset=utf-8", cpsv::graph(&catalog, &Facts::of(&ctx)).turtle())
}

pub async fn json_ld(ctx: Ctx) -> Answer {
    let catalog = ctx.read(procedures::catalog).await?;
    sent("application/ld+json", cpsv::graph(&catalog, &Facts::of(&ctx)).json_ld().to_string())
}

pub async fn json(ctx: Ctx) -> Answer {
    let catalog = ctx.read(procedures::catalog).await?;
    let told = platform::json::to_string(&plain::catalogue(&catalog, &Facts::of(&ctx))).map_err(Problem::from)?;
    sent("application/json; charset=utf-8", told)
}

fn sent(media: &'static str, body: String) -> Answer {
    let headers = [("content-type", media), ("access-control-allow-origin", "*"), ("cache-control", "public, max-age=60")];
    Ok((headers, body).into_response())
}
