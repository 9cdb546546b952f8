//! After filing: the pieces that were missing, or that were asked for, come through the same door.

use super::receipt::opened;
use super::{take, writer};
use crate::actions::{file, upload};
use kernel::Refusal;
use platform::web::{Path, StatusCode, encode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::Procedure;

const TEMPLATE: &str = "requests/pieces.html";

/// Who gives: whoever has the key of the receipt, or the holder of a mandate for a file that he made.
#[derive(Clone)]
enum Way {
    Key(String),
    Holder,
}

impl Way {
    fn form(&self, code: &str) -> String {
        match self {
            Way::Key(key) => format!("/requests/{code}/pieces?k={}", encode(key)),
            Way::Holder => format!("/writer/files/{code}/pieces"),
        }
    }

    fn case(&self, code: &str) -> String {
        match self {
            Way::Key(key) => format!("/cases/{code}?k={}", encode(key)),
            Way::Holder => format!("/writer/files/{code}"),
        }
    }
}

struct Shown {
    case: cases::Case,
    title: kernel::Label,
    icon: String,
    views: Vec<cases::PieceView>,
    open: bool,
}

fn load(rx: &mut Tx, code: &str, way: &Way) -> Result<Shown> {
    let case = match way {
        Way::Key(key) => opened(rx, code, key)?,
        Way::Holder => writer::own_case(rx, code)?.0,
    };
    let procedure = cases::pinned(rx, &case.procedure_pin)?;
    let open = takes(&procedure, &case).is_some();
    let views = cases::shown_pieces(rx, &case, &procedure)?;
    Ok(Shown { views, title: procedure.title.clone(), icon: procedure.icon.clone(), open, case })
}

impl Way {
    /// Where whoever is signed in takes a piece from his folder.
    fn take(&self, ctx: &Ctx, case: &cases::Case, piece: &str) -> Option<String> {
        let Way::Key(key) = self else { return None };
        take::is_citizen(ctx).then(|| ctx.url(&format!("/requests/{}/take/{}?k={}", case.code, encode(piece), encode(key))))
    }
}

/// The action by which a person gives what is awaited, where something is.
pub fn takes<'a>(procedure: &'a Procedure, case: &'a cases::Case) -> Option<&'a procedures::Action> {
    procedure.actions_from(&case.state).find(|action| matches!(action.id.as_str(), "complete" | "answer_pieces"))
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    again(&ctx, &code, &Way::Key(ctx.query().get("k").to_owned()), StatusCode::OK, &[]).await
}

pub async fn show_holder(ctx: Ctx, Path(code): Path<String>) -> Answer {
    again(&ctx, &code, &Way::Holder, StatusCode::OK, &[]).await
}

async fn again(ctx: &Ctx, code: &str, way: &Way, status: StatusCode, faults: &[Refusal]) -> Answer {
    let (asked, with) = (code.to_owned(), way.clone());
    let shown = ctx.read(move |rx| load(rx, &asked, &with)).await?;
    let row = |view: &cases::PieceView| {
        context! {
            id => view.piece.id, label => view.piece.label, hint => view.piece.hint, required => view.piece.required, many => view.piece.many, most_mb => view.piece.max_mb,
            count => view.files.len(), lacking => view.is_lacking(), take => way.take(ctx, &shown.case, &view.piece.id),
        }
    };
    let asked = shown.views.iter().filter(|view| view.piece.is_asked()).map(row).collect::<Vec<_>>();
    let errors: Vec<Json> = faults
        .iter()
        .map(|refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) })
        .collect();
    let model = context! {
        code => shown.case.code, title => shown.title, icon => shown.icon, pieces => asked, open => shown.open, errors => errors,
        action => ctx.url(&way.form(&shown.case.code)), back => ctx.url(&way.case(&shown.case.code)),
        waiting => shown.case.state == "missing", most_mb => ctx.app().config().limits.upload_bytes / 1_000_000,
    };
    ctx.page_with(status, TEMPLATE, model).await
}

pub async fn add(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let way = Way::Key(ctx.query().get("k").to_owned());
    give(&ctx, &code, fields, way).await
}

pub async fn add_holder(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    give(&ctx, &code, fields, Way::Holder).await
}

async fn give(ctx: &Ctx, code: &str, mut fields: Fields, way: Way) -> Answer {
    let faults = take_by(ctx, code, &way, &mut fields).await?;
    if !faults.is_empty() {
        return again(ctx, code, &way, StatusCode::UNPROCESSABLE_ENTITY, &faults).await;
    }
    ctx.go_saying(&way.case(code), "requests-said-given")
}

/// Takes files and words for a request of this code and key; what is refused is said, and then nothing is given.
pub async fn take(ctx: &Ctx, code: &str, key: &str, fields: &mut Fields) -> Result<Vec<Refusal>> {
    take_by(ctx, code, &Way::Key(key.to_owned()), fields).await
}

async fn take_by(ctx: &Ctx, code: &str, way: &Way, fields: &mut Fields) -> Result<Vec<Refusal>> {
    let (asked, with) = (code.to_owned(), way.clone());
    let shown = ctx.read(move |rx| load(rx, &asked, &with)).await?;
    if !shown.open {
        return Ok(vec![Refusal::new("cases-not-from-here")]);
    }
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for sent in std::mem::take(&mut fields.files) {
        let Some(id) = sent.field.strip_prefix("piece-") else { continue };
        let Some(view) = shown.views.iter().find(|view| view.piece.id == id && view.piece.is_asked()) else { continue };
        match upload::take(ctx, id, &sent.name, sent.content, view.piece.max_mb).await {
            Ok(file) => files.push(file),
            Err(Problem::Refused(refusal)) => faults.push(refusal),
            Err(other) => return Err(other),
        }
    }
    let words = fields.get("words").to_owned();
    if files.is_empty() && words.is_empty() && faults.is_empty() {
        faults.push(Refusal::new("requests-nothing-given"));
    }
    if !faults.is_empty() {
        return Ok(faults);
    }
    let case = shown.case.id.clone();
    let (asked, by_holder) = (code.to_owned(), matches!(way, Way::Holder));
    let given = ctx.write(move |tx| {
        file::give_pieces(tx, &case, &files, &words, true)?;
        if by_holder {
            // Asked again in the commit: a mandate may have ended since the page was shown.
            let (case, held) = writer::own_case(tx, &asked)?;
            assisted::did(tx, &held.paper, assisted::What::Gave, &case.procedure, &case.code)?;
        }
        Ok(())
    });
    match given.await {
        Ok(()) => Ok(faults),
        Err(Problem::Refused(refusal)) => Ok(vec![refusal]),
        Err(other) => Err(other),
    }
}
