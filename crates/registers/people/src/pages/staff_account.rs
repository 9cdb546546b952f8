//! A member of staff's own account: rights, password, recovery codes.

use super::account::fresh_hash;
use super::{blank, errors_json, is_staff, session, typed, with};
use crate::actions::{persons, setup, sign_in};
use crate::store::accounts;
use kernel::Refusal;
use platform::access::{self, Side};
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, Roles, context};

pub const ACCOUNT: &str = "people/staff_account.html";

pub async fn show(ctx: Ctx) -> Answer {
    if !is_staff(&ctx) {
        return ctx.go("/account");
    }
    let model = with(blank(), view(&ctx).await?);
    ctx.page(ACCOUNT, model).await
}

async fn view(ctx: &Ctx) -> Result<Json> {
    let (session, lang, host) = (session(ctx)?, ctx.lang, super::passkeys::host(ctx));
    ctx.read(move |rx| {
        let card = persons::own_card(rx, &session.person)?;
        let (roles, today) = (rx.fact::<Roles>()?, rx.today());
        let units = units::all(rx)?;
        let held = access::grants(rx, Some(&session.person))?;
        let grants: Vec<Json> = held
            .iter()
            .filter(|grant| grant.holds_on(today))
            .map(|grant| {
                let role = roles.get(&grant.role).map_or(grant.role.clone(), |role| role.name.text(lang).to_owned());
                let unit = units.iter().find(|unit| Some(&unit.id) == grant.unit.as_ref()).map(|unit| unit.name.text(lang));
                context! { role => role, unit => unit, starts_on => grant.starts_on, ends_on => grant.ends_on }
            })
            .collect();
        let left = accounts::recovery_left(rx, &session.account)?;
        let passkeys = super::passkeys::own(rx, &session, &host)?;
        Ok(context! { name => card.name, email => card.email, grants => grants, recovery_left => left, passkeys => passkeys })
    })
    .await
}

pub async fn form_again(ctx: &Ctx, problem: Problem, fields: &Fields) -> Answer {
    let view = view(ctx).await?;
    ctx.form_again(problem, ACCOUNT, |errors| with(typed(fields, &errors_json(errors)), view)).await
}

pub async fn set_password(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let session = session(&ctx)?;
    match fresh_hash(&ctx, &fields, Side::Staff).await {
        Ok(hash) => {
            let token = ctx.write(move |tx| setup::change_password(tx, &session, &hash));
            ctx.sign_in(&token.await?, Side::Staff, "/staff/account")
        }
        Err(problem) => form_again(&ctx, problem, &fields).await,
    }
}

/// New recovery codes, against a code of the application.
pub async fn new_recovery(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let (session, code) = (session(&ctx)?, fields.get("code").to_owned());
    let made = ctx.write(move |tx| {
        let account = accounts::find(tx, &session.account)?;
        if !sign_in::prove(tx, &account, &code)? {
            return Err(Refusal::new("people-factor-wrong").at("code").into());
        }
        tx.record("people.recovery_renewed", &account.id, &context! {})?;
        setup::new_recovery(tx, &account.id)
    });
    match made.await {
        Ok(codes) => ctx.page(super::staff::RECOVERY, context! { codes => codes, signed_in => true }).await,
        Err(problem) => form_again(&ctx, problem, &fields).await,
    }
}
