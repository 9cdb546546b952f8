//! Documents: the papers that the commune delivers, their signatures, and the page where anybody verifies them.

mod actions;
mod api;
mod decisions;
mod health;
mod jobs;
mod keys;
mod make;
mod model;
mod own;
mod pages;
mod press;
mod samples;
mod sheet;
mod sign;
mod stamp;
mod store;
mod templates;
#[cfg(test)]
mod tests;

pub use actions::of;
pub use health::{Health, authority, health};
pub use jobs::sealed;
pub use keys::{Holder, Made, import, listed, make_token, place_card, trust, trusted, unlock};
pub use make::render;
pub use model::{FIELD, Issued, Paper, PaperState};
pub use pages::print::pdf;
pub use press::{ENVIRONMENT as PRESS_ENVIRONMENT, Order, page_apart, start_as as press_as, work as press};
pub use sheet::{head, merge};
pub use sign::sign;

use platform::web::FormPart;
use platform::{Embed, MenuItem, Module, Permission};

/// Signing papers when it is one's turn; what may be signed follows from the role and the file.
pub const SIGN: Permission = Permission("documents.sign");
/// Writing and publishing the commune's own templates of papers.
pub const TEMPLATES: Permission = Permission("documents.templates");

pub fn module() -> Module {
    samples::add(
        Module::new("documents")
            .permissions(&[SIGN, TEMPLATES])
            .facts(|_, facts| {
                facts.put(folder::Papers(actions::kept));
                Ok(())
            })
            .pages(|routes| {
                routes
                    .get("/desk/papers", SIGN, pages::sign::list)
                    .post("/desk/papers/{id}/sign", SIGN, pages::sign::sign)
                    .post("/desk/papers/sign", SIGN, pages::sign::several)
                    .get("/desk/papers/ending", cases::SEE, pages::ending::list)
                    .get(pages::keys::ADDRESS, people::KEYS_EDIT, pages::keys::list)
                    .post("/admin/signing-keys/unlock", people::KEYS_EDIT, pages::keys::unlock)
                    .get("/admin/templates", TEMPLATES, pages::templates::list)
                    .get("/admin/templates/{kind}", TEMPLATES, pages::templates::show)
                    .post("/admin/templates/{kind}", TEMPLATES, pages::templates::save)
                    .post("/admin/templates/{kind}/publish", TEMPLATES, pages::templates::publish)
                    .post("/admin/templates/{kind}/retire", TEMPLATES, pages::templates::retire)
                    .post("/desk/papers/{id}/renew", cases::FILE_FOR, pages::renew::at_the_counter)
                    .post("/desk/papers/{id}/begun", cases::HANDLE, pages::renew::begun)
                    .public_post("/papers/{code}/renew", pages::renew::by_holder)
                    .public_get("/verify", pages::verify::ask)
                    .public_post("/verify", pages::verify::upload)
                    .public_get("/verify/{code}", pages::verify::show)
            })
            .api(|routes| {
                routes
                    .get("/admin/templates/{kind}/preview.pdf", TEMPLATES, pages::templates::preview)
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
                    .get("/desk/orders/{id}/order.pdf", cases::SEE, pages::order::at_the_desk)
                    .get("/desk/cash/orders/{id}/order.pdf", payments::COLLECT, pages::order::at_the_cash_desk)
                    .public_get("/requests/{code}/order.pdf", pages::order::for_the_author)
            })
            .on::<cases::OpenedEvent>(actions::begin)
            .on::<cases::Moved>(actions::follow)
            .effect(jobs::MAKE, jobs::make)
            .effect(jobs::STAMP, jobs::stamp)
            .hourly("documents-stamp", actions::stamp_again)
            .daily("documents.note_ends", 2, actions::note_ends)
            .own(own::OWN)
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
            .menu(&[MenuItem {
                label: "documents-templates",
                path: "/admin/templates",
                icon: "paper",
                permission: Some(TEMPLATES),
                count: Some(templates::rows::failing),
            }])
            .menu(&[MenuItem {
                label: "documents-ending",
                path: "/desk/papers/ending",
                icon: "calendar",
                permission: Some(cases::FILE_FOR),
                count: None,
            }])
            .menu(&[MenuItem {
                label: "documents-keys",
                path: pages::keys::ADDRESS,
                icon: "key",
                permission: Some(people::KEYS_EDIT),
                count: None,
            }])
            .migrations(&[
                include_str!("../migrations/0001_papers.sql"),
                include_str!("../migrations/0002_keys.sql"),
                include_str!("../migrations/0003_signatures.sql"),
                include_str!("../migrations/0004_templates.sql"),
                include_str!("../migrations/0005_validity.sql"),
                include_str!("../migrations/0006_signing.sql"),
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
