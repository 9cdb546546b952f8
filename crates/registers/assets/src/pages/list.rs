//! The list: by kind and words, paged by number, with sheets of labels for what it shows.

use crate::labels::PER_SHEET;
use crate::store::{self, Filter};
use crate::{Asset, Kinds, Series, actions, numbers};
use platform::web::encode;
use platform::{Answer, Ctx, Cursor, Fields, Json, communes, context};
use std::collections::BTreeMap;
use std::sync::Arc;

const PAGE: i64 = 50;

pub struct View {
    pub kinds: Arc<Kinds>,
    pub counts: BTreeMap<String, i64>,
    pub assets: Vec<Asset>,
    pub total: i64,
    pub next: Option<String>,
    pub areas: BTreeMap<String, kernel::Label>,
    /// What stands on plates before the numbers of the commune's own series.
    pub prefix: Arc<String>,
    pub series: Vec<Series>,
}

/// The filters of this list as a query, with one changed.
fn with(query: &Fields, name: &str, value: &str) -> String {
    let own = ["kind", "words"].into_iter().filter(|key| *key != name);
    let mut pairs: Vec<String> = own.filter_map(|key| query.opt(key).map(|value| format!("{key}={}", encode(value)))).collect();
    if !value.is_empty() {
        pairs.push(format!("{name}={}", encode(value)));
    }
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

pub async fn list(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let filter = Filter { kind: query.opt("kind").map(str::to_owned), words: query.get("words").chars().take(80).collect() };
    let (asked, after) = (filter.clone(), query.get("after").to_owned());
    let view = ctx
        .read(move |rx| {
            let cursor = Cursor::read(&after, rx.keys(), &rx.tenant())?;
            let mut assets = store::page(rx, &asked, cursor.as_ref(), PAGE + 1)?;
            let more = assets.len() > PAGE as usize;
            assets.truncate(PAGE as usize);
            let next =
                assets.last().filter(|_| more).map(|asset| store::cursor(asset).write(rx.keys(), &rx.tenant())).transpose()?;
            let areas = places::areas(rx)?.into_iter().map(|area| (area.code, area.name)).collect();
            let counts = store::counts_by_kind(rx)?.into_iter().collect();
            let (prefix, series) = (communes::prefix(rx)?, store::series(rx)?);
            Ok(View { kinds: actions::kinds(rx)?, counts, assets, total: store::count(rx, &asked)?, next, areas, prefix, series })
        })
        .await?;
    let mut model = model(&view, &filter.words, filter.kind.as_deref());
    let cursor = |cursor: &String| {
        format!(
            "{}after={cursor}",
            if with(&query, "", "").is_empty() { "?".into() } else { format!("{}&", with(&query, "", "")) }
        )
    };
    model["kind_links"] =
        view.kinds.asset.iter().map(|kind| ctx.url(&format!("/admin/assets{}", with(&query, "kind", &kind.id)))).collect();
    model["all_link"] = ctx.url(&format!("/admin/assets{}", with(&query, "kind", ""))).into();
    model["next"] = view.next.as_ref().map(|at| ctx.url(&format!("/admin/assets{}", cursor(at)))).into();
    model["labels"] = ctx.url(&format!("/admin/assets/labels{}", with(&query, "", ""))).into();
    model["may_edit"] = ctx.may(crate::EDIT).into();
    ctx.page("assets/list.html", model).await
}

pub fn model(view: &View, words: &str, kind: Option<&str>) -> Json {
    let row = |asset: &Asset| {
        let known = view.kinds.find(&asset.kind);
        context! {
            id => asset.id, number => numbers::on_plate(&view.prefix, &view.series, &asset.number), kind => known.map(|kind| &kind.name), icon => known.map_or("tag", |kind| &kind.icon),
            place => asset.place(), area => asset.area.as_ref().and_then(|code| view.areas.get(code)), state => asset.state,
            placed => asset.point.is_some(),
        }
    };
    let kinds: Vec<Json> =
        view.kinds.asset.iter().map(|known| context! { id => known.id, name => known.name, count => view.counts.get(&known.id).copied().unwrap_or(0), current => kind == Some(known.id.as_str()) }).collect();
    let kind_links: Vec<String> = kinds.iter().map(|_| String::new()).collect();
    context! {
        assets => view.assets.iter().map(row).collect::<Vec<_>>(), kinds => kinds, kind_links => kind_links, all_link => "", total => view.total,
        next => view.next, words => words, kind => kind, labels => "", per_sheet => PER_SHEET, may_edit => true,
    }
}
