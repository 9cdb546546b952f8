//! A small page for the frames of others: a newspaper, a quarter's own site. Only this page may be framed.

use super::filters::Choices;
use super::weeks::columns;
use crate::actions::public::{self, Filter};
use crate::actions::weeks;
use kernel::{Label, format};
use platform::shelf;
use platform::{Answer, Ctx, Json, Problem, context};

/// A quarter of a year.
const WEEKS: i64 = 13;
/// Of the frame, in pixels: the figures and their chart on a narrow telephone.
const HEIGHT: u32 = 680;
/// The licence of the commune's open data.
const LICENCE: &str = "https://opendatacommons.org/licenses/odbl/1-0/";

/// Category and quarter; one that does not exist is no page to be framed.
fn asked(ctx: &Ctx) -> Filter {
    let Filter { category, quarter, .. } = Filter::of(&ctx.query());
    Filter { category, quarter, ..Filter::default() }
}

fn named(choices: &Choices, filter: &Filter) -> Result<(Option<Label>, Option<Label>), Problem> {
    let category = filter.category.as_deref().map(|id| choices.catalog.procedures.get(id).filter(|one| one.public));
    let quarter = filter.quarter.as_deref().map(|id| choices.quarter(id));
    match (category, quarter) {
        (Some(None), _) | (_, Some(None)) => Err(Problem::NotFound),
        (category, quarter) => Ok((category.flatten().map(|one| one.title.clone()), quarter.flatten().cloned())),
    }
}

pub async fn show(ctx: Ctx) -> Answer {
    let filter = asked(&ctx);
    let wanted = filter.clone();
    let (weeks, open, choices) = ctx
        .read(move |rx| {
            let question = format!("embed/{}", wanted.with("", ""));
            let weeks = shelf::value(rx, &question, |rx| weeks::weeks(rx, &wanted, WEEKS))?;
            let open = Filter { state: Some("open".into()), ..wanted.clone() };
            Ok((weeks, public::figure(rx, &open)?, Choices::load(rx)?))
        })
        .await?;
    let (category, quarter) = named(&choices, &filter)?;
    let model = context! {
        category, quarter, received => weeks.iter().map(|week| week.received).sum::<i64>(),
        answered => weeks.iter().map(|week| week.answered).sum::<i64>(), open => open, weeks => WEEKS,
        columns => columns(&ctx, &weeks, |week| week.received), at => format::long_day(ctx.today(), ctx.lang),
        page => ctx.full_url(&ctx.url(&format!("/reports{}", filter.with("", "")))), licence => LICENCE,
    };
    let mut answer = ctx.page("reports/embed.html", model).await?;
    let headers = answer.headers_mut();
    headers.insert("content-security-policy", platform::web::framed_policy());
    headers.insert("cache-control", "public, max-age=300".parse().map_err(Problem::internal)?);
    Ok(answer)
}

/// What to copy, and how it will look.
pub async fn code(ctx: Ctx) -> Answer {
    let filter = asked(&ctx);
    let choices = ctx.read(Choices::load).await?;
    let (category, quarter) = named(&choices, &filter)?;
    let path = ctx.url(&format!("/reports/embed{}", filter.with("", "")));
    let title = ctx.text("reports-embed-title", &[("commune", ctx.commune().name.text(ctx.lang))]);
    let snippet = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\" style=\"border:0\"></iframe>",
        platform::escape(&ctx.full_url(&path)),
        platform::escape(&title)
    );
    let model: Json = context! { snippet, path, height => HEIGHT, category, quarter };
    ctx.page("reports/embed_code.html", choices.add(&ctx, &filter, model)).await
}
