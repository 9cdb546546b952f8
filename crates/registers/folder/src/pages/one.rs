//! One document: what it is, what it was lent to, who looked, and what its person may do with it.

use super::{colour, options, shown, typed};
use crate::model::{Document, Loan};
use crate::{actions, rules};
use kernel::{Id, Label, Refusal, format};
use platform::store::journal::{self, Entry};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::PieceKind;

const TEMPLATE: &str = "folder/one.html";
const LOOKS: i64 = 20;

struct File {
    document: Document,
    digest: Option<String>,
    kinds: Vec<PieceKind>,
    loans: Vec<Lent>,
    looks: Vec<Entry>,
}

/// A loan with the names of what it went to.
pub struct Lent {
    pub loan: Loan,
    pub procedure: Option<Label>,
    pub unit: Label,
}

/// Loans with the names of their procedures and services.
pub fn named(rx: &mut Tx, loans: Vec<Loan>) -> Result<Vec<Lent>> {
    let (catalog, units) = (procedures::catalog(rx)?, units::all(rx)?);
    let name = |loan: Loan| Lent {
        procedure: catalog.find(&loan.procedure).map(|procedure| procedure.title.clone()),
        unit: units.iter().find(|unit| unit.id == loan.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        loan,
    };
    Ok(loans.into_iter().map(name).collect())
}

fn load(rx: &mut Tx, id: &Id) -> Result<File> {
    let document = actions::own(rx, id)?;
    let loans = actions::lent(rx, id)?;
    Ok(File {
        digest: actions::digest(rx, &document)?,
        kinds: actions::kinds(rx)?,
        loans: named(rx, loans)?,
        looks: journal::looks_at(rx, id.as_str(), LOOKS)?,
        document,
    })
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    page(&ctx, &id, StatusCode::OK, None, Vec::new()).await
}

async fn page(ctx: &Ctx, id: &str, status: StatusCode, sent: Option<&Fields>, faults: Vec<Refusal>) -> Answer {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    let file = ctx.read(move |rx| load(rx, &id)).await?;
    let document = &file.document;
    let day = |day: Option<kernel::Day>| day.map_or(String::new(), format::short_day);
    let values = sent.filter(|sent| sent.opt("title").is_some() || sent.opt("kind").is_some()).map_or_else(
        || context! { kind => document.kind, title => document.title, issued_on => day(document.issued_on), valid_until => day(document.valid_until) },
        super::again,
    );
    let errors: Vec<Json> = faults
        .iter()
        .map(|fault| context! { name => fault.field.clone().unwrap_or_default(), text => ctx.sentence(fault) })
        .collect();
    let base = format!("/my/documents/{}", document.id);
    let standing = rules::standing(document.valid_until, ctx.today());
    let readable = file.digest.is_some() && document.scan != uploads::Scan::Infected;
    let model = context! {
        document => shown(ctx, &file.kinds, document), colour => colour(standing), digest => file.digest,
        file => readable.then(|| ctx.bare_url(&format!("{base}/file"))), action => ctx.url(&base), erase => ctx.url(&format!("{base}/erase")),
        kinds => options(ctx, &file.kinds), values => values, errors => errors,
        loans => file.loans.iter().map(|lent| loan(ctx, lent)).collect::<Vec<_>>(),
        looks => file.looks.iter().map(|look| context! { at => format::moment(look.at, ctx.lang) }).collect::<Vec<_>>(),
    };
    ctx.page_with(status, TEMPLATE, model).await
}

/// A loan as its person reads it.
fn loan(ctx: &Ctx, lent: &Lent) -> Json {
    let Lent { loan, procedure, unit } = lent;
    let state = match (&loan.filed_at, &loan.withdrawn_at) {
        (_, Some(_)) => "withdrawn",
        (Some(_), _) => "filed",
        _ => "draft",
    };
    context! {
        procedure => procedure, unit => unit, state => state, at => format::moment(loan.lent_at, ctx.lang), code => loan.case_code, consent => loan.consent,
        case => loan.case_code.as_ref().map(|code| ctx.url(&format!("/cases/{code}"))), years => loan.keeps_days / 365,
        helped => loan.actor.starts_with("staff:"), withdraw => (state == "draft").then(|| ctx.url(&format!("/my/documents/loans/{}/withdraw", loan.id))),
    }
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let (asked, sent) = (Id::parse(&id).ok_or(Problem::NotFound)?, typed(&fields));
    let done = match sent {
        Ok(new) => ctx.write(move |tx| actions::change(tx, &asked, new.clone())).await,
        Err(refusal) => Err(refusal.into()),
    };
    match done {
        Ok(()) => ctx.go_saying(&format!("/my/documents/{id}"), "folder-said-changed"),
        Err(Problem::Refused(refusal)) => page(&ctx, &id, StatusCode::UNPROCESSABLE_ENTITY, Some(&fields), vec![refusal]).await,
        Err(other) => Err(other.into()),
    }
}

/// Erases at once. A tick stands before it, since nothing brings a document back.
pub async fn erase(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    if !fields.ticked("sure") {
        let refusal = Refusal::new("folder-erase-unsure").at("sure");
        return page(&ctx, &id, StatusCode::UNPROCESSABLE_ENTITY, None, vec![refusal]).await;
    }
    let asked = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| actions::erase(tx, &asked)).await?;
    ctx.go_saying("/my/documents", "folder-said-erased")
}

pub async fn withdraw(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let loan = ctx.write(move |tx| actions::withdraw(tx, &id)).await?;
    ctx.go_saying(&format!("/my/documents/{}", loan.document), "folder-said-withdrawn")
}
