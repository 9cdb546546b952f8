//! Verification for everybody: by the code of a paper, by the compact receipt, or by the file itself.

use super::print::is_pdf;
use crate::model::{Paper, PaperState};
use crate::{keys, make, sheet, store};
use kernel::{Day, format};
use platform::web::{Path, StatusCode};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use signing::{Finding, Level, Since};
use tokio::sync::Semaphore;

const TEMPLATE: &str = "documents/verify.html";

fn nothing() -> Json {
    context! { asked => false, code => "", errors => Vec::<Json>::new(), paper => None::<Json>, order => None::<Json>, receipt => None::<Json>, case => None::<Json>, file => None::<Json>, unknown => false }
}

fn with(key: &str, value: Json) -> Json {
    let mut model = nothing();
    model["asked"] = Json::Bool(true);
    model[key] = value;
    model
}

pub async fn ask(ctx: Ctx) -> Answer {
    let code = ctx.query().get("code").to_owned();
    if !code.is_empty() {
        return ctx.go(&format!("/verify/{}", platform::web::encode(&code)));
    }
    ctx.page(TEMPLATE, nothing()).await
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let model = found(&ctx, &code).await?;
    let status = if model["unknown"] == true { StatusCode::NOT_FOUND } else { StatusCode::OK };
    ctx.page_with(status, TEMPLATE, model).await
}

/// What a code names.
pub enum Named {
    Paper(Box<Paper>),
    /// An order of payment.
    Order(Box<payments::Order>),
    /// A receipt that the commune signed.
    Receipt(requests::Verified),
    /// The code of a file, which proves nothing: it stands on a receipt beside the square code that does.
    Case(String),
}

/// What the code names: a paper of the register, an order of payment, a receipt, or a file. Guessing codes is slow.
pub async fn find(ctx: &Ctx, code: &str) -> Result<Option<Named>> {
    ctx.left(Allowance::Code)?;
    if code.starts_with("J1.") {
        let key = ctx.read(|rx| rx.keys().public_key(&rx.tenant())).await?;
        return Ok(requests::verify(code, &key).map(Named::Receipt));
    }
    let asked = kernel::PublicCode::parse(code).map(|code| code.as_str().to_owned());
    let named = match asked {
        Some(code) => ctx.read(move |rx| named(rx, &code)).await?,
        None => None,
    };
    if named.is_none() {
        ctx.take(Allowance::Code)?;
    }
    Ok(named)
}

fn named(rx: &mut Tx, code: &str) -> Result<Option<Named>> {
    if let Some(paper) = store::by_code(rx, code)? {
        return Ok(Some(Named::Paper(Box::new(paper))));
    }
    if let Some(order) = payments::order_by_code(rx, code)? {
        return Ok(Some(Named::Order(Box::new(order))));
    }
    match cases::by_code(rx, code) {
        Ok(case) => Ok(Some(Named::Case(case.code))),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

async fn found(ctx: &Ctx, code: &str) -> Result<Json> {
    Ok(match find(ctx, code).await? {
        Some(Named::Paper(paper)) => with("paper", known(ctx, &paper)),
        Some(Named::Order(order)) => with("order", owed(ctx, &order)),
        Some(Named::Receipt(told)) => with("receipt", receipt(ctx, &told)),
        Some(Named::Case(code)) => {
            with("case", context! { code => code, follow => ctx.url(&format!("/cases?code={}", platform::web::encode(&code))) })
        }
        None => with("unknown", Json::Bool(true)),
    })
}

/// What the commune signed on a receipt, its days written as the language does.
fn receipt(ctx: &Ctx, told: &requests::Verified) -> Json {
    let day = |text: &str| Day::parse(text).map_or(text.to_owned(), |day| format::long_day(day, ctx.lang));
    let received = match told.received.split_once(' ') {
        Some((date, hour)) => ctx.text("documents-day-hour", &[("day", &day(date)), ("hour", hour)]),
        None => told.received.clone(),
    };
    context! { code => told.code, number => told.number, received => received, complete => told.complete, due => told.due.as_deref().map(day) }
}

/// What everybody may know of a paper: never whom it concerns.
fn known(ctx: &Ctx, paper: &Paper) -> Json {
    let mut shown = sheet::shown(ctx, paper);
    shown["good"] = Json::Bool(paper.state == PaperState::Issued && shown["expired"] == false);
    shown["commune"] = context! { name => ctx.commune().name };
    shown["sha256"] = Json::from(paper.sha256.clone());
    shown
}

/// What everybody may know of an order of payment: the sum that is genuine, and whether it is still to pay.
fn owed(ctx: &Ctx, order: &payments::Order) -> Json {
    context! {
        number => order.number(), state => order.state, sum => format::money(order.amount, ctx.lang), made => format::long_day(order.made_at.day(), ctx.lang),
        ended => order.ended_at.map(|at| format::long_day(at.day(), ctx.lang)), commune => context! { name => ctx.commune().name },
        pay => (order.state == payments::OrderState::Open).then(|| ctx.url(&format!("/pay/{}", order.code))),
    }
}

/// Files that are examined at once: anybody may send one, and it takes memory and a processor.
static PLACES: Semaphore = Semaphore::const_new(2);

/// A file, what the register knows of it, and what its signatures prove.
pub struct Examined {
    pub paper: Option<Paper>,
    pub report: signing::Report,
    /// It bore a signature, and what was done to it since left nothing that can be read as one.
    pub altered: bool,
}

/// What stands in every PDF that was signed.
const SIGNED: &[u8] = b"/ByteRange";

/// Is the file of the form one of ours, are its signatures good, and what was changed since? Refuses what is no PDF.
pub async fn examine(ctx: &Ctx, fields: &Fields) -> Result<Examined> {
    let sent = fields.file("file").ok_or_else(|| kernel::Refusal::new("documents-choose-file").at("file"))?;
    is_pdf(&sent.content)?;
    let _place = PLACES.acquire().await.map_err(Problem::internal)?;
    let (content, hash) = (sent.content.clone(), make::hash(&sent.content));
    let paper = ctx.read(move |rx| store::by_hash(rx, &hash)).await?;
    let roots = keys::trusted(ctx.app(), &ctx.commune().code).await?;
    let bears = content.windows(SIGNED.len()).any(|part| part == SIGNED);
    let report = tokio::task::spawn_blocking(move || signing::verify(&content, &roots)).await.map_err(Problem::internal)?;
    let altered = bears && report.unreadable.is_some();
    Ok(Examined { paper, report, altered })
}

pub async fn upload(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::Deposit)?;
    let Examined { paper, report, altered } = match examine(&ctx, &fields).await {
        Err(Problem::Refused(refusal)) => return wrong(&ctx, &refusal).await,
        other => other?,
    };
    let row = |finding: &Finding| {
        context! { signer => finding.signer.as_deref().map(|name| sheet::signer(&ctx, name)), holds => finding.holds(), intact => finding.intact, since => since(finding), stamped => (finding.level == Level::BT).then(|| finding.stamped.as_ref().map(|(at, _)| at_time(&ctx, *at))) }
    };
    let file = context! {
        known => paper.as_ref().map(|paper| known(&ctx, paper)), signatures => report.signatures.iter().map(row).collect::<Vec<_>>(),
        holds => report.holds(), unreadable => report.unreadable.is_some(), altered => altered,
    };
    ctx.page(TEMPLATE, with("file", file)).await
}

/// What came after a signature, in one word.
pub fn since(finding: &Finding) -> &'static str {
    match &finding.since {
        Since::Nothing => "nothing",
        Since::LaterSignatures => "later",
        Since::Forbidden(_) => "forbidden",
    }
}

/// A stamped second as people read it.
fn at_time(ctx: &Ctx, secs: i64) -> String {
    kernel::format::moment(ctx.now().plus_secs(secs - ctx.now().0.as_second()), ctx.lang)
}

async fn wrong(ctx: &Ctx, refusal: &kernel::Refusal) -> Answer {
    let errors = vec![context! { name => "file", text => ctx.sentence(refusal) }];
    let mut model = nothing();
    model["errors"] = Json::Array(errors);
    ctx.page_with(StatusCode::UNPROCESSABLE_ENTITY, TEMPLATE, model).await
}
