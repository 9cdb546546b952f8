//! The journal: who did what and when, readable by those who must, and provable by everybody.

mod api;
mod jobs;
mod pages;
mod samples;
#[cfg(test)]
mod tests;

pub use platform::store::journal::{SignedHead, signed_heads, verify};

use platform::{Embed, MenuItem, Module, Permission};

/// Read the journal: who did what, and who looked at which file.
pub const SEE: Permission = Permission("journal.see");

pub fn module() -> Module {
    let module = Module::new("journal")
        .permissions(&[SEE])
        .pages(|routes| {
            routes.get("/admin/journal", SEE, pages::list).post("/admin/journal/verify", SEE, pages::verify_now).get(
                "/admin/journal/{seq}",
                SEE,
                pages::entry,
            )
        })
        .api(|routes| routes.kept_get("/data/journal-heads.json", api::heads))
        // After closing time, before the machine of a small commune may be switched off.
        .daily("journal.sign_head", 18, jobs::sign_head)
        .menu(&[MenuItem { label: "journal-menu", path: "/admin/journal", icon: "history", permission: Some(SEE), count: None }])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
