//! Field: an agent with a telephone in the street, with or without a network. What he does there arrives once, and never gets lost.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

use platform::{Embed, MenuItem, Module, Permission};

/// Work in the street with the telephone.
pub const WORK: Permission = Permission("field.work");

pub fn module() -> Module {
    let module = Module::new("field")
        .permissions(&[WORK])
        .pages(|routes| {
            routes.get("/desk/field", WORK, pages::page::show).get("/desk/field/list", WORK, pages::list::show).post(
                "/desk/field/sync",
                WORK,
                pages::sync::take,
            )
        })
        .api(|routes| {
            routes.public_get("/field-worker.js", pages::page::worker).get(
                "/desk/field/photos/{key}",
                cases::SEE,
                pages::panels::photo,
            )
        })
        .menu(&[MenuItem { label: "field-menu", path: "/desk/field", icon: "pin", permission: Some(WORK), count: None }])
        .panel("cases.file", "field/_deeds.html", pages::panels::of_case)
        .panel("assets.asset", "field/_deeds.html", pages::panels::of_asset)
        .daily("field.forget", 3, jobs::forget)
        .effect(jobs::ERASE, jobs::erase)
        .migrations(&[include_str!("../migrations/0001_field.sql"), include_str!("../migrations/0002_asked.sql")])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
