//! Hot line: somebody calls, and within ten seconds hears where his file stands, or has filed a new one.

mod actions;
mod model;
mod pages;
mod rules;
mod samples;
#[cfg(test)]
mod tests;

use platform::{Embed, MenuItem, Module, Permission};

/// Tell callers where their files stand.
pub const ANSWER: Permission = Permission("hotline.answer");

pub fn module() -> Module {
    let module = Module::new("hotline")
        .permissions(&[ANSWER])
        .pages(|routes| routes.get("/desk/hotline", ANSWER, pages::show).post("/desk/hotline", ANSWER, pages::search))
        .menu(&[MenuItem { label: "hotline-menu", path: "/desk/hotline", icon: "phone", permission: Some(ANSWER), count: None }])
        .panel("reports.read_out", "hotline/_receipt.html", pages::receipt)
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
