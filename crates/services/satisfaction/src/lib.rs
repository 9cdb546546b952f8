//! Satisfaction: everybody who was answered is asked once, by whichever way he has; everybody reads the figures, the service the words.

mod actions;
mod datasets;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use model::Line;

use cases::{ASSIGN, FILE_FOR};
use platform::{Embed, MenuItem, Module};

pub fn module() -> Module {
    let module = Module::new("satisfaction")
        .pages(|routes| {
            routes
                .kept_get("/satisfaction", pages::public::show)
                .public_get("/satisfaction/{code}", pages::tap::show)
                .public_post("/satisfaction/{code}", pages::tap::rate)
                .get("/desk/satisfaction", ASSIGN, pages::low::list)
                .post("/desk/satisfaction/{id}/seen", ASSIGN, pages::low::seen)
                .get("/desk/satisfaction/counter", FILE_FOR, pages::counter::show)
                .post("/desk/satisfaction/counter", FILE_FOR, pages::counter::rate)
                .post("/desk/{id}/satisfaction", FILE_FOR, pages::counter::by_phone)
        })
        .menu(&[
            MenuItem {
                label: "satisfaction-menu-low",
                path: "/desk/satisfaction",
                icon: "flag",
                permission: Some(ASSIGN),
                count: Some(actions::waiting),
            },
            MenuItem {
                label: "satisfaction-menu-counter",
                path: "/desk/satisfaction/counter",
                icon: "counter",
                permission: Some(FILE_FOR),
                count: None,
            },
        ])
        .panel("cases.file", "satisfaction/_file.html", pages::counter::panel)
        .hears(actions::hear)
        .daily("satisfaction.ask", 10, jobs::ask)
        .migrations(&[include_str!("../migrations/0001_satisfaction.sql")])
        .files::<Files>()
        .dataset(datasets::SATISFACTION);
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
