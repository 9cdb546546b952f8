//! The amounts that the commune sets within the bounds of the law.

use crate::actions;
use crate::catalog::Catalog;
use crate::form;
use crate::service::Tariff;
use crate::store::versions::{self, OwnTariff};
use kernel::{Money, Refusal, text};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Result, context};
use std::sync::Arc;

const TEMPLATE: &str = "procedures/tariffs.html";

async fn load(ctx: &Ctx) -> Result<(Arc<Catalog>, Vec<OwnTariff>)> {
    ctx.read(|rx| Ok((rx.fact::<Catalog>()?, versions::own_tariffs(rx)?))).await
}

pub async fn list(ctx: Ctx) -> Answer {
    let (country, own) = load(&ctx).await?;
    ctx.page(TEMPLATE, model(&country.tariffs, &own, Vec::new(), "", &Fields::default())).await
}

pub fn model(tariffs: &[Tariff], own: &[OwnTariff], errors: Vec<Json>, wrong: &str, typed: &Fields) -> Json {
    let shown = |tariff: &Tariff, sum: i64| if tariff.unit == "percent" { sum.to_string() } else { Money(sum).to_string() };
    let line = |tariff: &Tariff| {
        let set = own.iter().find(|own| own.id == tariff.id);
        let again = tariff.id == wrong;
        let amount =
            if again { typed.get("amount").to_owned() } else { shown(tariff, set.map_or(tariff.amount, |own| own.amount)) };
        let decision =
            if again { typed.get("decision").to_owned() } else { set.map(|own| own.decision.clone()).unwrap_or_default() };
        context! {
            id => tariff.id, name => tariff.name, unit => tariff.unit.replace('_', "-"), amount => amount, decision => decision,
            min => shown(tariff, tariff.min), max => (tariff.max > 0).then(|| shown(tariff, tariff.max)), fixed => tariff.max > 0 && tariff.min == tariff.max,
            source => tariff.source.text, kind => tariff.source.kind, confirm => tariff.source.confirm && set.is_none(),
            changed_at => set.map(|own| own.changed_at.to_string()), wrong => again,
        }
    };
    context! { tariffs => tariffs.iter().map(line).collect::<Vec<_>>(), errors => errors }
}

pub async fn save(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let done = match amount(&ctx, &id, fields.get("amount")).await {
        Ok(amount) => {
            let (id, decision) = (id.clone(), fields.get("decision").to_owned());
            ctx.write(move |tx| actions::set_tariff(tx, &id, amount, &decision)).await
        }
        Err(problem) => Err(problem),
    };
    let Err(problem) = done else { return ctx.go_saying(&format!("/admin/tariffs#t-{id}"), "procedures-tariff-set") };
    let (country, own) = load(&ctx).await?;
    ctx.form_again(problem, TEMPLATE, |errors| {
        let mut model = model(&country.tariffs, &own, Vec::new(), &id, &fields);
        model["errors"] = platform::json::to_value(errors).unwrap_or_default();
        model
    })
    .await
}

/// Dirhams, or a whole number of percent.
async fn amount(ctx: &Ctx, id: &str, typed: &str) -> Result<i64> {
    let id = id.to_owned();
    let percent =
        ctx.read(move |rx| Ok(rx.fact::<Catalog>()?.tariffs.iter().any(|one| one.id == id && one.unit == "percent"))).await?;
    let digits: String = typed.chars().map(text::western_digit).collect();
    let read = if percent { digits.trim().parse().ok() } else { form::centimes(typed) };
    read.ok_or_else(|| Refusal::new("procedures-not-a-sum").at("amount").into())
}
