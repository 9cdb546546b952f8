//! Models that the sweep renders the pages with.

use crate::model::{Absence, Duty, Post, Unit, UnitKind};
use crate::pages::absences as absence_pages;
use crate::pages::units::{self, View};
use kernel::{Day, Id, Label};
use places::{Area, AreaKind};
use platform::json::json;
use platform::{Fields, Json};

fn id(last: u8) -> Id {
    Id::new(format!("01936f2a-7a3b-7c4d-8e5f-0123456789{last:02x}"))
}

fn day(offset: i64) -> Day {
    Day::ymd(2026, 11, 24).expect("a day of the calendar").plus_days(offset)
}

fn unit(last: u8, parent: Option<u8>, kind: UnitKind, ar: &str, fr: &str) -> Unit {
    Unit {
        id: id(last),
        code: fr.to_lowercase(),
        parent: parent.map(id),
        kind,
        name: Label::new(ar, fr),
        area: None,
        external: kind == UnitKind::Contractor,
        duties: Duty::ALL.to_vec(),
        channels: Vec::new(),
        answer_hours: Some(72),
        retired_on: None,
    }
}

fn organisation() -> Vec<Unit> {
    vec![
        unit(1, None, UnitKind::Division, "قسم الأشغال", "Division des travaux"),
        unit(2, Some(1), UnitKind::Service, "مصلحة الطرق", "Service de la voirie"),
        unit(3, Some(2), UnitKind::Contractor, "متعهد", "Opérateur"),
    ]
}

fn people() -> Vec<(Id, String)> {
    vec![(id(9), "نادية الفاسي".into()), (id(10), "سعيد الوزاني".into())]
}

fn view(unit: Option<Unit>, people: Vec<(Id, String)>) -> View {
    let area = Area {
        code: "04.441.01.09".into(),
        parent: None,
        kind: AreaKind::Arrondissement,
        name: Label::new("تابريكت", "Tabriquet"),
        population: 1,
    };
    let post = |last: u8, person: u8, from: i64, to: Option<i64>| Post {
        id: id(last),
        unit: id(2),
        person: id(person),
        starts_on: day(from),
        ends_on: to.map(day),
        decision: "قرار 12/2026".into(),
    };
    let posts = if unit.is_some() { vec![post(20, 9, 0, None), post(21, 10, -90, Some(-1))] } else { Vec::new() };
    View { unit, units: organisation(), areas: vec![area], posts, people, today: day(0) }
}

pub fn list() -> Json {
    units::list_model(&organisation(), &[id(2)])
}

pub fn unit_page() -> Json {
    let shown = organisation().into_iter().nth(1);
    units::unit_model(view(shown, people()), json!([{ "name": "starts_on", "text": "…" }]), Fields::default())
}

pub fn blank() -> Json {
    units::unit_model(view(None, Vec::new()), json!([]), Fields::default())
}

pub fn absences() -> Json {
    let absence = |delegate| Absence { id: id(30), person: id(9), starts_on: day(0), ends_on: day(5), delegate };
    let typed = Fields::default();
    absence_pages::model(&[absence(Some(id(10))), absence(None)], &people(), json!([{ "name": "person", "text": "…" }]), typed)
}

pub fn nobody_away() -> Json {
    absence_pages::model(&[], &[], json!([]), Fields::default())
}
