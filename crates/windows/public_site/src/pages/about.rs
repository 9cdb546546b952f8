//! How to reach the commune, and what it tells of itself and of this site.

use super::hours;
use crate::country::Country;
use kernel::Label;
use platform::{Answer, Ctx, Json, Result, Tx, context};
use std::collections::HashMap;
use units::UnitKind;

/// The unit of the pack that answers requests for information, and the one that guards personal data.
const INFORMATION: &str = "information-officer";
const PROTECTION: &str = "data-protection";

fn unit_name(rx: &mut Tx, code: &str) -> Result<Option<Label>> {
    Ok(units::by_code(rx, code, None)?.map(|unit| unit.name))
}

pub async fn contact(ctx: Ctx) -> Answer {
    let (country, opening) = ctx.read(|rx| Ok((rx.fact::<Country>()?, hours::load(rx)?))).await?;
    let model = context! { emergency => country.emergency, helpline => country.helpline, hours => hours::model(&ctx, &opening) };
    ctx.page("public_site/contact.html", model).await
}

/// One place where people are received, with the arrondissement it serves.
type Counter = (Label, Option<String>, Vec<String>);

pub async fn counters(ctx: Ctx) -> Answer {
    let (counters, areas, opening) = ctx
        .read(|rx| {
            let counters: Vec<Counter> = units::all(rx)?
                .into_iter()
                .filter(|unit| unit.kind == UnitKind::Counter && !unit.external && unit.retired_on.is_none())
                .map(|unit| (unit.name, unit.area, unit.channels))
                .collect();
            let areas: HashMap<String, Label> = places::areas(rx)?.into_iter().map(|area| (area.code, area.name)).collect();
            Ok((counters, areas, hours::load(rx)?))
        })
        .await?;
    let counters: Vec<Json> = counters
        .iter()
        .map(|(name, area, channels)| context! { name => name, area => area.as_ref().and_then(|code| areas.get(code)), channels => channels })
        .collect();
    ctx.page("public_site/counters.html", context! { counters => counters, hours => hours::model(&ctx, &opening) }).await
}

/// Legal notices, and the right of access to information (law 31-13).
pub async fn information(ctx: Ctx) -> Answer {
    let officer = ctx.read(|rx| unit_name(rx, INFORMATION)).await?;
    ctx.page("public_site/information.html", context! { officer => officer }).await
}

/// What is done with personal data (law 09-08, art. 5).
pub async fn privacy(ctx: Ctx) -> Answer {
    let (country, officer) = ctx.read(|rx| Ok((rx.fact::<Country>()?, unit_name(rx, PROTECTION)?))).await?;
    ctx.page("public_site/privacy.html", context! { retention => country.retention, officer => officer }).await
}

pub async fn accessibility(ctx: Ctx) -> Answer {
    ctx.page("public_site/accessibility.html", context! {}).await
}

pub async fn source(ctx: Ctx) -> Answer {
    let address = ctx.read(crate::source).await?;
    ctx.page("public_site/source.html", context! { address => address }).await
}
