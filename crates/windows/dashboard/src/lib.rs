//! The dashboard: what waits, what is late, and whether promises are kept, within what each person may see.

mod export;
mod figures;
mod pages;
mod samples;
#[cfg(test)]
mod tests;
mod written;

use platform::{Embed, MenuItem, Module, Permission};

/// See the figures of the cases within one's grants: counts and delays, never a person.
pub const SEE: Permission = Permission("dashboard.see");

pub fn module() -> Module {
    let module = Module::new("dashboard")
        .permissions(&[SEE])
        .pages(|routes| routes.get("/dashboard", SEE, pages::show))
        .api(|routes| routes.get("/dashboard/{file}", SEE, export::csv))
        .menu(&[MenuItem { label: "dashboard-menu", path: "/dashboard", icon: "chart", permission: Some(SEE), count: None }])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
