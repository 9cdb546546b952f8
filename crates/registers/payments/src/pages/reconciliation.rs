//! What came in and went out, beside what the bank says; files for the accounting room.

use super::close;
use crate::actions::{self, Report};
use crate::model::{Export, Intent, Method, Statement, StatementLine, Total};
use crate::{exports, store};
use kernel::{Day, Id, Money, Refusal, format};
use platform::store::seal::hex_sha256;
use platform::web::{FieldError, IntoResponse, Path};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, Waits, context};
use std::collections::HashMap;

const WRONG_SHOWN: i64 = 100;
const EXPORTS_SHOWN: i64 = 12;

/// How many payments wait for somebody to look.
pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    Ok(store::intents::count_wrong(tx, WRONG_SHOWN).into())
}

pub async fn show(ctx: Ctx) -> Answer {
    let model = model(&ctx).await?;
    ctx.page("payments/reconciliation.html", model).await
}

/// This month until today, unless the address names other days.
fn days(ctx: &Ctx) -> (Day, Day) {
    let (query, today) = (ctx.query(), ctx.today());
    let to = query.opt("to").and_then(Day::parse).unwrap_or(today);
    let first = Day::parse(&format!("{}-01", &to.to_string()[..7])).unwrap_or(to);
    let from = query.opt("from").and_then(Day::parse).unwrap_or(first);
    actions::period(from, to).unwrap_or((first, to))
}

struct Loaded {
    report: Report,
    wrong: Vec<Intent>,
    exports: Vec<Export>,
    names: HashMap<String, String>,
}

async fn model(ctx: &Ctx) -> Result<Json> {
    let (from, to) = days(ctx);
    let loaded = ctx
        .read(move |rx| {
            let names = cases::doers(rx)?.into_iter().map(|(actor, doer)| (actor, doer.name)).collect();
            let (wrong, exports) = (store::intents::wrong(rx, WRONG_SHOWN)?, store::accounts::exports(rx, EXPORTS_SHOWN)?);
            Ok(Loaded { report: actions::report(rx, from, to)?, wrong, exports, names })
        })
        .await?;
    let Loaded { report, wrong, exports, names } = &loaded;
    let money = |sum: Money| format::money(sum, ctx.lang);
    let all = |totals: &[Total]| totals.iter().fold(Money(0), |sum, total| sum + total.sum);
    let (received, returned) = (all(&report.receipts), all(&report.refunds));
    let total = |total: &Total, label: String| context! { label => label, count => total.count, sum => money(total.sum) };
    let method = |word: &str| ctx.text(&format!("payments-method-{word}"), &[]);
    let register = |one: &Total| {
        total(one, format!("{} · {}", ctx.text(&format!("payments-register-{}", one.of.0), &[]), method(&one.of.1)))
    };
    let state = |one: &Total| {
        let state = ctx.text(&format!("payments-intent-{}", one.of.1), &[]);
        total(one, format!("{} · {state}", ctx.text(&format!("payments-provider-{}", one.of.0), &[])))
    };
    let close = |session: &crate::Session| {
        let mut shown = close::shown(ctx, session);
        shown["url"] = ctx.url(&format!("/desk/cash/reconciliation/closes/{}", session.id)).into();
        shown["cashier"] = names.get(&session.cashier).cloned().unwrap_or_default().into();
        shown
    };
    Ok(context! {
        from => from.to_string(), to => to.to_string(), received => money(received), returned => money(returned), net => money(received - returned),
        receipts => report.receipts.iter().map(register).collect::<Vec<_>>(), intents => report.intents.iter().map(state).collect::<Vec<_>>(),
        refunds => report.refunds.iter().map(|one| total(one, method(&one.of.1))).collect::<Vec<_>>(), closes => report.closes.iter().map(close).collect::<Vec<_>>(),
        statements => report.statements.iter().map(|(statement, lines)| told(ctx, statement, lines)).collect::<Vec<_>>(),
        unsettled => report.unsettled.iter().map(|intent| one(ctx, intent)).collect::<Vec<_>>(), wrong => wrong.iter().map(|intent| one(ctx, intent)).collect::<Vec<_>>(),
        exports => exports.iter().map(|export| handed(ctx, export)).collect::<Vec<_>>(), errors => Vec::<FieldError>::new(), until => ctx.today().plus_days(-1).to_string(),
    })
}

fn one(ctx: &Ctx, intent: &Intent) -> Json {
    context! {
        id => intent.id, reference => intent.reference, amount => format::money(intent.amount, ctx.lang), at => format::moment(intent.created_at, ctx.lang),
        reason => intent.reason.map(|reason| ctx.text(&format!("payments-failure-{reason}"), &[])), seen => ctx.url(&format!("/desk/cash/intents/{}/seen", intent.id)),
    }
}

fn told(ctx: &Ctx, statement: &Statement, lines: &[StatementLine]) -> Json {
    let line = |line: &StatementLine| {
        context! {
            line => line.line, intent => line.intent, amount => format::money(line.amount, ctx.lang), verdict => ctx.text(&format!("payments-verdict-{}", line.verdict), &[]),
            kind => ctx.text(&format!("payments-line-{}", line.kind), &[]),
        }
    };
    context! {
        sent => format::moment(statement.sent_at, ctx.lang), rows => statement.rows, amount => format::money(statement.amount, ctx.lang),
        days => statement.days.map(|(from, to)| format!("{} – {}", format::short_day(from), format::short_day(to))), lines => lines.iter().map(line).collect::<Vec<_>>(),
    }
}

fn handed(ctx: &Ctx, export: &Export) -> Json {
    let Export { year, number, from, to, rows, received, returned, sha256, .. } = export;
    context! {
        number => format!("{number}/{year}"), days => format!("{} – {}", format::short_day(*from), format::short_day(*to)), rows => rows, received => format::money(*received, ctx.lang),
        returned => format::money(*returned, ctx.lang), sha256 => &sha256[..sha256.len().min(16)], url => ctx.bare_url(&format!("/desk/cash/exports/{year}/{number}/accounts.csv")),
    }
}

async fn again(ctx: &Ctx, problem: Problem) -> Answer {
    let model = model(ctx).await?;
    ctx.form_again(problem, "payments/reconciliation.html", |errors| {
        let mut model = model;
        model["errors"] = platform::json::json!(errors);
        model
    })
    .await
}

/// Reads a file of the bank.
pub async fn read_statement(ctx: Ctx, fields: Fields) -> Answer {
    let Some(file) = fields.file("file") else {
        return again(&ctx, Refusal::new("payments-statement-needed").at("file").into()).await;
    };
    let content = file.content.clone();
    match ctx.write(move |tx| actions::read_statement(tx, &content)).await {
        Ok(_) => ctx.go_saying("/desk/cash/reconciliation", "payments-said-statement"),
        Err(problem) => again(&ctx, problem).await,
    }
}

/// Somebody looked at money and claim that disagree, and saw to it.
pub async fn seen(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| actions::seen(tx, &id)).await?;
    ctx.go_saying("/desk/cash/reconciliation", "payments-said-seen")
}

/// Hands a period to the accounting room.
pub async fn export(ctx: Ctx, fields: Fields) -> Answer {
    let day =
        |name: &'static str| fields.opt(name).and_then(Day::parse).ok_or_else(|| Refusal::new("payments-day-needed").at(name));
    let (from, to) = match (day("from"), day("to")) {
        (Ok(from), Ok(to)) => (from, to),
        (Err(refusal), _) | (_, Err(refusal)) => return again(&ctx, refusal.into()).await,
    };
    match ctx.write(move |tx| actions::export(tx, from, to)).await {
        Ok(_) => ctx.go_saying("/desk/cash/reconciliation", "payments-said-exported"),
        Err(problem) => again(&ctx, problem).await,
    }
}

/// The file of an export, made anew from the rows: it must be the very file that was handed over.
pub async fn exported(ctx: Ctx, Path((year, number)): Path<(i64, i64)>) -> Answer {
    let (export, file) = ctx
        .read(move |rx| {
            let export = store::accounts::export(rx, year, number)?;
            let file = exports::accounts(rx, export.from, export.to)?;
            Ok((export, file.content))
        })
        .await?;
    if hex_sha256(&file) != export.sha256 {
        return Err(Problem::Conflict(Refusal::new("payments-export-changed").with("number", number)).into());
    }
    let name = format!("attachment; filename=\"accounts-{year}-{number}.csv\"");
    let body = ctx.body("text/csv; charset=utf-8", file)?;
    Ok(([("content-disposition", name)], body).into_response())
}

/// Ways of payment with their sums, for the pages of drawers.
pub(super) fn by_method(ctx: &Ctx, sums: &[(Method, i64, Money)]) -> Vec<Json> {
    sums.iter()
        .map(|(method, count, sum)| {
            context! { label => ctx.text(&format!("payments-method-{method}"), &[]), count => count, sum => format::money(*sum, ctx.lang) }
        })
        .collect()
}
