//! Procedures: what may be asked of the commune, declared as data; form, clocks, states and statistics follow from it.

mod answers;
mod catalog;
mod form;
mod load;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use answers::{
    AnswerText, ListedAnswer, Origin, VARIABLES, add_answer, answers, change_answer, hide_answer, listed_answers, reset_answer,
};
pub use catalog::{AnswerTemplate, Catalog, Group};
pub use form::{Answers, FormField, Typed, check, fields};
pub use load::catalog as declared;
pub use model::{
    Action, Asked, Choice, Clock, ClockSource, Kind, Level, NotOurs, OnDue, Open, Outcome, Page, Phase, Procedure, Question,
    QuestionKind, Route, SourceKind, State,
};
pub use store::{Setting, catalog, change, procedure, settings};

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
