//! The calendar: holidays of the country, the commune's own changes, and the hours of its doors.

mod actions;
mod datasets;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{add, calendar, confirm, estimates, holidays, hours, is_ramadan, remove, restore, set_hours, shift};
pub use model::{Changed, Holiday, Hours, National, Standing};

use platform::{Embed, MenuItem, Module, Permission};

/// Change the holidays and the opening hours.
pub const EDIT: Permission = Permission("calendar.edit");

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;

pub fn module() -> Module {
    Module::new("calendar")
        .permissions(&[EDIT])
        .facts(|pack, facts| {
            facts.put(pack.toml::<National>("holidays.toml")?);
            Ok(())
        })
        .pages(|routes| {
            routes
                .get("/admin/calendar", EDIT, pages::list)
                .post("/admin/calendar", EDIT, pages::add)
                .post("/admin/calendar/hours", EDIT, pages::set_hours)
                .post("/admin/calendar/{day}/remove", EDIT, pages::remove)
                .post("/admin/calendar/{day}/restore", EDIT, pages::restore)
                .post("/admin/calendar/{day}/confirm", EDIT, pages::confirm)
                .post("/admin/calendar/{day}/shift", EDIT, pages::shift)
        })
        .menu(&[MenuItem {
            label: "calendar-menu",
            path: "/admin/calendar",
            icon: "calendar",
            permission: Some(EDIT),
            count: None,
        }])
        .reference(&["calendar_days"])
        .migrations(&[include_str!("../migrations/0001_days.sql")])
        .files::<Files>()
        .dataset(datasets::HOLIDAYS)
        .sample("calendar/list.html", "a year with every kind of day", samples::year())
        .sample("calendar/list.html", "a year of which the moon is not known yet", samples::unknown_year())
}
