//! One search over what may be asked, what was published, and the pages; a public code opens its case.

use super::home::pill;
use cases::{Case, Where};
use kernel::{Lang, PublicCode, fold, format};
use platform::store::search::{self, Visibility};
use platform::{Answer, Ctx, Json, Result, Tx, context};
use procedures::{Catalog, Procedure};
use std::sync::Arc;

const MOST: usize = 12;
/// Pages that can be found, the key of their title, and a picture.
const PAGES: [(&str, &str, &str); 9] = [
    ("/report", "public_site-door-report", "problem"),
    ("/cases", "public_site-door-case", "receipt"),
    ("/reports/map", "public_site-door-map", "map"),
    ("/reports/statistics", "public_site-statistics", "chart"),
    ("/open-data", "public_site-open-data", "data"),
    ("/counters", "public_site-counters-title", "counter"),
    ("/contact", "public_site-contact-title", "phone"),
    ("/information", "public_site-information-title", "info"),
    ("/privacy", "public_site-privacy-title", "shield"),
];

pub async fn show(ctx: Ctx) -> Answer {
    let asked: String = ctx.query().get("q").chars().take(120).collect();
    if let Some(code) = PublicCode::parse(&asked) {
        return ctx.go(&format!("/cases/{}", code.as_str()));
    }
    let tokens = fold::tokens(&asked);
    let (words, found) = (asked.clone(), tokens.clone());
    let (catalog, reports) = ctx.read(move |rx| Ok((procedures::catalog(rx)?, published(rx, &found)?))).await?;
    let categories: Vec<Arc<Procedure>> = catalog.search(&words).into_iter().take(MOST).cloned().collect();
    let requests: Vec<Arc<Procedure>> = catalog.search_requests(&words).into_iter().take(MOST).cloned().collect();
    ctx.page("public_site/search.html", model(&ctx, &asked, &tokens, (&categories, &requests), &reports, &catalog)).await
}

fn published(rx: &mut Tx, tokens: &[String]) -> Result<Vec<Case>> {
    if tokens.is_empty() {
        return Ok(Vec::new());
    }
    let ids = search::find(rx, "reports", Visibility::Clear, tokens, MOST as i64)?;
    let mut conditions = Where::tenant(rx);
    conditions.and("publication = 'published' AND restricted = 'no'", vec![]);
    cases::lists::among(&mut conditions, &ids);
    cases::lists::newest(rx, conditions, None, MOST as i64)
}

pub fn model(
    ctx: &Ctx,
    asked: &str,
    tokens: &[String],
    (categories, requests): (&[Arc<Procedure>], &[Arc<Procedure>]),
    reports: &[Case],
    catalog: &Catalog,
) -> Json {
    let categories: Vec<Json> = categories
        .iter()
        .map(|one| context! { label => one.title, url => ctx.url(&format!("/report/{}", one.id)), icon => one.icon })
        .collect();
    let requests: Vec<Json> = requests
        .iter()
        .map(|one| context! { label => one.title, hint => one.hint, url => ctx.url(&format!("/procedures/{}", one.id)), icon => one.icon })
        .collect();
    let reports: Vec<Json> = reports
        .iter()
        .map(|case| {
            let procedure = catalog.find(&case.procedure);
            context! {
                title => procedure.map(|one| &one.title), text => case.public_words, url => ctx.url(&format!("/reports/{}", case.code)),
                icon => procedure.map_or("problem", |one| one.icon.as_str()), pill => procedure.map(|one| pill(case, one)),
                when => format::relative_days(case.received_at.day(), ctx.today(), ctx.lang),
            }
        })
        .collect();
    let pages: Vec<Json> = PAGES
        .iter()
        .filter(|(_, key, _)| leads(ctx, key, tokens))
        .map(|(path, key, icon)| context! { label => key, url => ctx.url(path), icon => icon })
        .collect();
    let count = categories.len() + requests.len() + reports.len() + pages.len();
    context! { asked => asked, categories => categories, requests => requests, reports => reports, pages => pages, count => count }
}

/// Whether the title of a page, or a word noted beside it, is what was asked for in any language.
fn leads(ctx: &Ctx, key: &str, tokens: &[String]) -> bool {
    let words = ctx.app().words();
    let noted = format!("{key}.words");
    let known = Lang::ALL.into_iter().flat_map(|lang| [words.text(lang, key, &[]), words.text(lang, &noted, &[])]);
    let known: Vec<String> = known.filter(|text| *text != noted).flat_map(|text| fold::tokens(&text)).collect();
    tokens.iter().any(|token| known.iter().any(|word| word.starts_with(token.as_str())))
}
