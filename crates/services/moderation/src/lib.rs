//! Moderation: what the public sees of words and photos, why not all of it, and who decides again when its author asks.

mod actions;
mod datasets;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{decide, keep_version};
pub use model::{Choice, Country, Kind};

use cases::MODERATE;
use platform::{Embed, MenuItem, Module};

pub fn module() -> Module {
    let module = Module::new("moderation")
        .facts(|pack, facts| {
            facts.put(model::load(pack)?);
            Ok(())
        })
        .pages(|routes| {
            routes
                .kept_get("/moderation", pages::public::show)
                .public_post("/cases/{code}/appeal", pages::author::appeal)
                .get("/desk/moderation", MODERATE, pages::queue::show)
                .get("/desk/moderation/appeals", MODERATE, pages::appeals::list)
                .post("/desk/{id}/moderate", MODERATE, pages::queue::decide)
                .post("/desk/{id}/appeal", MODERATE, pages::appeals::answer)
                .get("/desk/{id}/photos/{file}", MODERATE, pages::photo::show)
                .post("/desk/{id}/photos/{file}", MODERATE, pages::photo::hide)
        })
        .menu(&[
            MenuItem {
                label: "moderation-menu",
                path: "/desk/moderation",
                icon: "eye",
                permission: Some(MODERATE),
                count: Some(pages::queue::waiting),
            },
            MenuItem {
                label: "moderation-menu-appeals",
                path: "/desk/moderation/appeals",
                icon: "people",
                permission: Some(MODERATE),
                count: Some(pages::appeals::waiting),
            },
        ])
        .panel("cases.public", "moderation/_public.html", pages::author::for_everybody)
        .panel("cases.author", "moderation/_author.html", pages::author::for_the_author)
        .panel("cases.file", "moderation/_file.html", pages::author::at_the_desk)
        .panel("reports.report", "moderation/_public.html", pages::author::for_everybody)
        .migrations(&[
            include_str!("../migrations/0001_moderation.sql"),
            include_str!("../migrations/0002_each_decision_has_an_appeal.sql"),
        ])
        .files::<Files>()
        .dataset(datasets::MODERATION);
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
