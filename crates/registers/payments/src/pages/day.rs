//! The journal of a day: what came in, what went out, and what must lie in the drawer.

use super::{methods, one, refunds};
use crate::model::{Method, Paid, Refund};
use crate::store;
use kernel::{Day, Money, Refusal, format};
use platform::web::StatusCode;
use platform::{Answer, Ctx, Json, context};

/// Refunds that wait are listed up to here.
const REFUNDS_SHOWN: i64 = 100;

/// The receipts of a day with their sums by way of payment, what was given back on it, and the refunds that wait.
pub async fn show(ctx: Ctx) -> Answer {
    page(&ctx, StatusCode::OK, "", None).await
}

/// The day, with what was typed to find an order when there is none.
pub(super) async fn page(ctx: &Ctx, status: StatusCode, typed: &str, refusal: Option<&Refusal>) -> Answer {
    let day = ctx.query().opt("day").and_then(Day::parse).unwrap_or(ctx.today());
    let (paid, back, waiting) = ctx
        .read(move |rx| {
            Ok((store::of_day(rx, day)?, store::refunds::of_day(rx, day)?, store::refunds::waiting(rx, REFUNDS_SHOWN)?))
        })
        .await?;
    let sums: Vec<Json> = Method::ALL
        .iter()
        .filter_map(|method| {
            let of: Vec<&Paid> = paid.iter().filter(|paid| paid.tender.method == *method).collect();
            let sum = of.iter().fold(Money(0), |sum, paid| sum + paid.amount);
            (!of.is_empty()).then(|| context! { label => ctx.text(&format!("payments-method-{method}"), &[]), count => of.len(), sum => format::money(sum, ctx.lang) })
        })
        .collect();
    let balance = balance(&paid, &back);
    let refunds = |list: &[Refund]| list.iter().map(|refund| refunds::shown(ctx, refund)).collect::<Vec<_>>();
    let model = context! {
        day => day.to_string(), shown => format::long_day(day, ctx.lang), rows => paid.iter().map(|paid| one(ctx, paid)).collect::<Vec<_>>(),
        typed => typed, wrong => refusal.map(|refusal| ctx.sentence(refusal)), sums => sums, total => format::money(balance.received, ctx.lang),
        given_back => (!back.is_empty()).then(|| format::money(balance.paid_back, ctx.lang)), drawer => format::money(balance.drawer, ctx.lang),
        back => refunds(&back), waiting => refunds(&waiting), methods => methods(ctx),
    };
    ctx.page_with(status, "payments/day.html", model).await
}

/// The sums of a day. The drawer holds coins and notes only: what came in as cash less what went out as cash.
#[derive(Debug, PartialEq)]
pub(crate) struct Balance {
    pub received: Money,
    pub paid_back: Money,
    pub drawer: Money,
}

pub(crate) fn balance(paid: &[Paid], back: &[Refund]) -> Balance {
    let sum = |amounts: &mut dyn Iterator<Item = Money>| amounts.fold(0, |sum, amount| sum + amount.0);
    let cash = sum(&mut paid.iter().filter(|paid| paid.tender.method == Method::Cash).map(|paid| paid.amount));
    let out = sum(&mut back.iter().filter(|refund| refund.method == Some(Method::Cash)).map(|refund| refund.amount));
    Balance {
        received: Money(sum(&mut paid.iter().map(|paid| paid.amount))),
        paid_back: Money(sum(&mut back.iter().map(|refund| refund.amount))),
        drawer: Money(cash - out),
    }
}
