//! The statement of a month: a page that prints, and the same rows as CSV.

use super::{contract_form, id};
use crate::actions::reach;
use crate::actions::statements::{self as act, Month};
use crate::{FOLLOW, SIGN};
use kernel::{Id, Label, Money, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Problem, Result, Tx, context};

const PAGE: &str = "contractors/statement.html";

fn load(rx: &mut Tx, id: &Id, month: &str, invoice: Option<Money>) -> Result<(Month, Label, bool)> {
    let month = act::month(rx, id, month, invoice)?;
    reach::must(rx, FOLLOW, &month.contract.unit)?;
    let unit = units::find(rx, &month.contract.unit)?.name;
    let may_sign = reach::units(rx, SIGN)?.contains(&month.contract.unit);
    Ok((month, unit, may_sign))
}

pub async fn show(ctx: Ctx, Path((text, month)): Path<(String, String)>) -> Answer {
    let asked = id(&text)?;
    if let Some(month) = month.strip_suffix(".csv").map(str::to_owned) {
        return csv(ctx, asked, month).await;
    }
    let (shown, unit, may_sign) = ctx.read(move |rx| load(rx, &asked, &month, None)).await?;
    let Month { contract, month, counted, open, invoice, sum, signed } = &shown;
    let base = format!("/desk/contractors/contracts/{}/months/{month}", contract.id);
    let over = crate::rules::month(month, ctx.today()).is_some_and(|(_, last)| last < ctx.today());
    let money = |sum: Money| format::money(sum, ctx.lang);
    let title = kernel::Day::parse(&format!("{month}-01"))
        .map(|day| format!("{} {}", format::month_name(month_of(month), ctx.lang), day.year()));
    let model = context! {
        title => contract.terms.title, reference => contract.terms.reference, unit => unit, month => title.unwrap_or_default(),
        counted => counted.iter().map(|one| super::penalties::row(&ctx, one)).collect::<Vec<_>>(), open => open.iter().map(|one| super::penalties::row(&ctx, one)).collect::<Vec<_>>(),
        total => money(sum.total), cap => sum.cap.map(money), cap_percent => contract.terms.cap_percent, payable => money(sum.payable), invoice => invoice.map(money),
        invoice_typed => invoice.map(|sum| sum.to_string()).unwrap_or_default(), signed => signed.as_ref().map(|one| format::moment(one.signed_at, ctx.lang)),
        sign => (may_sign && over && signed.is_none()).then(|| ctx.url(&format!("{base}/sign"))), csv => ctx.url(&format!("{base}.csv")),
        back => ctx.url(&format!("/desk/contractors/contracts/{}", contract.id)), over => over,
    };
    ctx.page(PAGE, model).await
}

fn month_of(month: &str) -> i8 {
    month.get(5..7).and_then(|text| text.parse().ok()).unwrap_or(1)
}

pub async fn sign(ctx: Ctx, Path((text, month)): Path<(String, String)>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let invoice = match fields.opt("invoice") {
        None => None,
        Some(typed) => {
            Some(contract_form::money(typed).ok_or_else(|| kernel::Refusal::new("contractors-amount-wrong").at("invoice"))?)
        }
    };
    let (asked, of) = (id.clone(), month.clone());
    ctx.write(move |tx| act::sign(tx, &asked, &of, invoice)).await?;
    ctx.go_saying(&format!("/desk/contractors/contracts/{id}/months/{month}"), "contractors-said-month-signed")
}

async fn csv(ctx: Ctx, id: Id, month: String) -> Answer {
    let (shown, ..) = ctx.read(move |rx| load(rx, &id, &month, None)).await?;
    ctx.body("text/csv; charset=utf-8", written(&shown)?)
}

/// Every penalty of the month, whether it counts, then the sum: whoever adds the rows finds it.
fn written(shown: &Month) -> Result<Vec<u8>> {
    let mut out = ::csv::Writer::from_writer(Vec::new());
    out.write_record(["reference", "month", "day", "report", "rule", "amount", "state", "counted"]).map_err(Problem::internal)?;
    let of = |counted: bool, list: &[crate::model::Penalty]| -> Vec<[String; 8]> {
        let row = |one: &crate::model::Penalty| {
            [
                shown.contract.terms.reference.clone(),
                shown.month.clone(),
                one.day.to_string(),
                one.code.clone(),
                one.rule.clone(),
                one.amount.to_string(),
                one.state.to_string(),
                if counted { "yes" } else { "no" }.to_owned(),
            ]
        };
        list.iter().map(row).collect()
    };
    for row in of(true, &shown.counted).into_iter().chain(of(false, &shown.open)) {
        out.write_record(row).map_err(Problem::internal)?;
    }
    let sum = |name: &str, sum: Option<Money>| {
        [
            shown.contract.terms.reference.as_str(),
            &shown.month,
            "",
            "",
            name,
            &sum.map(|sum| sum.to_string()).unwrap_or_default(),
            "",
            "",
        ]
        .map(str::to_owned)
    };
    for row in [sum("total", Some(shown.sum.total)), sum("cap", shown.sum.cap), sum("payable", Some(shown.sum.payable))] {
        out.write_record(row).map_err(Problem::internal)?;
    }
    out.into_inner().map_err(Problem::internal)
}
