//! Gateways: paying an order of payment by card, at the bank's own page, and what the bank says of it afterwards.

mod actions;
mod api;
mod bank;
pub mod est;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;

pub use actions::{heard, save as save_settings};
pub use model::{Kind, Reply, Settings, Standing, Told};
pub use store::{facts, settings};

use platform::{Embed, MenuItem, Module, Permission};

/// Decide with which gateway the commune has a contract, and write its keys.
pub const SETTINGS: Permission = Permission("payments.settings");

pub fn module() -> Module {
    samples::add(
        Module::new("gateways")
            .permissions(&[SETTINGS])
            .pages(|routes| {
                routes
                    .public_get("/pay", pages::order::find)
                    .public_get("/pay/{code}", pages::order::show)
                    .public_post("/pay/{code}/card", pages::order::begin)
                    .public_get("/pay/{code}/card", pages::order::go)
                    .public_get("/pay/{code}/receipt", pages::order::receipt)
                    .get("/admin/payments", SETTINGS, pages::settings::show)
                    .post("/admin/payments", SETTINGS, pages::settings::save)
            })
            .api(api::routes)
            .on::<payments::RefundAsked>(jobs::refund_asked)
            .on::<payments::IntentEnded>(jobs::ended)
            .effect(jobs::ASK, jobs::ask)
            .effect(jobs::CREDIT, jobs::credit)
            .hourly("gateways.hanging", jobs::hanging)
            .panel("cases.author", "gateways/_author.html", pages::order::panel)
            .menu(&[MenuItem {
                label: "gateways-menu",
                path: "/admin/payments",
                icon: "coins",
                permission: Some(SETTINGS),
                count: None,
            }])
            .migrations(&[include_str!("../migrations/0001_gateways.sql")])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
