//! What a fee costs, as far as it can be told before somebody answers the questions.

use platform::Json;
use procedures::{Catalog, Fee, Tariff};

const PERCENT: &str = "percent";

/// The sum in centimes when the fee is one tariff of the commune; nothing when it follows from answers.
pub fn price(catalog: &Catalog, fee: &Fee) -> Option<i64> {
    let formula: Json = platform::json::from_str(&fee.amount).ok()?;
    if let Some(fixed) = formula.as_i64() {
        return Some(fixed);
    }
    let name = formula.as_object().filter(|operation| operation.len() == 1)?.get("var")?.as_str()?.strip_prefix("tariff.")?;
    catalog.tariffs.iter().find(|tariff| tariff.id == name && tariff.unit != PERCENT).map(|tariff| tariff.amount)
}

/// The tariffs that the formula of a fee names, in the order of the pack.
pub fn tariffs<'a>(catalog: &'a Catalog, fee: &Fee) -> Vec<&'a Tariff> {
    catalog.tariffs.iter().filter(|tariff| fee.amount.contains(&format!("\"tariff.{}\"", tariff.id))).collect()
}

pub fn is_percent(tariff: &Tariff) -> bool {
    tariff.unit == PERCENT
}

/// Centimes as dirhams with a point, `200.00`.
pub fn dirhams(centimes: i64) -> String {
    let sign = if centimes < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", centimes.unsigned_abs() / 100, centimes.unsigned_abs() % 100)
}
