//! Open data: every dataset that a module declares, listed, described, and downloaded as CSV, JSON and GeoJSON.

mod api;
mod formats;
mod gather;
mod pages;
mod samples;
#[cfg(test)]
mod tests;

use platform::{Embed, MenuItem, Module};

pub fn module() -> Module {
    let module = Module::new("open_data")
        .facts(|_, facts| {
            facts.put(gather::Shelf::default());
            Ok(())
        })
        .pages(|routes| routes.kept_get("/open-data", pages::catalogue).kept_get("/open-data/{id}", pages::dataset))
        .api(|routes| routes.kept_get("/data/catalog.json", api::catalogue).kept_get("/data/{file}", api::download))
        .menu(&[MenuItem { label: "open_data-menu", path: "/open-data", icon: "data", permission: None, count: None }])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
