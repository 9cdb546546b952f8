//! Doors for people: citizens, staff, administration.

pub mod account;
pub mod admin;
pub mod citizen;
pub mod find;
pub mod grants;
pub mod keys;
pub mod passkeys;
pub mod staff;
pub mod staff_account;

use crate::model::CommonPasswords;
use crate::rules;
use kernel::Refusal;
use platform::access::{Session, Side};
use platform::json::{self, Map};
use platform::{Ctx, Fields, Json, Problem, Result};

/// Fields that no page ever shows again.
const SECRET: [&str; 6] = ["password", "again", "current", "code", "ticket", "answer"];

/// What was typed and what is wrong with it, as templates read it: `m.values`, `m.bad`, `m.errors`.
pub fn typed(fields: &Fields, errors: &Json) -> Json {
    let shown = fields.values.iter().filter(|(name, _)| !SECRET.contains(&name.as_str()));
    let values: Map<String, Json> = shown.map(|(name, value)| (name.clone(), Json::String(value.clone()))).collect();
    let bad: Map<String, Json> = errors.as_array().into_iter().flatten().filter_map(by_name).collect();
    platform::context! { values => values, bad => bad, errors => errors }
}

fn by_name(error: &Json) -> Option<(String, Json)> {
    Some((error["name"].as_str()?.to_owned(), error["text"].clone()))
}

/// The form before anything was typed.
pub fn blank() -> Json {
    typed(&Fields::default(), &Json::Array(Vec::new()))
}

pub fn errors_json(errors: impl serde::Serialize) -> Json {
    json::to_value(errors).unwrap_or_default()
}

/// Puts more beside `values`, `bad` and `errors`.
pub fn with(mut form: Json, more: Json) -> Json {
    if let (Some(form), Json::Object(more)) = (form.as_object_mut(), more) {
        form.extend(more);
    }
    form
}

/// Whoever is signed in; the guard has let nobody else through.
pub fn session(ctx: &Ctx) -> Result<Session> {
    ctx.session().cloned().ok_or(Problem::SignIn)
}

/// The same for pages of citizens: an account of staff changes through its own pages and its administrator.
pub fn citizen_session(ctx: &Ctx) -> Result<Session> {
    if is_staff(ctx) { Err(Problem::Forbidden) } else { session(ctx) }
}

pub fn is_staff(ctx: &Ctx) -> bool {
    ctx.session().is_some_and(|session| session.side == Side::Staff)
}

/// Reads a new password from the form, typed twice.
pub async fn new_password(ctx: &Ctx, fields: &Fields, side: Side, contact: String) -> Result<String> {
    let raw = |name: &str| fields.values.iter().find(|(key, _)| key == name).map_or(String::new(), |(_, value)| value.clone());
    let (password, again) = (raw("password"), raw("again"));
    let checked = password.clone();
    ctx.read(move |rx| {
        let common = rx.fact::<CommonPasswords>()?;
        Ok(rules::password(&checked, side, &common.0, &contact)?)
    })
    .await?;
    if password != again {
        return Err(Refusal::new("people-password-differs").at("again").into());
    }
    Ok(password)
}

/// The password as it was typed, blanks included.
pub fn raw_password(fields: &Fields, name: &str) -> String {
    let found = fields.values.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
    found.chars().take(rules::PASSWORD_MOST).collect()
}

/// A hash in its turn, with a salt from the house.
pub async fn hash(ctx: &Ctx, password: String) -> Result<String> {
    let salt = ctx.read(|rx| rx.random::<16>()).await?;
    crate::passwords::hash(password, salt).await
}
