//! Appointments: a seat at a counter, bound to one person, that nothing can sell twice.

mod actions;
mod api;
mod door;
mod grid;
mod jobs;
mod model;
mod own;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::day::{Standing, arrive, by_code, done, no_show, of_person, shifted, standing, today_at};
pub use actions::free::{Asked, days as free_days, nearest, slots as free_slots};
pub use actions::link::{opened as by_token, token};
pub use actions::reach::{must_reach, sites_of};
pub use actions::{change::cancel, change::move_to, confirm::for_somebody, policy};
pub use model::{Booked, Booking, Bound, Cancelled, FreeDay, Moved, Place, Slot, State, Want};
pub use rules::Policy;
pub use store::bookings::{find, who};

use platform::{Embed, MenuItem, Module, Permission};

/// See who comes, at the sites of one's grants.
pub const SEE: Permission = Permission("appointments.see");
/// Book for others, cancel, move, and mark who came.
pub const HANDLE: Permission = Permission("appointments.handle");

pub fn module() -> Module {
    let module = Module::new("appointments")
        .permissions(&[SEE, HANDLE])
        .facts(|_, facts| {
            facts.put(actions::free::Kept::default());
            facts.put(door::Door::default());
            Ok(())
        })
        .pages(|routes| {
            routes
                .public_get("/appointments", pages::choose::matters)
                .public_get("/appointments/new", pages::choose::show)
                .public_post("/appointments/hold", pages::choose::hold)
                .public_post("/appointments/wait", pages::choose::wait)
                .public_get("/appointments/find", pages::booking::find_page)
                .public_post("/appointments/find", pages::booking::find)
                .public_get("/appointments/{token}", pages::booking::show)
                .public_post("/appointments/{token}/details", pages::name::details)
                .public_post("/appointments/{token}/code", pages::name::again)
                .public_post("/appointments/{token}/confirm", pages::name::confirm)
                .public_post("/appointments/{token}/let-go", pages::name::let_go)
                .public_get("/appointments/{token}/cancel", pages::change::sure)
                .public_post("/appointments/{token}/cancel", pages::change::cancel)
                .public_get("/appointments/{token}/move", pages::change::times)
                .public_post("/appointments/{token}/move", pages::change::move_to)
                .public_post("/appointments/{token}/phone", pages::change::by_phone)
                .public_post("/appointments/{token}/accept", pages::change::accept)
        })
        .pages(|routes| {
            routes
                .get("/desk/appointments", SEE, pages::desk::list)
                .get("/desk/appointments/new", HANDLE, pages::desk::blank)
                .post("/desk/appointments/new", HANDLE, pages::desk::add)
                .get("/desk/appointments/shifted", SEE, pages::desk::shifted)
                .get("/desk/appointments/{id}", SEE, pages::desk::show)
                .post("/desk/appointments/{id}/{verb}", HANDLE, pages::desk::act)
                .get("/admin/appointments", sites::EDIT, pages::policy::show)
                .post("/admin/appointments", sites::EDIT, pages::policy::save)
        })
        .api(api::routes)
        .api(|routes| {
            routes
                .public_get("/appointments/{token}/event.ics", pages::ics::one)
                .public_get("/appointments/feed/{site}/{key}", pages::ics::feed)
        })
        .menu(&[
            MenuItem { label: "appointments-menu", path: "/appointments", icon: "calendar", permission: None, count: None },
            MenuItem {
                label: "appointments-policy",
                path: "/admin/appointments",
                icon: "calendar",
                permission: Some(sites::EDIT),
                count: None,
            },
            MenuItem {
                label: "appointments-menu-desk",
                path: "/desk/appointments",
                icon: "calendar",
                permission: Some(SEE),
                count: None,
            },
        ])
        .own(own::OWN)
        .on::<calendar::Changed>(actions::shift::calendar_changed)
        .on::<sites::Changed>(actions::shift::sites_changed)
        .on::<people::Erased>(jobs::erased)
        .job(actions::shift::AGAIN, |tx, job| actions::shift::look(tx, job.payload()?))
        .job(actions::tell::REMIND, actions::tell::remind)
        .job(actions::wait::OVER, actions::wait::over)
        .daily("appointments.close", 20, actions::day::close)
        .daily("appointments.sweep", 3, actions::day::sweep)
        .migrations(&[include_str!("../migrations/0001_bookings.sql")])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
