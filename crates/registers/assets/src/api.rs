//! For scripts and printers: where a number is, and sheets of labels.

use crate::labels::{self, Label, PER_SHEET};
use crate::store::{self, Filter};
use crate::{Asset, actions};
use platform::json::json;
use platform::web::encode;
use platform::{Answer, Ctx, Cursor, Problem};

/// Where the object with this number stands; 404 when there is none.
pub async fn lookup(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let (kind, number) = (query.opt("kind").map(str::to_owned), query.get("number").chars().take(60).collect::<String>());
    let found = ctx
        .read(move |rx| {
            let asset = actions::by_number(rx, kind.as_deref(), &number)?.ok_or(Problem::NotFound)?;
            let area = asset.area.clone().map(|area| places::area_name(rx, &area)).transpose()?;
            Ok((actions::kinds(rx)?, asset, area))
        })
        .await?;
    let (kinds, asset, area) = found;
    let kind = kinds.find(&asset.kind).map(|kind| kind.name.text(ctx.lang).to_owned()).unwrap_or_default();
    let place = [asset.place(), area.map(|area| area.text(ctx.lang).to_owned()).unwrap_or_default()];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let text = if place.is_empty() {
        format!("{kind} {}", asset.number)
    } else {
        format!("{kind} {} — {}", asset.number, place.join(" · "))
    };
    ctx.json(json!({
        "kind": asset.kind, "number": asset.number, "text": text,
        "lat": asset.point.map(kernel::Point::lat), "lon": asset.point.map(kernel::Point::lon),
    }))
}

/// One sheet of labels of the objects that the filters show.
pub async fn labels(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let filter = Filter { kind: query.opt("kind").map(str::to_owned), words: query.get("words").to_owned() };
    let (after, one) = (query.get("after").to_owned(), query.id("id")?);
    let (kinds, assets) = ctx
        .read(move |rx| {
            let cursor = Cursor::read(&after, rx.keys(), &rx.tenant())?;
            let assets = match &one {
                Some(id) => vec![store::find(rx, id)?],
                None => store::page(rx, &filter, cursor.as_ref(), PER_SHEET as i64)?,
            };
            Ok((actions::kinds(rx)?, assets))
        })
        .await?;
    let label = |asset: &Asset| Label {
        number: asset.number.clone(),
        kind: kinds.find(&asset.kind).map(|kind| kind.name.text(ctx.lang).to_owned()).unwrap_or_default(),
        commune: ctx.commune().name.text(ctx.lang).to_owned(),
        says: [kernel::Lang::Ar, kernel::Lang::Fr].map(|lang| ctx.app().words().text(lang, "assets-label-says", &[])),
        url: ctx.full_url(&ctx.bare_url(&address(asset))),
    };
    let labels: Vec<Label> = assets.iter().map(label).collect();
    ctx.body("image/svg+xml; charset=utf-8", labels::sheet(&labels)?)
}

/// The short public address of an object.
pub fn address(asset: &Asset) -> String {
    format!("/a/{}/{}", asset.kind, encode(&asset.number))
}
