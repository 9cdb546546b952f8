//! Requests: what the commune offers, how to ask for it, and the receipt of the law. Everything follows from the procedure.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod answers;
mod api;
mod exports;
mod jobs;
mod model;
mod own;
mod pages;
mod rules;
mod samples;
mod scanner;
mod store;
#[cfg(test)]
mod tests;

pub use actions::draft::{add_file, asked_pieces, begin, begin_under, draft_code, fill, save};
pub use actions::file::{Filed, file, file_with_card, lacking, receipt};
pub use model::{Draft, DraftFile};
pub use pages::receipt::opened;
pub use pages::shown::answer;
pub use rules::{Compact, Verified, verify};

pub use uploads::scanner::try_out as scanner_answers;

use platform::{Embed, MenuItem, Module, Permission};

/// File requests with a program's key, without the hourly limit of visitors.
pub const FILE: Permission = Permission("requests.file");

pub fn module() -> Module {
    samples::add(
        Module::new("requests")
            .pages(|routes| {
                routes
                    .kept_get("/procedures", pages::catalogue::list)
                    .kept_get("/procedures/delays", pages::delays::show)
                    .kept_get("/procedures/{id}", pages::sheet::show)
                    .public_get("/procedures/{id}/start", pages::start::show)
                    .public_post("/procedures/{id}/start", pages::start::begin)
                    .public_get("/drafts", pages::start::resume)
                    .public_post("/drafts", pages::start::find)
                    .public_get("/drafts/{code}", pages::form::go_on)
                    .public_get("/drafts/{code}/{page}", pages::form::show)
                    .public_post("/drafts/{code}/forget", pages::form::forget)
                    .public_post("/drafts/{code}/{page}", pages::form::save)
                    .public_post("/drafts/{code}/files/{file}/remove", pages::form::remove)
                    .citizen_get("/drafts/{code}/take/{piece}", pages::take::show)
                    .citizen_post("/drafts/{code}/take/{piece}", pages::take::lend)
                    .citizen_get("/requests/{code}/take/{piece}", pages::take::show_filed)
                    .citizen_post("/requests/{code}/take/{piece}", pages::take::lend_filed)
                    .public_get("/requests/{code}/receipt", pages::receipt::show)
                    .public_get("/requests/{code}/pieces", pages::pieces::show)
                    .public_post("/requests/{code}/pieces", pages::pieces::add)
                    .public_get("/mandate", pages::mandate::ask)
                    .public_post("/mandate", pages::mandate::find)
                    .public_get("/mandate/{code}", pages::mandate::show)
                    .public_post("/mandate/{code}/end", pages::mandate::end)
                    .get("/desk/procedures", cases::FILE_FOR, pages::catalogue::at_the_counter)
                    .get("/desk/procedures/{id}", cases::FILE_FOR, pages::start::at_the_counter)
                    .post("/desk/procedures/{id}", cases::FILE_FOR, pages::start::begin_at_the_counter)
            })
            .pages(|routes| {
                routes
                    .get("/desk/drafts/{code}/take/{piece}", cases::FILE_FOR, pages::take_for::show)
                    .post("/desk/drafts/{code}/take/{piece}", cases::FILE_FOR, pages::take_for::lend)
                    .post("/desk/drafts/{code}/take/{piece}/person", cases::FILE_FOR, pages::take_for::ask)
                    .post("/desk/drafts/{code}/take/{piece}/code", cases::FILE_FOR, pages::take_for::prove)
            })
            .pages(pages::routes_of_holders)
            .pages(pages::routes_of_kiosks)
            .api(api::routes)
            .api(|routes| {
                routes
                    .public_get("/kiosk/still", pages::kiosk::still)
                    .get("/writer/papers/{id}/scan", assisted::FILE, pages::writer::scan)
                    .get("/desk/mandates/{code}/scan", cases::SEE, pages::writer::scan_at_the_desk)
            })
            .own(own::OWN)
            .permissions(&[FILE])
            .on::<cases::Moved>(jobs::follow_case)
            .on::<people::MandateEnded>(jobs::mandate_ended)
            .on::<folder::Withdrawn>(jobs::take_back)
            .daily("requests.forget_drafts", 3, jobs::forget_drafts)
            .effect(jobs::ERASE, jobs::erase_files)
            .hourly("requests-scan", scanner::look_again)
            .effect(scanner::SCAN, scanner::scan)
            .menu(&[
                MenuItem { label: "requests-menu", path: "/procedures", icon: "file", permission: None, count: None },
                MenuItem {
                    label: "requests-menu-counter",
                    path: "/desk/procedures",
                    icon: "counter",
                    permission: Some(cases::FILE_FOR),
                    count: None,
                },
                MenuItem {
                    label: "requests-menu-writer",
                    path: "/writer",
                    icon: "handshake",
                    permission: Some(assisted::FILE),
                    count: None,
                },
                MenuItem {
                    label: "assisted-journal-own",
                    path: "/writer/journal",
                    icon: "history",
                    permission: Some(assisted::FILE),
                    count: None,
                },
            ])
            .panel("cases.file", "requests/_file.html", pages::panel::at_the_desk)
            .panel("cases.author", "requests/_author.html", pages::panel::for_the_author)
            .panel("cases.mine", "requests/_organisations.html", pages::panel::of_organisations)
            .migrations(&[
                include_str!("../migrations/0001_drafts.sql"),
                include_str!("../migrations/0002_versions.sql"),
                include_str!("../migrations/0003_drafts_for_others.sql"),
                include_str!("../migrations/0004_organisations.sql"),
            ])
            .files::<Files>()
            .dataset(pages::delays::DELAYS),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
