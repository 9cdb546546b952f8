//! For maps, feeds and spreadsheets.

use crate::actions::file::kept_photos;
use crate::actions::points::{self, Drawn};
use crate::actions::public::{self, Filter};
use crate::actions::statistics::{Line, figures};
use crate::datasets;
use crate::pages::filters::Choices;
use crate::pages::shown;
use cases::Case;
use cases::points::{Bounds, Grid, Square};
use kernel::{Lang, Point};
use platform::json::{self, json};
use platform::shelf;
use platform::web::{IntoResponse, Path};
use platform::{Answer, Arg, Ctx, Json, Problem, Tx, escape};
use procedures::Catalog;
use std::sync::Arc;

const FEED: i64 = 50;
/// A commune on a screen.
const ZOOM: f64 = 12.0;
/// Rows read at once for an export.
const EXPORT: i64 = 500;

/// The thumbnail of a photo that is not tied to a report yet, for whoever holds its token.
pub async fn kept_photo(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let photos = ctx.read(move |rx| kept_photos(rx, std::iter::once(token.as_str()))).await?;
    let photo = photos.into_iter().next().ok_or(Problem::NotFound)?;
    let content = ctx.file(&photo.thumb).await?;
    let headers = [("content-type", "image/jpeg"), ("cache-control", "private, max-age=3600"), ("content-disposition", "inline")];
    Ok((headers, content).into_response())
}

fn lang(ctx: &Ctx) -> Lang {
    Lang::parse(ctx.query().get("lang")).unwrap_or(ctx.lang)
}

/// An address of a page in a language, from a machine's answer that has none.
fn page(ctx: &Ctx, lang: Lang, path: &str) -> String {
    ctx.bare_url(&format!("/{}{path}", lang.code()))
}

/// Published reports for the map, on the grid of their category: each while they are few, else counted by square. `bbox` is a
/// part of the map, `zoom` how near it is looked at; without them the whole commune.
pub async fn points(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let (filter, lang) = (Filter::of(&query), lang(&ctx));
    let zoom = query.opt("zoom").and_then(|text| text.parse::<f64>().ok()).filter(|zoom| zoom.is_finite()).unwrap_or(ZOOM);
    let bounds = query.opt("bbox").map(points::bounds).transpose()?;
    let zoom = points::far_enough(zoom, bounds);
    let grid = points::grid(zoom);
    let bounds = bounds.map(|bounds| points::rounded(bounds, grid));
    let shown = ctx.clone();
    let body = ctx
        .read(move |rx| {
            let corners = bounds.map(|bounds| points::written(bounds.south_west, bounds.north_east)).unwrap_or_default();
            let question = format!("{}{}&zoom={zoom}&bbox={corners}", shown.bare_url("/"), filter.with("lang", lang.code()));
            // What is read of places that are kept already is soon made, and no older than they are.
            if points::is_kept(&filter) {
                return features(rx, &shown, lang, &filter, bounds, grid).map(Arc::new);
            }
            shelf::value(rx, &question, |rx| features(rx, &shown, lang, &filter, bounds, grid))
        })
        .await?;
    let headers =
        [("content-type", "application/geo+json"), ("cache-control", "public, max-age=60"), ("access-control-allow-origin", "*")];
    Ok((headers, body.to_string()).into_response())
}

fn features(rx: &mut Tx, ctx: &Ctx, lang: Lang, filter: &Filter, bounds: Option<Bounds>, grid: Grid) -> platform::Result<String> {
    let catalog = procedures::catalog(rx)?;
    let features: Vec<Json> = match points::draw(rx, filter, bounds, grid)? {
        Drawn::Each(cases) => cases.iter().filter_map(|case| feature(ctx, lang, &catalog, case)).collect(),
        Drawn::Squares(squares, grid) => squares.iter().map(|square| counted(ctx, lang, filter, grid, square)).collect(),
    };
    Ok(json::to_string(&json!({ "type": "FeatureCollection", "features": features }))?)
}

fn feature(ctx: &Ctx, lang: Lang, catalog: &Catalog, case: &Case) -> Option<Json> {
    let procedure = catalog.find(&case.procedure)?;
    let point = shown::point(case, procedure)?;
    let pill = shown::pill(case, procedure);
    let text: String = case.public_words.clone().unwrap_or_default().chars().take(140).collect();
    let status =
        json::from_value::<kernel::Label>(pill["text"].clone()).map(|label| label.text(lang).to_owned()).unwrap_or_default();
    Some(json!({
        "type": "Feature",
        "geometry": { "type": "Point", "coordinates": [round(point.lon()), round(point.lat())] },
        "properties": {
            "title": procedure.title.text(lang), "text": text, "status": status, "kind": pill["kind"], "code": case.code,
            "url": page(ctx, lang, &format!("/reports/{}", case.code)),
        },
    }))
}

/// The same place, but not at the edge of its square: marks of neighbours stay apart.
fn inner(at: Point, low: Point, high: Point) -> Point {
    let within = |value: i64, low: i64, high: i64| value.clamp(low + (high - low) / 4, high - (high - low) / 4);
    let lat = within(at.lat_e6(), low.lat_e6(), high.lat_e6());
    Point::from_e6(lat, within(at.lon_e6(), low.lon_e6(), high.lon_e6())).unwrap_or(at)
}

/// How many reports lie in a square, and the list of them.
fn counted(ctx: &Ctx, lang: Lang, filter: &Filter, grid: Grid, square: &Square) -> Json {
    let (low, high) = grid.corners(square.at);
    let at = inner(square.at, low, high);
    let list = format!("/reports{}", filter.with("within", &points::written(low, high)));
    let count = [("count".to_owned(), Arg::from_text(&square.count.to_string()))];
    json!({
        "type": "Feature",
        "geometry": { "type": "Point", "coordinates": [round(at.lon()), round(at.lat())] },
        "properties": {
            "count": square.count, "open": square.open, "title": ctx.app().words().text(lang, "reports-count", &count),
            "url": page(ctx, lang, &list),
        },
    })
}

fn round(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

/// Of whom and of what a feed is: a reader keeps several beside each other.
fn feed_title(ctx: &Ctx, lang: Lang, choices: &Choices, filter: &Filter) -> String {
    let text = |key: &str, args: &[(String, Arg)]| ctx.app().words().text(lang, key, args);
    let commune = ("commune".to_owned(), Arg::Text(ctx.commune().name.text(lang).into()));
    let category = filter.category.as_deref().and_then(|id| choices.catalog.procedures.get(id)).filter(|one| one.public);
    let area = filter.area.as_deref().and_then(|code| choices.area(code));
    let quarter = filter.quarter.as_deref().and_then(|id| choices.quarter(id));
    let state = filter.state.as_deref().filter(|state| ["open", "done"].contains(state));
    let names = [category.map(|one| &one.title), area, quarter].into_iter().flatten().map(|name| name.text(lang).to_owned());
    let state = state.map(|state| text(&format!("reports-state-{state}"), &[]));
    let typed = [filter.number.clone(), Some(filter.words.clone())].into_iter().flatten().filter(|typed| !typed.is_empty());
    let parts = [text("reports-feed-title", &[commune])].into_iter().chain(names).chain(state).chain(typed);
    parts.collect::<Vec<_>>().join(" · ")
}

/// The newest published reports as an Atom feed, with the filters of the list.
pub async fn atom(ctx: Ctx) -> Answer {
    let filter = Filter::of(&ctx.query());
    let lang = lang(&ctx);
    let tail = filter.with("", "");
    let asked = filter.clone();
    let (cases, choices) = ctx.read(move |rx| Ok((public::list(rx, &asked, None, FEED)?, Choices::load(rx)?))).await?;
    let updated = cases.iter().map(|case| case.updated_at).max().unwrap_or(ctx.now());
    let home = ctx.full_url(&page(&ctx, lang, &format!("/reports{tail}")));
    let title = feed_title(&ctx, lang, &choices, &filter);
    let itself = escape(&ctx.full_url(&ctx.bare_url(&format!("/reports.atom{}", filter.with("lang", lang.code())))));
    let (home, commune) = (escape(&home), escape(ctx.commune().name.text(lang)));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n\
         <id>{home}</id>\n<link rel=\"alternate\" href=\"{home}\"/>\n<link rel=\"self\" href=\"{itself}\"/>\n<updated>{updated}</updated>\n\
         <author><name>{commune}</name></author>\n",
        lang.code(),
        escape(&title)
    );
    for case in &cases {
        let name = choices.catalog.find(&case.procedure).map_or("", |procedure| procedure.title.text(lang));
        let link = ctx.full_url(&page(&ctx, lang, &format!("/reports/{}", case.code)));
        out.push_str(&format!(
            "<entry><id>urn:uuid:{}</id><title>{}</title><link href=\"{link}\"/><published>{}</published><updated>{}</updated>\
             <category term=\"{}\"/><summary>{}</summary></entry>\n",
            case.id,
            escape(name),
            case.received_at,
            case.updated_at,
            escape(&case.procedure),
            escape(case.public_words.as_deref().unwrap_or(""))
        ));
    }
    out.push_str("</feed>\n");
    ctx.body("application/atom+xml; charset=utf-8", out)
}

/// The tables of the statistics page.
pub async fn statistics(ctx: Ctx) -> Answer {
    let figures = ctx.read(figures).await?;
    let mut out = String::from("dimension,id,received,open,answered,in_time,in_time_percent,median_days\n");
    let mut line = |dimension: &str, line: &Line| {
        let number = |value: Option<i64>| value.map_or(String::new(), |value| value.to_string());
        out.push_str(&format!(
            "{dimension},{},{},{},{},{},{},{}\n",
            line.id,
            line.received,
            line.open,
            line.answered,
            number(line.in_time),
            number(line.in_time_percent),
            number(line.median_days)
        ));
    };
    figures.categories.iter().for_each(|one| line("category", one));
    figures.areas.iter().for_each(|one| line("arrondissement", one));
    figures.months.iter().for_each(|(month, count)| out.push_str(&format!("month,{month},{count},,,,,\n")));
    ctx.body("text/csv; charset=utf-8", out)
}

/// Every report of the reach of this person as CSV, without words and persons.
pub async fn export(ctx: Ctx) -> Answer {
    let rows = ctx
        .write(|tx| {
            tx.look("reports", "export")?;
            tx.record("reports.exported", "reports", &json!({}))?;
            datasets::reach(tx, EXPORT)
        })
        .await?;
    let mut out: String = datasets::REPORTS.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",");
    out.push('\n');
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                Json::Null => String::new(),
                Json::String(text) => text.clone(),
                other => other.to_string(),
            })
            .collect();
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    ctx.body("text/csv; charset=utf-8", out)
}
