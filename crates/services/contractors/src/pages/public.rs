//! `/contracts`: for everybody, what each contractor owes, and month by month whether it was done in time.

use crate::actions::public::{self, Account};
use crate::model::{PenaltyRule, PublicMonth};
use kernel::format;
use platform::{Answer, Ctx, Json, context, shelf};

pub async fn show(ctx: Ctx) -> Answer {
    let accounts = ctx.read(|rx| shelf::value(rx, "contracts", public::in_force)).await?;
    let model = context! {
        contracts => accounts.iter().map(|one| account(&ctx, one)).collect::<Vec<_>>(),
        data => [("contractors-dataset-contracts", "contracts"), ("contractors-dataset-penalties", "contractor-penalties")]
            .map(|(title, id)| context! { title, url => ctx.url(&format!("/open-data/{id}")) }),
    };
    ctx.page("contractors/public.html", model).await
}

fn account(ctx: &Ctx, account: &Account) -> Json {
    let Account { contract, contractor, categories, areas, months } = account;
    let terms = &contract.terms;
    let rule = |rule: &PenaltyRule| {
        context! { title => rule.title, hours => rule.hours, amount => format::money(rule.amount, ctx.lang), repeat => rule.repeat, radius => rule.radius_m }
    };
    context! {
        title => terms.title, reference => terms.reference, contractor, from => format::long_day(contract.starts_on, ctx.lang),
        to => contract.ends_on.map(|day| format::long_day(day, ctx.lang)), categories, areas, rules => terms.rules.iter().map(rule).collect::<Vec<_>>(),
        contest => context! { days => terms.contest.days, kind => terms.contest.kind.as_str() }, cap => terms.cap_percent,
        months => months.iter().map(|one| month(ctx, one)).collect::<Vec<_>>(),
    }
}

fn month(ctx: &Ctx, month: &PublicMonth) -> Json {
    context! {
        name => named(ctx, &month.name), given => month.given, in_time => month.in_time, late => month.late, running => month.running,
        penalties => month.penalties, sum => format::money(month.sum, ctx.lang), contested => month.contested, dropped => month.dropped,
        payable => month.payable.map(|sum| format::money(sum, ctx.lang)),
    }
}

/// `2026-11` as it is read.
fn named(ctx: &Ctx, month: &str) -> String {
    let (year, number) = month.split_once('-').unwrap_or((month, ""));
    format!("{} {year}", format::month_name(number.parse().unwrap_or(1), ctx.lang))
}
