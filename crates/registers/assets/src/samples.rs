//! Models that the sweep renders the pages with.

use crate::model::{Asset, AssetState, Imported, Kind, Kinds};
use crate::pages::{import as importing, list as listing};
use kernel::{Id, Label, Point};
use platform::{Json, context};
use std::collections::BTreeMap;
use std::sync::Arc;

fn kinds() -> Kinds {
    let kind = Kind {
        id: "lamp".into(),
        icon: "lamp".into(),
        name: Label::new("عمود إنارة", "Lampadaire"),
        number_pattern: "^[0-9]+$".into(),
        confirm: true,
        hint: Label::new("على العمود", "Sur le mât"),
    };
    Kinds { asset: vec![kind] }
}

fn lamp(state: AssetState, placed: bool) -> Asset {
    Asset {
        id: Id::new("0192f0c4-0000-7000-8000-000000000001"),
        kind: "lamp".into(),
        number: "TAB-0412".into(),
        point: if placed { Point::new(34.0412, -6.8033) } else { None },
        area: placed.then(|| "04.441.01.09".into()),
        quarter: "Tabriquet".into(),
        street: if placed { "Av. Mohammed V".into() } else { String::new() },
        state,
        installed_on: None,
        note: String::new(),
    }
}

fn view(assets: Vec<Asset>) -> listing::View {
    let areas = BTreeMap::from([("04.441.01.09".to_owned(), Label::new("تابريكت", "Tabriquet"))]);
    let total = assets.len() as i64;
    let next = (total > 0).then(|| "x".to_owned());
    listing::View {
        kinds: Arc::new(kinds()),
        counts: BTreeMap::from([("lamp".into(), total)]),
        assets,
        total,
        next,
        areas,
        prefix: Arc::new("SAL".into()),
        series: Vec::new(),
    }
}

pub fn list() -> Json {
    let all = vec![lamp(AssetState::InPlace, true), lamp(AssetState::Damaged, false), lamp(AssetState::Removed, true)];
    listing::model(&view(all), "412", Some("lamp"))
}

pub fn empty() -> Json {
    listing::model(&view(Vec::new()), "", None)
}

pub fn import() -> Json {
    let errors = Json::Array(vec![context! { name => "file", text => "…" }]);
    importing::model(&kinds(), "", errors, None)
}

pub fn preview() -> Json {
    let counts = Imported { added: 300, changed: 2, same: 1, outside: 3 };
    let preview = importing::Preview { token: "x".into(), rows: 303, counts, faults: vec![(4, "…".into())] };
    importing::model(&kinds(), "lamp", Json::Array(vec![]), Some(preview))
}

pub fn asset() -> Json {
    let kinds = kinds();
    context! {
        id => "0192f0c4-0000-7000-8000-000000000001", number => "TAB-0412", plate => "SAL-TAB-00412-K", panels => Vec::<Json>::new(), kind => kinds.asset[0].name, icon => "lamp",
        area => Label::new("تابريكت", "Tabriquet"), place => "Av. Mohammed V", state => "in_place", installed_on => (),
        public => "http://localhost/a/lamp/TAB-0412", public_path => "/a/lamp/TAB-0412", qr => "M0 0h1v1h-1z", side => 21, errors => [context! { name => "lat", text => "…" }],
        may_edit => true, states => [AssetState::InPlace, AssetState::Removed],
        typed => context! { street => "", quarter => "", state => "in_place", note => "", lat => "34", lon => "-6" },
    }
}

pub fn public() -> Json {
    context! {
        number => "TAB-0412", plate => "TAB-0412", panels => Vec::<Json>::new(), kind => kinds().asset[0].name, icon => "lamp", place => "", area => (), state => "removed", report => "/ar/report/number", earlier => "/ar/reports",
    }
}

pub fn numbers() -> Json {
    let series = crate::Series { letters: "TAB".into(), kind: "lamp".into(), last: 412 };
    let errors = Json::Array(vec![context! { name => "letters", text => "…" }]);
    crate::pages::numbers::model(&kinds(), &[series], &platform::Fields::default(), errors)
}

pub fn labels() -> Json {
    context! { sheets => vec!["<svg viewBox=\"0 0 210 297\"></svg>"], count => 1, next => "/ar/admin/assets/labels", phone => false }
}
