//! Integrations: reports for the programs of others, asked for with a key, and told of by signed messages.

#![recursion_limit = "256"] // the sample models of the pages are long objects

mod actions;
mod api;
mod model;
mod pages;
mod rules;
mod shapes;
mod store;
#[cfg(test)]
mod tests;
mod told;

use platform::{Embed, MenuItem, Module, Permission};

/// Look at reports, without what is personal.
pub const READ: Permission = Permission("reports.read");
/// File reports.
pub const FILE: Permission = Permission("reports.file");
/// Work on reports: notes, actions, another unit, another category.
pub const HANDLE: Permission = Permission("reports.handle");
/// Read what the author wrote, and how he is reached; each look is recorded.
pub const PERSONAL: Permission = Permission("reports.personal");
/// Say who is told of what happens.
pub const HOOKS: Permission = Permission("integrations.hooks");

pub fn module() -> Module {
    pages::samples::add(table_of_contents())
}

fn table_of_contents() -> Module {
    Module::new("integrations")
        .permissions(&[READ, FILE, HANDLE, PERSONAL, HOOKS])
        .pages(|routes| {
            routes
                .get("/admin/webhooks", HOOKS, pages::hooks::list)
                .get("/admin/webhooks/new", HOOKS, pages::form::blank)
                .post("/admin/webhooks/new", HOOKS, pages::form::add)
                .get("/admin/webhooks/{id}", HOOKS, pages::hooks::show)
                .get("/admin/webhooks/{id}/terms", HOOKS, pages::form::edit)
                .post("/admin/webhooks/{id}/terms", HOOKS, pages::form::change)
                .post("/admin/webhooks/{id}/ping", HOOKS, pages::hooks::ping)
                .post("/admin/webhooks/{id}/secret", HOOKS, pages::hooks::rotate)
                .post("/admin/webhooks/{id}/on", HOOKS, pages::hooks::switch_on)
                .post("/admin/webhooks/{id}/off", HOOKS, pages::hooks::switch_off)
                .post("/admin/webhooks/{id}/delete", HOOKS, pages::hooks::delete)
                .post("/admin/webhooks/{id}/again", HOOKS, pages::hooks::all_again)
                .post("/admin/webhooks/{id}/deliveries/{delivery}/again", HOOKS, pages::hooks::again)
        })
        .api(api::routes)
        .on::<cases::OpenedEvent>(actions::tell::opened)
        .on::<cases::Moved>(actions::tell::moved)
        .on::<cases::Handed>(actions::tell::handed)
        .on::<cases::Shown>(actions::tell::shown)
        .on::<cases::Hidden>(actions::tell::hidden)
        .effect(actions::deliver::DELIVER, actions::deliver::deliver)
        .daily("integrations.forget", 4, actions::sweep::forget)
        .menu(&[MenuItem {
            label: "integrations-menu",
            path: "/admin/webhooks",
            icon: "send",
            permission: Some(HOOKS),
            count: Some(pages::hooks::waiting),
        }])
        .reference(&["integrations_hooks"])
        .migrations(&[include_str!("../migrations/0001_integrations.sql"), include_str!("../migrations/0002_without_bodies.sql")])
        .files::<Files>()
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
