//! Taking a piece from one's folder: which documents fit, the words that are agreed to, and the copy that goes to the request.

use super::receipt::opened;
use super::{guarded, pieces};
use crate::actions::draft::{self, Opened};
use crate::actions::{file, lent, upload};
use crate::model::{Draft, DraftFile};
use cases::Channel;
use folder::{Choices, Document, NewLoan};
use kernel::{Id, Lang, Refusal};
use platform::access::Side;
use platform::web::{Path, StatusCode, encode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::{Piece, Procedure};
use std::sync::Arc;

const TEMPLATE: &str = "requests/take.html";

/// What the document goes to: a request that is being written, or one that waits for papers.
#[derive(Clone)]
enum To {
    Draft(String),
    Case { code: String, key: String },
}

impl To {
    fn form(&self, piece: &str) -> String {
        match self {
            To::Draft(code) => format!("/drafts/{code}/take/{}", encode(piece)),
            To::Case { code, key } => format!("/requests/{code}/take/{}?k={}", encode(piece), encode(key)),
        }
    }

    fn back(&self) -> String {
        match self {
            To::Draft(code) => format!("/drafts/{code}/pieces"),
            To::Case { code, key } => format!("/requests/{code}/pieces?k={}", encode(key)),
        }
    }
}

/// What is asked, and what of the folder fits it.
pub(super) struct Asked {
    pub(super) procedure: Arc<Procedure>,
    pub(super) piece: Piece,
    pub(super) choices: Choices,
    pub(super) loan: NewLoan,
}

/// Whether somebody is signed in who has a folder.
pub fn is_citizen(ctx: &Ctx) -> bool {
    ctx.session().is_some_and(|session| session.side == Side::Citizen)
}

/// Where the form offers to take a piece from a folder: one's own, or at the counter that of whoever stands there.
pub fn offered(ctx: &Ctx, draft: &Draft, piece: &str) -> Option<String> {
    match draft.channel {
        Channel::Web if is_citizen(ctx) => Some(ctx.url(&format!("/drafts/{}/take/{}", draft.code, encode(piece)))),
        Channel::Counter | Channel::Phone if ctx.may(cases::FILE_FOR) => {
            Some(ctx.url(&format!("/desk/drafts/{}/take/{}", draft.code, encode(piece))))
        }
        _ => None,
    }
}

/// A document goes only to a request of its own person, or of nobody in particular.
fn own(tx: &mut Tx, of: Option<&Id>) -> Result<Id> {
    let person = draft::author(tx, Channel::Web)?.ok_or(Problem::Forbidden)?;
    if of.is_none_or(|of| *of == person) { Ok(person) } else { Err(Refusal::new("folder-not-yours").into()) }
}

fn load(rx: &mut Tx, to: &To, piece: &str, lang: Lang) -> Result<Asked> {
    match to {
        To::Draft(code) => {
            let opened = draft::opened(rx, code)?;
            let person = own(rx, opened.draft.person.as_ref())?;
            if opened.draft.channel != Channel::Web {
                return Err(Problem::NotFound);
            }
            for_draft(rx, &opened, piece, &person, lang)
        }
        To::Case { code, key } => for_case(rx, code, key, piece, lang),
    }
}

/// What of a person's folder fits a piece of a draft.
pub(super) fn for_draft(rx: &mut Tx, opened: &Opened, piece: &str, person: &Id, lang: Lang) -> Result<Asked> {
    if opened.draft.filed.is_some() {
        return Err(Refusal::new("requests-filed-already").into());
    }
    let piece = opened.pieces().into_iter().find(|known| known.id == piece).cloned().ok_or(Problem::NotFound)?;
    let area = file::area(rx, opened)?;
    let unit = cases::route(rx, &opened.procedure, area.as_deref())?;
    let choices = folder::choices(rx, person, &piece, &unit)?;
    let loan = NewLoan {
        procedure: opened.procedure.id.clone(),
        piece: piece.id.clone(),
        unit,
        draft: Some(opened.draft.id.clone()),
        case: None,
        case_code: None,
        lang,
    };
    Ok(Asked { procedure: opened.procedure.clone(), piece, choices, loan })
}

fn for_case(rx: &mut Tx, code: &str, key: &str, piece: &str, lang: Lang) -> Result<Asked> {
    let case = opened(rx, code, key)?;
    let person = own(rx, case.person.as_ref())?;
    let procedure = cases::pinned(rx, &case.procedure_pin)?;
    if pieces::takes(&procedure, &case).is_none() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let views = cases::shown_pieces(rx, &case, &procedure)?;
    let view = views.into_iter().find(|view| view.piece.id == piece && view.piece.is_asked()).ok_or(Problem::NotFound)?;
    let choices = folder::choices(rx, &person, &view.piece, &case.unit)?;
    let loan = NewLoan {
        procedure: case.procedure,
        piece: view.piece.id.clone(),
        unit: case.unit,
        draft: None,
        case: Some(case.id),
        case_code: Some(case.code),
        lang,
    };
    Ok(Asked { procedure, piece: view.piece, choices, loan })
}

pub async fn show(ctx: Ctx, Path((code, piece)): Path<(String, String)>) -> Answer {
    page(&ctx, &To::Draft(code), &piece).await
}

pub async fn show_filed(ctx: Ctx, Path((code, piece)): Path<(String, String)>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    page(&ctx, &To::Case { code, key }, &piece).await
}

async fn asked(ctx: &Ctx, to: &To, piece: &str) -> Result<Asked> {
    let (to, piece, lang) = (to.clone(), piece.to_owned(), ctx.lang);
    guarded(ctx, ctx.read(move |rx| load(rx, &to, &piece, lang)).await)
}

async fn page(ctx: &Ctx, to: &To, piece: &str) -> Answer {
    let asked = asked(ctx, to, piece).await?;
    answer(ctx, to, &asked, StatusCode::OK, "", &[]).await
}

async fn answer(ctx: &Ctx, to: &To, asked: &Asked, status: StatusCode, chosen: &str, faults: &[Refusal]) -> Answer {
    let errors: Vec<Json> = faults
        .iter()
        .map(|fault| context! { name => fault.field.clone().unwrap_or_default(), text => ctx.sentence(fault) })
        .collect();
    let model = context! {
        title => asked.procedure.title, icon => asked.procedure.icon, piece => asked.piece.label, hint => asked.piece.hint,
        choice => asked.choices.model(ctx, &asked.procedure), errors => errors, chosen => chosen,
        action => ctx.url(&to.form(&asked.piece.id)), back => ctx.url(&to.back()),
    };
    ctx.page_with(status, TEMPLATE, model).await
}

pub async fn lend(ctx: Ctx, Path((code, piece)): Path<(String, String)>, fields: Fields) -> Answer {
    take(&ctx, To::Draft(code), &piece, &fields).await
}

pub async fn lend_filed(ctx: Ctx, Path((code, piece)): Path<(String, String)>, fields: Fields) -> Answer {
    let key = ctx.query().get("k").to_owned();
    take(&ctx, To::Case { code, key }, &piece, &fields).await
}

async fn take(ctx: &Ctx, to: To, piece: &str, fields: &Fields) -> Answer {
    let asked = asked(ctx, &to, piece).await?;
    let chosen = fields.get("document");
    match lend_one(ctx, &to, &asked, chosen, fields.ticked("consent")).await {
        Ok(()) => match &to {
            To::Draft(_) => ctx.go_saying(&format!("{}#given-{}", to.back(), encode(piece)), "folder-said-lent"),
            To::Case { code, key } => ctx.go_saying(&format!("/cases/{code}?k={}", encode(key)), "folder-said-lent"),
        },
        Err(Problem::Refused(refusal)) => answer(ctx, &to, &asked, StatusCode::UNPROCESSABLE_ENTITY, chosen, &[refusal]).await,
        Err(other) => Err(other.into()),
    }
}

/// A copy of a document, judged and scanned like any file that is sent; none before what hinders it was said.
pub(super) async fn copied(ctx: &Ctx, asked: &Asked, document: &Document, agreed: bool) -> Result<DraftFile> {
    folder::lendable(document, &asked.piece.kind, ctx.today())?;
    if !agreed {
        return Err(Refusal::new("folder-consent-missing").at("consent").into());
    }
    let content = folder::content(ctx, document).await?;
    upload::take(ctx, &asked.piece.id, &document.title, content, asked.piece.max_mb).await
}

/// Copies the document and gives the copy.
async fn lend_one(ctx: &Ctx, to: &To, asked: &Asked, chosen: &str, agreed: bool) -> Result<()> {
    let id = Id::parse(chosen).ok_or_else(|| Refusal::new("folder-document-missing").at("document"))?;
    // One that does not fit is told why; somebody else's does not exist.
    let document = ctx.read(move |rx| folder::own(rx, &id)).await?;
    let taken = copied(ctx, asked, &document, agreed).await?;
    let (to, loan) = (to.clone(), asked.loan.clone());
    ctx.write(move |tx| match (&to, &loan.case) {
        (To::Draft(code), _) => lent::add_lent(tx, code, taken.clone(), &document, &loan, agreed),
        (To::Case { .. }, Some(case)) => file::give_lent(tx, case, taken.clone(), &document, &loan, agreed),
        (To::Case { .. }, None) => Err(Problem::internal("a loan to no case")),
    })
    .await
}
