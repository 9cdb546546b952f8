//! The drawer of a cashier: the float, the count, the closing sheet.

use super::{methods_sums, one, refunds};
use crate::model::{COINS, Coins, Counted, Paid, Refund, Session, Sheet};
use crate::{actions, exports, rules, store};
use kernel::{Id, Money, format};
use platform::web::{FieldError, IntoResponse, Path};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

/// Drawers of a cashier that are listed.
const SHOWN: i64 = 30;
/// More notes of one kind are no drawer.
const COUNT_MOST: i64 = 100_000;

pub async fn show(ctx: Ctx) -> Answer {
    let model = desk(&ctx, Vec::new(), &Fields::default()).await?;
    ctx.page("payments/close.html", model).await
}

async fn desk(ctx: &Ctx, errors: Vec<FieldError>, typed: &Fields) -> Result<Json> {
    let cashier = ctx.actor.to_string();
    let sessions = ctx
        .read(move |rx| {
            let all = store::sessions::of_cashier(rx, &cashier, SHOWN)?;
            all.into_iter().map(|session| Ok((actions::sheet(rx, &session)?, session))).collect::<Result<Vec<_>>>()
        })
        .await?;
    let (open, closed): (Vec<_>, Vec<_>) = sessions.into_iter().partition(|(_, session)| session.close.is_none());
    let coin = |value: &i64| {
        let name = format!("coin-{value}");
        context! { typed => typed.get(&name), name => name, label => format::money(Money(*value), ctx.lang) }
    };
    let line = |(_, session): &(Sheet, Session)| shown(ctx, session);
    Ok(context! {
        open => open.iter().map(|(sheet, session)| context! { session => shown(ctx, session), sheet => sums(ctx, sheet), action => ctx.url(&format!("/desk/cash/closes/{}", session.id)) }).collect::<Vec<_>>(),
        closed => closed.iter().map(line).collect::<Vec<_>>(), coins => COINS.iter().map(coin).collect::<Vec<_>>(), errors => errors,
        typed => context! { opening => typed.get("opening"), counted => typed.get("counted"), reason => typed.get("reason") },
    })
}

/// What pages say of a drawer.
pub(super) fn shown(ctx: &Ctx, session: &Session) -> Json {
    let close = session.close.as_ref().map(|close| {
        let difference = close.difference();
        context! {
            number => format!("{}/{}", close.number, close.year), at => format::moment(close.at, ctx.lang), expected => format::money(close.expected, ctx.lang), counted => format::money(close.counted, ctx.lang),
            difference => (difference != Money(0)).then(|| format::money(difference, ctx.lang)), reason => (!close.reason.is_empty()).then_some(&close.reason),
            coins => close.coins.iter().map(|coins| context! { value => format::money(coins.value, ctx.lang), count => coins.count, sum => format::money(coins.value.times(coins.count), ctx.lang) }).collect::<Vec<_>>(),
        }
    });
    context! {
        day => format::long_day(session.day, ctx.lang), turn => session.turn, opening => format::money(session.opening, ctx.lang), typed => session.opening.to_string(),
        url => ctx.url(&format!("/desk/cash/closes/{}", session.id)), close,
    }
}

fn sums(ctx: &Ctx, sheet: &Sheet) -> Json {
    context! {
        received => methods_sums(ctx, &sheet.received), paid_back => methods_sums(ctx, &sheet.paid_back), expected => format::money(sheet.expected, ctx.lang),
        total => format::money(total(&sheet.received), ctx.lang),
    }
}

fn total(sums: &[(crate::Method, i64, Money)]) -> Money {
    sums.iter().fold(Money(0), |total, (.., sum)| total + *sum)
}

pub async fn set_float(ctx: Ctx, fields: Fields) -> Answer {
    let opening = procedures::centimes(fields.get("opening")).map_or(Money(-1), Money);
    match ctx.write(move |tx| actions::set_float(tx, opening)).await {
        Ok(()) => ctx.go_saying("/desk/cash/close", "payments-said-float"),
        Err(problem) => again(&ctx, problem, &fields).await,
    }
}

async fn again(ctx: &Ctx, problem: Problem, fields: &Fields) -> Answer {
    let model = desk(ctx, Vec::new(), fields).await?;
    ctx.form_again(problem, "payments/close.html", |errors| {
        let mut model = model;
        model["errors"] = platform::json::json!(errors);
        model
    })
    .await
}

/// Counts and closes one's own drawer.
pub async fn close(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let count = |value: &i64| {
        let count = fields.get(&format!("coin-{value}")).parse::<i64>().ok()?.clamp(0, COUNT_MOST);
        (count > 0).then_some(Coins { value: Money(*value), count })
    };
    let counted = Counted {
        sum: procedures::centimes(fields.get("counted")).map(Money).filter(|_| fields.opt("counted").is_some()),
        coins: COINS.iter().filter_map(count).collect(),
        reason: fields.get("reason").to_owned(),
    };
    let of = id.clone();
    match ctx.write(move |tx| actions::close(tx, &of, &counted)).await {
        Ok(_) => ctx.go_saying(&format!("/desk/cash/closes/{id}"), "payments-said-closed"),
        Err(problem) => again(&ctx, problem, &fields).await,
    }
}

/// A drawer with its rows. Cashiers see their own.
async fn load(ctx: &Ctx, id: &str, own: bool) -> Result<(Session, Vec<Paid>, Vec<Refund>, String)> {
    let (id, me) = (Id::parse(id).ok_or(Problem::NotFound)?, ctx.actor.to_string());
    ctx.read(move |rx| {
        let session = store::sessions::find(rx, &id)?;
        if own && session.cashier != me {
            return Err(Problem::NotFound);
        }
        let name = cases::doers(rx)?.get(&session.cashier).map(|doer| doer.name.clone()).unwrap_or_default();
        Ok((store::of_session(rx, &id)?, store::refunds::of_session(rx, &id)?, name, session))
    })
    .await
    .map(|(paid, back, name, session)| (session, paid, back, name))
}

pub async fn sheet(ctx: Ctx, Path(id): Path<String>) -> Answer {
    page(&ctx, &id, true).await
}

pub async fn any_sheet(ctx: Ctx, Path(id): Path<String>) -> Answer {
    page(&ctx, &id, false).await
}

async fn page(ctx: &Ctx, id: &str, own: bool) -> Answer {
    let (session, paid, back, cashier) = load(ctx, id, own).await?;
    let counted = rules::sheet(session.opening, &paid, &back);
    let room = if own { "/desk/cash/closes" } else { "/desk/cash/reconciliation/closes" };
    let model = context! {
        session => shown(ctx, &session), sheet => sums(ctx, &counted), cashier => cashier, rows => paid.iter().map(|paid| one(ctx, paid)).collect::<Vec<_>>(),
        back => back.iter().map(|refund| refunds::shown(ctx, refund)).collect::<Vec<_>>(), csv => ctx.bare_url(&format!("{room}/{id}/sheet.csv")),
        up => ctx.url(if own { "/desk/cash/close" } else { "/desk/cash/reconciliation" }),
    };
    ctx.page("payments/sheet.html", model).await
}

pub async fn csv(ctx: Ctx, Path(id): Path<String>) -> Answer {
    file(&ctx, &id, true).await
}

pub async fn any_csv(ctx: Ctx, Path(id): Path<String>) -> Answer {
    file(&ctx, &id, false).await
}

async fn file(ctx: &Ctx, id: &str, own: bool) -> Answer {
    let (session, paid, back, _) = load(ctx, id, own).await?;
    let name = format!("attachment; filename=\"close-{}-{}.csv\"", session.day, session.turn);
    let body = ctx.body("text/csv; charset=utf-8", exports::closing_sheet(&session, &paid, &back)?)?;
    Ok(([("content-disposition", name)], body).into_response())
}
