//! A provider as a form: what is typed, and what is shown again.

use crate::model::{AcrLevels, ClaimPaths, NewProvider, Provider};
use kernel::{Label, text};
use platform::json::Map;
use platform::{Fields, Json, context};

const LONGEST: usize = 300;

/// Reads the form. An empty secret leaves the stored one as it is.
pub fn read(fields: &Fields, before: Option<&Provider>) -> NewProvider {
    let word = |name: &str| text::clean(fields.get(name), LONGEST).unwrap_or_default();
    let path = |name: &str| word(&format!("claim_{name}"));
    let list = |name: &str| word(name).split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let en = Some(word("label_en")).filter(|label| !label.is_empty());
    let label =
        Label { zgh: before.and_then(|one| one.label.zgh.clone()), en, ..Label::new(&word("label_ar"), &word("label_fr")) };
    NewProvider {
        label,
        issuer: word("issuer"),
        client_id: word("client_id"),
        secret: fields.opt("secret").map(|secret| secret.chars().take(LONGEST).collect()),
        scopes: word("scopes"),
        claims: ClaimPaths {
            subject: path("subject"),
            name: path("name"),
            given: path("given"),
            family: path("family"),
            number: path("number"),
            phone: path("phone"),
            phone_verified: path("phone_verified"),
            email: path("email"),
            email_verified: path("email_verified"),
        },
        levels: AcrLevels { national: list("acr_national"), contact: list("acr_contact") },
    }
}

/// A provider's values, its secret apart: nobody reads that again.
pub fn values(one: &Provider) -> Json {
    let mut values = context! { label_ar => one.label.ar, label_fr => one.label.fr, label_en => one.label.en, issuer => one.issuer,
    client_id => one.client_id, scopes => one.scopes, acr_national => one.levels.national.join(" "),
    acr_contact => one.levels.contact.join(" ") };
    put_paths(&mut values, &one.claims);
    values
}

/// The form before anything was typed: the names of OpenID Connect's own claims.
pub fn blank() -> Json {
    let mut values = context! { scopes => "openid profile email phone" };
    put_paths(&mut values, &ClaimPaths::default());
    values
}

fn put_paths(values: &mut Json, paths: &ClaimPaths) {
    for (name, path) in paths.named() {
        values[format!("claim_{name}")] = Json::String(path.clone());
    }
}

pub fn typed(fields: &Fields) -> Json {
    let shown = fields.values.iter().filter(|(name, _)| name != "secret");
    Json::Object(shown.map(|(name, value)| (name.clone(), Json::String(value.clone()))).collect::<Map<_, _>>())
}
