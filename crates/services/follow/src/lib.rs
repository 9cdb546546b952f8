//! Follow: a report, a quarter, a category or an object of the street, by Atom or by message, without an account.

mod actions;
mod api;
mod jobs;
mod model;
mod pages;
mod panels;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

use platform::{Embed, Module};

pub fn module() -> Module {
    samples::add(
        Module::new("follow")
            .pages(|routes| {
                routes
                    .public_get("/follow", pages::choose)
                    .public_post("/follow", pages::ask)
                    .public_get("/follow/{id}", pages::confirm_page)
                    .public_post("/follow/{id}", pages::confirm)
                    .public_get("/follow/stop/{id}", pages::stop_page)
                    .public_post("/follow/stop/{id}", pages::stop)
            })
            .api(|routes| {
                routes
                    .public_get("/follow/report.atom", api::report)
                    .about("What became of one published report, step by step.")
                    .query(&[("code", "the public code of the report"), ("lang", "ar, fr, zgh or en")])
                    .media("application/atom+xml")
            })
            .panel("reports.report", "follow/_report.html", panels::report)
            .panel("reports.list", "follow/_list.html", panels::list)
            .hears(actions::hear)
            .on::<cases::Moved>(jobs::moved)
            .on::<cases::Shown>(jobs::shown)
            .job(jobs::TELL, jobs::tell)
            .job(jobs::DIGEST, jobs::digest_some)
            .daily("follow.digest", rules::DIGEST_HOUR, jobs::digest)
            .daily("follow.forget", 3, jobs::forget)
            .migrations(&[include_str!("../migrations/0001_follow.sql")])
            .files::<Files>(),
    )
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
