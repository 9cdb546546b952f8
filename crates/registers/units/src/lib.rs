//! Units: the organisation of the commune, who heads what, and who stands in for whom.

mod actions;
mod datasets;
mod default;
mod model;
mod pages;
mod posts;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{NewUnit, add, all, below, by_code, change, covers, find, install, names, path, reached, retire, with_duty};
pub use default::Organisation;
pub use model::{Absence, AskNames, Changed, Duty, Names, Post, Reached, Unit, UnitKind};
pub use posts::{
    NewAbsence, NewPost, absences, answered_by, appoint, cancel_absence, end_post, heads, note_absence, posts, stand_in,
};

use platform::{Embed, MenuItem, Module, Permission};

/// Change the organisation, its heads and their absences.
pub const EDIT: Permission = Permission("units.edit");

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;

pub fn module() -> Module {
    Module::new("units")
        .permissions(&[EDIT])
        .facts(|pack, facts| {
            facts.put(default::load(pack)?);
            Ok(())
        })
        .opening(install)
        .pages(|routes| {
            routes
                .get("/admin/units", EDIT, pages::units::list)
                .get("/admin/units/new", EDIT, pages::units::blank)
                .post("/admin/units/new", EDIT, pages::units::add)
                .get("/admin/units/absences", EDIT, pages::absences::list)
                .post("/admin/units/absences", EDIT, pages::absences::add)
                .post("/admin/units/absences/{id}/cancel", EDIT, pages::absences::cancel)
                .get("/admin/units/{id}", EDIT, pages::units::show)
                .post("/admin/units/{id}", EDIT, pages::units::change)
                .post("/admin/units/{id}/retire", EDIT, pages::units::retire)
                .post("/admin/units/{id}/head", EDIT, pages::units::appoint)
                .post("/admin/units/{id}/head/{post}/end", EDIT, pages::units::end_post)
        })
        .menu(&[MenuItem { label: "units-menu", path: "/admin/units", icon: "network", permission: Some(EDIT), count: None }])
        .reference(&["units_units", "units_posts", "units_absences"])
        .migrations(&[include_str!("../migrations/0001_units.sql")])
        .files::<Files>()
        .dataset(datasets::UNITS)
        .sample("units/list.html", "a division with its services", samples::list())
        .sample("units/unit.html", "a unit with heads, and a mistake", samples::unit_page())
        .sample("units/unit.html", "a new unit, nobody to name", samples::blank())
        .sample("units/absences.html", "an absence with a delegate", samples::absences())
        .sample("units/absences.html", "nobody is away", samples::nobody_away())
}
