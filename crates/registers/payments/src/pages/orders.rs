//! The order of payment at the cash desk: found by its number or its drawing, shown, corrected.

use super::{day, file_url, methods, open_sum};
use crate::model::{Due, Ended, Intent, Method, Order, OrderState};
use crate::{COLLECT, actions, store};
use kernel::{Id, Money, Refusal, format};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

/// What pages say of an order.
pub(super) fn shown(ctx: &Ctx, order: &Order) -> Json {
    let line = |line: &crate::model::Line| context! { label => line.label, amount => format::money(line.amount, ctx.lang) };
    context! {
        number => order.number(), code => order.code, reference => order.reference, state => order.state, why => order.why,
        sum => format::money(order.amount, ctx.lang), made => format::long_day(order.made_at.day(), ctx.lang),
        lines => order.lines.iter().map(line).collect::<Vec<_>>(), url => ctx.may(COLLECT).then(|| ctx.url(&format!("/desk/cash/orders/{}", order.id))),
        pdf => ctx.bare_url(&pdf(ctx, order)),
        receipt => order.receipt.as_ref().filter(|_| ctx.may(COLLECT)).map(|id| ctx.url(&format!("/desk/cash/receipts/{id}"))),
    }
}

/// The cash desk has an address of its own: it prints orders without opening files.
fn pdf(ctx: &Ctx, order: &Order) -> String {
    let desk = if ctx.may(COLLECT) { "/desk/cash/orders" } else { "/desk/orders" };
    format!("{desk}/{}/order.pdf", order.id)
}

/// Goes to the order that was typed or scanned.
pub async fn find(ctx: Ctx) -> Answer {
    let typed = ctx.query().get("order").to_owned();
    let asked = typed.clone();
    match ctx.read(move |rx| actions::looked_up(rx, &asked)).await {
        Ok(order) => ctx.go(&format!("/desk/cash/orders/{}", order.id)),
        Err(Problem::NotFound) => {
            let refusal = Refusal::new("payments-no-such-order").at("order");
            day::page(&ctx, StatusCode::NOT_FOUND, &typed, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// An order as it is taken at the desk.
struct Taken {
    order: Order,
    /// The one that stands, when this one was cancelled.
    next: Option<Order>,
    dues: Vec<Due>,
    /// Somebody is paying it by card at this moment.
    card: Option<Intent>,
    key: Id,
}

fn load(rx: &mut Tx, order: Order) -> Result<Taken> {
    let standing = actions::order_of(rx, &order.subject)?.filter(|standing| standing.id != order.id);
    let next = standing.filter(|_| order.state == OrderState::Cancelled);
    let card = store::intents::alive(rx, &order.id)?;
    Ok(Taken { card, dues: actions::of(rx, &order.subject)?, key: rx.new_id(), next, order })
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let taken = ctx
        .read(move |rx| {
            let order = store::orders::find(rx, &id)?;
            load(rx, order)
        })
        .await?;
    page(&ctx, &taken, StatusCode::OK, None, &Fields::default()).await
}

/// The order of a subject once more, with what was typed and why no money was taken.
pub(super) async fn again(ctx: &Ctx, subject: &Id, refusal: Refusal, typed: &Fields) -> Answer {
    let of = subject.clone();
    let taken = ctx
        .read(move |rx| match actions::order_of(rx, &of)? {
            Some(order) => load(rx, order).map(Some),
            None => Ok(None),
        })
        .await?;
    match taken {
        Some(taken) => page(ctx, &taken, StatusCode::UNPROCESSABLE_ENTITY, Some(&refusal), typed).await,
        None => Err(Problem::from(refusal).into()),
    }
}

async fn page(ctx: &Ctx, taken: &Taken, status: StatusCode, refusal: Option<&Refusal>, typed: &Fields) -> Answer {
    let Taken { order, next, dues, card, key } = taken;
    let wrong = |refusal: &Refusal| {
        context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) }
    };
    let model = context! {
        order => shown(ctx, order), next => next.as_ref().map(|next| shown(ctx, next)), file => file_url(ctx, &order.subject),
        action => ctx.url(&format!("/desk/cash/{}", order.subject)), key => key, centimes => open_sum(dues).0, methods => methods(ctx),
        card => card.as_ref().map(|card| format::hour(card.created_at)), takes => order.state == OrderState::Open, errors => refusal.map(wrong).into_iter().collect::<Vec<_>>(),
        typed => context! {
            method => Method::parse(typed.get("method")), voucher => typed.get("voucher"), bank => typed.get("bank"), payer => typed.get("payer"),
        },
    };
    ctx.page_with(status, "payments/order.html", model).await
}

/// Corrects a sum that is still to be paid, with one of the known reasons. For who handles the file, never for the cash desk:
/// who says what is owed and who takes it are two people.
pub async fn adjust(ctx: Ctx, Path((subject, fee)): Path<(String, String)>, fields: Fields) -> Answer {
    let subject = Id::parse(&subject).ok_or(Problem::NotFound)?;
    let wrong = |key: &'static str, field: &'static str| Refusal::new(key).at(field);
    let sum = procedures::centimes(fields.get("sum")).map(Money).ok_or_else(|| wrong("payments-sum-wrong", "sum"))?;
    let why = Ended::parse(fields.get("why")).filter(|why| Ended::CORRECTIONS.contains(why));
    let why = why.ok_or_else(|| wrong("payments-why-needed", "why"))?;
    let asked = subject.clone();
    ctx.write(move |tx| {
        let case = cases::find(tx, &asked)?;
        if !cases::may(tx, &case, cases::HANDLE)? {
            return Err(Problem::NotFound);
        }
        actions::adjust(tx, &asked, &fee, sum, why)
    })
    .await?;
    ctx.go_saying(&format!("/desk/{subject}"), "payments-said-adjusted")
}
