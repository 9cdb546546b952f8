//! Doors for programs and for pages: files and pictures of kept documents, and the list as JSON for their person.

use crate::model::{Document, Loan, Origin, Standing, Trust};
use crate::pages::list;
use crate::{actions, rules};
use kernel::Id;
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Problem};
use schemars::JsonSchema;
use serde::Serialize;
use uploads::Scan;

/// One page of a folder.
#[derive(Debug, Serialize, JsonSchema)]
pub struct List {
    pub documents: Vec<Line>,
    /// What `after` is for the next page; absent on the last.
    pub next: Option<String>,
}

/// A kept document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Line {
    pub id: String,
    /// An id of the pieces that procedures ask for.
    pub kind: String,
    pub title: String,
    /// `uploaded`, `case` or `issued`.
    #[schemars(with = "String")]
    pub origin: Origin,
    /// `own`, `seen` or `issued`.
    #[schemars(with = "String")]
    pub trust: Trust,
    pub issued_on: Option<String>,
    pub valid_until: Option<String>,
    /// `good`, `ends_soon` or `ended`: what has ended is not lent.
    #[schemars(with = "String")]
    pub standing: Standing,
    /// Media type.
    pub media: String,
    pub size: i64,
    pub kept_at: String,
    /// Where its file is.
    pub file: String,
}

/// A kept document with its loans.
#[derive(Debug, Serialize, JsonSchema)]
pub struct One {
    pub document: Line,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: Option<String>,
    pub loans: Vec<LoanLine>,
}

/// A copy that was given to a procedure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LoanLine {
    pub procedure: String,
    pub piece: String,
    pub case: Option<String>,
    /// The version of the words of consent.
    pub consent: String,
    pub lent_at: String,
    pub filed_at: Option<String>,
    pub withdrawn_at: Option<String>,
    /// Days that the service keeps the copy after its decision; 0 for good.
    pub keeps_days: i64,
}

pub fn line(ctx: &Ctx, document: &Document) -> Line {
    Line {
        id: document.id.to_string(),
        kind: document.kind.clone(),
        title: document.title.clone(),
        origin: document.origin,
        trust: document.trust,
        issued_on: document.issued_on.map(|day| day.to_string()),
        valid_until: document.valid_until.map(|day| day.to_string()),
        standing: rules::standing(document.valid_until, ctx.today()),
        media: document.media.clone(),
        size: document.size,
        kept_at: document.kept_at.to_string(),
        file: ctx.bare_url(&format!("/my/documents/{}/file", document.id)),
    }
}

pub fn loan_line(loan: &Loan) -> LoanLine {
    LoanLine {
        procedure: loan.procedure.clone(),
        piece: loan.piece.clone(),
        case: loan.case_code.clone(),
        consent: loan.consent.clone(),
        lent_at: loan.lent_at.to_string(),
        filed_at: loan.filed_at.map(|at| at.to_string()),
        withdrawn_at: loan.withdrawn_at.map(|at| at.to_string()),
        keeps_days: loan.keeps_days,
    }
}

pub async fn list(ctx: Ctx) -> Answer {
    let after = ctx.query().get("after").to_owned();
    let (documents, next) = ctx.read(move |rx| list::page(rx, &after)).await?;
    ctx.json(List { documents: documents.iter().map(|document| line(&ctx, document)).collect(), next })
}

pub async fn one(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let (document, digest, loans) = ctx
        .read(move |rx| {
            let document = actions::own(rx, &id)?;
            let digest = actions::digest(rx, &document)?;
            Ok((document, digest, actions::lent(rx, &id)?))
        })
        .await?;
    ctx.json(One { document: line(&ctx, &document), sha256: digest, loans: loans.iter().map(loan_line).collect() })
}

/// The file byte for byte, as an attachment in a closed room.
pub async fn file(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let document = ctx.read(move |rx| actions::own(rx, &id)).await?;
    let content = actions::content(&ctx, &document).await?;
    let name = rules::file_name(1, "", &document.media);
    let headers = [
        ("content-type", document.media.clone()),
        ("content-disposition", format!("attachment; filename=\"document.{}\"", name.rsplit('.').next().unwrap_or("bin"))),
        ("content-security-policy", "sandbox; default-src 'none'".into()),
        ("cache-control", "private, no-store".into()),
    ];
    Ok((headers, content).into_response())
}

/// The picture made anew of an image; a small one for lists.
pub async fn picture(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (id, small) = (Id::parse(&id).ok_or(Problem::NotFound)?, ctx.query().ticked("small"));
    let document = ctx.read(move |rx| actions::own(rx, &id)).await?;
    if document.thumb.is_empty() || document.scan == Scan::Infected {
        return Err(Problem::NotFound.into());
    }
    let content = if small { photos::small(&ctx, &document.thumb).await? } else { ctx.file(&document.thumb).await? };
    Ok(([("content-type", "image/jpeg"), ("cache-control", "private, no-store")], content).into_response())
}
