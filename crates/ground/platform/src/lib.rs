//! The platform: what every module stands on. Doors, words, templates, access, jobs, and the store beneath.

pub mod access;
mod app;
pub mod communes;
mod config;
mod context;
mod links;
mod module;
mod openapi;
pub mod own;
mod pack;
mod roles;
pub mod shelf;
pub mod sms;
mod templates;
pub mod web;
mod words;
mod worker;

pub use app::{App, condition, load_words, objection, panels, setup, shown_panels, text};
pub use communes::{Commune, Communes, Profile};
pub use config::Config;
pub use kernel::{self, Day, Id, Label, Lang, Moment, Money, Refusal};
pub use links::{is_same_mark, link_mark, web_link};
pub use module::{Condition, Dataset, Every, Files, MenuItem, Module, Panel, PanelModel, Sample, Waits};
pub use openapi::openapi;
pub use pack::{Pack, fault as pack_fault};
pub use roles::{Role, Roles, load as load_roles};
/// Derive for the files of a module: `#[derive(Embed)] #[crate_path = "platform::embed"] #[folder = "."]`.
pub use rust_embed as embed;
pub use rust_embed::RustEmbed as Embed;
pub use serde_json::{self as json, Value as Json};
pub use store::{
    self, Actor, Blobs, Clock, Count, Deposit, Event, Facts, Grant, Job, Keys, Permission, Problem, Receipt, Result, Row, Scope,
    Tx, Value, Vault, args,
};
pub use web::{Access, Allowance, Answer, Ctx, Cursor, Failure, Fields, Kind, Upload};
pub use words::{Arg, Words, escape, keys_of};
