//! The public map: drawn by the server, and livelier with a script; the list says the same in words.

use super::list::areas;
use super::shown;
use crate::actions::public::{self, Filter};
use platform::{Answer, Ctx, Json, context};

/// Points of one map.
pub const MOST: i64 = 2_000;
const WIDTH: u32 = 640;
const HEIGHT: u32 = 520;

pub async fn map(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let filter = Filter::of(&query);
    let asked = filter.clone();
    let (cases, catalog, outline, areas) = ctx
        .read(move |rx| {
            Ok((public::list(rx, &asked, None, MOST)?, procedures::catalog(rx)?, places::outline(rx, WIDTH, HEIGHT)?, areas(rx)?))
        })
        .await?;
    let dots: Vec<Json> = cases
        .iter()
        .filter_map(|case| {
            let procedure = catalog.find(&case.procedure)?;
            let (x, y) = outline.view.project(shown::point(case, procedure)?);
            Some(context! { x, y, kind => shown::colour(case, procedure), url => ctx.url(&format!("/reports/{}", case.code)), title => procedure.title.text(ctx.lang) })
        })
        .collect();
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
