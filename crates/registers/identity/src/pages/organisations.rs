//! Organisations at the desk, and for those who act for them.

use super::admin::{errors_of, no_errors};
use crate::actions::organisations as actions;
use crate::organisation::{NewOrganisation, NewRepresentative, Organisation, OrganisationKind, Representative, Role};
use kernel::{Day, Id, Refusal, text};
use platform::json::Map;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

pub const LIST: &str = "identity/organisations.html";
pub const ONE: &str = "identity/organisation.html";
pub const OWN: &str = "identity/own_organisation.html";
const LONGEST: usize = 200;

fn typed(fields: &Fields) -> Json {
    let all = fields.values.iter().map(|(name, value)| (name.clone(), Json::String(value.clone())));
    Json::Object(all.collect::<Map<_, _>>())
}

/// A form with what was typed and what is wrong with it.
pub fn form(values: Json, more: Json) -> Json {
    let mut form = context! { errors => no_errors(), bad => context! {}, values => values };
    if let (Some(form), Json::Object(more)) = (form.as_object_mut(), more) {
        form.extend(more);
    }
    form
}

async fn again(ctx: &Ctx, problem: Problem, template: &str, mut model: Json) -> Answer {
    ctx.form_again(problem, template, |errors| {
        let (errors, bad) = errors_of(errors);
        model["errors"] = errors;
        model["bad"] = bad;
        model
    })
    .await
}

fn line(ctx: &Ctx, one: &Organisation) -> Json {
    context! { name => one.name, kind => one.kind, number => one.number, url => ctx.url(&format!("/desk/organisations/{}", one.id)) }
}

async fn lines(ctx: &Ctx) -> Result<Json> {
    let all = ctx.read(actions::organisations).await?;
    Ok(context! { lines => all.iter().map(|one| line(ctx, one)).collect::<Vec<_>>() })
}

pub async fn list(ctx: Ctx) -> Answer {
    let model = form(context! {}, lines(&ctx).await?);
    ctx.page(LIST, model).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let word = |name: &str| text::clean(fields.get(name), LONGEST).unwrap_or_default();
    let (name, number) = (word("name"), word("number"));
    let (kind, contact) = (OrganisationKind::parse(fields.get("kind")), ::people::contact::parse(fields.get("contact")));
    let added = ctx
        .write(move |tx| {
            let kind = kind.ok_or_else(|| Refusal::new("identity-organisation-kind").at("kind"))?;
            let contact = contact.clone().ok_or_else(|| Refusal::new("identity-organisation-contact").at("contact"))?;
            actions::note_organisation(tx, &NewOrganisation { kind, name: name.clone(), number: number.clone(), contact })
        })
        .await;
    match added {
        Ok(id) => ctx.go_saying(&format!("/desk/organisations/{id}"), "identity-organisation-noted"),
        Err(problem) => {
            let model = form(typed(&fields), lines(&ctx).await?);
            again(&ctx, problem, LIST, model).await
        }
    }
}

/// An organisation with its people, each enough to be recognised.
fn view(tx: &mut Tx, id: &Id, all: bool) -> Result<Json> {
    let (one, today) = (actions::organisation(tx, id)?, tx.today());
    let mut held = actions::representatives(tx, id)?;
    held.retain(|one| all || one.holds_on(today));
    let persons: Vec<Id> = held.iter().map(|one| one.person.clone()).collect();
    let masked = ::people::masked(tx, &persons)?;
    let line = |one: &Representative| {
        let name = masked.iter().find(|known| known.id == one.person).map(|known| known.name.clone());
        context! { id => one.id, name => name, role => one.role, proof => all.then_some(&one.proof), starts_on => one.starts_on,
        ends_on => one.ends_on, now => one.holds_on(today) }
    };
    Ok(context! { id => one.id, name => one.name, kind => one.kind, number => one.number, contact => one.contact.masked(),
    people => held.iter().map(line).collect::<Vec<_>>(), today => today })
}

pub async fn page(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let one = ctx.read(move |rx| view(rx, &id, true)).await?;
    ctx.page(ONE, form(context! {}, context! { one => one })).await
}

/// The person is found by an exact value, as any person is, and sees that they were looked for.
pub async fn confirm(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let (asked, proof) = (fields.get("person").to_owned(), text::clean(fields.get("proof"), LONGEST).unwrap_or_default());
    let (role, ends_on, starts_on) = (Role::parse(fields.get("role")), Day::parse(fields.get("ends_on")), ctx.today());
    let organisation = id.clone();
    let confirmed = ctx
        .write(move |tx| {
            let role = role.ok_or_else(|| Refusal::new("identity-role-missing").at("role"))?;
            let ends_on = ends_on.ok_or_else(|| Refusal::new("identity-days-wrong").at("ends_on"))?;
            let found = ::people::search(tx, &asked).map_err(|_| Refusal::new("identity-representative-who").at("person"))?;
            let [person] = found.as_slice() else { return Err(Refusal::new("identity-representative-who").at("person").into()) };
            let (organisation, person, proof) = (organisation.clone(), person.id.clone(), proof.clone());
            actions::confirm_representative(tx, &NewRepresentative { organisation, person, role, proof, starts_on, ends_on })
        })
        .await;
    match confirmed {
        Ok(_) => ctx.go_saying(&format!("/desk/organisations/{id}"), "identity-representative-confirmed"),
        Err(problem) => {
            let one = ctx.read(move |rx| view(rx, &id, true)).await?;
            again(&ctx, problem, ONE, form(typed(&fields), context! { one => one })).await
        }
    }
}

pub async fn end(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| actions::end_representative(tx, &id)).await?;
    ctx.go_saying("/desk/organisations", "identity-representative-ended")
}

/// What a representative sees of the organisation; its legal one may end the others.
pub async fn own(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let session = ctx.session().cloned().ok_or(Problem::SignIn)?;
    let (one, role) = ctx
        .read(move |rx| {
            let acting = actions::may_act(rx, &session.person, &id).map_err(|_| Problem::NotFound)?;
            Ok((view(rx, &id, false)?, acting.role))
        })
        .await?;
    ctx.page(OWN, context! { one => one, legal => role == Role::Legal }).await
}

pub async fn end_own(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    if ctx.actor.is_staff() {
        return Err(Problem::Forbidden.into());
    }
    ctx.write(move |tx| actions::end_representative(tx, &id)).await?;
    ctx.go_saying("/account", "identity-representative-ended")
}
