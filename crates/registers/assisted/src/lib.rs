//! Assisted: who may file for others by a written mandate, and the devices at which anybody may file.

mod actions;
mod jobs;
mod model;
mod pages;
mod rules;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use actions::holders::{ROLE, acting, appoint, must_act, must_hold, renew, revoke};
pub use actions::kiosks::{
    add as add_kiosk, begin as begin_visit, device, end as end_visit, keep as keep_visit, open_on, revoke as revoke_kiosk,
    set_up, visit,
};
pub use actions::papers::{Held, by_code, did, held, looked, may_go_on, note, object, own, tell_ended, tell_filed, titles};
pub use model::{Appointment, Deed, Holder, HolderKind, Kiosk, NewPaper, Paper, Scan, Visit, What};
pub use pages::holders::lines;
pub use rules::{IDLE_SECS, TICKET_SECS};
pub use store::holders::{deeds, deeds_of, filed_under, find as holder};
pub use store::papers::of_holder as papers_of;

use platform::{Embed, MenuItem, Module, Permission};

/// File for others under a mandate of the commune.
pub const FILE: Permission = Permission("assisted.file");
/// See who files for others, and their journals.
pub const SEE: Permission = Permission("assisted.see");
/// Give, renew and revoke such mandates.
pub const EDIT: Permission = Permission("assisted.edit");
/// Set kiosks up and take them away.
pub const KIOSKS: Permission = Permission("assisted.kiosks");

/// The cookie of a device that is a kiosk.
pub const DEVICE: &str = "kiosk";
/// The cookie of a visit at one.
pub const VISIT: &str = "visit";

pub fn module() -> Module {
    let module = Module::new("assisted")
        .permissions(&[FILE, SEE, EDIT, KIOSKS])
        .pages(|routes| {
            routes
                .get("/writer/journal", FILE, pages::holders::own_journal)
                .get("/admin/mandates", SEE, pages::holders::list)
                .get("/admin/mandates/new", EDIT, pages::holders::new_page)
                .post("/admin/mandates", EDIT, pages::holders::add)
                .get("/admin/mandates/{id}", SEE, pages::holders::show)
                .post("/admin/mandates/{id}/renew", EDIT, pages::holders::renew)
                .post("/admin/mandates/{id}/revoke", EDIT, pages::holders::revoke)
                .get("/admin/kiosks", KIOSKS, pages::kiosks::list)
                .post("/admin/kiosks", KIOSKS, pages::kiosks::add)
                .post("/admin/kiosks/{id}/link", KIOSKS, pages::kiosks::link)
                .post("/admin/kiosks/{id}/procedures", KIOSKS, pages::kiosks::change)
                .post("/admin/kiosks/{id}/revoke", KIOSKS, pages::kiosks::revoke)
                .public_get("/kiosk/set-up/{secret}", pages::kiosks::set_up_page)
                .public_post("/kiosk/set-up/{secret}", pages::kiosks::set_up)
        })
        .menu(&[
            MenuItem {
                label: "assisted-menu-mandates",
                path: "/admin/mandates",
                icon: "handshake",
                permission: Some(SEE),
                count: None,
            },
            MenuItem {
                label: "assisted-menu-kiosks",
                path: "/admin/kiosks",
                icon: "screen",
                permission: Some(KIOSKS),
                count: None,
            },
        ])
        .on::<people::Erased>(actions::papers::erased)
        .effect(jobs::ERASE, jobs::erase_scans)
        .daily("assisted.sweep", 3, jobs::sweep)
        .migrations(&[include_str!("../migrations/0001_assisted.sql")])
        .files::<Files>();
    samples::add(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
