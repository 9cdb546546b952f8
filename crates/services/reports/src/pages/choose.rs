//! The first step: what is wrong, by picture, by word, by photo or by the number on the object.

use super::draft::KEPT;
use super::form::{faults, status};
use super::submit::take_photos;
use crate::rules::OBJECTS;
use assets::{Listed, Reading};
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
    let (number, kind) = (query.get("number").chars().take(500).collect::<String>(), query.opt("kind").map(str::to_owned));
    let typed = number.clone();
    let (listed, catalog, kinds, (prefix, series)) = ctx
        .read(move |rx| {
            let listed = assets::read_list(rx, kind.as_deref(), &typed, OBJECTS).map_err(|problem| match problem {
                Problem::Refused(refusal) => refusal.at("number").into(),
                other => other,
            })?;
            let plates = (platform::communes::prefix(rx)?, assets::series(rx)?);
            Ok((listed, procedures::catalog(rx)?, assets::kinds(rx)?, plates))
        })
        .await?;
    let link = |asset: &assets::Asset| {
        let url = ctx.url(&format!("/report/number?kind={}&number={}", asset.kind, encode(&asset.number)));
        let (name, icon) = kinds.find(&asset.kind).map(|kind| (&kind.name, &kind.icon)).unzip();
        let number = assets::on_plate(&prefix, &series, &asset.number);
        context! { number, place => asset.place(), kind => name, icon => icon, url => url }
    };
    let Found { asset, near, says } = found(&ctx, &listed);
    let near: Vec<Json> = near.iter().map(link).collect();
    let hint = |kind: &assets::Kind| context! { name => kind.name, hint => kind.hint, icon => kind.icon };
    let hints: Vec<Json> = kinds.asset.iter().take(2).map(hint).collect();
    let tiles = asset.as_ref().map(|asset| wrongs(&ctx, &catalog, asset, &number)).unwrap_or_default();
    ctx.page("reports/number.html", context! { number, asset => asset.as_ref().map(link), tiles, near, says, hints }).await
}

/// What the page says of a typed number: the object, or a sentence and others.
struct Found {
    asset: Option<assets::Asset>,
    near: Vec<assets::Asset>,
    says: Option<String>,
}

/// Of several numbers the first that is known says what can be wrong; the form reads them all again.
fn found(ctx: &Ctx, listed: &[Listed]) -> Found {
    let known = listed.iter().find_map(|one| match &one.reading {
        Reading::Known(asset) => Some(asset.clone()),
        _ => None,
    });
    if known.is_some() {
        return Found { asset: known, near: Vec::new(), says: None };
    }
    let Some(first) = listed.first() else { return Found { asset: None, near: Vec::new(), says: None } };
    let typed = first.typed.as_str();
    let (near, says) = match &first.reading {
        Reading::Known(asset) => (vec![asset.clone()], String::new()),
        Reading::Either(assets) => (assets.clone(), ctx.text("reports-number-either", &[])),
        Reading::Elsewhere(commune) => {
            let args = [("number", typed), ("commune", commune.text(ctx.lang))];
            (Vec::new(), ctx.text("reports-number-elsewhere", &args))
        }
        Reading::Slip(near) => (near.clone(), ctx.text("reports-number-slip", &[("number", typed)])),
        Reading::Unknown(near) => (near.clone(), ctx.text("reports-number-unknown", &[("number", typed)])),
    };
    Found { asset: None, near, says: Some(says) }
}

/// What can be wrong with such an object. The form gets the numbers as they were typed.
fn wrongs(ctx: &Ctx, catalog: &Catalog, asset: &assets::Asset, typed: &str) -> Vec<Json> {
    let of_its_kind = catalog.offered().into_iter().filter(|procedure| procedure.asset.as_deref() == Some(&asset.kind));
    let tile = |procedure: &Arc<Procedure>| {
        let url = ctx.url(&format!("/report/{}?number={}", procedure.id, encode(typed)));
        let kind = if procedure.urgent { "alarm" } else { "river" };
        context! { label => procedure.title, url => url, icon => procedure.icon, kind => kind, words => "" }
    };
    of_its_kind.map(tile).collect()
}
