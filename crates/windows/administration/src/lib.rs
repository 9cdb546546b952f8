//! Administration: what a commune settles by itself, in pages, and the guide through its first days.

mod emblem;
mod guide;
mod pages;
mod profile;
mod samples;
#[cfg(test)]
mod tests;

use platform::{Embed, MenuItem, Module, Permission, Result, Tx, Waits};
use procedures::EDIT;
use sending::SETTINGS;

/// See the work of the house that failed, and let it run again.
pub const JOBS: Permission = Permission("jobs.see");

pub fn module() -> Module {
    let module = Module::new("administration")
        .permissions(&[JOBS])
        .pages(|routes| {
            routes
                .get("/admin", SETTINGS, pages::guide::show)
                .post("/admin/steps/{step}", SETTINGS, pages::guide::settle)
                .get("/admin/profile", SETTINGS, pages::profile::show)
                .post("/admin/profile", SETTINGS, pages::profile::save)
                .get("/admin/categories", EDIT, pages::categories::list)
                .get("/admin/categories/{id}", EDIT, pages::categories::show)
                .post("/admin/categories/{id}", EDIT, pages::categories::save)
                .get("/admin/answers", EDIT, pages::answers::list)
                .get("/admin/answers/new", EDIT, pages::answers::blank)
                .post("/admin/answers/new", EDIT, pages::answers::add)
                .get("/admin/answers/{id}", EDIT, pages::answers::show)
                .post("/admin/answers/{id}", EDIT, pages::answers::change)
                .post("/admin/answers/{id}/hide", EDIT, pages::answers::hide)
                .post("/admin/answers/{id}/reset", EDIT, pages::answers::reset)
                .get("/admin/jobs", JOBS, pages::jobs::list)
                .post("/admin/jobs/{id}/retry", JOBS, pages::jobs::retry)
        })
        .menu(&[
            item("administration-menu", "/admin", "clipboard-check", SETTINGS),
            item("administration-menu-profile", "/admin/profile", "hall", SETTINGS),
            item("administration-menu-categories", "/admin/categories", "layers", EDIT),
            item("administration-menu-answers", "/admin/answers", "message", EDIT),
            MenuItem { count: Some(parked), ..item("administration-menu-jobs", "/admin/jobs", "server", JOBS) },
        ])
        .files::<Files>();
    samples::add(module)
}

fn item(label: &'static str, path: &'static str, icon: &'static str, permission: Permission) -> MenuItem {
    MenuItem { label, path, icon, permission: Some(permission), count: None }
}

fn parked(tx: &mut Tx) -> Result<Waits> {
    Ok(platform::store::jobs::counting(tx, platform::store::jobs::State::Parked).into())
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
