//! Sites: where people are served, at which counter, for which matter, and when.

mod actions;
mod default;
mod model;
pub mod rules;
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

use platform::{Embed, Module, Permission};

/// Change sites, counters, matters and their hours.
pub const EDIT: Permission = Permission("sites.edit");

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;

pub fn module() -> Module {
    Module::new("sites")
        .permissions(&[EDIT])
        .facts(|pack, facts| {
            facts.put(default::load(pack)?);
            Ok(())
        })
        .opening(install)
        .reference(&["sites_sites", "sites_counters", "sites_matters", "sites_serves", "sites_hours", "sites_closures"])
        .migrations(&[include_str!("../migrations/0001_sites.sql")])
        .files::<Files>()
}
