//! The first step: what is wrong, by picture, by word, by photo or by the number on the object.

use super::draft::KEPT;
use super::form::{faults, status};
use super::submit::take_photos;
use kernel::Refusal;
use platform::web::encode;
use platform::{Answer, Ctx, Fields, Json, Problem, context};
use procedures::{Catalog, Group, Procedure};
use std::sync::Arc;

pub async fn choose(ctx: Ctx) -> Answer {
    show(ctx, false).await
}

pub async fn at_the_counter(ctx: Ctx) -> Answer {
    show(ctx, true).await
}

async fn show(ctx: Ctx, counter: bool) -> Answer {
    let query = ctx.query();
    let catalog = ctx.read(procedures::catalog).await?;
    let words: String = query.get("words").chars().take(80).collect();
    ctx.page("reports/choose.html", model(&ctx, &catalog, &words, &carried(&query), counter)).await
}

/// What travels with the choice: a photo taken first, a place given by a map.
fn carried(query: &Fields) -> String {
    let names = [KEPT, "lat", "lon", "number"];
    let pairs = query.values.iter().filter(|(name, value)| names.contains(&name.as_str()) && !value.is_empty());
    pairs.map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

pub fn model(ctx: &Ctx, catalog: &Catalog, words: &str, carried: &str, counter: bool) -> Json {
    let base = if counter { "/desk/report" } else { "/report" };
    let tile = |procedure: &Arc<Procedure>| {
        let query = if carried.is_empty() { String::new() } else { format!("?{carried}") };
        let keywords = &procedure.keywords;
        let spoken: Vec<&str> = keywords.ar.iter().chain(&keywords.fr).chain(&keywords.en).map(String::as_str).collect();
        context! {
            label => procedure.title, url => ctx.url(&format!("{base}/{}{query}", procedure.id)), icon => procedure.icon,
            kind => if procedure.urgent { "alarm" } else { "river" }, words => spoken.join(" "),
        }
    };
    let found: Vec<Json> = catalog.search(words).into_iter().take(8).map(tile).collect();
    let group = |group: &Group| {
        let tiles: Vec<Json> = catalog.of_group(&group.id).into_iter().map(tile).collect();
        (!tiles.is_empty()).then(|| context! { id => group.id, name => group.name, icon => group.icon, tiles => tiles })
    };
    let groups: Vec<Json> = catalog.groups.iter().filter_map(group).collect();
    let kept: Vec<&str> = carried.split('&').filter(|pair| pair.starts_with(KEPT)).collect();
    context! { counter, base, words, found, groups, photo => !kept.is_empty() }
}

/// Photo first: the picture is taken, then named.
pub async fn photo_first(ctx: Ctx) -> Answer {
    ctx.page("reports/photo.html", context! { errors => Vec::<Json>::new() }).await
}

pub async fn photo_taken(ctx: Ctx, mut fields: Fields) -> Answer {
    let taken = match fields.file("photo") {
        Some(_) => take_photos(&ctx, &mut fields).await,
        None => Err(Problem::Refused(Refusal::new("reports-photo-absent").at("photo"))),
    };
    match taken {
        Ok(()) => ctx.go(&format!("/report?{}", carried(&fields))),
        Err(problem) => {
            let errors = faults(&ctx, &problem);
            if errors.is_empty() {
                Err(problem.into())
            } else {
                ctx.page_with(status(problem), "reports/photo.html", context! { errors }).await
            }
        }
    }
}

/// Number first: the object says what can be wrong with it.
pub async fn number_first(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let (number, kind) = (query.get("number").chars().take(60).collect::<String>(), query.opt("kind").map(str::to_owned));
    let typed = number.clone();
    let (asset, near, catalog, kinds) = ctx
        .read(move |rx| {
            let asset = assets::by_number(rx, kind.as_deref(), &typed)?;
            let near = if asset.is_none() && !typed.is_empty() {
                assets::nearest_numbers(rx, kind.as_deref(), &typed)?
            } else {
                Vec::new()
            };
            Ok((asset, near, procedures::catalog(rx)?, assets::kinds(rx)?))
        })
        .await?;
    let link = |asset: &assets::Asset| {
        let url = ctx.url(&format!("/report/number?kind={}&number={}", asset.kind, encode(&asset.number)));
        let (name, icon) = kinds.find(&asset.kind).map(|kind| (&kind.name, &kind.icon)).unzip();
        context! { number => asset.number, place => asset.place(), kind => name, icon => icon, url => url }
    };
    let unknown = asset.is_none() && !number.is_empty();
    let near: Vec<Json> = near.iter().map(link).collect();
    let hint = |kind: &assets::Kind| context! { name => kind.name, hint => kind.hint, icon => kind.icon };
    let hints: Vec<Json> = kinds.asset.iter().take(2).map(hint).collect();
    let tiles = asset.as_ref().map(|asset| wrongs(&ctx, &catalog, asset)).unwrap_or_default();
    ctx.page("reports/number.html", context! { number, asset => asset.as_ref().map(link), tiles, near, unknown, hints }).await
}

/// What can be wrong with such an object.
fn wrongs(ctx: &Ctx, catalog: &Catalog, asset: &assets::Asset) -> Vec<Json> {
    let of_its_kind = catalog.offered().into_iter().filter(|procedure| procedure.asset.as_deref() == Some(&asset.kind));
    let tile = |procedure: &Arc<Procedure>| {
        let url = ctx.url(&format!("/report/{}?number={}", procedure.id, encode(&asset.number)));
        let kind = if procedure.urgent { "alarm" } else { "river" };
        context! { label => procedure.title, url => url, icon => procedure.icon, kind => kind, words => "" }
    };
    of_its_kind.map(tile).collect()
}
