//! My page: everything a person has with this commune on one page, for him, and for the clerk who serves him.

mod actions;
mod api;
mod model;
mod pages;
mod samples;
mod store;
#[cfg(test)]
mod tests;

use platform::{Embed, Module, Permission};

/// Open a person's page while he is served, on his card or his code.
pub const SERVE: Permission = Permission("my.serve");

pub fn module() -> Module {
    let module = Module::new("my")
        .permissions(&[SERVE])
        .pages(|routes| {
            routes
                .citizen_get("/my", pages::own::show)
                .post("/desk/my/{person}", SERVE, pages::counter::begin)
                .post("/desk/my/{person}/code", SERVE, pages::counter::code)
                .get("/desk/my/visits/{id}", SERVE, pages::counter::show)
                .post("/desk/my/visits/{id}/end", SERVE, pages::counter::end)
        })
        .api(|routes| {
            routes
                .citizen_get("/api/v1/my", api::show)
                .answers::<api::Page>()
                .about("What the signed-in person has with the commune: what comes next, and what happened, newest first.")
                .query(&[("kind", "Lines of one kind only."), ("after", "The value of next of the page before.")])
        })
        .personal("/my")
        .panel("people.card", "my/_card.html", pages::counter::panel)
        .daily("my.forget_visits", 3, actions::forget_visits)
        .migrations(&[include_str!("../migrations/0001_visits.sql")])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
