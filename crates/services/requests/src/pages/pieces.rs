//! After filing: the pieces that were missing, or that were asked for, come through the same door.

use super::receipt::opened;
use crate::actions::{file, upload};
use kernel::Refusal;
use platform::web::{Path, StatusCode, encode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::Procedure;

const TEMPLATE: &str = "requests/pieces.html";

struct Shown {
    case: cases::Case,
    title: kernel::Label,
    icon: String,
    views: Vec<cases::PieceView>,
    open: bool,
}

fn load(rx: &mut Tx, code: &str, key: &str) -> Result<Shown> {
    let case = opened(rx, code, key)?;
    let procedure = cases::pinned(rx, &case.procedure_pin)?;
    let open = takes(&procedure, &case).is_some();
    let views = cases::shown_pieces(rx, &case, &procedure)?;
    Ok(Shown { views, title: procedure.title.clone(), icon: procedure.icon.clone(), open, case })
}

/// The action by which a person gives what is awaited, where something is.
pub fn takes<'a>(procedure: &'a Procedure, case: &'a cases::Case) -> Option<&'a procedures::Action> {
    procedure.actions_from(&case.state).find(|action| matches!(action.id.as_str(), "complete" | "answer_pieces"))
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    again(&ctx, &code, ctx.query().get("k"), StatusCode::OK, &[]).await
}

async fn again(ctx: &Ctx, code: &str, key: &str, status: StatusCode, faults: &[Refusal]) -> Answer {
    let (asked, with) = (code.to_owned(), key.to_owned());
    let shown = ctx.read(move |rx| load(rx, &asked, &with)).await?;
    let row = |view: &cases::PieceView| {
        context! {
            id => view.piece.id, label => view.piece.label, hint => view.piece.hint, required => view.piece.required, many => view.piece.many, most_mb => view.piece.max_mb,
            count => view.files.len(), lacking => view.is_lacking(),
        }
    };
    let asked = shown.views.iter().filter(|view| view.piece.is_asked()).map(row).collect::<Vec<_>>();
    let errors: Vec<Json> = faults
        .iter()
        .map(|refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) })
        .collect();
    let key = encode(key);
    let model = context! {
        code => shown.case.code, title => shown.title, icon => shown.icon, pieces => asked, open => shown.open, errors => errors,
        action => ctx.url(&format!("/requests/{}/pieces?k={key}", shown.case.code)), back => ctx.url(&format!("/cases/{}?k={key}", shown.case.code)),
        waiting => shown.case.state == "missing", most_mb => ctx.app().config().limits.upload_bytes / 1_000_000,
    };
    ctx.page_with(status, TEMPLATE, model).await
}

pub async fn add(ctx: Ctx, Path(code): Path<String>, mut fields: Fields) -> Answer {
    let key = ctx.query().get("k").to_owned();
    let faults = take(&ctx, &code, &key, &mut fields).await?;
    if !faults.is_empty() {
        return again(&ctx, &code, &key, StatusCode::UNPROCESSABLE_ENTITY, &faults).await;
    }
    ctx.go_saying(&format!("/cases/{code}?k={}", encode(&key)), "requests-said-given")
}

/// Takes files and words for a request of this code and key; what is refused is said, and then nothing is given.
pub async fn take(ctx: &Ctx, code: &str, key: &str, fields: &mut Fields) -> Result<Vec<Refusal>> {
    let (asked, with) = (code.to_owned(), key.to_owned());
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
    if faults.is_empty() {
        let case = shown.case.id.clone();
        ctx.write(move |tx| file::give_pieces(tx, &case, &files, &words, true)).await?;
    }
    Ok(faults)
}
