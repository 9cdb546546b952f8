//! The cash desk: what a file owes, the receipt, the day.

pub mod orders;

use crate::model::{Due, DueState, Ended, Method, Order, Paid, Reason, Refund, RefundState};
use crate::{COLLECT, REFUND, actions, refunds, store};
use kernel::{Day, Id, Money, Refusal, format};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

/// Refunds that wait are listed up to here.
const REFUNDS_SHOWN: i64 = 100;

/// The dues of a file, on its page at the desk.
pub fn panel(tx: &mut Tx, subject: &Id) -> Result<Option<PanelModel>> {
    let (dues, refunds) = (actions::of(tx, subject)?, store::refunds::of(tx, subject)?);
    let case = cases::find(tx, subject)?;
    // The order names the person.
    let order = if tx.actor().may(COLLECT) || cases::author_shown(tx, &case)? { actions::order_of(tx, subject)? } else { None };
    let file = File { key: tx.new_id(), subject: subject.clone(), order, dues, refunds };
    Ok((!file.dues.is_empty()).then(|| Box::new(move |ctx: &Ctx| shown(ctx, &file)) as PanelModel))
}

/// What a file owes, owed and was given back.
struct File {
    key: Id,
    subject: Id,
    dues: Vec<Due>,
    order: Option<Order>,
    refunds: Vec<Refund>,
}

fn open_sum(dues: &[Due]) -> Money {
    dues.iter().filter(|due| due.state == DueState::Due).fold(Money(0), |sum, due| sum + due.amount)
}

fn shown(ctx: &Ctx, file: &File) -> Json {
    let File { key, subject, dues, order, refunds } = file;
    let sum = open_sum(dues);
    let row = |due: &Due| {
        let receipt = due.receipt.as_ref().filter(|_| ctx.may(COLLECT)).map(|id| ctx.url(&format!("/desk/cash/receipts/{id}")));
        let adjusts = due.state == DueState::Due && ctx.may(cases::HANDLE);
        let adjust = adjusts.then(|| ctx.url(&format!("/desk/{subject}/dues/{}", due.fee)));
        context! {
            fee => due.fee, label => due.label, amount => format::money(due.amount, ctx.lang), state => due.state, paid => due.state == DueState::Paid,
            receipt, adjust, typed => due.amount.to_string(),
        }
    };
    let reason = |why: Ended| context! { value => why, label => ctx.text(&format!("payments-why-{why}"), &[]) };
    let back = |why: Reason| context! { value => why, label => ctx.text(&format!("payments-reason-{why}"), &[]) };
    let refundable = ctx.may(REFUND) && dues.iter().any(|due| due.state == DueState::Paid);
    context! {
        rows => dues.iter().map(row).collect::<Vec<_>>(), owed => sum > Money(0), sum => format::money(sum, ctx.lang), centimes => sum.0,
        may => ctx.may(COLLECT), action => ctx.url(&format!("/desk/cash/{subject}")), key => key,
        methods => methods(ctx), order => order.as_ref().map(|order| orders::shown(ctx, order)), reasons => Ended::CORRECTIONS.map(reason),
        refunds => refunds.iter().map(|one| given_back(ctx, one)).collect::<Vec<_>>(), refund_reasons => [Reason::Mistake, Reason::NotServed].map(back),
        refund => refundable.then(|| ctx.url(&format!("/desk/{subject}/refunds"))),
    }
}

fn given_back(ctx: &Ctx, refund: &Refund) -> Json {
    let waits = refund.state == RefundState::Ordered;
    context! {
        reference => refund.reference, amount => format::money(refund.amount, ctx.lang), reason => ctx.text(&format!("payments-reason-{}", refund.reason), &[]),
        state => refund.state, number => refund.number.map(|(year, number)| format!("{number}/{year}")), ordered => format::day(refund.ordered_at.day(), ctx.lang),
        method => refund.method.map(|method| ctx.text(&format!("payments-method-{method}"), &[])), file => ctx.url(&format!("/desk/{}", refund.subject)),
        pay => (waits && ctx.may(COLLECT)).then(|| ctx.url(&format!("/desk/cash/refunds/{}", refund.id))),
    }
}

/// Orders a refund of the ticked fees.
pub async fn refund(ctx: Ctx, Path(subject): Path<String>, fields: Fields) -> Answer {
    let subject = Id::parse(&subject).ok_or(Problem::NotFound)?;
    let fees: Vec<String> = fields.all("fee").map(str::to_owned).collect();
    let reason = Reason::parse(fields.get("reason")).unwrap_or(Reason::Mistake);
    let of = subject.clone();
    let ordered = ctx.write(move |tx| refunds::refund(tx, &of, &fees, reason)).await?;
    let said = if ordered.is_some() { "payments-said-refund" } else { "payments-said-no-refund" };
    ctx.go_saying(&format!("/desk/{subject}"), said)
}

pub async fn pay_back(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let method = Method::parse(fields.get("method")).unwrap_or(Method::Cash);
    ctx.write(move |tx| refunds::pay_back(tx, &id, method)).await?;
    ctx.go_saying("/desk/cash", "payments-said-paid-back")
}

fn methods(ctx: &Ctx) -> Vec<Json> {
    let offered = [Method::Cash, Method::Cheque, Method::Transfer];
    offered
        .into_iter()
        .map(|method| context! { value => method, label => ctx.text(&format!("payments-method-{method}"), &[]) })
        .collect()
}

pub async fn collect(ctx: Ctx, Path(subject): Path<String>, fields: Fields) -> Answer {
    let subject = Id::parse(&subject).ok_or(Problem::NotFound)?;
    let key = fields.id("key")?.ok_or(Problem::NotFound)?;
    let method = Method::parse(fields.get("method")).unwrap_or(Method::Cash);
    let expected = Money(fields.get("sum").parse().unwrap_or(0));
    let paid = ctx.write(move |tx| actions::collect(tx, &key, &subject, expected, method)).await?;
    ctx.go(&format!("/desk/cash/receipts/{}", paid.id))
}

pub async fn receipt(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let (paid, dues) = ctx
        .read(move |rx| {
            let paid = store::receipt(rx, &id)?;
            let dues = store::of(rx, &paid.subject)?
                .into_iter()
                .filter(|due| due.receipt.as_ref() == Some(&paid.id))
                .collect::<Vec<_>>();
            Ok((paid, dues))
        })
        .await?;
    let row = |due: &Due| context! { label => due.label, amount => format::money(due.amount, ctx.lang) };
    let model = context! {
        paid => one(&ctx, &paid), rows => dues.iter().map(row).collect::<Vec<_>>(), file => ctx.url(&format!("/desk/{}", paid.subject)),
    };
    ctx.page("payments/receipt.html", model).await
}

fn one(ctx: &Ctx, paid: &Paid) -> Json {
    context! {
        number => format!("{}/{}", paid.number, paid.year), reference => paid.reference, amount => format::money(paid.amount, ctx.lang),
        method => ctx.text(&format!("payments-method-{}", paid.method), &[]), at => format::moment(paid.paid_at, ctx.lang),
        url => ctx.url(&format!("/desk/cash/receipts/{}", paid.id)),
    }
}

/// The receipts of a day with their sums by way of payment, what was given back on it, and the refunds that wait.
pub async fn day(ctx: Ctx) -> Answer {
    day_page(&ctx, StatusCode::OK, "", None).await
}

/// The day, with what was typed to find an order when there is none.
async fn day_page(ctx: &Ctx, status: StatusCode, typed: &str, refusal: Option<&Refusal>) -> Answer {
    let day = ctx.query().opt("day").and_then(Day::parse).unwrap_or(ctx.today());
    let (paid, back, waiting) = ctx
        .read(move |rx| {
            Ok((store::of_day(rx, day)?, store::refunds::of_day(rx, day)?, store::refunds::waiting(rx, REFUNDS_SHOWN)?))
        })
        .await?;
    let sums: Vec<Json> = Method::ALL
        .iter()
        .filter_map(|method| {
            let of: Vec<&Paid> = paid.iter().filter(|paid| paid.method == *method).collect();
            let sum = of.iter().fold(Money(0), |sum, paid| sum + paid.amount);
            (!of.is_empty()).then(|| context! { label => ctx.text(&format!("payments-method-{method}"), &[]), count => of.len(), sum => format::money(sum, ctx.lang) })
        })
        .collect();
    let total = paid.iter().fold(Money(0), |sum, paid| sum + paid.amount);
    let out = back.iter().fold(Money(0), |sum, refund| sum + refund.amount);
    let refunds = |list: &[Refund]| list.iter().map(|refund| given_back(ctx, refund)).collect::<Vec<_>>();
    let model = context! {
        day => day.to_string(), shown => format::long_day(day, ctx.lang), rows => paid.iter().map(|paid| one(ctx, paid)).collect::<Vec<_>>(),
        typed => typed, wrong => refusal.map(|refusal| ctx.sentence(refusal)), sums => sums, total => format::money(total, ctx.lang),
        back => refunds(&back), given_back => (!back.is_empty()).then(|| format::money(out, ctx.lang)), waiting => refunds(&waiting), methods => methods(ctx),
    };
    ctx.page_with(status, "payments/day.html", model).await
}
