//! Doors: the way to a provider and back, the account, the desk, administration.

pub mod account;
pub mod admin;
pub mod desk;
pub mod door;
pub mod organisations;
pub mod panels;
pub mod provider_form;

use crate::EDIT;
use crate::model::Reason;
use platform::web::Routes;

pub fn people(routes: Routes) -> Routes {
    routes
        .public_post("/sign-in/with/{id}", door::leave)
        // The one GET that begins a session: the provider can send a browser back in no other way (OpenID Connect Core
        // §3.1.2.5). State, cookie and a row that is used once stand where the form's origin stands elsewhere.
        .public_get("/sign-in/back/{id}", door::back)
        .public_get("/sign-in/known", door::known_page)
        .public_post("/sign-in/known", door::known)
        .citizen_get("/account/identity", account::page)
        .citizen_post("/account/identity/link", account::link)
        .citizen_post("/account/identity/{id}/unlink", account::unlink)
        .citizen_get("/account/organisations/{id}", organisations::own)
        .citizen_post("/account/representatives/{id}/end", organisations::end_own)
}

pub fn staff(routes: Routes) -> Routes {
    routes
        .get("/desk/identity", ::people::SEE, desk::list)
        .post("/desk/identity/{id}", ::people::SEE, desk::open)
        .post("/desk/identity/{id}/settle", ::people::SEE, desk::settle)
        .get("/desk/organisations", ::people::SEE, organisations::list)
        .post("/desk/organisations", ::people::SEE, organisations::add)
        .get("/desk/organisations/{id}", ::people::SEE, organisations::page)
        .post("/desk/organisations/{id}/representatives", ::people::SEE, organisations::confirm)
        .post("/desk/organisations/representatives/{id}/end", ::people::SEE, organisations::end)
        .get("/admin/identity", EDIT, admin::list)
        .get("/admin/identity/new", EDIT, admin::new_page)
        .post("/admin/identity", EDIT, admin::add)
        .get("/admin/identity/{id}", EDIT, admin::page)
        .post("/admin/identity/{id}", EDIT, admin::save)
        .post("/admin/identity/{id}/turn", EDIT, admin::turn)
        .post("/admin/identity/{id}/try", EDIT, admin::try_it)
}

/// The sentence of a refusal.
pub fn key_of(reason: Reason) -> String {
    format!("identity-no-{}", reason.as_str().replace('_', "-"))
}
