//! Pages for people: the catalogue, the form page by page, the receipt, the file.

pub mod catalogue;
mod check;
pub mod delays;
pub mod form;
pub mod kiosk;
pub mod mandate;
pub mod panel;
pub mod pieces;
pub mod receipt;
pub mod sheet;
pub mod shown;
pub mod start;
pub mod take;
pub mod take_for;
pub mod writer;

use platform::web::Routes;
use platform::{Allowance, Ctx, Problem, Result};

/// Wrong codes of drafts are slowed. A right one is never refused: it is sixty random bits and nobody's guess, and many
/// telephones share the address from which somebody guesses.
pub fn guarded<T>(ctx: &Ctx, done: Result<T>) -> Result<T> {
    if matches!(done, Err(Problem::NotFound)) {
        ctx.take(Allowance::Code)?;
    }
    done
}

/// Filing for others, for whoever has the permission; what he may do is asked again of his mandate.
pub fn routes_of_holders(routes: Routes) -> Routes {
    routes
        .get("/writer", assisted::FILE, writer::home)
        .get("/writer/papers/new", assisted::FILE, writer::new_paper)
        .post("/writer/papers", assisted::FILE, writer::add_paper)
        .get("/writer/papers/{id}", assisted::FILE, writer::paper)
        .post("/writer/papers/{id}/begin", assisted::FILE, writer::begin)
        .get("/writer/files/{code}", assisted::FILE, writer::file)
        .get("/writer/files/{code}/pieces", assisted::FILE, pieces::show_holder)
        .post("/writer/files/{code}/pieces", assisted::FILE, pieces::add_holder)
}

/// The screens of a kiosk: open to everybody, and to no device but a kiosk.
pub fn routes_of_kiosks(routes: Routes) -> Routes {
    routes
        .public_get("/kiosk", kiosk::first)
        .public_post("/kiosk/begin", kiosk::begin)
        .public_get("/kiosk/procedures", kiosk::procedures)
        .public_get("/kiosk/procedures/{id}", kiosk::procedure)
        .public_post("/kiosk/procedures/{id}", kiosk::begin_draft)
        .public_get("/kiosk/resume", kiosk::resume_page)
        .public_post("/kiosk/resume", kiosk::resume)
        .public_get("/kiosk/form", kiosk::form)
        .public_get("/kiosk/form/{page}", kiosk::form_page)
        .public_post("/kiosk/form/{page}", kiosk::save)
        .public_get("/kiosk/ticket", kiosk::ticket)
        .public_post("/kiosk/end", kiosk::end)
        .public_get("/kiosk/over", kiosk::over)
}
