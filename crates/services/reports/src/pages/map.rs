//! The public map: drawn by the server, and livelier with a script; the list says the same in words.

use super::filters::Choices;
use super::shown;
use crate::actions::points::{self, Drawn};
use crate::actions::public::{self, Filter};
use cases::Case;
use cases::points::{Grid, Square};
use kernel::Point;
use places::View;
use platform::{Answer, Ctx, Json, context};
use procedures::{Catalog, Procedure};
use std::collections::BTreeMap;

/// Side of a spot of the drawing, in its pixels: for single reports, and for squares that are counted.
const SPOT: f64 = 9.0;
const SQUARE: f64 = 30.0;
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

/// The squares of a drawing: as many metres as its spots are wide.
fn grid(view: &View) -> Grid {
    let height = |lat: i64| Point::from_e6(lat, -6_800_000).map_or(0.0, |point| view.project(point).1);
    let metres_per_pixel = 1_112.0 / (height(34_000_000) - height(34_010_000)).abs().max(0.001);
    points::about((metres_per_pixel * SQUARE).clamp(50.0, 100_000.0) as u32)
}

/// A mark for each square, its area in proportion; it leads to the list of what lies there.
fn marks(ctx: &Ctx, squares: &[Square], grid: Grid, filter: &Filter, view: &View) -> Vec<Json> {
    let most = squares.iter().map(|square| square.count).max().unwrap_or(1).max(1) as f64;
    let mark = |square: &Square| {
        let (x, y) = view.project(square.at);
        let (low, high) = grid.corners(square.at);
        let r = 3.0 + (SQUARE / 2.0 - 3.0) * (square.count as f64 / most).sqrt();
        context! {
            x => format!("{x:.1}"), y => format!("{y:.1}"), r => format!("{r:.1}"), count => square.count,
            kind => if square.open > 0 { "future" } else { "forest" }, title => "",
            url => ctx.url(&format!("/reports{}", filter.with("within", &points::written(low, high)))),
        }
    };
    squares.iter().map(mark).collect()
}

pub async fn map(ctx: Ctx) -> Answer {
    let filter = Filter::of(&ctx.query());
    let asked = filter.clone();
    let (drawn, total, choices, outline) = ctx
        .read(move |rx| {
            let outline = places::outline(rx, WIDTH, HEIGHT)?;
            let grid = grid(&outline.view);
            let asked = public::searched(rx, &asked)?;
            let drawn = points::draw(rx, &asked, None, grid)?;
            Ok((drawn, public::count(rx, &asked)?, Choices::load(rx)?, outline))
        })
        .await?;
    let dots = match &drawn {
        Drawn::Each(cases) => dots(&ctx, cases, &choices.catalog, &outline.view),
        Drawn::Squares(squares, grid) => marks(&ctx, squares, *grid, &filter, &outline.view),
    };
    let tail = filter.with("", "");
    let points = ctx.bare_url(&format!("/reports/points.geojson{}", filter.with("lang", ctx.lang.code())));
    let model = context! {
        points => points, areas_url => ctx.bare_url("/data/areas.geojson"), list => ctx.url(&format!("/reports{tail}")), total => total.min(public::MOST), more => total > public::MOST,
        outline, dots,
    };
    ctx.page("reports/map.html", choices.add(&ctx, &filter, model)).await
}
