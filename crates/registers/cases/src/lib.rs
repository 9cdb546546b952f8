//! Cases: whatever is asked of the commune, from its receipt to its answer; one engine, one timeline, one inbox.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod jobs;
mod model;
mod own;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::delays::{Decided, decided};
pub use actions::opinions::{give as give_opinion, say as say_opinion, voice};
pub use actions::pieces::{PieceView, missing as missing_pieces, shown as shown_pieces};
pub use actions::retention::{Retention, drop_file};
pub use actions::tasks::{ask as ask_task, bring as bring_task, end as end_task};
pub use actions::telephone::{Told, look_by_phone, of_phone, told};
pub use actions::{
    OpenFile, act, add_file, amend, answers_shown, assign, attach, author_shown, by_code, clocks, correct, count, detach, doers,
    file, flag, follow, hear, import, import_again, import_many, link, list, may, may_as, merge, message_author, mine, mine_ids,
    moderate, near, note, open, publish, rate, recategorise, reply, root, route, rows, show_photo, split, tell, transfer,
    unfollow, unfollow_all, windows,
};
pub use model::{
    Audience, Case, CaseFile, Channel, ClockStanding, ClockView, Contact, Doer, Entry, EventKind, FileRole, Filter, Follower,
    Forgotten, Given, Handed, Hidden, Lineage, Means, Merge, Moved, NewCase, NewFile, NewOpinion, NewTask, Opened, OpenedEvent,
    OpinionView, PastCase, Place, Publication, Rated, Row, Scan, Sealed, Shown, Survey, Task, TaskState, Verdict, View, Voice,
};
pub use own::path as author_path;
pub use pages::key::{check_pin, opened_by_author};
pub use store::lists::latest;
pub use store::lists::{Where, Window, visible};
pub use store::opinions::of as opinions;
pub use store::tasks::of as tasks;
pub use store::{bulk, figures, files, find, lists, pinned, points, spots, surveys, timeline, unseal};

use platform::{MenuItem, Module, Permission};

pub const SEE: Permission = Permission("cases.see");
pub const HANDLE: Permission = Permission("cases.handle");
pub const ASSIGN: Permission = Permission("cases.assign");
pub const TRANSFER: Permission = Permission("cases.transfer");
pub const RESTRICTED: Permission = Permission("cases.restricted");
pub const MERGE: Permission = Permission("cases.merge");
pub const MODERATE: Permission = Permission("reports.moderate");
/// File and complete requests for somebody else, at the counter.
pub const FILE_FOR: Permission = Permission("cases.file_for");
/// Sign decisions.
pub const SIGN: Permission = Permission("cases.sign");

pub fn module() -> Module {
    pages::samples::add(table_of_contents())
}

fn table_of_contents() -> Module {
    Module::new("cases")
        .own(own::OWN)
        .permissions(&[SEE, HANDLE, ASSIGN, TRANSFER, RESTRICTED, MERGE, MODERATE, FILE_FOR, SIGN])
        .pages(|routes| {
            routes
                .public_get("/cases", pages::author::find)
                .public_post("/cases", pages::author::open)
                .public_get("/cases/{code}", pages::author::case)
                .public_post("/cases/{code}/pin", pages::author::pin)
                .public_get("/cases/{code}/pin", pages::author::pin_page)
                .public_post("/cases/{code}/reply", pages::author::reply)
                .public_post("/cases/{code}/correct", pages::author::correct)
                .public_post("/cases/{code}/photo", pages::author::photo)
                .public_post("/cases/{code}/act", pages::author::act)
                .public_post("/cases/{code}/rate", pages::author::rate)
                .get("/desk", SEE, pages::desk::inbox)
                .get("/desk/{id}", SEE, pages::file::show)
                .post("/desk/{id}/act", HANDLE, pages::file::act)
                .post("/desk/{id}/assign", HANDLE, pages::file::assign)
                .post("/desk/{id}/transfer", TRANSFER, pages::file::transfer)
                .post("/desk/{id}/category", TRANSFER, pages::file::category)
                .post("/desk/{id}/tell", HANDLE, pages::file::tell)
                .post("/desk/{id}/split", MERGE, pages::lineage::split)
                .post("/desk/{id}/parent", MERGE, pages::lineage::attach)
                .post("/desk/{id}/parent/leave", MERGE, pages::lineage::detach)
                .post("/desk/{id}/note", SEE, pages::file::note)
                .post("/desk/{id}/tasks", HANDLE, pages::tasks::ask)
                .post("/desk/{id}/tasks/{task}/end", SEE, pages::tasks::end)
                .post("/desk/{id}/opinions/{opinion}", SEE, pages::tasks::opinion)
        })
        .api(|routes| {
            routes
                .get("/desk/files/{id}", SEE, pages::file::image)
                .get("/desk/{id}/place.geojson", SEE, pages::file::place)
                .public_get("/cases/{code}/files/{id}", pages::author::image)
                .public_get("/cases/{code}/receipt.json", pages::author::receipt)
                .get("/desk.csv", SEE, pages::desk::export)
        })
        .on::<calendar::Changed>(jobs::recompute)
        .on::<people::ErasureAsked>(jobs::erasure_asked)
        .on::<Moved>(jobs::erase_after_closing)
        .hears(actions::telephone::hear)
        .facts(|pack, facts| {
            facts.put(model::load_ladders(pack)?);
            actions::retention::read(pack, facts)
        })
        .effect("cases.erase_files", jobs::erase_files)
        .daily("cases.forget", 4, jobs::forget)
        .hourly("cases.note_missed", jobs::note_missed)
        .hourly("cases.escalate", jobs::escalate)
        .hourly("cases.note_silence", jobs::note_silence)
        .daily("cases.close_answered", 3, jobs::close_answered)
        .menu(&[
            MenuItem {
                label: "cases-menu-desk",
                path: "/desk",
                icon: "inbox",
                permission: Some(SEE),
                count: Some(pages::desk::waiting),
            },
            // Not a line of the menu: what the bell tells.
            MenuItem {
                label: "cases-menu-new",
                path: "/desk?view=new",
                icon: "bell",
                permission: Some(SEE),
                count: Some(pages::desk::fresh),
            },
            MenuItem {
                label: "cases-menu-escalated",
                path: "/desk?view=escalated",
                icon: "flag",
                permission: Some(SEE),
                count: Some(pages::desk::escalated),
            },
            MenuItem { label: "cases-menu-find", path: "/cases", icon: "search", permission: None, count: None },
        ])
        .panel("procedures.version", "cases/_procedure.html", pages::procedure::open_files)
        .reference(&["cases_procedures"])
        .migrations(&[
            include_str!("../migrations/0001_cases.sql"),
            include_str!("../migrations/0002_figures.sql"),
            include_str!("../migrations/0003_fewer_trees.sql"),
            include_str!("../migrations/0004_tasks.sql"),
            include_str!("../migrations/0005_requests.sql"),
            include_str!("../migrations/0006_unscanned.sql"),
            include_str!("../migrations/0007_opinions.sql"),
            include_str!("../migrations/0008_changes.sql"),
            include_str!("../migrations/0009_points.sql"),
            include_str!("../migrations/0010_ladders.sql"),
            include_str!("../migrations/0011_lineage.sql"),
            include_str!("../migrations/0012_surveys.sql"),
            include_str!("../migrations/0013_open.sql"),
            include_str!("../migrations/0014_own_unit.sql"),
        ])
        .files::<Files>()
}

#[derive(platform::Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
