//! Permits: the commission that sits on files, and the visits that go and look.

mod actions;
mod model;
mod pages;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::complaints::{link as link_complaint, unlink as unlink_complaint};
pub use actions::{close, invite, judge, minutes, open, put_on_agenda, visit};
pub use model::{Finding, Item, Member, NewSitting, NewVisit, Scale, Sitting, SittingState, Visit, VisitPhoto};
pub use store::{agendas, visits};

use platform::{Embed, MenuItem, Module, Permission};

/// Call the commission, keep its agenda and its minutes.
pub const COMMISSION: Permission = Permission("permits.commission");

pub fn module() -> Module {
    samples::add(
        Module::new("permits")
            .permissions(&[COMMISSION])
            .pages(|routes| {
                routes
                    .get("/desk/commission", COMMISSION, pages::sittings::list)
                    .post("/desk/commission", COMMISSION, pages::sittings::open)
                    .get("/desk/commission/{id}", COMMISSION, pages::sittings::show)
                    .post("/desk/commission/{id}/members", COMMISSION, pages::sittings::invite)
                    .post("/desk/commission/{id}/items", COMMISSION, pages::sittings::add)
                    .post("/desk/commission/{id}/items/{case}", COMMISSION, pages::sittings::judge)
                    .post("/desk/commission/{id}/close", COMMISSION, pages::sittings::close)
                    .post("/desk/{id}/visits", cases::HANDLE, pages::visits::record)
                    .get("/desk/{id}/visit", cases::HANDLE, pages::visits::page)
                    .post("/desk/{id}/permits", cases::HANDLE, pages::complaints::link)
                    .post("/desk/{id}/permits/{permit}/unlink", cases::HANDLE, pages::complaints::unlink)
            })
            .api(|routes| {
                routes.public_get("/visit-worker.js", pages::visits::worker).get(
                    "/desk/visits/photos/{id}",
                    cases::SEE,
                    pages::visits::photo,
                )
            })
            .menu(&[MenuItem {
                label: "permits-menu",
                path: "/desk/commission",
                icon: "scale",
                permission: Some(COMMISSION),
                count: Some(store::waiting),
            }])
            .condition("sitting", actions::lacks_sitting)
            .condition("visit", actions::lacks_visit)
            .panel("cases.file", "permits/_file.html", pages::visits::panel)
            .panel("cases.file", "permits/_complaints.html", pages::complaints::panel)
            .panel("reports.report", "permits/_place.html", pages::complaints::at_place)
            .migrations(&[
                include_str!("../migrations/0001_sittings.sql"),
                include_str!("../migrations/0002_complaints.sql"),
                include_str!("../migrations/0003_visits.sql"),
            ])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
