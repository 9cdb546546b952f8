//! Contractors: what was agreed with them, what they are given to do, what they prove, and what it costs when time runs out.

mod actions;
mod datasets;
mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::contracts::{Written, write as agree};
pub use actions::orders::{judge, work};
pub use actions::penalties::{contest, decide, sign};
pub use model::*;
pub use rules::doubts;
pub use store::orders::{Which, list as orders};
pub use store::penalties::in_state as penalties;

use platform::{Embed, MenuItem, Module, Permission};

/// Work on the orders of one's own unit: the contractor's side.
pub const WORK: Permission = Permission("contractors.work");
/// Look at proofs and refusals, and at what could not be delivered: the side of the service.
pub const FOLLOW: Permission = Permission("contractors.follow");
/// Agree on contracts, sign penalties and statements.
pub const SIGN: Permission = Permission("contractors.sign");

pub fn module() -> Module {
    pages::samples::add(table_of_contents())
}

fn table_of_contents() -> Module {
    Module::new("contractors")
        .permissions(&[WORK, FOLLOW, SIGN])
        .pages(|routes| {
            routes
                .kept_get("/contracts", pages::public::show)
                .get("/contractor", WORK, pages::work::list)
                .get("/contractor/{id}", WORK, pages::work::one)
                .post("/contractor/{id}/act", WORK, pages::work::act)
                .post("/contractor/penalties/{id}/contest", WORK, pages::work::contest)
                .public_get("/orders/{token}", pages::work::one_by_link)
                .public_post("/orders/{token}/act", pages::work::act_by_link)
                .public_post("/orders/{token}/penalties/{id}", pages::work::contest_by_link)
                .public_get("/proofs/{token}", pages::proof::show)
                .public_post("/proofs/{token}", pages::proof::answer)
                .get("/desk/contractors", FOLLOW, pages::desk::list)
                .get("/desk/contractors/orders/{id}", FOLLOW, pages::desk::one)
                .post("/desk/contractors/orders/{id}/judge", FOLLOW, pages::desk::judge)
                .post("/desk/contractors/orders/{id}/again", FOLLOW, pages::desk::deliver_again)
                .get("/desk/contractors/penalties/{id}", FOLLOW, pages::penalties::show)
                .post("/desk/contractors/penalties/{id}/sign", SIGN, pages::penalties::sign)
                .post("/desk/contractors/penalties/{id}/drop", SIGN, pages::penalties::dismiss)
                .post("/desk/contractors/penalties/{id}/decide", SIGN, pages::penalties::decide)
                .get("/desk/contractors/contracts/new", SIGN, pages::contracts::blank)
                .post("/desk/contractors/contracts/new", SIGN, pages::contracts::add)
                .get("/desk/contractors/contracts/{id}", FOLLOW, pages::contracts::show)
                .get("/desk/contractors/contracts/{id}/terms", SIGN, pages::contracts::edit)
                .post("/desk/contractors/contracts/{id}/terms", SIGN, pages::contracts::change)
                .post("/desk/contractors/contracts/{id}/data", SIGN, pages::contracts::receive)
                .get("/desk/contractors/contracts/{id}/months/{month}", FOLLOW, pages::statements::show)
                .post("/desk/contractors/contracts/{id}/months/{month}/sign", SIGN, pages::statements::sign)
        })
        .api(|routes| {
            routes
                .get("/contractor/{id}/photos/{file}", WORK, pages::work::photo)
                .public_get("/orders/{token}/photos/{file}", pages::work::photo_by_link)
                .public_get("/proofs/{token}/photos/{file}", pages::proof::photo)
                .get("/desk/contractors/orders/{id}/photos/{file}", FOLLOW, pages::desk::photo)
        })
        .menu(&[
            MenuItem {
                label: "contractors-menu-work",
                path: "/contractor",
                icon: "contractor",
                permission: Some(WORK),
                count: Some(pages::work::waiting),
            },
            MenuItem {
                label: "contractors-menu",
                path: "/desk/contractors",
                icon: "contractor",
                permission: Some(FOLLOW),
                count: Some(pages::desk::waiting),
            },
        ])
        .panel("cases.file", "contractors/_file.html", pages::panels::in_file)
        .panel("cases.author", "contractors/_author.html", pages::panels::for_author)
        .panel("reports.statistics", "contractors/_door.html", pages::panels::door)
        .on::<cases::OpenedEvent>(|tx, opened| actions::orders::hand_over(tx, &opened.case))
        .on::<cases::Handed>(|tx, handed| actions::orders::hand_over(tx, &handed.case))
        .on::<cases::Moved>(|tx, moved| actions::orders::hand_over(tx, &moved.case))
        .on::<sending::Told>(actions::deliver::heard)
        .on::<actions::in_case::Worked>(actions::in_case::follow)
        .job(actions::deliver::DELIVER, actions::deliver::deliver)
        .effect(actions::system::SEND, actions::system::send)
        .effect(actions::system::ASK, actions::system::ask)
        .effect(actions::system::TELL, actions::system::tell)
        .hourly("contractors.ask_systems", actions::system::ask_all)
        .job(actions::orders::TAKE_UP, actions::orders::take_up)
        .hourly("contractors.draft_penalties", actions::sweep::draft_penalties)
        .reference(&["contractors_contracts"])
        .migrations(&[
            include_str!("../migrations/0001_contractors.sql"),
            include_str!("../migrations/0002_systems.sql"),
            include_str!("../migrations/0003_known_penalties.sql"),
            include_str!("../migrations/0004_months.sql"),
        ])
        .files::<Files>()
        .dataset(datasets::CONTRACTS)
        .dataset(datasets::PENALTIES)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
