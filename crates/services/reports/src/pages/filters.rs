//! What lists, maps and charts can be narrowed to, as the options of their forms.

use crate::actions::public::Filter;
use kernel::Label;
use places::Quarter;
use platform::{Ctx, Json, Result, Tx, context};
use procedures::Catalog;
use std::sync::Arc;

/// Categories, arrondissements and quarters of this commune.
pub struct Choices {
    pub catalog: Arc<Catalog>,
    /// The arrondissements, by code.
    pub areas: Vec<(String, Label)>,
    pub quarters: Vec<Quarter>,
}

impl Choices {
    pub fn load(rx: &mut Tx) -> Result<Choices> {
        let inner = places::areas(rx)?.into_iter().filter(|area| area.parent.is_some());
        Ok(Choices {
            areas: inner.map(|area| (area.code, area.name)).collect(),
            catalog: procedures::catalog(rx)?,
            quarters: places::quarters(rx)?,
        })
    }

    pub fn area(&self, code: &str) -> Option<&Label> {
        self.areas.iter().find(|(known, _)| known == code).map(|(_, name)| name)
    }

    pub fn quarter(&self, id: &str) -> Option<&Label> {
        self.quarters.iter().find(|quarter| quarter.id == id).map(|quarter| &quarter.name)
    }

    /// Adds the options of the form, and the filters as they are, to the model of a page.
    pub fn add(&self, ctx: &Ctx, filter: &Filter, mut model: Json) -> Json {
        let option = |value: &str, label: &Label, chosen: &Option<String>| {
            context! { value, label => label.text(ctx.lang), selected => chosen.as_deref() == Some(value) }
        };
        let offered = self.catalog.offered();
        let categories = offered.into_iter().filter(|p| p.public).map(|p| option(&p.id, &p.title, &filter.category));
        let areas = self.areas.iter().map(|(code, name)| option(code, name, &filter.area));
        let quarters = places::by_name(self.quarters.clone(), ctx.lang);
        let quarters = quarters.iter().map(|quarter| option(&quarter.id, &quarter.name, &filter.quarter));
        model["categories"] = categories.collect();
        model["areas"] = areas.collect();
        model["quarters"] = quarters.collect();
        model["filtered"] = (!filter.is_empty()).into();
        model["filter"] = platform::json::to_value(filter).unwrap_or_default();
        model
    }
}
