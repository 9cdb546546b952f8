//! Sign-in of citizens: a code to the telephone or e-mail, or a password; and sign-out of everybody.

use super::{blank, errors_json, is_staff, passkeys, raw_password, typed, with};
use crate::actions::codes::{self, Outcome, Wording};
use crate::actions::sign_in;
use crate::model::Purpose;
use crate::{contact, passwords, rules};
use kernel::Refusal;
use platform::access::{self, Side};
use platform::web::encode;
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, context};
use sending::To;

pub const SIGN_IN: &str = "people/sign_in.html";
pub const CODE: &str = "people/code.html";

pub async fn door(ctx: Ctx) -> Answer {
    ctx.go("/account/sign-in")
}

pub async fn me(ctx: Ctx) -> Answer {
    ctx.go(if is_staff(&ctx) { "/staff/account" } else { ctx.app().personal() })
}

pub async fn sign_in_page(ctx: Ctx) -> Answer {
    let next = ctx.query().get("next").to_owned();
    if ctx.session().is_some() {
        return ctx.go(rules::local_path(&next, "/me"));
    }
    let model = with(blank(), context! { next => next, doors => doors(&ctx).await?, host => passkeys::host(&ctx) });
    ctx.page(SIGN_IN, model).await
}

pub async fn sign_in(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    match fields.get("way") {
        "password" => by_password(ctx, fields).await,
        _ => by_code(ctx, fields).await,
    }
}

async fn by_code(ctx: Ctx, fields: Fields) -> Answer {
    let next = fields.get("next").to_owned();
    let reachable = contact::parse(fields.get("contact")).filter(contact::is_reachable);
    let Some(to) = reachable else {
        return sign_in_again(&ctx, Refusal::new("people-contact-wrong").at("contact").into(), &fields).await;
    };
    let secret = send_code(&ctx, Purpose::SignIn, None, to).await?;
    ctx.go(&format!("/account/code?ticket={secret}&next={}", encode(&next)))
}

/// Sends a code and gives the secret of its page.
pub async fn send_code(ctx: &Ctx, purpose: Purpose, account: Option<kernel::Id>, to: To) -> platform::Result<String> {
    let (words, lang, commune) = (ctx.app().words(), ctx.lang, ctx.commune().name.text(ctx.lang).to_owned());
    ctx.write_as_house(move |tx| {
        let wording = Wording { words: &words, lang, commune: &commune };
        codes::request(tx, purpose, account.as_ref(), &to, &wording)
    })
    .await
}

/// Sends the code that opens the account of a contact, for a module that was shown the contact by somebody else.
pub async fn send_sign_in_code(ctx: &Ctx, to: To) -> platform::Result<String> {
    send_code(ctx, Purpose::SignIn, None, to).await
}

/// The door once more, with what was wrong.
pub async fn sign_in_again(ctx: &Ctx, problem: Problem, fields: &Fields) -> Answer {
    let more = context! { next => fields.get("next"), doors => doors(ctx).await?, host => passkeys::host(ctx) };
    ctx.form_again(problem, SIGN_IN, |errors| with(typed(fields, &errors_json(errors)), more)).await
}

/// Other ways in, which higher modules offer.
async fn doors(ctx: &Ctx) -> platform::Result<Vec<Json>> {
    let shown = ctx.read(|rx| platform::panels(rx, "people.sign_in", &kernel::Id::new("sign-in"))).await?;
    Ok(platform::shown_panels(ctx, &shown))
}

async fn by_password(ctx: Ctx, fields: Fields) -> Answer {
    let contact = fields.get("contact").to_owned();
    let right = compare(&ctx, Side::Citizen, &contact, raw_password(&fields, "password")).await?;
    let token = ctx.write_as_house(move |tx| sign_in::citizen(tx, &contact, right)).await?;
    match token {
        Some(token) => ctx.sign_in(&token, Side::Citizen, rules::local_path(fields.get("next"), ctx.app().personal())),
        None => sign_in_again(&ctx, Refusal::new("people-sign-in-wrong").at("password").into(), &fields).await,
    }
}

/// Whether the password is that of the contact; takes its turn, and as long for a contact that opens nothing.
pub async fn compare(ctx: &Ctx, side: Side, contact: &str, password: String) -> platform::Result<bool> {
    let asked = contact.to_owned();
    let stored = ctx.read(move |rx| sign_in::stored_password(rx, side, &asked)).await?;
    passwords::verify(password, stored).await
}

pub async fn code_page(ctx: Ctx) -> Answer {
    show_code(&ctx, Json::Array(Vec::new())).await
}

async fn show_code(ctx: &Ctx, errors: Json) -> Answer {
    let query = ctx.query();
    code_form(ctx, query.get("ticket"), query.get("next"), errors).await
}

async fn code_form(ctx: &Ctx, secret: &str, next: &str, errors: Json) -> Answer {
    let asked = secret.to_owned();
    let ticket = ctx.read(move |rx| codes::ticket(rx, &asked)).await?;
    let sent_to = ticket.as_ref().and_then(|ticket| ticket.contact.as_ref()).map(To::masked);
    let by = ticket
        .as_ref()
        .and_then(|ticket| ticket.contact.as_ref())
        .map(|to| if matches!(to, To::Phone(_)) { "phone" } else { "email" });
    let changes = ticket.is_some_and(|ticket| ticket.purpose == Purpose::Contact);
    let more = context! { ticket => secret, next => next, sent_to => sent_to, by => by, changes => changes, demo => ctx.app().config().demo };
    ctx.page(CODE, with(typed(&Fields::default(), &errors), more)).await
}

pub async fn code(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let (secret, code, lang) = (fields.get("ticket").to_owned(), fields.get("code").to_owned(), ctx.lang);
    let outcome = ctx.write_as_house(move |tx| codes::confirm(tx, &secret, &code, lang)).await?;
    let next = fields.get("next");
    match outcome {
        Outcome::SignedIn(token, side) => ctx.sign_in(&token, side, rules::local_path(next, ctx.app().personal())),
        Outcome::ContactChanged => ctx.go_saying("/account", "people-contact-changed"),
        Outcome::Gone => code_form(&ctx, "", next, Json::Array(Vec::new())).await,
        Outcome::Wrong { left } => {
            let refusal = Refusal::new("people-code-wrong").with("left", left).at("code");
            let errors = context! { name => "code", text => ctx.sentence(&refusal) };
            code_form(&ctx, fields.get("ticket"), next, Json::Array(vec![errors])).await
        }
    }
}

pub async fn sign_out(ctx: Ctx) -> Answer {
    if let Some(session) = ctx.session().cloned() {
        ctx.write(move |tx| access::end(tx, &session.id)).await?;
    }
    ctx.sign_out("/")
}
