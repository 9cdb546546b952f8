//! Procedures: what may be asked of the commune, declared as data; form, clocks, states and statistics follow from it.

mod answers;
mod catalog;
mod checks;
mod declared;
mod fault;
mod form;
mod load;
mod logic;
mod model;
mod resolve;
mod service;
mod store;
#[cfg(test)]
mod tests;

pub use answers::{
    AnswerText, ListedAnswer, Origin, VARIABLES, add_answer, answers, change_answer, hide_answer, listed_answers, reset_answer,
};
pub use catalog::{AnswerTemplate, Catalog, Group, LookUp};
pub use checks::HOLDS;
pub use fault::Fault;
pub use form::{
    Answers, FormField, Read, Shown, Typed, check, check_with, fees, field, fields, lacking, pieces, read, sample, settle,
};
pub use load::{Country, catalog as declared};
pub use logic::{holds, value};
pub use model::{
    Action, Asked, Choice, Clock, ClockSource, Kind, Level, NotOurs, OnDue, Open, Outcome, Page, Phase, Procedure, Question,
    QuestionKind, Route, Service, SourceKind, State,
};
pub use service::{
    Basis, Extend, Fee, FeeDue, IdentityLevel, Opinion, OpinionSilence, Output, Piece, PieceClass, PieceFrom, PieceKind, Sign,
    Silence, Tariff, Valid,
};
pub use store::{Setting, catalog, change, procedure, settings, with};

use platform::{Module, Permission};

pub const EDIT: Permission = Permission("procedures.edit");

pub fn module() -> Module {
    Module::new("procedures")
        .permissions(&[EDIT])
        .facts(load::read)
        .reference(&["procedures_settings"])
        .migrations(&[include_str!("../migrations/0001_settings.sql"), include_str!("../migrations/0002_answers.sql")])
        .files::<Files>()
}

#[derive(platform::Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "locales/*.ftl"]
struct Files;
