//! The order of payment as a PDF: what is owed, in figures and in words, with the code that the cash desk scans.

use super::print::pdf;
use crate::{make, sheet};
use kernel::{Id, format, spelled};
use payments::{Line, Order};
use platform::web::Path;
use platform::{Answer, Ctx, Json, Problem, Result, Tx, json::json};

/// For who sees the file and its person: the order names him, and a task on the file is not enough.
pub async fn at_the_desk(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let seen = |tx: &mut Tx, order: &Order| {
        let case = cases::find(tx, &order.subject)?;
        if cases::author_shown(tx, &case)? { Ok(()) } else { Err(Problem::NotFound) }
    };
    looked_at(&ctx, &text, seen).await
}

/// For the cash desk, which takes money of every file and opens none.
pub async fn at_the_cash_desk(ctx: Ctx, Path(text): Path<String>) -> Answer {
    looked_at(&ctx, &text, |_, _| Ok(())).await
}

async fn looked_at(ctx: &Ctx, text: &str, may: impl Fn(&mut Tx, &Order) -> Result<()> + Send + 'static) -> Answer {
    let id = Id::parse(text).ok_or(Problem::NotFound)?;
    let (order, facts) = ctx
        .write(move |tx| {
            let order = payments::find_order(tx, &id)?;
            may(tx, &order)?;
            tx.look(&order.subject, "order")?;
            told(tx, order)
        })
        .await?;
    send(ctx, &order, &facts).await
}

/// For whoever holds the link of the case: the order that stands.
pub async fn for_the_author(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    let (order, facts) = ctx
        .read(move |rx| {
            let case = requests::opened(rx, &code, &key)?;
            let order = payments::order_of(rx, &case.id)?.ok_or(Problem::NotFound)?;
            told(rx, order)
        })
        .await?;
    send(&ctx, &order, &facts).await
}

fn told(rx: &mut Tx, order: Order) -> Result<(Order, sheet::Facts)> {
    let facts = sheet::of_case(rx, &order.subject)?;
    Ok((order, facts))
}

/// In the language of the case, like every paper of it.
async fn send(ctx: &Ctx, order: &Order, facts: &sheet::Facts) -> Answer {
    let ctx = &ctx.speaking(facts.lang());
    let title = ctx.text("documents-order", &[]);
    let content = make::render(ctx, "order-of-payment", model(ctx, order, facts), title, ctx.lang, Vec::new()).await?;
    pdf(content, &format!("order-{}-{}", order.year, order.count))
}

fn model(ctx: &Ctx, order: &Order, facts: &sheet::Facts) -> Json {
    let word = |key: &str| ctx.text(key, &[]);
    let mut model = sheet::head(ctx, Some(facts.unit()), &order.number());
    let row = |(place, line): (usize, &Line)| {
        json!([(place + 1).to_string(), line.label.text(ctx.lang), format::money(line.amount, ctx.lang)])
    };
    let mut lines = vec![
        json!([word("documents-line-procedure"), facts.title().text(ctx.lang)]),
        json!([word("documents-line-code"), order.reference]),
    ];
    lines.extend(sheet::payer(ctx, facts));
    let state = order.state;
    let closing = match state {
        payments::OrderState::Open => vec![word("documents-order-pay"), word("documents-order-not-receipt")],
        other => vec![word(&format!("documents-order-{other}"))],
    };
    sheet::merge(
        &mut model,
        json!({
            "title": word("documents-order"), "date": format::long_day(order.made_at.day(), ctx.lang), "lines": lines,
            "qr": ctx.full_url(&ctx.url(&format!("/pay/{}", order.code))), "code": order.code, "verify": word("documents-order-scan"),
            "amounts": {
                "head": [word("documents-order-row"), word("documents-order-what"), word("documents-order-sum")],
                "rows": order.lines.iter().enumerate().map(row).collect::<Vec<_>>(),
            },
            "totals": [[word("documents-order-total"), format::money(order.amount, ctx.lang)]],
            "in-words": format!("{}.", spelled::dirhams(order.amount, ctx.lang)),
            "labels": { "detail": word("documents-order-detail"), "in-words": word("documents-order-in-words") },
            "texts": { "closing": closing },
        }),
    );
    model
}
