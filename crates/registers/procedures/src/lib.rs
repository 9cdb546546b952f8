//! Procedures: what may be asked of the commune, declared as data; form, clocks, states and statistics follow from it.

mod actions;
mod answers;
mod catalog;
mod checks;
mod declared;
mod diff;
mod draft;
mod edit;
mod fault;
mod flow;
mod form;
mod load;
mod locks;
mod logic;
mod model;
mod pages;
mod procedure;
mod resolve;
mod samples;
mod schema;
mod second;
mod service;
mod store;
#[cfg(test)]
mod tests;
mod version;

pub use actions::{
    begin, begin_new, beside, diff, draft_faults, faults, propose, publish, save, save_over, send_back, set_tariff, withdraw,
};
pub use answers::{
    AnswerText, ListedAnswer, Origin, VARIABLES, add_answer, answers, change_answer, hide_answer, listed_answers, reset_answer,
};
pub use catalog::{AnswerTemplate, Catalog, Group, LookUp};
pub use checks::HOLDS;
pub use draft::category;
pub use fault::Fault;
pub use form::{
    Answers, FormField, Read, Shown, Typed, centimes, check, check_with, fees, field, fields, lacking, pieces, read, read_day,
    sample, settle, typed,
};
pub use load::{Country, catalog as declared};
pub use logic::{holds, value};
pub use model::{
    Action, Asked, Choice, Clock, ClockSource, Keywords, Kind, Level, NotOurs, OnDue, Open, Outcome, Page, Phase, Procedure,
    Question, QuestionKind, Readers, Route, Service, SourceKind, State,
};
pub use schema::{Days, Spoken, reference, schema};
pub use second::acts_for;
pub use service::{
    Basis, Extend, Fee, FeeDue, IdentityLevel, Opinion, OpinionSilence, Output, Piece, PieceClass, PieceFrom, PieceKind, Sign,
    Silence, Tariff, Valid,
};
pub use store::versions::OwnTariff;
pub use store::{Setting, catalog, change, procedure, settings, with};
pub use version::{Change, NewProcedure, Version, VersionState};

use platform::{MenuItem, Module, Permission};

/// Write drafts of procedures, propose them, set tariffs.
pub const EDIT: Permission = Permission("procedures.edit");
/// Publish what somebody else proposed.
pub const PUBLISH: Permission = Permission("procedures.publish");

pub fn module() -> Module {
    samples::add(bare())
}

fn bare() -> Module {
    Module::new("procedures")
        .permissions(&[EDIT, PUBLISH])
        .pages(|routes| {
            routes
                .get("/admin/procedures", EDIT, pages::list::show)
                .post("/admin/procedures", EDIT, pages::list::begin)
                .get("/admin/procedures/{id}", EDIT, pages::list::one)
                .post("/admin/procedures/{id}", EDIT, pages::list::begin_version)
                .get("/admin/procedures/{id}/{version}/{tab}", EDIT, pages::editor::show)
                .post("/admin/procedures/{id}/{version}/{tab}", EDIT, pages::editor::save)
                .get("/admin/publications", PUBLISH, pages::publish::list)
                .get("/admin/publications/{id}/{version}", PUBLISH, pages::publish::show)
                .post("/admin/publications/{id}/{version}", PUBLISH, pages::publish::decide)
                .get("/admin/publications/{id}/{version}/preview", PUBLISH, pages::preview::show)
                .get("/admin/tariffs", EDIT, pages::tariffs::list)
                .post("/admin/tariffs/{id}", EDIT, pages::tariffs::save)
        })
        .api(|routes| {
            routes.public_get("/procedures/schema.json", schema::published).get(
                "/admin/procedures.toml",
                EDIT,
                pages::editor::download,
            )
        })
        .menu(&[
            MenuItem {
                label: "procedures-menu",
                path: "/admin/procedures",
                icon: "clipboard",
                permission: Some(EDIT),
                count: None,
            },
            MenuItem {
                label: "procedures-menu-publish",
                path: "/admin/publications",
                icon: "stamp",
                permission: Some(PUBLISH),
                count: Some(store::versions::proposed),
            },
            MenuItem {
                label: "procedures-menu-tariffs",
                path: "/admin/tariffs",
                icon: "coins",
                permission: Some(EDIT),
                count: None,
            },
        ])
        .facts(load::read)
        .reference(&["procedures_settings", "procedures_versions", "procedures_tariffs"])
        .migrations(&[
            include_str!("../migrations/0001_settings.sql"),
            include_str!("../migrations/0002_answers.sql"),
            include_str!("../migrations/0003_versions.sql"),
            include_str!("../migrations/0004_persons.sql"),
        ])
        .files::<Files>()
}

#[derive(platform::Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
