//! Pages: the list, one document, adding one, what is shown beside a case, the download of everything.

pub mod add;
pub mod choice;
pub mod download;
pub mod list;
pub mod one;
pub mod panel;

use crate::model::{Document, NewDocument, Origin, Standing};
use crate::rules;
use kernel::{Refusal, format};
use platform::{Ctx, Fields, Json, Result, context};
use procedures::PieceKind;
use uploads::Scan;

/// A document as lists and its own page show it.
fn shown(ctx: &Ctx, kinds: &[PieceKind], document: &Document) -> Json {
    let kind = kinds.iter().find(|kind| kind.id == document.kind).map(|kind| &kind.name);
    let picture = ctx.bare_url(&format!("/my/documents/{}/picture", document.id));
    let has_picture = !document.thumb.is_empty() && document.scan != Scan::Infected;
    context! {
        id => document.id, title => document.title, kind => kind, origin => document.origin, trust => document.trust,
        url => ctx.url(&format!("/my/documents/{}", document.id)), infected => document.scan == Scan::Infected,
        thumb => has_picture.then(|| format!("{picture}?small=1")), picture => has_picture.then_some(picture), is_pdf => document.media == "application/pdf",
        standing => rules::standing(document.valid_until, ctx.today()), own => document.origin != Origin::Issued,
        until => document.valid_until.map(|day| format::day(day, ctx.lang)), issued => document.issued_on.map(|day| format::day(day, ctx.lang)),
        kept => format::day(document.kept_at.day(), ctx.lang), kilobytes => (document.size > 0).then_some(document.size / 1_000 + 1),
    }
}

/// The kinds for a choice, by their names in the page's language.
fn options(ctx: &Ctx, kinds: &[PieceKind]) -> Vec<Json> {
    let mut named: Vec<(&str, &str)> = kinds.iter().map(|kind| (kind.name.text(ctx.lang), kind.id.as_str())).collect();
    named.sort_unstable();
    // What has no kind of its own stands last, where it is looked for.
    named.sort_by_key(|(_, id)| *id == "other");
    named.into_iter().map(|(label, value)| context! { value => value, label => label }).collect()
}

/// What was typed about a document; a day that is none is refused beside its field.
fn typed(fields: &Fields) -> Result<NewDocument, Refusal> {
    let day = |name: &str| {
        fields
            .opt(name)
            .map(|text| procedures::read_day(text).ok_or_else(|| Refusal::new("folder-day-wrong").at(name)))
            .transpose()
    };
    Ok(NewDocument {
        kind: fields.get("kind").to_owned(),
        title: fields.get("title").to_owned(),
        issued_on: day("issued_on")?,
        valid_until: day("valid_until")?,
    })
}

/// What was typed, to be shown again.
fn again(fields: &Fields) -> Json {
    context! {
        kind => fields.get("kind"), title => fields.get("title"), issued_on => fields.get("issued_on"),
        valid_until => fields.get("valid_until"), agreed => fields.ticked("consent"),
    }
}

fn nothing_typed() -> Json {
    context! { kind => "", title => "", issued_on => "", valid_until => "", agreed => false }
}

/// The colour of a standing.
fn colour(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "forest",
        Standing::EndsSoon => "future",
        Standing::Ended => "alarm",
    }
}
