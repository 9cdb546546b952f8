//! For scripts and printers: where a number is, and sheets of labels.

use crate::labels::{self, Label, PER_SHEET};
use crate::numbers::{on_plate, read_list};
use crate::store::{self, Filter};
use crate::{Asset, Kinds, Listed, Reading, Series, actions};
use platform::json::json;
use platform::web::encode;
use platform::{Answer, Ctx, Cursor, Fields, Problem, Result, Tx, communes};
use std::sync::Arc;

/// Numbers that a script may ask about at once, and letters in which they are written.
const ASKED: usize = 50;
const TYPED: usize = 2_000;

/// Where the object with this number stands; 404 when there is none. Of several numbers, how each was read.
pub async fn lookup(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let (kind, typed) = (query.opt("kind").map(str::to_owned), query.get("number").chars().take(TYPED).collect::<String>());
    let found = ctx
        .read(move |rx| {
            let listed = read_list(rx, kind.as_deref(), &typed, ASKED)?;
            let asset = listed.iter().find_map(|one| of(&one.reading)).cloned().ok_or(Problem::NotFound)?;
            let area = asset.area.clone().map(|area| places::area_name(rx, &area)).transpose()?;
            let plates = (communes::prefix(rx)?, store::series(rx)?);
            Ok(((actions::kinds(rx)?, plates), asset, area, listed))
        })
        .await?;
    let ((kinds, plates), asset, area, listed) = found;
    let number = on_plate(&plates.0, &plates.1, &asset.number);
    let kind = kinds.find(&asset.kind).map(|kind| kind.name.text(ctx.lang).to_owned()).unwrap_or_default();
    let place = [asset.place(), area.map(|area| area.text(ctx.lang).to_owned()).unwrap_or_default()];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let text = match (listed.len(), place.is_empty()) {
        (1, true) => format!("{kind} {number}"),
        (1, false) => format!("{kind} {number} — {}", place.join(" · ")),
        _ => several(&ctx, &listed),
    };
    ctx.json(json!({
        "kind": asset.kind, "number": asset.number, "text": text,
        "lat": asset.point.map(kernel::Point::lat), "lon": asset.point.map(kernel::Point::lon),
    }))
}

fn of(reading: &Reading) -> Option<&Asset> {
    match reading {
        Reading::Known(asset) => Some(asset),
        Reading::Either(assets) => assets.first(),
        _ => None,
    }
}

/// The known numbers of a list, and those that are not.
fn several(ctx: &Ctx, listed: &[Listed]) -> String {
    let (known, unknown): (Vec<&Listed>, Vec<&Listed>) = listed.iter().partition(|one| of(&one.reading).is_some());
    let known: Vec<&str> = known.iter().filter_map(|one| of(&one.reading)).map(|asset| asset.number.as_str()).collect();
    let unknown: Vec<&str> = unknown.iter().map(|one| one.typed.as_str()).collect();
    let found = ctx.text("assets-list-found", &[("count", &known.len().to_string()), ("numbers", &known.join(", "))]);
    if unknown.is_empty() {
        return found;
    }
    format!("{found} {}", ctx.text("assets-list-unknown", &[("numbers", &unknown.join(", "))]))
}

/// What a sheet of labels shows.
pub struct Sheets {
    pub kinds: Arc<Kinds>,
    pub assets: Vec<Asset>,
    series: Vec<Series>,
    prefix: Arc<String>,
    pub next: Option<String>,
}

/// The objects that the filters of the address show, so many sheets of them.
pub async fn sheets(ctx: &Ctx, query: &Fields, sheets: usize) -> Result<Sheets> {
    let filter = Filter { kind: query.opt("kind").map(str::to_owned), words: query.get("words").chars().take(80).collect() };
    let (after, one) = (query.get("after").to_owned(), query.id("id")?);
    ctx.read(move |rx| load(rx, &filter, &after, one.as_ref(), sheets * PER_SHEET)).await
}

fn load(rx: &mut Tx, filter: &Filter, after: &str, one: Option<&kernel::Id>, most: usize) -> Result<Sheets> {
    let cursor = Cursor::read(after, rx.keys(), &rx.tenant())?;
    let mut assets = match one {
        Some(id) => vec![store::find(rx, id)?],
        None => store::page(rx, filter, cursor.as_ref(), most as i64 + 1)?,
    };
    let more = assets.len() > most;
    assets.truncate(most);
    let next = assets.last().filter(|_| more).map(|asset| store::cursor(asset).write(rx.keys(), &rx.tenant())).transpose()?;
    Ok(Sheets { kinds: actions::kinds(rx)?, assets, series: store::series(rx)?, prefix: communes::prefix(rx)?, next })
}

impl Sheets {
    pub fn labels(&self, ctx: &Ctx) -> Vec<Label> {
        // A plate hangs for everybody who passes, whatever language it was printed from.
        let both = [kernel::Lang::Ar, kernel::Lang::Fr];
        let says = both.map(|lang| ctx.app().words().text(lang, "assets-label-says", &[]));
        let title = |asset: &Asset, lang| {
            let kind = self.kinds.find(&asset.kind).map(|kind| kind.name.text(lang)).unwrap_or_default();
            format!("{} — {kind}", ctx.commune().name.text(lang))
        };
        let label = |asset: &Asset| Label {
            number: on_plate(&self.prefix, &self.series, &asset.number),
            title: both.map(|lang| title(asset, lang)),
            says: says.clone(),
            phone: ctx.commune().profile.phone.clone(),
            url: ctx.full_url(&ctx.bare_url(&address(asset))),
        };
        self.assets.iter().map(label).collect()
    }
}

/// One sheet of labels as a drawing.
pub async fn labels(ctx: Ctx) -> Answer {
    let labels = sheets(&ctx, &ctx.query(), 1).await?.labels(&ctx);
    ctx.body("image/svg+xml; charset=utf-8", labels::sheet(&labels)?)
}

/// The short public address of an object.
pub fn address(asset: &Asset) -> String {
    format!("/a/{}/{}", asset.kind, encode(&asset.number))
}
