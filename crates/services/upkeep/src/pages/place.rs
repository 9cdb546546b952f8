//! The names of a place: arrondissements and quarters in the language of the page, streets as the register of objects has them.

use crate::model::{Place, Worst};
use kernel::{Label, Lang, fold};
use platform::{Json, Result, Tx, context};
use std::collections::{BTreeMap, HashMap};

pub type Areas = BTreeMap<String, Label>;

pub fn areas(rx: &mut Tx) -> Result<Areas> {
    Ok(places::areas(rx)?.into_iter().map(|area| (area.code, area.name)).collect())
}

/// What places of this commune are called.
#[derive(Default)]
pub struct Names {
    areas: Areas,
    /// By each way the register may write one, folded.
    quarters: HashMap<String, Label>,
}

impl Names {
    pub fn load(rx: &mut Tx) -> Result<Names> {
        Ok(Names::of(areas(rx)?, places::quarters(rx)?))
    }

    pub fn of(areas: Areas, known: Vec<places::Quarter>) -> Names {
        let mut quarters = HashMap::new();
        for places::Quarter { id, name, .. } in known {
            for written in [&name.ar, &name.fr, &id] {
                quarters.insert(fold::fold(written), name.clone());
            }
        }
        Names { areas, quarters }
    }

    fn area(&self, code: Option<&String>) -> Option<&Label> {
        code.and_then(|code| self.areas.get(code))
    }

    /// A quarter of the commune has its name in every language; another is called what the register calls it.
    pub fn quarter(&self, written: &str) -> Label {
        self.quarters.get(&fold::fold(written)).cloned().unwrap_or_else(|| as_written(written))
    }

    /// Nothing of the rest of a commune or arrondissement.
    pub fn of_place(&self, Place { area, quarter, street }: &Place) -> Json {
        self.json(self.area(area.as_ref()), quarter, street)
    }

    pub fn of_object(&self, one: &Worst) -> Json {
        self.json(None, &one.quarter, &one.street)
    }

    fn json(&self, area: Option<&Label>, quarter: &str, street: &str) -> Json {
        let quarter = (!quarter.is_empty()).then(|| self.quarter(quarter));
        context! { area, quarter, street => (!street.is_empty()).then(|| as_written(street)) }
    }

    /// Where an object stands, as it is written on one line.
    pub fn line(&self, one: &Worst, lang: Lang) -> String {
        let (street, quarter) = (as_written(&one.street), self.quarter(&one.quarter));
        let parts = [street.text(lang), quarter.text(lang)].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }
}

/// A text of one language alone: a page in another says which it is.
fn as_written(text: &str) -> Label {
    let arabic = text.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    if arabic { Label::new(text, "") } else { Label::new("", text) }
}
