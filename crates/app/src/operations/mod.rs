//! The care of a running machine: readiness, nightly backups, their alarm, and what the doctor finds.

mod alarm;
pub mod backups;
mod checks;
mod disk;
mod health;

pub use checks::{Finding, Weight, examine};

use axum::Router;
use axum::routing::get;
use platform::{App, Embed, Module};

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "files/operations"]
struct Files;

pub fn module() -> Module {
    Module::new("operations")
        .api(|routes| {
            routes
                .public_get("/openapi.json", platform::openapi)
                .about("This description.")
                .public_get("/api/openapi.json", platform::openapi)
                .about("This description, at its older address.")
        })
        .files::<Files>()
}

/// The program's door with the readiness page before it: that page answers even when no commune is open.
pub fn door(app: &App) -> Router {
    let asked = app.clone();
    let ready = get(move || health::ready(asked.clone()));
    Router::new().route("/healthz", ready).fallback_service(app.router())
}
