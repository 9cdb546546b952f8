//! Sending: every e-mail and SMS of the house leaves through here, sealed, visible, and erased in time.

mod actions;
mod deliver;
mod incoming;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{held_since, send, send_before, send_known};
pub use incoming::{Arrived, Outcome, hear, tries};
pub use model::{Held, Message, To, Told};

use platform::{Embed, MenuItem, Module, Permission};

/// See what left the house, to whom (masked), and what could not leave.
pub const SEE: Permission = Permission("outbox.see");
/// Change the settings of the commune, and try out mail and SMS.
pub const SETTINGS: Permission = Permission("settings.edit");

pub fn module() -> Module {
    Module::new("sending")
        .permissions(&[SEE, SETTINGS])
        .pages(|routes| {
            routes
                // In the demonstration the outbox is everybody's; elsewhere the page asks for the permission itself.
                .public_get("/outbox", pages::outbox)
                .post("/outbox/{id}/again", SEE, pages::again)
                .public_get("/sms", incoming::telephone::show)
                .public_post("/sms", incoming::telephone::send)
                .get("/admin/sending", SETTINGS, pages::settings)
                .post("/admin/sending/test-mail", SETTINGS, pages::test_mail)
                .post("/admin/sending/test-sms", SETTINGS, pages::test_sms)
        })
        .api(incoming::routes)
        .menu(&[
            MenuItem { label: "sending-menu", path: "/outbox", icon: "send", permission: Some(SEE), count: Some(store::unsent) },
            MenuItem {
                label: "sending-menu-settings",
                path: "/admin/sending",
                icon: "mail",
                permission: Some(SETTINGS),
                count: Some(incoming::stops),
            },
        ])
        .effect(actions::DELIVER, jobs::deliver)
        .effect(jobs::RETRY_HELD, jobs::retry_held)
        .hourly("sending.ask_held", jobs::ask_held)
        .daily("sending.erase_old", 3, jobs::erase_old)
        .migrations(&[
            include_str!("../migrations/0001_messages.sql"),
            include_str!("../migrations/0002_known.sql"),
            include_str!("../migrations/0003_incoming.sql"),
            include_str!("../migrations/0004_answers.sql"),
        ])
        .files::<Files>()
        .sample("sending/outbox.html", "what staff see", samples::outbox(false))
        .sample("sending/outbox.html", "nothing yet", samples::empty())
        .sample("sending/demo.html", "what everybody sees in the demonstration", samples::outbox(true))
        .sample("sending/telephone.html", "a talk", samples::telephone(true))
        .sample("sending/telephone.html", "a wrong number", samples::telephone(false))
        .sample("sending/settings.html", "nothing is configured", samples::settings(false))
        .sample("sending/settings.html", "a test failed", samples::settings(true))
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
