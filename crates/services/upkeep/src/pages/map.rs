//! `/upkeep/worst.geojson`: the objects that fail again and again, as the map of `/upkeep` draws them; its table has the same.

use super::place::Names;
use crate::actions::figures;
use crate::model::Worst;
use kernel::{Id, Lang, Point};
use platform::json::{self, json};
use platform::web::{IntoResponse, encode};
use platform::{Answer, Arg, Ctx, Json, Problem, Result, Tx, shelf};
use std::collections::HashMap;

fn placed(rx: &mut Tx, kind: &str) -> Result<Vec<(Worst, Point)>> {
    let kind = assets::kinds(rx)?.find(kind).map(|kind| kind.id.clone()).ok_or(Problem::NotFound)?;
    let since = rx.today().plus_days(-super::failures::YEAR).start();
    let worst = figures::worst(rx, &kind, since)?;
    let ids: Vec<Id> = worst.iter().map(|one| one.asset.clone()).collect();
    let known = assets::some(rx, &ids)?.into_iter().filter_map(|asset| Some((asset.id, asset.point?)));
    let places: HashMap<Id, Point> = known.collect();
    Ok(worst.into_iter().filter_map(|one| places.get(&one.asset).map(|point| (one.clone(), *point))).collect())
}

pub async fn points(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let lang = Lang::parse(query.get("lang")).unwrap_or(ctx.lang);
    let kind: String = query.get("kind").chars().take(40).collect();
    let asked = kind.clone();
    let (worst, names) =
        ctx.read(move |rx| Ok((shelf::value(rx, &format!("worst/{asked}"), |rx| placed(rx, &asked))?, Names::load(rx)?))).await?;
    let feature = |(one, point): &(Worst, Point)| feature(&ctx, lang, &kind, one, &names.line(one, lang), *point);
    let features: Vec<Json> = worst.iter().map(feature).collect();
    let body = json::to_string(&json!({ "type": "FeatureCollection", "features": features })).map_err(Problem::from)?;
    let headers =
        [("content-type", "application/geo+json"), ("cache-control", "public, max-age=60"), ("access-control-allow-origin", "*")];
    Ok((headers, body).into_response())
}

fn feature(ctx: &Ctx, lang: Lang, kind: &str, one: &Worst, place: &str, point: Point) -> Json {
    let count = [("count".to_owned(), Arg::from_text(&one.failures.to_string()))];
    json!({
        "type": "Feature",
        "geometry": { "type": "Point", "coordinates": [point.lon(), point.lat()] },
        "properties": {
            "title": one.number, "text": place, "status": ctx.app().words().text(lang, "upkeep-in-year", &count),
            "kind": "alarm", "url": ctx.bare_url(&format!("/{}/a/{kind}/{}", lang.code(), encode(&one.number))),
        },
    })
}
