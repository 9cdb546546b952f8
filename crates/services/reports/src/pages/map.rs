//! The public map: drawn by the server, and livelier with a script; the list says the same in words.

use super::list::areas;
use super::shown;
use crate::actions::public::{self, Filter};
use cases::Case;
use places::View;
use platform::{Answer, Ctx, Json, context};
use procedures::{Catalog, Procedure};
use std::collections::BTreeMap;

/// Points of one map.
pub const MOST: i64 = 2_000;
/// Side of a spot of the drawing, in its pixels.
const SPOT: f64 = 9.0;
const WIDTH: u32 = 640;
const HEIGHT: u32 = 520;

/// Reports that fall on the same spot of the drawing are one mark, as large as they are many; it leads to the newest.
fn dots(ctx: &Ctx, cases: &[Case], catalog: &Catalog, view: &View) -> Vec<Json> {
    let mut spots: BTreeMap<(i64, i64), (&Case, &Procedure, i64)> = BTreeMap::new();
    for case in cases {
        let Some(procedure) = catalog.find(&case.procedure) else { continue };
        let Some((x, y)) = shown::point(case, procedure).map(|point| view.project(point)) else { continue };
        spots.entry(((x / SPOT) as i64, (y / SPOT) as i64)).or_insert((case, procedure, 0)).2 += 1;
    }
    let dot = |((x, y), (case, procedure, count)): ((i64, i64), (&Case, &Procedure, i64))| {
        context! {
            x => (x as f64 + 0.5) * SPOT, y => (y as f64 + 0.5) * SPOT, r => format!("{:.1}", (3.0 + (count as f64).sqrt()).min(SPOT)), count => count,
            kind => shown::colour(case, procedure), url => ctx.url(&format!("/reports/{}", case.code)),
            title => procedure.title.text(ctx.lang),
        }
    };
    spots.into_iter().map(dot).collect()
}

pub async fn map(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let filter = Filter::of(&query);
    let asked = filter.clone();
    let (cases, catalog, outline, areas) = ctx
        .read(move |rx| {
            Ok((public::list(rx, &asked, None, MOST)?, procedures::catalog(rx)?, places::outline(rx, WIDTH, HEIGHT)?, areas(rx)?))
        })
        .await?;
    let dots = dots(&ctx, &cases, &catalog, &outline.view);
    let option = |value: &str, label: &str, chosen: bool| context! { value, label, selected => chosen };
    let categories: Vec<Json> = catalog
        .offered()
        .into_iter()
        .filter(|p| p.public)
        .map(|p| option(&p.id, p.title.text(ctx.lang), filter.category.as_deref() == Some(&p.id)))
        .collect();
    let areas: Vec<Json> =
        areas.iter().map(|(code, name)| option(code, name.text(ctx.lang), filter.area.as_deref() == Some(code))).collect();
    let tail = filter.with("", "");
    let model = context! {
        points => ctx.bare_url(&format!("/reports/points.geojson{}", filter.with("lang", ctx.lang.code()))), areas_url => ctx.bare_url("/data/areas.geojson"),
        list => ctx.url(&format!("/reports{tail}")), total => cases.len(), outline, dots, categories, areas, filter, filtered => !filter.is_empty(),
    };
    ctx.page("reports/map.html", model).await
}
