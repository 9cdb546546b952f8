//! Which address leads to which door, and who may use it.

use crate::pages::{account, admin, citizen, find, grants, keys, passkeys, staff, staff_account};
use crate::{KEYS_EDIT, SEE, STAFF_EDIT, STAFF_SEE};
use platform::web::Routes;

pub fn citizens(routes: Routes) -> Routes {
    routes
        .public_get("/sign-in", citizen::door)
        .public_post("/sign-out", citizen::sign_out)
        .citizen_get("/me", citizen::me)
        .public_get("/account/sign-in", citizen::sign_in_page)
        .public_post("/account/sign-in", citizen::sign_in)
        .public_get("/account/code", citizen::code_page)
        .public_post("/account/code", citizen::code)
        .citizen_get("/account", account::show)
        .citizen_post("/account", account::save)
        .citizen_post("/account/contact", account::change_contact)
        .citizen_post("/account/password", account::set_password)
        .citizen_post("/account/sign-out-everywhere", account::sign_out_everywhere)
        .citizen_get("/account/looks", account::looks)
        .citizen_post("/account/erasure", account::ask_erasure)
        .citizen_post("/account/mandates/{id}/end", account::end_mandate)
        .public_post("/account/passkey/ask", passkeys::ask_to_open)
        .public_post("/account/passkey", passkeys::open_citizen)
        .citizen_post("/account/passkeys/ask", passkeys::ask_to_add)
        .citizen_post("/account/passkeys", passkeys::add)
        .citizen_post("/account/passkeys/again", passkeys::sign_in_again)
        .citizen_post("/account/passkeys/{id}/remove", passkeys::remove)
}

pub fn staff(routes: Routes) -> Routes {
    routes
        .citizen_get("/staff", staff::home)
        .public_get("/staff/sign-in", staff::sign_in_page)
        .public_post("/staff/sign-in", staff::sign_in)
        .public_post("/staff/passkey", passkeys::open_staff)
        .public_get("/staff/code", staff::code_page)
        .public_post("/staff/code", staff::code)
        .public_get("/staff/forgotten", staff::forgotten_page)
        .public_post("/staff/forgotten", staff::forgotten)
        .public_get("/staff/setup", staff::setup_page)
        .public_post("/staff/setup", staff::setup)
        .citizen_get("/staff/account", staff_account::show)
        .citizen_post("/staff/account/password", staff_account::set_password)
        .citizen_post("/staff/account/recovery", staff_account::new_recovery)
}

pub fn administration(routes: Routes) -> Routes {
    routes
        .get("/people", SEE, find::page)
        .post("/people", SEE, find::find)
        .post("/people/{id}", SEE, find::card)
        .post("/people/{id}/identity", SEE, find::identify)
        .post("/people/{id}/mandates", SEE, find::give_mandate)
        .post("/people/mandates/{id}/end", SEE, find::end_mandate)
        .get("/admin/staff", STAFF_SEE, admin::list)
        .post("/admin/staff", STAFF_EDIT, admin::add)
        .get("/admin/staff/new", STAFF_EDIT, admin::new_page)
        .get("/admin/staff/{person}", STAFF_SEE, admin::member)
        .post("/admin/staff/{person}/grants", STAFF_EDIT, grants::grant)
        .post("/admin/staff/{person}/grants/{grant}/end", STAFF_EDIT, grants::end)
        .post("/admin/staff/{person}/depart", STAFF_EDIT, grants::depart)
        .post("/admin/staff/{person}/reset-factor", STAFF_EDIT, grants::reset_factor)
        .post("/admin/staff/{person}/passkeys/{key}/remove", STAFF_EDIT, passkeys::remove_of_staff)
        .post("/admin/staff/{person}/invite", STAFF_EDIT, grants::invite)
        .get("/admin/keys", KEYS_EDIT, keys::list)
        .post("/admin/keys", KEYS_EDIT, keys::add)
        .post("/admin/keys/{id}/revoke", KEYS_EDIT, keys::revoke)
}
