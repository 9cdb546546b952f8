//! Sites: where people are served, at which counter, for which matter, and when.

mod actions;
mod default;
mod model;
mod pages;
pub mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    DayPlan, add_hours, all, close, closures, counter, counters, day_plan, hours, install, matter, matters, open_spans,
    remove_hours, reopen, retire_counter, retire_matter, retire_site, save_counter, save_matter, save_site, served, serving,
    site,
};
pub use default::Proposed;
pub use model::{Changed, Closure, Counter, Identity, Matter, Rule, Season, Site, Span, Way};

use platform::{Embed, MenuItem, Module, Permission};

/// Change sites, counters, matters and their hours.
pub const EDIT: Permission = Permission("sites.edit");

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;

pub fn module() -> Module {
    let module = Module::new("sites")
        .permissions(&[EDIT])
        .facts(|pack, facts| {
            facts.put(default::load(pack)?);
            Ok(())
        })
        .opening(install)
        .pages(|routes| {
            routes
                .get("/admin/sites", EDIT, pages::sites::list)
                .get("/admin/sites/new", EDIT, pages::sites::blank)
                .post("/admin/sites/new", EDIT, pages::sites::add)
                .get("/admin/sites/matters", EDIT, pages::matters::list)
                .get("/admin/sites/matters/new", EDIT, pages::matters::blank)
                .post("/admin/sites/matters/new", EDIT, pages::matters::add)
                .get("/admin/sites/matters/{code}", EDIT, pages::matters::show)
                .post("/admin/sites/matters/{code}", EDIT, pages::matters::change)
                .post("/admin/sites/matters/{code}/retire", EDIT, pages::matters::retire)
                .get("/admin/sites/{id}", EDIT, pages::sites::show)
                .post("/admin/sites/{id}", EDIT, pages::sites::change)
                .post("/admin/sites/{id}/retire", EDIT, pages::sites::retire)
                .post("/admin/sites/{id}/hours", EDIT, pages::sites::add_hours)
                .post("/admin/sites/{id}/hours/{rule}/remove", EDIT, pages::sites::remove_hours)
                .post("/admin/sites/{id}/closures", EDIT, pages::sites::close)
                .post("/admin/sites/{id}/closures/{closure}/remove", EDIT, pages::sites::reopen)
                .get("/admin/sites/{id}/counters/new", EDIT, pages::counters::blank)
                .post("/admin/sites/{id}/counters/new", EDIT, pages::counters::add)
                .get("/admin/sites/{id}/counters/{counter}", EDIT, pages::counters::show)
                .post("/admin/sites/{id}/counters/{counter}", EDIT, pages::counters::change)
                .post("/admin/sites/{id}/counters/{counter}/retire", EDIT, pages::counters::retire)
        })
        .menu(&[MenuItem { label: "sites-menu", path: "/admin/sites", icon: "building", permission: Some(EDIT), count: None }])
        .reference(&["sites_sites", "sites_counters", "sites_matters", "sites_serves", "sites_hours", "sites_closures"])
        .migrations(&[include_str!("../migrations/0001_sites.sql")])
        .files::<Files>();
    samples::add(module)
}
