//! Voice: a report that was said instead of written; a clerk writes it down and reads it back to its author.

mod actions;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{read_back, transcribe};
pub use model::{ReadBack, Spoken, Transcript};

use platform::{Embed, MenuItem, Module, Permission};

/// Listen to voice notes, write them down, and read them back.
pub const TRANSCRIBE: Permission = Permission("voice.transcribe");

pub fn module() -> Module {
    let module = Module::new("voice")
        .permissions(&[TRANSCRIBE])
        .pages(|routes| {
            routes
                .get("/desk/voice", TRANSCRIBE, pages::list::show)
                .get("/desk/voice/{id}", TRANSCRIBE, pages::note::show)
                .post("/desk/voice/{id}", TRANSCRIBE, pages::note::transcribe)
                .post("/desk/voice/{id}/correct", TRANSCRIBE, pages::note::correct)
                .post("/desk/voice/{id}/read-back", TRANSCRIBE, pages::note::read_back)
        })
        .api(|routes| routes.get("/desk/voice/{id}/sound", TRANSCRIBE, pages::sound::play).media("audio/*"))
        .menu(&[MenuItem {
            label: "voice-menu",
            path: "/desk/voice",
            icon: "sound",
            permission: Some(TRANSCRIBE),
            count: Some(actions::waiting),
        }])
        .condition("cases.decided", actions::lacking)
        .panel("cases.file", "voice/_file.html", pages::panels::file)
        .panel("cases.author", "voice/_author.html", pages::panels::author)
        .panel("reports.receipt", "voice/_receipt.html", pages::panels::author)
        .on::<cases::OpenedEvent>(jobs::arrived)
        .on::<cases::Forgotten>(jobs::forgotten)
        .daily("voice.erase", 4, jobs::erase)
        .migrations(&[include_str!("../migrations/0001_voice.sql")])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
