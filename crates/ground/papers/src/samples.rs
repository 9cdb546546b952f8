//! The shipped templates with a model for each: what an administrator sees while editing, and what the tests print.

use serde_json::Value;

/// A template, its text, and its sample models by language.
type Shipped = (&'static str, &'static str, &'static str);

macro_rules! shipped {
    ($($name:literal),*) => {
        /// The names of the shipped templates.
        pub const NAMES: &[&str] = &[$($name),*];
        const SHIPPED: &[Shipped] =
            &[$(($name, include_str!(concat!("../templates/", $name, ".typ")), include_str!(concat!("../samples/", $name, ".json")))),*];
    };
}

shipped!(
    "permit",
    "refusal",
    "certificate",
    "receipt",
    "receipt-80mm",
    "silence",
    "order-of-payment",
    "minutes",
    "bordereau",
    "ne-varietur"
);
const COMMON: &str = include_str!("../samples/common.json");

/// The text of a shipped template.
pub fn template(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|shipped| shipped.0 == name).map(|shipped| shipped.1)
}

/// A model that fits the template, in Arabic (`ar`) or French (`fr`); another language gets the Arabic one.
pub fn sample(name: &str, lang: &str) -> Option<Value> {
    let shipped = SHIPPED.iter().find(|shipped| shipped.0 == name)?;
    Some(over(language(COMMON, lang), language(shipped.2, lang)))
}

/// One model with every key that a shipped template asks for.
pub fn all() -> Value {
    SHIPPED.iter().fold(language(COMMON, "ar"), |model, shipped| over(model, language(shipped.2, "ar")))
}

fn language(text: &str, lang: &str) -> Value {
    let mut models: Value = serde_json::from_str(text).unwrap_or_default();
    let lang = if lang == "fr" { "fr" } else { "ar" };
    models.get_mut(lang).map(Value::take).unwrap_or_default()
}

/// Keys of the second are added to the first, or replace them; objects are merged.
fn over(mut under: Value, above: Value) -> Value {
    match (&mut under, above) {
        (Value::Object(map), Value::Object(more)) => {
            for (key, value) in more {
                let old = map.remove(&key).unwrap_or_default();
                map.insert(key, over(old, value));
            }
            under
        }
        (_, above) => above,
    }
}
