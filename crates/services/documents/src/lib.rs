//! Documents: the papers that the commune delivers, their signatures, and the page where anybody verifies them.

mod actions;
mod health;
mod jobs;
mod keys;
mod make;
mod model;
mod pages;
mod samples;
mod sheet;
mod stamp;
mod store;
#[cfg(test)]
mod tests;

pub use actions::of;
pub use health::{Health, authority, health};
pub use keys::{Holder, Made, import, listed, make_token, place_card, trust, trusted};
pub use make::render;
pub use model::{Paper, PaperState};
pub use pages::sign::signed as sign;

use platform::{Embed, MenuItem, Module, Permission};

/// Signing papers when it is one's turn; what may be signed follows from the role and the file.
pub const SIGN: Permission = Permission("documents.sign");

pub fn module() -> Module {
    samples::add(
        Module::new("documents")
            .permissions(&[SIGN])
            .pages(|routes| {
                routes
                    .get("/desk/papers", SIGN, pages::sign::list)
                    .post("/desk/papers/{id}/sign", SIGN, pages::sign::sign)
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
                    .public_get("/verify/{code}/result.json", pages::verify::json)
            })
            .on::<cases::OpenedEvent>(actions::begin)
            .on::<cases::Moved>(actions::follow)
            .effect(jobs::MAKE, jobs::make)
            .effect(jobs::STAMP, jobs::stamp)
            .hourly("documents-stamp", actions::stamp_again)
            .condition("paper", actions::lacking)
            .panel("cases.file", "documents/_file.html", pages::panel::at_the_desk)
            .panel("cases.author", "documents/_author.html", pages::panel::for_the_author)
            .menu(&[MenuItem {
                label: "documents-menu",
                path: "/desk/papers",
                icon: "signature",
                permission: Some(SIGN),
                count: Some(actions::waiting),
            }])
            .migrations(&[
                include_str!("../migrations/0001_papers.sql"),
                include_str!("../migrations/0002_keys.sql"),
                include_str!("../migrations/0003_signatures.sql"),
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
