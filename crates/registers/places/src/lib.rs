//! Places: the communes of the country, and the arrondissements, quarters and boundaries of this one.

mod actions;
mod api;
mod atlas;
mod datasets;
mod geometry;
mod jobs;
mod model;
mod national;
mod outline;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    NewQuarter, add_quarter, area_name, areas, bounds, by_name, change_quarter, find, has_boundary, import_boundaries,
    open_areas, open_commune, quarter, quarters, within,
};
pub use model::{Area, AreaKind, Changed, Found, Imported, Quarter};
pub use national::{Arrondissement, National, NationalCommune, list_communes};
pub use outline::{Outline, OutlineArea, View, outline};

use platform::{Embed, MenuItem, Module, Permission};

/// Change the quarters and the boundaries.
pub const EDIT: Permission = Permission("places.edit");

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;

pub fn module() -> Module {
    Module::new("places")
        .permissions(&[EDIT])
        .facts(|pack, facts| {
            facts.put(national::load(pack)?);
            Ok(())
        })
        .opening(|tx| open_commune(tx, &tx.tenant()))
        .pages(|routes| {
            routes
                .get("/admin/places", EDIT, pages::list)
                .post("/admin/places/quarters", EDIT, pages::add)
                .get("/admin/places/quarters/{id}", EDIT, pages::edit)
                .post("/admin/places/quarters/{id}", EDIT, pages::change)
                .get("/admin/places/boundaries", EDIT, pages::boundaries)
                .post("/admin/places/boundaries", EDIT, pages::import)
        })
        .api(|routes| routes.public_get("/data/areas.geojson", api::areas))
        .on::<Changed>(jobs::on_changed)
        .effect(jobs::SHARE, jobs::share)
        .menu(&[MenuItem { label: "places-menu", path: "/admin/places", icon: "map", permission: Some(EDIT), count: None }])
        .reference(&["places_areas", "places_quarters", "places_boundaries"])
        .migrations(&[include_str!("../migrations/0001_places.sql")])
        .files::<Files>()
        .dataset(datasets::AREAS)
        .dataset(datasets::QUARTERS)
        .sample("places/list.html", "a commune with arrondissements", samples::list())
        .sample("places/list.html", "a commune of which nothing is drawn", samples::bare())
        .sample("places/quarter.html", "a quarter with a mistake", samples::quarter())
        .sample("places/boundaries.html", "a file that was refused", samples::boundaries())
}
