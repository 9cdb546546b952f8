//! Where reports come from: a map of squares drawn by the server, and a table by quarter that says the same.

use super::delays::quoted;
use super::filters::Choices;
use crate::actions::density::{self, Heat, Part};
use crate::actions::public::Filter;
use places::View;
use platform::json::json;
use platform::shelf;
use platform::web::{IntoResponse, encode};
use platform::{Answer, Ctx, Json, Result, Tx, context};
use std::collections::BTreeMap;
use std::sync::Arc;

const PERIODS: [i64; 3] = [90, 30, 365];
const WIDTH: u32 = 640;
const HEIGHT: u32 = 520;
/// Shades of the map.
const SHADES: i64 = 5;

/// Category and days, from the address.
fn asked(ctx: &Ctx) -> (Option<String>, i64) {
    let query = ctx.query();
    let days = query.get("days").parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(PERIODS[0]);
    (query.opt("category").map(|id| id.chars().take(80).collect()), days)
}

fn question(category: Option<&str>, days: i64) -> String {
    format!("{days}/{}", category.unwrap_or(""))
}

fn squares(rx: &mut Tx, category: Option<&str>, days: i64) -> Result<Arc<Vec<Heat>>> {
    shelf::value(rx, &format!("density/{}", question(category, days)), |rx| density::squares(rx, category, days))
}

fn parts(rx: &mut Tx, column: &'static str, category: Option<&str>, days: i64) -> Result<Arc<Vec<Part>>> {
    let question = format!("{column}/{}", question(category, days));
    shelf::value(rx, &question, |rx| density::parts(rx, column, category, days))
}

pub async fn show(ctx: Ctx) -> Answer {
    let (category, days) = asked(&ctx);
    let wanted = category.clone();
    let (squares, quarters, areas, choices, outline) = ctx
        .read(move |rx| {
            let category = wanted.as_deref();
            let outline = places::outline(rx, WIDTH, HEIGHT)?;
            let (quarters, areas) = (parts(rx, "quarter", category, days)?, parts(rx, "area", category, days)?);
            Ok((squares(rx, category, days)?, quarters, areas, Choices::load(rx)?, outline))
        })
        .await?;
    let filter = Filter { category: category.clone(), ..Filter::default() };
    let narrowed = |days: i64| {
        let category = category.as_deref().map_or(String::new(), |id| format!("&category={}", encode(id)));
        format!("?days={days}{category}")
    };
    let period = |other: &i64| {
        context! { days => other, url => ctx.url(&format!("/reports/density{}", narrowed(*other))), current => *other == days }
    };
    let row = |name: Option<&kernel::Label>, list: Filter, count: i64| {
        context! { name => name, count => count, url => name.map(|_| ctx.url(&format!("/reports{}", list.with("", "")))) }
    };
    let of_quarter =
        |part: &Part| row(choices.quarter(&part.id), Filter { quarter: Some(part.id.clone()), ..filter.clone() }, part.count);
    let of_area = |part: &Part| row(choices.area(&part.id), Filter { area: Some(part.id.clone()), ..filter.clone() }, part.count);
    let tail = narrowed(days);
    let model = context! {
        days, periods => PERIODS.iter().map(period).collect::<Vec<_>>(), cells => cells(&squares, &outline.view),
        rows => quarters.iter().map(of_quarter).collect::<Vec<_>>(), areas_rows => areas.iter().map(of_area).collect::<Vec<_>>(), outline,
        squares => ctx.bare_url(&format!("/reports/density.geojson{tail}")), csv => ctx.bare_url(&format!("/reports/density.csv{tail}")),
        areas_url => ctx.bare_url("/data/areas.geojson"), most => squares.iter().map(|square| square.count).max(),
        fewest => crate::rules::FEWEST,
    };
    ctx.page("reports/density.html", choices.add(&ctx, &filter, model)).await
}

/// From 1 to [`SHADES`]: by the root, so that a busy market does not wash out the rest.
fn shade(count: i64, most: i64) -> i64 {
    let part = (count as f64 / most.max(1) as f64).sqrt();
    ((part * SHADES as f64).ceil() as i64).clamp(1, SHADES)
}

/// One path for each shade: thousands of squares are a few kilobytes.
fn cells(squares: &[Heat], view: &View) -> Vec<Json> {
    let most = squares.iter().map(|square| square.count).max().unwrap_or(1);
    let mut paths: BTreeMap<i64, String> = BTreeMap::new();
    for square in squares {
        let ((x, bottom), (right, y)) = (view.project(square.south_west), view.project(square.north_east));
        let (width, height) = (right - x, bottom - y);
        let path = paths.entry(shade(square.count, most)).or_default();
        path.push_str(&format!("M{x:.1} {y:.1}h{width:.1}v{height:.1}h{:.1}z", -width));
    }
    paths.into_iter().map(|(shade, path)| context! { shade, path }).collect()
}

/// The squares for a map, each with its count.
pub async fn geojson(ctx: Ctx) -> Answer {
    let (category, days) = asked(&ctx);
    let squares = ctx.read(move |rx| squares(rx, category.as_deref(), days)).await?;
    let most = squares.iter().map(|square| square.count).max().unwrap_or(1);
    let features: Vec<Json> = squares
        .iter()
        .map(|Heat { south_west: low, north_east: high, count }| {
            let (west, south, east, north) = (low.lon(), low.lat(), high.lon(), high.lat());
            let [west, south, east, north] = [west, south, east, north].map(|at| (at * 1e5).round() / 1e5);
            let ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
            json!({
                "type": "Feature", "geometry": { "type": "Polygon", "coordinates": [ring] },
                "properties": { "count": count, "shade": shade(*count, most) },
            })
        })
        .collect();
    let body = json!({ "type": "FeatureCollection", "features": features }).to_string();
    let headers =
        [("content-type", "application/geo+json"), ("cache-control", "public, max-age=60"), ("access-control-allow-origin", "*")];
    Ok((headers, body).into_response())
}

/// The table by quarter.
pub async fn csv(ctx: Ctx) -> Answer {
    let (category, days) = asked(&ctx);
    let (rows, choices) = ctx.read(move |rx| Ok((parts(rx, "quarter", category.as_deref(), days)?, Choices::load(rx)?))).await?;
    let mut out = String::from("quarter,name_ar,name_fr,reports\r\n");
    for row in rows.iter() {
        let (ar, fr) = choices.quarter(&row.id).map_or(("", ""), |name| (name.ar.as_str(), name.fr.as_str()));
        out.push_str(&format!("{},{},{},{}\r\n", row.id, quoted(ar), quoted(fr), row.count));
    }
    ctx.body("text/csv; charset=utf-8", out)
}
