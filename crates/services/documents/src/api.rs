//! Verification for programs: by a code, by the compact receipt, or by the file itself; the same findings as on the page.

use crate::model::{Paper, PaperState};
use crate::pages::verify::{Examined, Named, examine, find};
use kernel::Label;
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Problem};
use procedures::Spoken;
use schemars::JsonSchema;
use serde::Serialize;

/// What the register or the signature says of a code. One of the three is there.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct VerifiedCode {
    pub paper: Option<KnownPaper>,
    pub order: Option<KnownOrder>,
    pub receipt: Option<VerifiedReceipt>,
}

/// What everybody may know of an order of payment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KnownOrder {
    /// Number and year in its register.
    pub number: String,
    /// `open`, `paid` or `cancelled`.
    pub state: &'static str,
    /// Centimes of the dirham.
    pub amount: i64,
    pub made_at: String,
    pub ended_at: Option<String>,
}

/// What everybody may know of a paper: never whom it concerns.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KnownPaper {
    pub code: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    /// Number and year in its register.
    pub number: String,
    /// `prepared`, `made`, `issued` or `cancelled`.
    pub state: &'static str,
    /// `qualified`, `seal` or `none`.
    pub sign: &'static str,
    pub signer: Option<String>,
    pub issued_at: Option<String>,
    /// The last day on which it is good.
    pub valid_until: Option<String>,
    /// True when it was issued, is not cancelled and has not expired.
    pub good: bool,
    /// Digest of the file that was issued.
    pub sha256: Option<String>,
    #[schemars(with = "Spoken")]
    pub commune: Label,
}

/// A receipt whose signature is the commune's.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VerifiedReceipt {
    pub code: String,
    pub number: String,
    pub received: String,
    pub complete: bool,
    pub due: Option<String>,
}

/// What a file proves.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VerifiedFile {
    /// The paper of the register that this very file is.
    pub paper: Option<KnownPaper>,
    /// True when it bears signatures, all of them good, and nothing was changed after the last.
    pub holds: bool,
    /// True when it cannot be read as a PDF.
    pub unreadable: bool,
    pub signatures: Vec<VerifiedSignature>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct VerifiedSignature {
    pub signer: Option<String>,
    pub holds: bool,
    /// The signed bytes are as they were.
    pub intact: bool,
    /// What came after it: `nothing`, `later` signatures, or `forbidden` changes.
    pub since: &'static str,
}

pub async fn code(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let verified = match find(&ctx, &code).await?.ok_or(Problem::NotFound)? {
        Named::Paper(paper) => VerifiedCode { paper: Some(known(&ctx, *paper)), ..VerifiedCode::default() },
        Named::Order(order) => VerifiedCode { order: Some(known_order(&order)), ..VerifiedCode::default() },
        Named::Case(_) => return Err(Problem::NotFound.into()),
        Named::Receipt(told) => VerifiedCode { receipt: Some(receipt(told)), ..VerifiedCode::default() },
    };
    ctx.json(verified)
}

fn known_order(order: &payments::Order) -> KnownOrder {
    KnownOrder {
        number: order.number(),
        state: order.state.as_str(),
        amount: order.amount.0,
        made_at: order.made_at.to_string(),
        ended_at: order.ended_at.map(|at| at.to_string()),
    }
}

fn receipt(told: requests::Verified) -> VerifiedReceipt {
    VerifiedReceipt { code: told.code, number: told.number, received: told.received, complete: told.complete, due: told.due }
}

/// The file in the field `file`.
pub async fn upload(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::Deposit)?;
    let Examined { paper, report, .. } = examine(&ctx, &fields).await?;
    let signature = |finding: &signing::Finding| VerifiedSignature {
        signer: finding.signer.clone(),
        holds: finding.holds(),
        intact: finding.intact,
        since: crate::pages::verify::since(finding),
    };
    ctx.json(VerifiedFile {
        paper: paper.map(|paper| known(&ctx, paper)),
        holds: report.holds(),
        unreadable: report.unreadable.is_some(),
        signatures: report.signatures.iter().map(signature).collect(),
    })
}

fn known(ctx: &Ctx, paper: Paper) -> KnownPaper {
    let expired = paper.is_over(ctx.today());
    KnownPaper {
        number: paper.reference(),
        state: paper.state.as_str(),
        sign: paper.sign.as_str(),
        issued_at: paper.issued_at.map(|at| at.to_string()),
        valid_until: paper.valid_until.map(|day| day.to_string()),
        good: paper.state == PaperState::Issued && !expired,
        commune: ctx.commune().name.clone(),
        code: paper.code,
        title: paper.title,
        signer: paper.signer,
        sha256: paper.sha256,
    }
}
