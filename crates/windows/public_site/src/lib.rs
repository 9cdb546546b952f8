//! The citizens' site: the home page, how to reach the commune, what it tells of itself, and search over all of it.

mod api;
mod colour;
mod country;
mod pages;
mod samples;
#[cfg(test)]
mod tests;

pub use colour::Colour;

use platform::{Embed, Module, Result, Tx};

/// Setting: where the source of this program is published, as the licence asks.
const SOURCE: &str = "public_site.source";

/// Where the source of this program is published; empty until the commune says so.
pub fn source(tx: &mut Tx) -> Result<String> {
    Ok(tx.setting(SOURCE)?.unwrap_or_default())
}

pub fn set_source(tx: &mut Tx, address: &str) -> Result<()> {
    tx.set_setting(SOURCE, &address)
}

pub fn module() -> Module {
    let module = Module::new("public_site")
        .facts(|pack, facts| {
            facts.put(country::load(pack)?);
            Ok(())
        })
        .pages(|routes| {
            routes
                .kept_get("/", pages::home::show)
                .kept_get("/contact", pages::about::contact)
                .kept_get("/counters", pages::about::counters)
                .kept_get("/information", pages::about::information)
                .kept_get("/privacy", pages::about::privacy)
                .kept_get("/accessibility", pages::about::accessibility)
                .kept_get("/source", pages::about::source)
                .public_get("/search", pages::search::show)
        })
        .api(|routes| {
            routes
                .public_get("/robots.txt", api::robots)
                .public_get("/emblem/{hash}", api::emblem)
                .public_get("/theme.css", api::theme)
        })
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
