//! Pages: the queue before publication, a photo, appeals, what the author and everybody read.

pub mod appeals;
pub mod author;
pub mod photo;
pub mod public;
pub mod queue;

use kernel::{Id, Refusal};
use platform::web::StatusCode;
use platform::{Ctx, Json, Problem, Result, Tx, context};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

fn error(ctx: &Ctx, refusal: &Refusal) -> Vec<Json> {
    vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) }]
}

fn status(errors: &[Json]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// The name of a reason for a page.
fn reason(tx: &mut Tx, id: Option<&str>) -> Result<Option<kernel::Label>> {
    let found = id.map(|id| crate::actions::reason_of(tx, id)).transpose()?.flatten();
    Ok(found.map(|reason| reason.name))
}

/// The photos of a case to choose from: the small picture is what would be shown.
fn photos(ctx: &Ctx, case: &Id, files: &[cases::CaseFile], versions: &[crate::model::Version]) -> Vec<Json> {
    let originals = files.iter().filter(|file| matches!(file.role, cases::FileRole::Photo | cases::FileRole::Proof));
    let one = |file: &cases::CaseFile| {
        let version = versions.iter().rev().find(|version| version.original == file.id);
        let shown = version.map_or(&file.id, |version| &version.shown);
        context! {
            id => file.id, thumb => format!("{}?thumb=1", ctx.bare_url(&format!("/desk/files/{shown}"))),
            hide => ctx.url(&format!("/desk/{case}/photos/{}", file.id)), hidden => version.map_or(0, |version| version.parts.len()),
        }
    };
    originals.map(one).collect()
}
