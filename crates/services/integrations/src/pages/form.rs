//! The form of a hook: where it is told, of what, and who is written to when nothing arrives.

use super::hooks::show_secret;
use super::{id, status};
use crate::actions::hooks as act;
use crate::model::{Happening, Hook, Written};
use crate::{store, told};
use georeport::Reach;
use kernel::{Email, Id, Label, Lang, Refusal, text};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};
use std::collections::BTreeMap;

pub const FORM: &str = "integrations/form.html";
pub const LIST: &str = "/admin/webhooks";
const NAME_MOST: usize = 80;
const URL_MOST: usize = 500;
const CHOSEN_MOST: usize = 200;

/// What a happening is called in message keys.
pub fn key_of(happening: Happening) -> String {
    format!("integrations-happening-{}", happening.as_str().replace('.', "-"))
}

/// What was typed, as far as it can be read.
fn read(fields: &Fields, lang: Lang) -> Result<Written> {
    let mut wrong = Vec::new();
    let name = text::clean(fields.get("name"), NAME_MOST).ok();
    if name.is_none() {
        wrong.push(Refusal::new("integrations-name-needed").with("most", NAME_MOST).at("name"));
    }
    let url = fields.get("url").trim();
    if url.is_empty() || url.chars().count() > URL_MOST {
        wrong.push(Refusal::new("integrations-address-wrong").at("url"));
    }
    let email = fields.opt("email").map(Email::parse);
    if email == Some(None) {
        wrong.push(Refusal::new("integrations-email-wrong").at("email"));
    }
    match name.filter(|_| wrong.is_empty()) {
        Some(name) => Ok(Written {
            name,
            url: url.to_owned(),
            email: email.flatten(),
            lang,
            happenings: Happening::offered().filter(|one| fields.all("events").any(|word| word == one.as_str())).collect(),
            categories: fields.all("categories").take(CHOSEN_MOST).map(str::to_owned).collect(),
            units: fields.all("units").take(CHOSEN_MOST).filter_map(Id::parse).collect(),
        }),
        None => Err(Problem::Invalid(wrong)),
    }
}

/// A hook as the form would have it.
fn filled(hook: &Hook) -> Fields {
    let mut fields = Fields::default();
    fields.push("name", &hook.name);
    fields.push("url", &hook.sealed.url);
    fields.push("email", hook.sealed.email.as_ref().map_or("", |email| email.as_str()));
    hook.happenings.iter().for_each(|one| fields.push("events", one.as_str()));
    hook.categories.iter().for_each(|one| fields.push("categories", one));
    hook.units.iter().for_each(|one| fields.push("units", one.as_str()));
    fields
}

async fn form(ctx: &Ctx, hook: Option<&Id>, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let (categories, units) = ctx
        .read(|rx| {
            let catalog = procedures::catalog(rx)?;
            let named = |id: String| catalog.find(&id).map(|one| (id.clone(), one.title.clone()));
            let categories: Vec<(String, Label)> = told::categories(&catalog).into_iter().filter_map(named).collect();
            let units: Vec<(String, Label)> = units::all(rx)?.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect();
            Ok((categories, units))
        })
        .await?;
    let ticked = |name: &str, value: &str| fields.all(name).any(|one| one == value);
    let options = |name: &str, of: Vec<(String, Label)>| -> Vec<Json> {
        let one =
            |(id, label): &(String, Label)| context! { value => id, label => label.text(ctx.lang), selected => ticked(name, id) };
        of.iter().map(one).collect()
    };
    let event = |one: Happening| {
        let (label, hint) = (ctx.text(&key_of(one), &[]), one.as_str());
        context! { value => one, label => label, hint => hint, selected => ticked("events", one.as_str()) }
    };
    let typed: BTreeMap<&String, &String> = fields.values.iter().map(|(name, value)| (name, value)).collect();
    let action = hook.map_or(format!("{LIST}/new"), |id| format!("{LIST}/{id}/terms"));
    let model = context! {
        action => ctx.url(&action), fresh => hook.is_none(), typed => typed, errors => errors,
        events => Happening::offered().map(event).collect::<Vec<_>>(),
        categories => options("categories", categories), units => options("units", units),
    };
    ctx.page_with(status(&errors), FORM, model).await
}

pub async fn blank(ctx: Ctx) -> Answer {
    form(&ctx, None, &Fields::default(), Vec::new()).await
}

pub async fn edit(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let asked = id(&text)?;
    let hook = ctx.read(move |rx| store::hooks::find(rx, &asked)).await?;
    form(&ctx, Some(&hook.id), &filled(&hook), Vec::new()).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    write(&ctx, None, fields).await
}

pub async fn change(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    write(&ctx, Some(id(&text)?), fields).await
}

async fn write(ctx: &Ctx, hook: Option<Id>, fields: Fields) -> Answer {
    let (asked, reach) = (hook.clone(), Reach::of(ctx.app().config()));
    let done = match read(&fields, ctx.lang) {
        Ok(written) => ctx.write(move |tx| act::write(tx, asked.as_ref(), written.clone(), reach)).await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok((id, Some(secret))) => show_secret(ctx, id, secret).await,
        Ok((id, None)) => ctx.go_saying(&format!("{LIST}/{id}"), "integrations-said-changed"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            form(ctx, hook.as_ref(), &fields, errors).await
        }
    }
}
