//! Requests: what the commune offers, how to ask for it, and the receipt of the law. Everything follows from the procedure.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod api;
mod exports;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::draft::{add_file, asked_pieces, begin, draft_code, fill, save};
pub use actions::file::{Filed, file, lacking, receipt};
pub use model::{Draft, DraftFile};
pub use pages::receipt::opened;
pub use pages::shown::answer;
pub use rules::{Compact, Verified, verify};

use platform::{Embed, MenuItem, Module};

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
                    .public_post("/drafts/{code}/{page}", pages::form::save)
                    .public_post("/drafts/{code}/files/{file}/remove", pages::form::remove)
                    .public_get("/requests/{code}/receipt", pages::receipt::show)
                    .public_get("/requests/{code}/pieces", pages::pieces::show)
                    .public_post("/requests/{code}/pieces", pages::pieces::add)
                    .get("/desk/procedures", cases::FILE_FOR, pages::catalogue::at_the_counter)
                    .get("/desk/procedures/{id}", cases::FILE_FOR, pages::start::at_the_counter)
                    .post("/desk/procedures/{id}", cases::FILE_FOR, pages::start::begin_at_the_counter)
            })
            .api(|routes| {
                routes
                    .kept_get("/procedures.ttl", exports::turtle)
                    .kept_get("/procedures.jsonld", exports::json_ld)
                    .kept_get("/procedures.json", exports::json)
                    .public_get("/drafts/{code}/files/{file}", api::draft_file)
                    .public_post("/drafts/{code}/uploads", api::begin_upload)
                    .public_get("/drafts/{code}/uploads/{upload}", api::upload_at)
                    .public_post("/drafts/{code}/uploads/{upload}", api::more_of_upload)
                    .get("/desk/pieces/{file}", cases::SEE, api::piece)
            })
            .on::<cases::Moved>(jobs::follow_case)
            .daily("requests.forget_drafts", 3, jobs::forget_drafts)
            .effect(jobs::ERASE, jobs::erase_files)
            .menu(&[
                MenuItem { label: "requests-menu", path: "/procedures", icon: "file", permission: None, count: None },
                MenuItem {
                    label: "requests-menu-counter",
                    path: "/desk/procedures",
                    icon: "counter",
                    permission: Some(cases::FILE_FOR),
                    count: None,
                },
            ])
            .panel("cases.file", "requests/_file.html", pages::panel::at_the_desk)
            .panel("cases.author", "requests/_author.html", pages::panel::for_the_author)
            .migrations(&[include_str!("../migrations/0001_drafts.sql")])
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
