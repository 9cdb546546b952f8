//! The folder: the documents that belong to a person and are kept for him, what of them is lent to procedures, and the
//! download of everything.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod api;
mod download;
mod jobs;
mod model;
mod own;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    arrive, content, draft_gone, filed, fitting, keep, keep_issued, lend, looked_at_the_counter, own, present, still_lent, take,
    take_back,
};
pub use model::{Document, Loan, NewDocument, NewIssued, NewLoan, Origin, PaperFile, Papers, Standing, Taken, Trust, Withdrawn};
pub use pages::choice::{Choices, choices};
pub use rules::{CONSENT, WARN_DAYS, fits, lendable, standing};
pub use store::{count, find, of_person};

use platform::{Embed, Module};

pub fn module() -> Module {
    samples::add(
        Module::new("folder")
            .pages(|routes| {
                routes
                    .citizen_get("/my/documents", pages::list::show)
                    .citizen_get("/my/documents/new", pages::add::show)
                    .citizen_post("/my/documents/new", pages::add::add)
                    .citizen_get("/my/documents/keep/{file}", pages::add::show_piece)
                    .citizen_post("/my/documents/keep/{file}", pages::add::keep_piece)
                    .citizen_get("/my/documents/{id}", pages::one::show)
                    .citizen_post("/my/documents/{id}", pages::one::change)
                    .citizen_post("/my/documents/{id}/erase", pages::one::erase)
                    .citizen_post("/my/documents/loans/{id}/withdraw", pages::one::withdraw)
                    .citizen_get("/my/download", pages::download::ask)
                    .citizen_post("/my/download", pages::download::send_code)
                    .citizen_get("/my/download/file", pages::download::ask)
                    .citizen_post("/my/download/file", pages::download::give)
            })
            .api(|routes| {
                routes
                    .citizen_get("/my/documents/{id}/file", api::file)
                    .about("The file of a kept document, byte for byte, for its person.")
                    .media("application/octet-stream")
                    .citizen_get("/my/documents/{id}/picture", api::picture)
                    .about("The picture of a kept document that is an image, made anew.")
                    .query(&[("small", "any value: a small one")])
                    .media("image/jpeg")
                    .citizen_get("/api/v1/my/documents", api::list)
                    .about("The documents that are kept for the person whose session it is, newest first.")
                    .query(&[("after", "`next` of the page before")])
                    .answers::<api::List>()
                    .citizen_get("/api/v1/my/documents/{id}", api::one)
                    .about("One kept document, with what it was lent to.")
                    .answers::<api::One>()
            })
            .facts(jobs::facts)
            .on::<people::ErasureAsked>(jobs::erasure_asked)
            .on::<people::Erased>(jobs::erased)
            .effect(jobs::ERASE, jobs::erase_files)
            .effect(jobs::SCAN, jobs::scan)
            .hourly("folder-scan", jobs::look_again)
            .daily("folder.note_ends", 9, jobs::note_ends)
            .panel("my.page", "folder/_my.html", pages::panel::on_my_page)
            .own(own::OWN)
            .panel("cases.author", "folder/_author.html", pages::panel::for_the_author)
            .panel("cases.file", "folder/_file.html", pages::panel::at_the_desk)
            .migrations(&[include_str!("../migrations/0001_folder.sql")])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
