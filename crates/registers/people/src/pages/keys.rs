//! Keys of programs: given once, shown once, withdrawn at once.

use super::{blank, errors_json, typed, with};
use kernel::{Day, Id, Refusal, format, text};
use platform::access::{self, KeyRow, NewKey};
use platform::store::seal::hex;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Roles, Tx, context};

pub const KEYS: &str = "people/keys.html";

/// Requests in a minute, unless somebody says otherwise, and at most.
const PER_MINUTE: i64 = 60;
const PER_MINUTE_MOST: i64 = 3_000;
/// Days that a key is good for, unless somebody says otherwise, and at most: who uses it is asked again.
const DAYS: i64 = 365;
const DAYS_MOST: i64 = 731;

pub async fn list(ctx: Ctx) -> Answer {
    let model = with(blank(), view(&ctx, None, &Fields::default()).await?);
    ctx.page(KEYS, model).await
}

/// Rights that a key may hold: a program works for somebody outside, and has no second factor.
fn rights(roles: &Roles) -> Vec<String> {
    let mut rights = Vec::new();
    for role in roles.values().filter(|role| role.external && !role.second_factor) {
        rights.extend(role.permissions.iter().filter(|name| !rights.contains(*name)).cloned().collect::<Vec<_>>());
    }
    rights
}

/// What a right is called by the module that declares it.
fn named(ctx: &Ctx, right: &str) -> String {
    let declares = |module: &&platform::Module| module.declared_permissions().iter().any(|permission| permission.0 == right);
    match ctx.app().modules().iter().find(declares) {
        Some(module) => ctx.text(&format!("{}-right-{}", module.name, right.replace('.', "-")), &[]),
        None => right.to_owned(),
    }
}

async fn view(ctx: &Ctx, secret: Option<String>, fields: &Fields) -> Result<Json> {
    let (keys, roles, units) = ctx.read(|rx| Ok((access::keys(rx)?, rx.fact::<Roles>()?, units::all(rx)?))).await?;
    let (lang, today) = (ctx.lang, ctx.today());
    let unit = |id: &Id| units.iter().find(|unit| unit.id == *id).map(|unit| unit.name.text(lang).to_owned());
    let line = |key: &KeyRow| {
        let all = || roles.get(&key.role).map(|role| role.permissions.clone()).unwrap_or_default();
        let rights: Vec<String> = key.scopes.clone().unwrap_or_else(all).iter().map(|right| named(ctx, right)).collect();
        context! {
            id => key.id, label => key.label, rights => rights, unit => key.unit.as_ref().and_then(unit),
            per_minute => key.per_minute, expires => key.expires_on.map(|day| format::day(day, lang)),
            expired => key.expires_on.is_some_and(|day| day < today), created_at => key.created_at, used_at => key.used_at,
            revoked_at => key.revoked_at,
        }
    };
    let right = |right: &String| {
        context! { value => right, label => named(ctx, right), selected => fields.all("scopes").any(|ticked| ticked == right) }
    };
    Ok(context! {
        keys => keys.iter().rev().map(line).collect::<Vec<_>>(), rights => rights(&roles).iter().map(right).collect::<Vec<_>>(),
        units => units.iter().map(|unit| context! { value => unit.id, label => unit.name.text(lang) }).collect::<Vec<_>>(),
        expires_on => today.plus_days(DAYS).to_string(), per_minute => PER_MINUTE, secret => secret,
    })
}

/// What was typed, each fault at its field.
fn read(tx: &mut Tx, fields: &Fields) -> Result<NewKey> {
    let mut wrong = Vec::new();
    let label = text::clean(fields.get("label"), 80).unwrap_or_default();
    if label.is_empty() {
        wrong.push(Refusal::new("people-key-label").at("label"));
    }
    let roles = tx.fact::<Roles>()?;
    let scopes: Vec<String> = fields.all("scopes").map(str::to_owned).collect();
    let covers = |role: &&platform::Role| {
        role.external && !role.second_factor && scopes.iter().all(|right| role.permissions.contains(right))
    };
    let role = roles.values().find(covers).filter(|_| !scopes.is_empty()).map(|role| role.id.clone());
    if role.is_none() {
        wrong.push(Refusal::new("people-key-rights-needed").at("scopes"));
    }
    let unit = fields.opt("unit").map(Id::parse);
    if let Some(unit) = &unit
        && !units::all(tx)?.iter().any(|known| Some(&known.id) == unit.as_ref())
    {
        wrong.push(Refusal::new("people-key-unit-unknown").at("unit"));
    }
    let per_minute = fields.opt("per_minute").map_or(Some(PER_MINUTE), |typed| typed.parse().ok());
    if !per_minute.is_some_and(|most| (1..=PER_MINUTE_MOST).contains(&most)) {
        wrong.push(Refusal::new("people-key-per-minute-wrong").with("most", PER_MINUTE_MOST).at("per_minute"));
    }
    let today = tx.today();
    let expires_on = fields.opt("expires_on").map_or(Some(today.plus_days(DAYS)), Day::parse);
    if !expires_on.is_some_and(|day| day > today && day <= today.plus_days(DAYS_MOST)) {
        wrong.push(Refusal::new("people-key-expires-wrong").at("expires_on"));
    }
    match role.filter(|_| wrong.is_empty()) {
        Some(role) => Ok(NewKey { label, role, scopes: Some(scopes), unit: unit.flatten(), per_minute, expires_on }),
        None => Err(Problem::Invalid(wrong)),
    }
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let sent = fields.clone();
    let made = ctx.write(move |tx| {
        let new = read(tx, &sent)?;
        let secret = format!("jamaa_{}", hex(&tx.random::<24>()?));
        let id = access::give_key(tx, &secret, &new)?;
        let told = context! { label => new.label, role => new.role, scopes => new.scopes, unit => new.unit, expires_on => new.expires_on };
        tx.record("people.key_given", &id, &told)?;
        Ok(secret)
    });
    match made.await {
        Ok(secret) => {
            let model = with(blank(), view(&ctx, Some(secret), &Fields::default()).await?);
            ctx.page(KEYS, model).await
        }
        Err(problem) => {
            let view = view(&ctx, None, &fields).await?;
            ctx.form_again(problem, KEYS, |errors| with(typed(&fields, &errors_json(errors)), view)).await
        }
    }
}

pub async fn revoke(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| {
        if !access::keys(tx)?.iter().any(|key| key.id == id) {
            return Err(Problem::NotFound);
        }
        access::revoke_key(tx, &id)?;
        tx.record("people.key_withdrawn", &id, &context! {})
    })
    .await?;
    ctx.go_saying("/admin/keys", "people-key-revoked")
}
