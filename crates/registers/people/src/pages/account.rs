//! A citizen's own account: data, contacts, password, looks, download, erasure.

use super::citizen::send_code;
use super::{blank, citizen_session, errors_json, hash, is_staff, new_password, raw_password, session, typed, with};
use crate::actions::{mandates, passkeys, persons, setup};
use crate::model::{Purpose, What, Why};
use crate::store::accounts;
use crate::{contact, passwords};
use kernel::{Id, Lang, Refusal, text};
use platform::access::{self, GrantRow, Side};
use platform::store::journal::Entry;
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Json, Problem, Result, Roles, Tx, context};

pub const ACCOUNT: &str = "people/account.html";
const LONGEST_NAME: usize = 120;

pub async fn show(ctx: Ctx) -> Answer {
    if is_staff(&ctx) {
        return ctx.go("/staff/account");
    }
    let model = with(blank(), view(&ctx).await?);
    ctx.page(ACCOUNT, model).await
}

async fn view(ctx: &Ctx) -> Result<Json> {
    let session = session(ctx)?;
    let account = session.account.clone();
    let panels = ctx.read(move |rx| platform::panels(rx, "people.account", &account)).await?;
    let panels = platform::shown_panels(ctx, &panels);
    let host = super::passkeys::host(ctx);
    let view = ctx.read(move |rx| {
        let passkeys = super::passkeys::own(rx, &session, &host)?;
        let card = persons::own_card(rx, &session.person)?;
        let account = accounts::find(rx, &session.account)?;
        let today = rx.today();
        let mandates: Vec<Json> = mandates::mandates_of(rx, &session.person)?
            .into_iter()
            .filter(|mandate| mandate.holds_on(today))
            .map(|m| context! { id => m.id, held => m.holder == session.person, matter => m.matter, ends_on => m.ends_on })
            .collect();
        let langs: Vec<Json> = Lang::ALL.iter().map(|lang| context! { value => lang.code(), label => language(*lang) }).collect();
        Ok(context! {
            name => card.name, phone => card.phone.map(|phone| phone.written()), email => card.email.map(|email| email.as_str().to_owned()),
            cin => card.cin.map(|cin| cin.masked()), level => card.level, lang => card.lang.code(), langs => langs,
            has_password => account.password.is_some(), phone_confirmed => account.phone_key.is_some(),
            email_confirmed => account.email_key.is_some(), erasure_asked_at => card.erasure_asked_at, mandates => mandates,
            passkeys => passkeys,
        })
    });
    Ok(with(view.await?, context! { panels => panels }))
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "العربية",
        Lang::Fr => "Français",
        Lang::Zgh => "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        Lang::En => "English",
    }
}

pub async fn form_again(ctx: &Ctx, problem: Problem, fields: &Fields) -> Answer {
    let view = view(ctx).await?;
    ctx.form_again(problem, ACCOUNT, |errors| with(typed(fields, &errors_json(errors)), view)).await
}

pub async fn save(ctx: Ctx, fields: Fields) -> Answer {
    let session = citizen_session(&ctx)?;
    let Ok(name) = text::clean(fields.get("name"), LONGEST_NAME) else {
        return form_again(&ctx, Refusal::new("people-name-wrong").at("name").into(), &fields).await;
    };
    let lang = Lang::parse(fields.get("lang")).unwrap_or(ctx.lang);
    ctx.write(move |tx| persons::set_own(tx, &session.person, &name, lang)).await?;
    ctx.go_saying("/account", "people-saved")
}

/// The new contact receives a code; nothing changes before it comes back.
pub async fn change_contact(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let session = citizen_session(&ctx)?;
    match contact::parse(fields.get("contact")).filter(contact::is_reachable) {
        Some(to) => {
            let secret = send_code(&ctx, Purpose::Contact, Some(session.account), to).await?;
            ctx.go(&format!("/account/code?ticket={secret}"))
        }
        None => form_again(&ctx, Refusal::new("people-contact-wrong").at("contact").into(), &fields).await,
    }
}

pub async fn set_password(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let session = citizen_session(&ctx)?;
    match fresh_hash(&ctx, &fields, session.side).await {
        Ok(hash) => {
            let token = ctx.write(move |tx| setup::change_password(tx, &session, &hash));
            ctx.sign_in(&token.await?, Side::Citizen, "/account")
        }
        Err(problem) => form_again(&ctx, problem, &fields).await,
    }
}

/// The hash of a new password, once the present one, if there is one, was typed rightly.
pub async fn fresh_hash(ctx: &Ctx, fields: &Fields, side: Side) -> Result<String> {
    let session = session(ctx)?;
    let (account, person) = (session.account, session.person);
    let (stored, contact) = ctx
        .read(move |rx| {
            let email = persons::own_card(rx, &person)?.email.map_or(String::new(), |email| email.as_str().to_owned());
            Ok((accounts::find(rx, &account)?.password, email))
        })
        .await?;
    let password = new_password(ctx, fields, side, contact).await?;
    if stored.is_some() && !passwords::verify(raw_password(fields, "current"), stored).await? {
        return Err(Refusal::new("people-password-wrong").at("current").into());
    }
    hash(ctx, password).await
}

pub async fn sign_out_everywhere(ctx: Ctx) -> Answer {
    let session = session(&ctx)?;
    ctx.write(move |tx| {
        access::end_all(tx, &session.account)?;
        tx.record("people.signed_out_everywhere", &session.account, &context! {})
    })
    .await?;
    ctx.sign_out("/")
}

pub async fn looks(ctx: Ctx) -> Answer {
    let session = session(&ctx)?;
    let lang = ctx.lang;
    let looks = ctx.read(move |rx| looks_of(rx, &session.person, lang)).await?;
    ctx.page("people/looks.html", context! { looks => looks }).await
}

/// When, in which task, and why. The name of the clerk is the commune's to tell, on request.
fn looks_of(rx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Json>> {
    let roles = rx.fact::<Roles>()?;
    let grants = access::grants(rx, None)?;
    persons::looks(rx, person)?.into_iter().map(|look| look_line(rx, &look, &roles, &grants, lang)).collect()
}

pub fn look_line(rx: &mut Tx, look: &Entry, roles: &Roles, grants: &[GrantRow], lang: Lang) -> Result<Json> {
    let (kind, id) = look.actor.split_once(':').unwrap_or((&look.actor, ""));
    let account = Id::parse(id).filter(|_| kind == "staff").map(|id| accounts::find(rx, &id));
    let person = match account {
        Some(Ok(account)) => Some(account.person),
        Some(Err(Problem::NotFound)) | None => None,
        Some(Err(problem)) => return Err(problem),
    };
    let day = look.at.day();
    let held = grants.iter().find(|grant| Some(&grant.person) == person.as_ref() && grant.starts_on <= day);
    let role = held.and_then(|grant| roles.get(&grant.role)).map(|role| role.name.text(lang).to_owned());
    let told = platform::json::from_str::<Json>(&look.summary).unwrap_or_default();
    let said = |name: &str| told[name].as_str().unwrap_or("").to_owned();
    // What was written before things were named: the id of a case stood as the reason.
    let older = if Id::parse(&said("reason")).is_some() { What::Case } else { What::Card };
    let what = What::parse(&said("what")).unwrap_or(older);
    let why = Why::parse(&said("reason")).or((what == What::Case).then_some(Why::Handling));
    Ok(context! { at => look.at, kind => kind, role => role, why => why, what => what, about => said("about") })
}

/// Everything this module keeps about a person.
pub fn data(tx: &mut Tx, person: &Id) -> Result<Json> {
    let card = persons::own_card(tx, person)?;
    let looks: Vec<Json> =
        persons::looks(tx, person)?.iter().map(|look| context! { at => look.at, summary => look.summary }).collect();
    let mandates = mandates::mandates_about(tx, person)?;
    let mut keys = Vec::new();
    for account in accounts::of_person(tx, person)? {
        keys.extend(super::passkeys::lines(&passkeys::of_account(tx, &account.id)?));
    }
    Ok(context! {
        person => card.id, name => card.name, phone => card.phone, email => card.email, cin => card.cin, level => card.level,
        lang => card.lang.code(), since => card.created_at, mandates => mandates, passkeys => keys, looks => looks,
    })
}

/// The same as a file.
pub async fn download(ctx: Ctx) -> Answer {
    let session = session(&ctx)?;
    let data = ctx.write(move |tx| {
        tx.record("people.downloaded", &session.person, &context! {})?;
        data(tx, &session.person)
    });
    ctx.json(data.await?)
}

pub async fn ask_erasure(ctx: Ctx) -> Answer {
    let session = citizen_session(&ctx)?;
    ctx.write(move |tx| persons::ask_erasure(tx, &session.person)).await?;
    ctx.go_saying("/account", "people-erasure-noted")
}

pub async fn end_mandate(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let session = session(&ctx)?;
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| mandates::end_own_mandate(tx, &id, &session.person)).await?;
    ctx.go_saying("/account", "people-mandate-ended")
}
