//! PDFs: a paper for its handlers and its author, and the receipt of filing on A5 or on a roll.

use crate::model::{Paper, PaperState};
use crate::{make, sheet, store};
use kernel::Id;
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Problem, Result};

async fn send(ctx: &Ctx, paper: &Paper) -> Answer {
    let content = ctx.file(paper.blob.as_deref().ok_or(Problem::NotFound)?).await?;
    pdf(content, &paper.code)
}

/// A PDF as an answer: shown, never kept by the browser, without scripts.
pub fn pdf(content: Vec<u8>, name: &str) -> Answer {
    let headers = [
        ("content-type", "application/pdf".to_owned()),
        ("content-disposition", format!("inline; filename=\"{name}.pdf\"")),
        ("content-security-policy", "sandbox; default-src 'none'".into()),
        ("cache-control", "private, no-store".into()),
    ];
    Ok((headers, content).into_response())
}

/// A paper for those who handle its case; the look is journaled.
pub async fn at_the_desk(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let paper = ctx
        .write(move |tx| {
            let paper = store::find(tx, &id)?;
            let case = cases::find(tx, &paper.case)?;
            // It names the person: a task on the file is not enough.
            if !cases::author_shown(tx, &case)? {
                return Err(Problem::NotFound);
            }
            tx.look(&case.id, "paper")?;
            Ok(paper)
        })
        .await?;
    send(&ctx, &paper).await
}

/// An issued paper for whoever holds the link of the case.
pub async fn for_the_author(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    let paper = ctx
        .read(move |rx| {
            let paper = store::by_code(rx, &code)?.filter(|paper| paper.state == PaperState::Issued).ok_or(Problem::NotFound)?;
            let case = cases::find(rx, &paper.case)?;
            requests::opened(rx, &case.code, &key)?;
            Ok(paper)
        })
        .await?;
    send(&ctx, &paper).await
}

/// The receipt of filing; `paper=80mm` for the printer of a kiosk.
pub async fn receipt(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let (key, roll) = (ctx.query().get("k").to_owned(), ctx.query().get("paper") == "80mm");
    let (facts, sealed, lacking, case) = ctx
        .read(move |rx| {
            let case = requests::opened(rx, &code, &key)?;
            let lacking = requests::lacking(rx, &case)?;
            Ok((sheet::of_case(rx, &case.id)?, requests::receipt(rx, &case, lacking.is_empty())?, lacking, case))
        })
        .await?;
    let model = sheet::receipt(&ctx, &facts, &sealed, &lacking);
    let title = ctx.text("documents-receipt", &[]);
    let template = if roll { "receipt-80mm" } else { "receipt" };
    let content = make::render(&ctx, template, model, title, ctx.lang, Vec::new()).await?;
    pdf(content, &case.code)
}

/// Whether a content is a PDF at all.
pub fn is_pdf(content: &[u8]) -> Result<()> {
    if content.starts_with(b"%PDF-") { Ok(()) } else { Err(kernel::Refusal::new("documents-not-a-pdf").at("file").into()) }
}
