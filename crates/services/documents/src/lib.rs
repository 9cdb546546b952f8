//! Documents: the papers that the commune delivers, their signatures, and the page where anybody verifies them.

mod actions;
mod api;
mod jobs;
mod keys;
mod make;
mod model;
mod pages;
mod samples;
mod sheet;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{of, sign_with};
pub use keys::{make_token, trusted};
pub use make::render;
pub use model::{Paper, PaperState};
pub use pages::print::pdf;
pub use pages::sign::signed as sign;
pub use sheet::{head, merge};

use platform::web::FormPart;
use platform::{Embed, MenuItem, Module};

pub fn module() -> Module {
    samples::add(
        Module::new("documents")
            .pages(|routes| {
                routes
                    .get("/desk/papers", cases::SIGN, pages::sign::list)
                    .post("/desk/papers/{id}/sign", cases::SIGN, pages::sign::sign)
                    .public_get("/verify", pages::verify::ask)
                    .public_post("/verify", pages::verify::upload)
                    .public_get("/verify/{code}", pages::verify::show)
            })
            .api(|routes| {
                routes
                    .get("/desk/papers/{id}/paper.pdf", cases::SEE, pages::print::at_the_desk)
                    .get("/desk/commission/{id}/minutes.pdf", permits::COMMISSION, pages::minutes::show)
                    .public_get("/papers/{code}/paper.pdf", pages::print::for_the_author)
                    .public_get("/requests/{code}/receipt.pdf", pages::print::receipt)
                    .public_get("/verify/{code}/result.json", api::code)
                    .about("What the register knows of the code of a paper, or what a compact receipt says.")
                    .answers::<api::VerifiedCode>()
                    .public_get("/api/verify/{code}", api::code)
                    .about("What the register knows of the code of a paper, or what a compact receipt says.")
                    .answers::<api::VerifiedCode>()
                    .public_post("/api/verify", api::upload)
                    .about(
                        "What a PDF proves: whether it is in the register, whether its signatures hold, what was changed since.",
                    )
                    .takes_form(&[("file", FormPart::File)])
                    .answers::<api::VerifiedFile>()
            })
            .on::<cases::OpenedEvent>(actions::begin)
            .on::<cases::Moved>(actions::follow)
            .effect(jobs::MAKE, jobs::make)
            .condition("paper", actions::lacking)
            .panel("cases.file", "documents/_file.html", pages::panel::at_the_desk)
            .panel("cases.author", "documents/_author.html", pages::panel::for_the_author)
            .menu(&[MenuItem {
                label: "documents-menu",
                path: "/desk/papers",
                icon: "signature",
                permission: Some(cases::SIGN),
                count: Some(actions::waiting),
            }])
            .migrations(&[include_str!("../migrations/0001_papers.sql")])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
