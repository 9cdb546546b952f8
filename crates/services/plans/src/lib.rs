//! Plans: the drawings of a permit, with the remarks of those who read them and the stamp that makes them unchangeable.

mod actions;
mod jobs;
mod model;
mod pages;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{of, remark, remarks, resolve, set_aside};
pub use model::{NewRemark, Plan, Remark, Square};

use platform::{Embed, Module};

pub fn module() -> Module {
    samples::add(
        Module::new("plans")
            .pages(|routes| {
                routes
                    .get("/desk/{id}/plans/{file}", cases::SEE, pages::plan::show)
                    .post("/desk/{id}/plans/{file}", cases::SEE, pages::plan::remark)
                    .post("/desk/{id}/plans/{file}/aside", cases::SEE, pages::plan::set_aside)
                    .post("/desk/{id}/remarks/{number}", cases::SEE, pages::plan::resolve)
            })
            .api(|routes| {
                routes
                    .get("/desk/plans/{file}/pages/{page}", cases::SEE, pages::files::picture)
                    .get("/desk/plans/{file}/stamped.pdf", cases::SEE, pages::files::at_the_desk)
                    .public_get("/requests/{code}/plans/{file}", pages::files::for_the_author)
            })
            .on::<documents::Issued>(actions::follow)
            .effect(jobs::STAMP, jobs::stamp)
            .panel("cases.file", "plans/_file.html", pages::panel::at_the_desk)
            .panel("cases.author", "plans/_author.html", pages::panel::for_the_author)
            .migrations(&[include_str!("../migrations/0001_plans.sql")])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
