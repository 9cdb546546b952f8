//! Sign-in of staff: password, then second factor; and the links that set an account up.

use super::citizen::compare;
use super::{blank, errors_json, hash, is_staff, new_password, passkeys, raw_password, typed, with};
use crate::actions::codes::Outcome;
use crate::actions::setup::{self, Finished, Secrets, Setup};
use crate::actions::{sign_in, staff};
use crate::model::Purpose;
use crate::{passwords, rules, second_factor};
use kernel::Refusal;
use platform::access::Side;
use platform::web::encode;
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, context};

pub const SIGN_IN: &str = "people/staff_sign_in.html";
pub const CODE: &str = "people/staff_code.html";
pub const FORGOTTEN: &str = "people/staff_forgotten.html";
pub const SETUP: &str = "people/staff_setup.html";
pub const RECOVERY: &str = "people/staff_recovery.html";
pub const HOME: &str = "/staff";

/// Where work begins: the first of the pages that this person may open.
pub async fn home(ctx: Ctx) -> Answer {
    ctx.go(ctx.first_page().unwrap_or("/staff/account"))
}

pub async fn sign_in_page(ctx: Ctx) -> Answer {
    let next = ctx.query().get("next").to_owned();
    if is_staff(&ctx) {
        return ctx.go(rules::local_path(&next, HOME));
    }
    let model = with(blank(), context! { next => next, demo => ctx.app().config().demo, host => passkeys::host(&ctx) });
    ctx.page(SIGN_IN, model).await
}

pub async fn sign_in(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let email = fields.get("email").to_owned();
    let right = compare(&ctx, Side::Staff, &email, raw_password(&fields, "password")).await?;
    let ticket = ctx.write_as_house(move |tx| sign_in::staff_first(tx, &email, right)).await?;
    match ticket {
        Some(secret) => ctx.go(&format!("/staff/code?ticket={secret}&next={}", encode(fields.get("next")))),
        None => sign_in_again(&ctx, Refusal::new("people-sign-in-wrong").at("password").into(), &fields).await,
    }
}

/// The door once more, with what was wrong.
pub async fn sign_in_again(ctx: &Ctx, problem: Problem, fields: &Fields) -> Answer {
    let more = context! { next => fields.get("next"), demo => ctx.app().config().demo, host => passkeys::host(ctx) };
    ctx.form_again(problem, SIGN_IN, |errors| with(typed(fields, &errors_json(errors)), more)).await
}

pub async fn code_page(ctx: Ctx) -> Answer {
    let query = ctx.query();
    code_form(&ctx, query.get("ticket"), query.get("next"), Json::Array(Vec::new())).await
}

async fn code_form(ctx: &Ctx, secret: &str, next: &str, errors: Json) -> Answer {
    let (demo, asked) = (ctx.app().config().demo, secret.to_owned());
    let shown = if demo { ctx.read(move |rx| sign_in::current_code(rx, &asked)).await? } else { None };
    let more = context! { ticket => secret, next => next, shown => shown };
    ctx.page(CODE, with(typed(&Fields::default(), &errors), more)).await
}

pub async fn code(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let (secret, code) = (fields.get("ticket").to_owned(), fields.get("code").to_owned());
    let outcome = ctx.write_as_house(move |tx| sign_in::staff_second(tx, &secret, &code)).await?;
    let next = fields.get("next");
    match outcome {
        Outcome::SignedIn(token, side) => ctx.sign_in(&token, side, rules::local_path(next, HOME)),
        Outcome::Wrong { left } if left > 0 => {
            let refusal = Refusal::new("people-factor-wrong").at("code");
            let errors = context! { name => "code", text => ctx.sentence(&refusal) };
            code_form(&ctx, fields.get("ticket"), next, Json::Array(vec![errors])).await
        }
        _ => ctx.go_saying("/staff/sign-in", "people-ticket-gone"),
    }
}

pub async fn forgotten_page(ctx: Ctx) -> Answer {
    ctx.page(FORGOTTEN, context! { asked => false }).await
}

/// The same sentence for everybody.
pub async fn forgotten(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let email = fields.get("email").to_owned();
    ctx.write_as_house(move |tx| staff::forgot_password(tx, &email)).await?;
    ctx.page(FORGOTTEN, context! { asked => true }).await
}

pub async fn setup_page(ctx: Ctx) -> Answer {
    let secret = ctx.query().get("ticket").to_owned();
    let view = setup_view(&ctx, &secret).await?;
    let model = setup_model(&ctx, &secret, view.as_ref())?;
    ctx.page(SETUP, with(blank(), model)).await
}

async fn setup_view(ctx: &Ctx, secret: &str) -> Result<Option<Setup>> {
    let secret = secret.to_owned();
    ctx.read(move |rx| setup::view(rx, &secret)).await
}

fn setup_model(ctx: &Ctx, secret: &str, view: Option<&Setup>) -> Result<Json> {
    let Some(view) = view else { return Ok(context! { ticket => "", purpose => "gone" }) };
    let seed = view.account.totp.as_deref().filter(|_| view.purpose != Purpose::Password).unwrap_or("");
    let drawing = if seed.is_empty() {
        String::new()
    } else {
        second_factor::drawing(&second_factor::address(&ctx.commune().name.fr, &view.email, seed))?
    };
    Ok(context! {
        ticket => secret, purpose => view.purpose, name => view.name, email => view.email,
        seed => second_factor::spaced(seed), drawing => drawing,
    })
}

pub async fn setup(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let secret = fields.get("ticket").to_owned();
    let Some(view) = setup_view(&ctx, &secret).await? else { return ctx.go_saying("/staff/sign-in", "people-ticket-gone") };
    let outcome = match bring(&ctx, &fields, &view).await {
        Ok(brought) => {
            let asked = secret.clone();
            ctx.write_as_house(move |tx| setup::finish(tx, &asked, &brought)).await
        }
        Err(problem) => Err(problem),
    };
    let problem = match outcome {
        Ok(Finished::Done(codes)) if codes.is_empty() => return ctx.go_saying("/staff/sign-in", "people-password-set"),
        Ok(Finished::Done(codes)) => return ctx.page(RECOVERY, context! { codes => codes, signed_in => false }).await,
        Ok(Finished::Gone) => return ctx.go_saying("/staff/sign-in", "people-ticket-gone"),
        Ok(Finished::Wrong(refusal)) => refusal.into(),
        Err(problem) => problem,
    };
    let model = setup_model(&ctx, &secret, Some(&view))?;
    ctx.form_again(problem, SETUP, |errors| with(typed(&fields, &errors_json(errors)), model)).await
}

/// Compares and hashes what the form brought, in its turn.
async fn bring(ctx: &Ctx, fields: &Fields, view: &Setup) -> Result<Secrets> {
    let code = fields.get("code").to_owned();
    if code.is_empty() {
        return Err(Problem::Refused(Refusal::new("people-factor-wrong").at("code")));
    }
    if view.purpose == Purpose::NewFactor {
        let current_is_right = passwords::verify(raw_password(fields, "current"), view.account.password.clone()).await?;
        return Ok(Secrets { current_is_right, code, password_hash: None });
    }
    let password = new_password(ctx, fields, Side::Staff, view.email.clone()).await?;
    Ok(Secrets { password_hash: Some(hash(ctx, password).await?), code, current_is_right: false })
}
