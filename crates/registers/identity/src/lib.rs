//! Identity: providers of identity at which people sign in, what they say of a person, and what contradicts the register.

mod actions;
mod model;
mod oidc;
mod organisation;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::organisations::{
    acts_for, confirm_representative, end_representative, may_act, note_organisation, organisation, organisations,
    representatives,
};
pub use actions::providers::{add as add_provider, providers, turn as turn_provider};
pub use model::{AcrLevels, ClaimPaths, NewProvider, Provider};
pub use organisation::{Acting, NewOrganisation, NewRepresentative, Organisation, OrganisationKind, Representative, Role};

use platform::{Embed, MenuItem, Module, Permission};

/// Write the providers of identity of the commune, turn them on and off.
pub const EDIT: Permission = Permission("identity.edit");

pub fn module() -> Module {
    let module = Module::new("identity")
        .permissions(&[EDIT])
        .facts(|_, facts| {
            facts.put(oidc::Memory::default());
            Ok(())
        })
        .pages(pages::people)
        .pages(pages::staff)
        .menu(&[
            MenuItem {
                label: "identity-menu-doubts",
                path: "/desk/identity",
                icon: "person",
                permission: Some(people::SEE),
                count: Some(store::doubts::waiting),
            },
            MenuItem {
                label: "identity-menu-organisations",
                path: "/desk/organisations",
                icon: "people",
                permission: Some(people::SEE),
                count: None,
            },
            MenuItem { label: "identity-menu", path: "/admin/identity", icon: "key", permission: Some(EDIT), count: None },
        ])
        .panel("people.sign_in", "identity/_doors.html", pages::panels::doors)
        .panel("people.account", "identity/_links.html", pages::panels::links)
        .panel("folder.download", "identity", pages::panels::data)
        .panel("people.account", "identity/_organisations.html", pages::panels::organisations)
        .on::<people::Erased>(actions::links::forget)
        .on::<people::Identified>(actions::links::seen_at_counter)
        .daily("identity.sweep", 3, actions::links::sweep)
        .migrations(&[include_str!("../migrations/0001_identity.sql"), include_str!("../migrations/0002_organisations.sql")])
        .files::<Files>();
    samples::add_to(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
