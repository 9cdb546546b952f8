//! Documents: the papers that the commune delivers, their signatures, and the page where anybody verifies them.

mod actions;
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
pub use jobs::sealed;
pub use keys::{make_token, trusted};
pub use make::{FIELD, render};
pub use model::{Paper, PaperState};
pub use pages::sign::signed as sign;

use platform::{Embed, MenuItem, Module};

pub fn module() -> Module {
    samples::add(
        Module::new("documents")
            .pages(|routes| {
                routes
                    .get("/desk/papers", cases::SIGN, pages::sign::list)
                    .post("/desk/papers/{id}/sign", cases::SIGN, pages::sign::sign)
                    .post("/desk/papers/{id}/renew", cases::FILE_FOR, pages::renew::at_the_counter)
                    .post("/desk/papers/{id}/begun", cases::HANDLE, pages::renew::begun)
                    .public_post("/papers/{code}/renew", pages::renew::by_holder)
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
                    .get("/desk/orders/{id}/order.pdf", cases::SEE, pages::order::at_the_desk)
                    .public_get("/requests/{code}/order.pdf", pages::order::for_the_author)
                    .public_get("/verify/{code}/result.json", pages::verify::json)
            })
            .on::<cases::OpenedEvent>(actions::begin)
            .on::<cases::Moved>(actions::follow)
            .effect(jobs::MAKE, jobs::make)
            .daily("documents.note_ends", 2, actions::note_ends)
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
            .migrations(&[include_str!("../migrations/0001_papers.sql"), include_str!("../migrations/0002_validity.sql")])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
