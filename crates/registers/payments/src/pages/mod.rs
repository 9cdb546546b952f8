//! The cash desk: what a file owes, the order that is paid, the receipt, the day, what goes back, the drawer, the books.

pub mod close;
pub mod day;
pub mod orders;
pub mod reconciliation;
pub mod refunds;

use crate::model::{Due, DueState, Ended, Method, Order, Paid, Refund, Tender};
use crate::{COLLECT, REFUND, actions, store};
use kernel::{Id, Money, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

/// The dues of a file, on its page at the desk.
pub fn panel(tx: &mut Tx, subject: &Id) -> Result<Option<PanelModel>> {
    let dues = actions::of(tx, subject)?;
    if dues.is_empty() {
        return Ok(None);
    }
    let case = cases::find(tx, subject)?;
    // The order names the person.
    let order = if cases::author_shown(tx, &case)? { actions::order_of(tx, subject)? } else { None };
    let file = File {
        subject: subject.clone(),
        order,
        refunds: store::refunds::of(tx, subject)?,
        adjusts: cases::may(tx, &case, cases::HANDLE)?,
        gives_back: cases::may(tx, &case, REFUND)?,
        granted: crate::refunds::is_granted(tx, &case)?,
        dues,
    };
    Ok(Some(Box::new(move |ctx: &Ctx| shown(ctx, &file)) as PanelModel))
}

/// What a file owes, owed and was given back, and what this person may do about it.
struct File {
    subject: Id,
    dues: Vec<Due>,
    order: Option<Order>,
    refunds: Vec<Refund>,
    adjusts: bool,
    gives_back: bool,
    granted: bool,
}

fn open_sum(dues: &[Due]) -> Money {
    dues.iter().filter(|due| due.state == DueState::Due).fold(Money(0), |sum, due| sum + due.amount)
}

fn shown(ctx: &Ctx, file: &File) -> Json {
    let File { subject, dues, order, .. } = file;
    let sum = open_sum(dues);
    let row = |due: &Due| {
        let receipt = due.receipt.as_ref().filter(|_| ctx.may(COLLECT)).map(|id| ctx.url(&format!("/desk/cash/receipts/{id}")));
        let adjusts = due.state == DueState::Due && file.adjusts;
        let adjust = adjusts.then(|| ctx.url(&format!("/desk/{subject}/dues/{}", due.fee)));
        context! {
            fee => due.fee, label => due.label, amount => format::money(due.amount, ctx.lang), state => due.state, paid => due.state == DueState::Paid,
            receipt, adjust, typed => due.amount.to_string(),
        }
    };
    let reason = |why: Ended| context! { value => why, label => ctx.text(&format!("payments-why-{why}"), &[]) };
    context! {
        rows => dues.iter().map(row).collect::<Vec<_>>(), owed => sum > Money(0), sum => format::money(sum, ctx.lang),
        order => order.as_ref().map(|order| orders::shown(ctx, order)), reasons => Ended::CORRECTIONS.map(reason),
        refunds => file.refunds.iter().map(|one| refunds::shown(ctx, one)).collect::<Vec<_>>(), refund => refunds::form(ctx, file),
    }
}

use reconciliation::by_method as methods_sums;

fn methods(ctx: &Ctx) -> Vec<Json> {
    let offered = [Method::Cash, Method::Cheque, Method::Transfer];
    offered
        .into_iter()
        .map(|method| context! { value => method, label => ctx.text(&format!("payments-method-{method}"), &[]) })
        .collect()
}

/// The page of a file, for who may open files: the cash desk does without.
fn file_url(ctx: &Ctx, subject: &Id) -> Option<String> {
    ctx.may(cases::SEE).then(|| ctx.url(&format!("/desk/{subject}")))
}

pub async fn collect(ctx: Ctx, Path(subject): Path<String>, fields: Fields) -> Answer {
    let subject = Id::parse(&subject).ok_or(Problem::NotFound)?;
    let key = fields.id("key")?.ok_or(Problem::NotFound)?;
    let tender = Tender {
        method: Method::parse(fields.get("method")).unwrap_or(Method::Cash),
        voucher: fields.get("voucher").to_owned(),
        bank: fields.get("bank").to_owned(),
        payer: fields.get("payer").to_owned(),
    };
    let (of, expected) = (subject.clone(), Money(fields.get("sum").parse().unwrap_or(0)));
    match ctx.write(move |tx| actions::collect(tx, &key, &of, expected, tender.clone())).await {
        Ok(paid) => ctx.go(&format!("/desk/cash/receipts/{}", paid.id)),
        Err(Problem::Refused(refusal)) => orders::again(&ctx, &subject, refusal, &fields).await,
        Err(other) => Err(other.into()),
    }
}

pub async fn receipt(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let (paid, order, dues) = ctx
        .read(move |rx| {
            let paid = store::receipt(rx, &id)?;
            let dues = store::of(rx, &paid.subject)?
                .into_iter()
                .filter(|due| due.receipt.as_ref() == Some(&paid.id))
                .collect::<Vec<_>>();
            let order = actions::order_paid_by(rx, &paid)?;
            Ok((paid, order, dues))
        })
        .await?;
    let row = |due: &Due| context! { label => due.label, amount => format::money(due.amount, ctx.lang) };
    let model = context! {
        paid => one(&ctx, &paid), rows => dues.iter().map(row).collect::<Vec<_>>(), file => file_url(&ctx, &paid.subject),
        order => order.map(|order| order.number()),
    };
    ctx.page("payments/receipt.html", model).await
}

fn one(ctx: &Ctx, paid: &Paid) -> Json {
    let Tender { method, voucher, bank, payer } = &paid.tender;
    context! {
        number => paid.written(), reference => paid.reference, amount => format::money(paid.amount, ctx.lang),
        method => ctx.text(&format!("payments-method-{method}"), &[]), at => format::moment(paid.paid_at, ctx.lang),
        voucher => (!voucher.is_empty()).then_some(voucher), bank => (!bank.is_empty()).then_some(bank), payer => (!payer.is_empty()).then_some(payer),
        url => ctx.url(&format!("/desk/cash/receipts/{}", paid.id)),
    }
}
