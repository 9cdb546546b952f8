//! Assets: lamps, bins and other objects with a number on them, so that a number alone says where a problem is.

mod actions;
mod api;
mod datasets;
mod labels;
mod list;
mod model;
mod numbers;
mod pages;
mod plate;
mod reading;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Change, by_number, change, compare, find, import, kinds, nearest_numbers, of_place, some, standing};
pub use api::address;
pub use model::{
    Asset, AssetState, Changed, Fault, Imported, Kind, Kinds, ListTaken, Listed, NewAsset, Reading, Series, Standing, Table,
};
pub use numbers::{give_numbers, on_plate, read_list, read_number, series};
pub use reading::read as read_file;
pub use rules::fold_number;

use platform::{Embed, MenuItem, Module, Permission};

/// See the list of numbered objects and print their labels.
pub const SEE: Permission = Permission("assets.see");
/// Import and change them.
pub const EDIT: Permission = Permission("assets.edit");

pub fn module() -> Module {
    Module::new("assets")
        .permissions(&[SEE, EDIT])
        .facts(|pack, facts| {
            facts.put(pack.toml::<Kinds>("assets.toml")?);
            Ok(())
        })
        .pages(|routes| {
            routes
                .get("/admin/assets", SEE, pages::list::list)
                .get("/admin/assets/import", EDIT, pages::import::form)
                .post("/admin/assets/import", EDIT, pages::import::preview)
                .post("/admin/assets/import/confirm", EDIT, pages::import::confirm)
                .get("/admin/assets/numbers", EDIT, pages::numbers::form)
                .post("/admin/assets/numbers", EDIT, pages::numbers::give)
                .get("/admin/assets/labels", SEE, pages::numbers::sheets)
                .get("/admin/assets/{id}", SEE, pages::asset::show)
                .post("/admin/assets/{id}", EDIT, pages::asset::save)
                .public_get("/a/{kind}/{number}", pages::asset::public)
        })
        .api(|routes| routes.public_get("/assets/lookup.json", api::lookup).get("/admin/assets/labels.svg", SEE, api::labels))
        .menu(&[MenuItem { label: "assets-menu", path: "/admin/assets", icon: "tag", permission: Some(SEE), count: None }])
        .migrations(&[include_str!("../migrations/0001_assets.sql"), include_str!("../migrations/0002_series.sql")])
        .files::<Files>()
        .dataset(datasets::ASSETS)
        .sample("assets/list.html", "a list of lamps", samples::list())
        .sample("assets/list.html", "nothing was imported yet", samples::empty())
        .sample("assets/numbers.html", "a series and a mistake", samples::numbers())
        .sample("assets/labels.html", "one sheet", samples::labels())
        .sample("assets/import.html", "a file to choose", samples::import())
        .sample("assets/import.html", "a file with faults", samples::preview())
        .sample("assets/asset.html", "a lamp", samples::asset())
        .sample("assets/public.html", "a lamp", samples::public())
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
