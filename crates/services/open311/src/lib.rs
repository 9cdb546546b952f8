//! Open311 GeoReport v2: the door of programs, in XML and JSON, in the dialects that existing clients speak.

mod asked;
mod bulk;
pub mod catalogue;
mod doors;
mod filing;
pub mod import;
mod pages;
mod requests;
mod rules;
mod services;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod updates;
mod wire;

use platform::{Embed, MenuItem, Module, Permission};

/// File requests with a program's key.
pub const FILE: Permission = Permission("open311.file");
/// Tell what was done about requests.
pub const UPDATE: Permission = Permission("open311.update");

/// Where nothing is sent to: a form that arrives there is answered in the door's own form too.
const READ_ONLY: [&str; 9] = [
    "/open311/discovery.xml",
    "/open311/discovery.json",
    "/open311/v2/discovery.xml",
    "/open311/v2/discovery.json",
    "/open311/v2/services.xml",
    "/open311/v2/services.json",
    "/open311/v2/services/{code}",
    "/open311/v2/requests/{id}",
    "/open311/v2/tokens/{token}",
];

/// Every route is public: the key comes as a parameter as often as in a header, so each door asks for it by itself, and
/// answers in its own form even when it refuses.
pub fn module() -> Module {
    Module::new("open311")
        .permissions(&[FILE, UPDATE])
        .pages(|routes| {
            routes
                .public_get("/open311", pages::welcome)
                .get("/desk/imports", cases::ASSIGN, import::pages::list)
                .post("/desk/imports", cases::ASSIGN, import::pages::choose)
                .get("/admin/open311", procedures::EDIT, catalogue::pages::list)
        })
        .job(import::PLACE, |tx, job| import::go_on(tx, &job.payload::<import::Chosen>()?))
        .menu(&[
            MenuItem {
                label: "open311-menu-imports",
                path: "/desk/imports",
                icon: "inbox",
                permission: Some(cases::ASSIGN),
                count: Some(import::pages::waiting),
            },
            MenuItem {
                label: "open311-menu-proposed",
                path: "/admin/open311",
                icon: "clipboard",
                permission: Some(procedures::EDIT),
                count: None,
            },
        ])
        .api(|routes| {
            READ_ONLY
                .into_iter()
                .fold(routes, |routes, path| routes.public_post(path, doors::nowhere))
                .public_get("/open311/discovery.xml", doors::discovery)
                .public_get("/open311/discovery.json", doors::discovery)
                .public_get("/open311/v2/discovery.xml", doors::discovery)
                .public_get("/open311/v2/discovery.json", doors::discovery)
                .public_get("/open311/v2/services.xml", doors::services)
                .public_get("/open311/v2/services.json", doors::services)
                .public_get("/open311/v2/services/{code}", doors::definition)
                .public_get("/open311/v2/requests.xml", doors::requests)
                .public_get("/open311/v2/requests.json", doors::requests)
                .public_post("/open311/v2/requests.xml", doors::file)
                .public_post("/open311/v2/requests.json", doors::file)
                .public_get("/open311/v2/requests/{id}", doors::request)
                .public_get("/open311/v2/tokens/{token}", doors::token)
                .public_get("/open311/v2/servicerequestupdates.xml", doors::updates)
                .public_get("/open311/v2/servicerequestupdates.json", doors::updates)
                .public_post("/open311/v2/servicerequestupdates.xml", doors::update)
                .public_post("/open311/v2/servicerequestupdates.json", doors::update)
                .public_get(bulk::ADDRESS, bulk::csv)
                .about("Every published request in one file, as GeoReport Bulk describes it, the oldest first.")
                .query(&[("locale", "ar, fr, zgh or en"), ("jurisdiction_id", "a commune by its short name or HCP code")])
                .media("text/csv")
                .public_get("/open311/{*rest}", doors::nowhere)
                .public_post("/open311/{*rest}", doors::nowhere)
        })
        .migrations(&[
            include_str!("../migrations/0001_open311.sql"),
            include_str!("../migrations/0002_imports.sql"),
            include_str!("../migrations/0003_catalogues.sql"),
        ])
        .files::<Files>()
        .sample(catalogue::pages::LIST, "one service of another city", catalogue::pages::sample())
        .sample(catalogue::pages::LIST, "none yet", catalogue::pages::model(&[]))
        .sample(import::pages::LIST, "categories that wait", import::pages::sample())
        .sample(import::pages::LIST, "nothing waits", import::pages::model(&[], &[]))
        .sample(pages::WELCOME, "a demonstration", pages::model("https://example.ma/open311", "sale", "04.441.01.0", 34, true))
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
