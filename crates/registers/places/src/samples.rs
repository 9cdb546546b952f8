//! Models that the sweep renders the pages with.

use crate::model::{Area, AreaKind, Quarter};
use crate::outline::{Outline, OutlineArea, View as Scale};
use crate::pages::{self, View};
use kernel::{Label, Point};
use platform::json::json;
use platform::{Fields, Json};

fn area(code: &str, parent: Option<&str>, ar: &str, fr: &str) -> Area {
    let kind = if parent.is_some() { AreaKind::Arrondissement } else { AreaKind::Commune };
    Area { code: code.into(), parent: parent.map(str::to_owned), kind, name: Label::new(ar, fr), population: 237_385 }
}

fn areas() -> Vec<Area> {
    vec![area("04.441.01.0", None, "سلا", "Salé"), area("04.441.01.09", Some("04.441.01.0"), "تابريكت", "Tabriquet")]
}

fn medina() -> Quarter {
    Quarter {
        id: "medina".into(),
        arrondissement: Some("04.441.01.09".into()),
        name: Label::new("المدينة العتيقة", "Médina"),
        point: Point::new(34.0389, -6.8225),
    }
}

fn view(drawn: bool) -> View {
    let path = "M4 4L400 4L400 400Z".to_owned();
    let one = |area: Area| OutlineArea { code: area.code, name: area.name, path: path.clone(), x: 200.0, y: 200.0 };
    let drawings = if drawn { areas().into_iter().map(one).collect() } else { Vec::new() };
    let outline = Outline { width: 420, height: 420, areas: drawings, view: Scale::country(420, 420) };
    let lost = Quarter { id: "diar".into(), arrondissement: None, name: Label::new("الديار", "Diar"), point: None };
    View { areas: areas(), quarters: if drawn { vec![medina(), lost] } else { Vec::new() }, outline }
}

pub fn list() -> Json {
    pages::list_model(view(true), "", json!([]), Fields::default())
}

pub fn bare() -> Json {
    let mut typed = Fields::default();
    typed.push("name_fr", "Diar");
    pages::list_model(view(false), "none", json!([{ "name": "name_ar", "text": "…" }]), typed)
}

pub fn quarter() -> Json {
    let mut typed = Fields::default();
    typed.push("lat", "134");
    pages::quarter_model(&medina(), &areas(), json!([{ "name": "lat", "text": "…" }]), typed)
}

pub fn boundaries() -> Json {
    pages::boundaries_model(view(true), json!([{ "name": "file", "text": "…" }]))
}
