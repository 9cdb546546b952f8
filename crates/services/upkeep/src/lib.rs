//! Upkeep: what becomes of each numbered object, how much of the time lamps give light, and rounds that look after them.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod datasets;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::faults::since as read_reports_since;
pub use actions::figures::{lighting, total};
pub use actions::rounds::{Noted, categories, list as rounds, note, plan, stops};
pub use model::{Finding, NewNote, NewRound, Photo, Place, Round, Stop, Sums};
pub use rules::{Period, availability};

use model::Country;
use platform::{Embed, MenuItem, Module, Permission};

/// Plan rounds and end them.
pub const PLAN: Permission = Permission("upkeep.plan");
/// Walk rounds and note what is found.
pub const WALK: Permission = Permission("upkeep.walk");

pub fn module() -> Module {
    let module = Module::new("upkeep")
        .permissions(&[PLAN, WALK])
        .facts(|pack, facts| {
            facts.put(pack.toml::<Country>("upkeep.toml")?);
            Ok(())
        })
        .pages(|routes| {
            routes
                .kept_get("/upkeep", pages::failures::show)
                .kept_get("/upkeep/lighting", pages::lighting::show)
                .get("/desk/rounds", WALK, pages::rounds::list)
                .get("/desk/rounds/new", PLAN, pages::rounds::form)
                .post("/desk/rounds", PLAN, pages::rounds::plan)
                .get("/desk/rounds/{id}", WALK, pages::rounds::show)
                .post("/desk/rounds/{id}/end", PLAN, pages::rounds::end)
                .get("/desk/rounds/{id}/{seq}", WALK, pages::stop::show)
                .post("/desk/rounds/{id}/{seq}", WALK, pages::stop::note)
        })
        .api(|routes| {
            routes.public_get("/upkeep/worst.geojson", pages::map::points).get(
                "/desk/rounds/{id}/{seq}/photo",
                WALK,
                pages::stop::photo,
            )
        })
        .menu(&[MenuItem {
            label: "upkeep-menu-rounds",
            path: "/desk/rounds",
            icon: "clipboard-check",
            permission: Some(WALK),
            count: Some(pages::rounds::waiting),
        }])
        .panel("assets.asset", "upkeep/_history.html", pages::history::at_the_desk)
        .panel("assets.public", "upkeep/_history.html", pages::history::for_everybody)
        .panel("reports.statistics", "upkeep/_doors.html", pages::history::doors)
        .on::<cases::OpenedEvent>(actions::faults::opened)
        .on::<cases::Moved>(actions::faults::moved)
        .on::<assets::Changed>(actions::faults::asset_changed)
        .on::<assets::ListTaken>(actions::faults::list_taken)
        .daily("upkeep.catch_up", 4, actions::faults::catch_up)
        .migrations(&[include_str!("../migrations/0001_upkeep.sql")])
        .files::<Files>()
        .dataset(datasets::LIGHTING);
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
