//! One object: for staff with what may be changed, for the public with the way to report it.

use crate::model::{Asset, AssetState, Kind};
use crate::{Change, actions, api, labels, numbers};
use kernel::{Id, Label, Point, Refusal, text};
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, communes, context};

const LONGEST: usize = 200;

fn parse(id: &str) -> Result<Id> {
    Id::parse(id).ok_or(Problem::NotFound)
}

/// An object and what its pages say of it.
struct Loaded {
    asset: Asset,
    kind: Option<Kind>,
    area: Option<Label>,
    /// As the plate shows it.
    plate: String,
    panels: Vec<(&'static str, PanelModel)>,
}

fn loaded(rx: &mut Tx, asset: Asset, slot: &str) -> Result<Loaded> {
    let area = asset.area.clone().map(|area| places::area_name(rx, &area)).transpose()?;
    let kind = actions::kinds(rx)?.find(&asset.kind).cloned();
    let plate = numbers::on_plate(&communes::prefix(rx)?, &numbers::series(rx)?, &asset.number);
    let panels = platform::panels(rx, slot, &asset.id)?;
    Ok(Loaded { asset, kind, area, plate, panels })
}

async fn load(ctx: &Ctx, id: Id) -> Result<Loaded> {
    ctx.read(move |rx| {
        let asset = actions::find(rx, &id)?;
        loaded(rx, asset, "assets.asset")
    })
    .await
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let found = load(&ctx, parse(&id)?).await?;
    let model = model(&ctx, &found, Json::Array(vec![]), &typed_of(&found.asset))?;
    ctx.page("assets/asset.html", model).await
}

fn typed_of(asset: &Asset) -> Fields {
    let mut typed = Fields::default();
    typed.push("street", asset.street.as_str());
    typed.push("quarter", asset.quarter.as_str());
    typed.push("state", asset.state.as_str());
    typed.push("note", asset.note.as_str());
    if let Some(point) = asset.point {
        typed.push("lat", point.lat().to_string());
        typed.push("lon", point.lon().to_string());
    }
    typed
}

fn model(ctx: &Ctx, found: &Loaded, errors: Json, typed: &Fields) -> Result<Json> {
    let Loaded { asset, kind, area, plate, panels } = found;
    let kind = kind.as_ref();
    let public = ctx.full_url(&ctx.bare_url(&api::address(asset)));
    let (path, side) = labels::qr(&public)?;
    Ok(context! {
        id => asset.id, number => asset.number, plate => plate, panels => platform::shown_panels(ctx, panels), kind => kind.map(|kind| &kind.name), icon => kind.map_or("tag", |kind| &kind.icon),
        area, place => asset.place(), state => asset.state, installed_on => asset.installed_on.map(|day| day.to_string()),
        public, public_path => api::address(asset), qr => path, side, errors, may_edit => ctx.may(crate::EDIT),
        states => [AssetState::InPlace, AssetState::Damaged, AssetState::Removed, AssetState::Reserved],
        typed => context! { street => typed.get("street"), quarter => typed.get("quarter"), state => typed.get("state"), note => typed.get("note"), lat => typed.get("lat"), lon => typed.get("lon") },
    })
}

pub async fn save(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = parse(&id)?;
    let at = id.clone();
    let done = match read(&fields) {
        Ok(change) => ctx.write(move |tx| actions::change(tx, &at, change.clone())).await,
        Err(problem) => Err(problem),
    };
    let Err(problem) = done else { return ctx.go_saying(&format!("/admin/assets/{id}"), "assets-changed") };
    let found = load(&ctx, id).await?;
    let mut model = model(&ctx, &found, Json::Array(vec![]), &fields)?;
    let shown = |errors| {
        model["errors"] = platform::json::to_value(errors).unwrap_or_default();
        model
    };
    ctx.form_again(problem, "assets/asset.html", shown).await
}

fn read(fields: &Fields) -> Result<Change> {
    let mut wrong = Vec::new();
    let mut words = |name: &str| {
        let cleaned = text::clean_optional(fields.get(name), LONGEST).map(Option::unwrap_or_default);
        cleaned.unwrap_or_else(|_| {
            wrong.push(Refusal::new("assets-text-long").with("most", LONGEST).at(name));
            String::new()
        })
    };
    let (street, quarter, note) = (words("street"), words("quarter"), words("note"));
    let point = match (fields.get("lat"), fields.get("lon")) {
        ("", "") => None,
        (lat, lon) => {
            let point = Point::parse(lat, lon);
            if point.is_none() {
                wrong.push(Refusal::new("assets-point-wrong").with("lat", lat).with("lon", lon).at("lat"));
            }
            point
        }
    };
    let state = AssetState::parse(fields.get("state")).unwrap_or_else(|| {
        wrong.push(Refusal::new("assets-state-wrong").with("state", fields.get("state")).at("state"));
        AssetState::InPlace
    });
    if wrong.is_empty() { Ok(Change { point, quarter, street, state, note }) } else { Err(Problem::Invalid(wrong)) }
}

/// What the label's code opens: what this object is, what became of it, and the way to say what is wrong with it.
pub async fn public(ctx: Ctx, Path((kind, number)): Path<(String, String)>) -> Answer {
    let found = ctx
        .read(move |rx| {
            let asset = actions::by_number(rx, Some(&kind), &number)?.ok_or(Problem::NotFound)?;
            loaded(rx, asset, "assets.public")
        })
        .await?;
    let Loaded { asset, kind, area, plate, panels } = found;
    let report = ctx.url(&format!("/report/number?kind={}&number={}", asset.kind, encode(&asset.number)));
    let earlier = ctx.url(&format!("/reports?number={}", encode(&asset.number)));
    let model = context! {
        number => asset.number, plate => plate, kind => kind.as_ref().map(|kind| &kind.name), icon => kind.as_ref().map_or("tag", |kind| &kind.icon), place => asset.place(), area, state => asset.state, report, earlier,
        panels => platform::shown_panels(&ctx, &panels),
    };
    ctx.page("assets/public.html", model).await
}
