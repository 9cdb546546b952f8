//! People: persons with sealed data, their accounts, and who of the staff may do what.

mod actions;
pub mod contact;
mod jobs;
mod model;
mod own;
mod pages;
pub mod passwords;
mod relying;
mod routes;
mod rules;
mod samples;
pub mod second_factor;
mod store;
#[cfg(test)]
mod tests;

pub use actions::attested::{
    Attested, attest, begin_session, citizen_account, correct, holders_of, lower, open_account, person_of_account,
};
pub use actions::mandates::{NewMandate, end_mandate, give_mandate, mandate, mandates_about, may_act_for};
pub use actions::persons::{
    account_person, add, ask_erasure, card, confirmed, erase, identify, idle_since, looked, looks, masked, own_card, reach,
    same_contact, same_human, search, seen, shows_card,
};
pub use actions::proof::{AskedProof, Proof, ask_proof, asked_proof, prove};
pub use actions::staff::{
    account_of, add_staff, depart, end_grant, grant, has_second_factor, invitation, invite_again, is_staff, member, reset_factor,
    staff, staff_by_email, staff_of,
};
pub use model::{
    Card, Erased, ErasureAsked, Identified, Level, Mandate, MandateEnded, Masked, Member, NewGrant, NewPerson, NewStaff, What,
    Why,
};
pub use pages::account::data;
pub use pages::citizen::send_sign_in_code;
pub use rules::{INVITATION_DAYS, local_path};

use platform::{Embed, MenuItem, Module, Permission};

/// Find a person and open their card, with a reason.
pub const SEE: Permission = Permission("people.see");
/// See the list of staff and their grants.
pub const STAFF_SEE: Permission = Permission("staff.see");
/// Take on, grant, end, and reset second factors.
pub const STAFF_EDIT: Permission = Permission("staff.edit");
/// Give and withdraw keys of programs.
pub const KEYS_EDIT: Permission = Permission("keys.edit");

pub fn module() -> Module {
    let module = Module::new("people")
        .permissions(&[SEE, STAFF_SEE, STAFF_EDIT, KEYS_EDIT])
        .facts(|pack, facts| {
            facts.put(jobs::common_passwords(&pack.text("passwords.txt")?)?);
            facts.put(jobs::names());
            Ok(())
        })
        .pages(routes::citizens)
        .pages(routes::staff)
        .pages(routes::administration)
        .api(|routes| routes.citizen_get("/account/data.json", pages::account::download))
        .menu(&[
            MenuItem { label: "people-menu-find", path: "/people", icon: "person", permission: Some(SEE), count: None },
            MenuItem {
                label: "people-menu-staff",
                path: "/admin/staff",
                icon: "people",
                permission: Some(STAFF_SEE),
                count: None,
            },
            MenuItem { label: "people-menu-keys", path: "/admin/keys", icon: "key", permission: Some(KEYS_EDIT), count: None },
        ])
        .panel("my.page", "people/_passkey_offer.html", pages::passkeys::offer)
        .own(own::OWN)
        .effect(actions::setup::INVITE, jobs::invite)
        .effect(actions::setup::TELL, jobs::tell)
        .daily("people.sweep", 3, jobs::sweep)
        .migrations(&[include_str!("../migrations/0001_people.sql"), include_str!("../migrations/0002_passkeys.sql")])
        .files::<Files>();
    samples::add_to(module)
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
