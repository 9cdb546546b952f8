//! Outages: what does not work, since when, whom it touches, and what was said of it, told to everybody.

mod actions;
mod api;
mod datasets;
mod model;
mod pages;
mod rules;
mod samples;
mod shown;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{declare, end, history, open, seen, seen_well, stopping, system, systems, update};
pub use model::{Declared, Ended, NewOutage, Outage, Source, System, Update, Updated};
pub use shown::{Down, banner, down, sentence, told};
pub use store::find;

use model::Country;
use platform::{Embed, MenuItem, Module, Permission, Waits};

/// Tell that a system does not work, say more of it, and end it.
pub const DECLARE: Permission = Permission("outages.declare");

pub fn module() -> Module {
    let module = Module::new("outages")
        .permissions(&[DECLARE])
        .facts(|pack, facts| {
            facts.put(pack.toml::<Country>("systems.toml")?);
            Ok(())
        })
        .pages(|routes| {
            routes
                .kept_get("/status", pages::status::show)
                .get("/desk/outages", DECLARE, pages::desk::list)
                .post("/desk/outages", DECLARE, pages::desk::declare)
                .get("/desk/outages/{id}", DECLARE, pages::desk::show)
                .post("/desk/outages/{id}/update", DECLARE, pages::desk::update)
                .post("/desk/outages/{id}/end", DECLARE, pages::desk::end)
                .get("/desk/systems", DECLARE, pages::systems::list)
                .post("/desk/systems", DECLARE, pages::systems::add)
                .post("/desk/systems/{id}/retire", DECLARE, pages::systems::retire)
        })
        .api(|routes| {
            routes
                .kept_get("/status.json", api::json)
                .about("What works and what does not, with the outages of the last 90 days.")
                .answers::<api::Status>()
                .kept_get("/status.atom", api::atom)
                .about("The outages of the last 90 days, the newest first.")
                .query(&[("lang", "ar, fr, zgh or en")])
        })
        .menu(&[MenuItem {
            label: "outages-menu",
            path: "/desk/outages",
            icon: "warning",
            permission: Some(DECLARE),
            count: Some(|rx| Ok(Waits::known(actions::open(rx)?.len()))),
        }])
        .panel("appointments.matters", "outages/_banner.html", shown::panel)
        .on::<sending::Held>(actions::messages_held)
        .hourly("outages.look_after", actions::look_after)
        .reference(&["outages_outages", "outages_systems"])
        .migrations(&[include_str!("../migrations/0001_outages.sql")])
        .files::<Files>()
        .dataset(datasets::OUTAGES);
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
