//! Keys of programs: given once, shown once, withdrawn at once.

use super::{blank, errors_json, typed, with};
use kernel::{Id, Refusal, text};
use platform::access;
use platform::store::seal::hex;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Roles, context};

pub const KEYS: &str = "people/keys.html";

pub async fn list(ctx: Ctx) -> Answer {
    let model = with(blank(), view(&ctx, None).await?);
    ctx.page(KEYS, model).await
}

async fn view(ctx: &Ctx, secret: Option<String>) -> Result<Json> {
    let lang = ctx.lang;
    let (keys, roles) = ctx
        .read(move |rx| {
            let known = rx.fact::<Roles>()?;
            let name = |role: &str| known.get(role).map_or(role.to_owned(), |role| role.name.text(lang).to_owned());
            let keys: Vec<Json> = access::keys(rx)?
                .into_iter()
                .rev()
                .map(|key| context! { id => key.id, label => key.label, role => name(&key.role), created_at => key.created_at, revoked_at => key.revoked_at })
                .collect();
            // A program works for somebody outside: only such roles may stand on a key.
            let roles: Vec<Json> = known
                .values()
                .filter(|role| role.external && !role.second_factor)
                .map(|role| context! { value => role.id, label => role.name.text(lang) })
                .collect();
            Ok((keys, roles))
        })
        .await?;
    Ok(context! { keys => keys, roles => roles, secret => secret })
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let (label, role) = (text::clean(fields.get("label"), 80).unwrap_or_default(), fields.get("role").to_owned());
    let made = ctx.write(move |tx| {
        let roles = tx.fact::<Roles>()?;
        if label.is_empty() {
            return Err(Refusal::new("people-key-label").at("label").into());
        }
        if !roles.get(&role).is_some_and(|role| role.external && !role.second_factor) {
            return Err(Refusal::new("people-role-unknown").at("role").into());
        }
        let secret = format!("jamaa_{}", hex(&tx.random::<24>()?));
        let id = access::add_key(tx, &secret, &label, &role)?;
        tx.record("people.key_given", &id, &context! { label => label, role => role })?;
        Ok(secret)
    });
    match made.await {
        Ok(secret) => {
            let model = with(blank(), view(&ctx, Some(secret)).await?);
            ctx.page(KEYS, model).await
        }
        Err(problem) => {
            let view = view(&ctx, None).await?;
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
