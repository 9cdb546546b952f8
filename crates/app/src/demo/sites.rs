//! The doors of the invented town: the commune's hall and four arrondissements, with their counters.

use ::sites::{Counter, Rule, Season, Site};
use kernel::{Day, Label, Point, Refusal};
use platform::{Result, Tx};

struct Door {
    unit: (&'static str, Option<&'static str>),
    name: (&'static str, &'static str, &'static str),
    address: (&'static str, &'static str, &'static str),
    point: (f64, f64),
    phone: &'static str,
    step_free: bool,
    counters: &'static [(&'static str, i64, bool, &'static [&'static str])],
}

const CIVIL: &[&str] = &["civil-status-copy", "birth-declaration", "family-booklet", "marginal-mention"];
const LEGAL: &[&str] = &["signature-legalisation", "certified-copy"];
const PERMITS: &[&str] = &["building-permit", "business-permit"];
const TAXES: &[&str] = &["local-taxes", "tax-clearance"];
const WELCOME: &[&str] = &["complaint", "hygiene"];

const DOORS: [Door; 5] = [
    Door {
        unit: ("reception", None),
        name: ("مقر الجماعة", "Hôtel de ville", "Town hall"),
        address: ("شارع فلسطين، سلا", "Avenue de Palestine, Salé", "Avenue de Palestine, Salé"),
        point: (34.0389, -6.8162),
        phone: "0537000100",
        step_free: true,
        counters: &[
            ("1", 1, true, WELCOME),
            ("2", 1, false, PERMITS),
            ("3", 1, false, PERMITS),
            ("4", 1, false, TAXES),
            ("5", 1, true, TAXES),
        ],
    },
    Door {
        unit: ("arr-civil-status", Some("04.441.01.09")),
        name: ("ملحقة تابريكت", "Annexe de Tabriquet", "Tabriquet annex"),
        address: ("شارع محمد الخامس، تابريكت", "Avenue Mohammed V, Tabriquet", "Avenue Mohammed V, Tabriquet"),
        point: (34.0452, -6.8005),
        phone: "0537000109",
        step_free: true,
        counters: &[
            ("1", 1, true, CIVIL),
            ("2", 1, false, CIVIL),
            ("3", 1, false, CIVIL),
            ("4", 2, false, LEGAL),
            ("5", 1, false, LEGAL),
        ],
    },
    Door {
        unit: ("arr-civil-status", Some("04.441.01.05")),
        name: ("ملحقة بطانة", "Annexe de Bettana", "Bettana annex"),
        address: ("حي بطانة، سلا", "Quartier Bettana, Salé", "Bettana, Salé"),
        point: (34.0284, -6.8108),
        phone: "0537000105",
        step_free: true,
        counters: &[("1", 1, true, CIVIL), ("2", 1, false, CIVIL), ("3", 1, false, LEGAL)],
    },
    Door {
        unit: ("arr-civil-status", Some("04.441.01.03")),
        name: ("ملحقة باب لمريسة", "Annexe de Bab Lamrissa", "Bab Lamrissa annex"),
        address: ("باب لمريسة، المدينة العتيقة، سلا", "Bab Lamrissa, médina de Salé", "Bab Lamrissa, medina of Salé"),
        point: (34.0372, -6.8236),
        phone: "0537000103",
        step_free: false,
        counters: &[("1", 1, true, CIVIL), ("2", 2, false, LEGAL)],
    },
    Door {
        unit: ("arr-civil-status", Some("04.441.01.06")),
        name: ("ملحقة حصين", "Annexe de Hssaine", "Hssaine annex"),
        address: ("سلا الجديدة، حصين", "Sala Al Jadida, Hssaine", "Sala Al Jadida, Hssaine"),
        point: (33.9912, -6.7402),
        phone: "0537000106",
        step_free: true,
        counters: &[("1", 1, true, CIVIL), ("2", 1, false, CIVIL), ("3", 1, false, LEGAL)],
    },
];

/// Opens the sites, once.
pub fn open(tx: &mut Tx) -> Result<()> {
    if !::sites::all(tx)?.is_empty() {
        return Ok(());
    }
    for door in &DOORS {
        let site = build(tx, door)?;
        let id = ::sites::save_site(tx, site)?;
        for (label, seats, priority, matters) in door.counters {
            let counter = Counter {
                id: tx.new_id(),
                site: id.clone(),
                label: (*label).to_owned(),
                seats: *seats,
                priority: *priority,
                retired_on: None,
            };
            let matters: Vec<String> = matters.iter().map(|code| (*code).to_owned()).collect();
            ::sites::save_counter(tx, counter, &matters)?;
        }
    }
    saturday(tx)
}

/// The busiest annex also serves on Saturday mornings, outside of Ramadan.
fn saturday(tx: &mut Tx) -> Result<()> {
    let Some(site) = ::sites::all(tx)?.into_iter().find(|site| site.area.as_deref() == Some("04.441.01.09")) else {
        return Ok(());
    };
    for (weekday, closes) in [(1, 990), (2, 990), (3, 990), (4, 990), (5, 990), (6, 750)] {
        let (season, starts_on, ends_on): (_, Option<Day>, Option<Day>) = (Season::Usual, None, None);
        let rule = Rule {
            id: tx.new_id(),
            site: site.id.clone(),
            counter: None,
            weekday,
            opens: 510,
            closes,
            season,
            starts_on,
            ends_on,
        };
        ::sites::add_hours(tx, rule)?;
    }
    Ok(())
}

fn build(tx: &mut Tx, door: &Door) -> Result<Site> {
    let (code, area) = door.unit;
    let unit = units::by_code(tx, code, area)?;
    let unit = unit.ok_or_else(|| Refusal::new("operations-unit-unknown").with("unit", code))?;
    Ok(Site {
        id: tx.new_id(),
        unit: unit.id,
        name: label(door.name),
        address: label(door.address),
        phone: Some(door.phone.to_owned()),
        area: area.map(str::to_owned),
        point: Point::new(door.point.0, door.point.1),
        step_free: door.step_free,
        retired_on: None,
    })
}

fn label((ar, fr, en): (&str, &str, &str)) -> Label {
    Label { en: Some(en.to_owned()), ..Label::new(ar, fr) }
}
