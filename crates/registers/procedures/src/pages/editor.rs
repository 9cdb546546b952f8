//! One draft under the editor's hands: forms, the text itself, the check, and the way to publication.

use super::forms::forms_model;
use super::told::Say;
use super::{Opened, anchor, changes, faults, head, number, open, path, told, word};
use crate::actions;
use crate::edit::Text;
use crate::edit::again::Again;
use crate::edit::apply::{self, Typed};
use crate::edit::inputs::{self, List, Tab};
use crate::edit::shared;
use crate::locks;
use crate::store::versions;
use kernel::Refusal;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

const FORMS: &str = "procedures/forms.html";
const TOML: &str = "procedures/toml.html";
const CHECK: &str = "procedures/check.html";
const CHANGES: &str = "procedures/changes.html";

/// A tab of the editor by its address.
type At = Path<(String, String, String)>;

async fn opened(ctx: &Ctx, id: &str, version: i64, changes: bool) -> Result<Opened> {
    let id = id.to_owned();
    ctx.read(move |rx| open(rx, &id, version, changes)).await
}

pub async fn show(ctx: Ctx, Path((id, version, tab)): At) -> Answer {
    let (version, tab) = (number(&version)?, Tab::parse(&tab).ok_or(Problem::NotFound)?);
    if tab == Tab::Preview {
        return super::preview::of(&ctx, &id, version, false).await;
    }
    let opened = opened(&ctx, &id, version, tab == Tab::Changes).await?;
    let (template, model) = page(&ctx, &opened, tab, None);
    ctx.page(template, model).await
}

/// The page of a tab, with what was typed and not kept.
fn page(ctx: &Ctx, opened: &Opened, tab: Tab, typed: Option<&Fields>) -> (&'static str, Json) {
    let said = faults(opened, |fault| ctx.sentence(&fault.why));
    match tab {
        Tab::Toml => (TOML, toml_model(opened, said, Vec::new(), typed.map(raw).as_deref())),
        Tab::Check | Tab::Preview => {
            (CHECK, context! { head => head(opened, "check"), faults => said, errors => Vec::<Json>::new() })
        }
        Tab::Changes => {
            let told = told(opened, Say { lang: ctx.lang, text: &|key| ctx.text(key, &[]) });
            (CHANGES, changes_model(opened, told, platform::shown_panels(ctx, &opened.panels), Vec::new(), "changes"))
        }
        _ => (FORMS, forms_model(opened, tab, said, typed.map(Again::of), (ctx.lang, &ctx.text("procedures-anywhere", &[])))),
    }
}

pub fn toml_model(opened: &Opened, faults: Vec<Json>, errors: Vec<Json>, typed: Option<&str>) -> Json {
    let version = &opened.version;
    let file = format!("/admin/procedures.toml?id={}&version={}", version.procedure, version.version);
    context! { head => head(opened, "toml"), faults => faults, errors => errors, text => typed.unwrap_or(&version.body), file => file, theirs => (), differs => Vec::<Json>::new() }
}

pub fn changes_model(opened: &Opened, changes: Json, panels: Vec<Json>, errors: Vec<Json>, tab: &str) -> Json {
    context! { head => head(opened, tab), changes => changes, panels => panels, errors => errors, body => opened.version.body }
}

pub async fn save(ctx: Ctx, Path((id, version, tab)): At, fields: Fields) -> Answer {
    let (version, tab) = (number(&version)?, Tab::parse(&tab).ok_or(Problem::NotFound)?);
    let mut fragment = String::new();
    let done = match tab {
        Tab::Toml => keep_text(&ctx, &id, version, &fields).await,
        Tab::Changes => move_on(&ctx, &id, version, &fields).await,
        Tab::Check | Tab::Preview => return Err(Problem::NotFound.into()),
        _ => change(&ctx, &id, version, tab, &fields).await.map(|at| fragment = at),
    };
    let typing = fields.get("x_show") == "form";
    match done {
        Ok(()) if typing => {
            let opened = opened(&ctx, &id, version, false).await?;
            let (template, model) = page(&ctx, &opened, tab, None);
            ctx.page(template, model).await
        }
        Ok(()) if tab == Tab::Changes && fields.get("do") == "withdraw" => {
            ctx.go_saying(&format!("/admin/procedures/{id}"), "procedures-withdrawn")
        }
        Ok(()) => ctx.go_saying(&format!("{}{fragment}", path(&id, version, tab)), said(tab)),
        Err(problem) => {
            let opened = opened(&ctx, &id, version, tab == Tab::Changes).await?;
            let (template, mut model) = page(&ctx, &opened, tab, Some(&fields));
            if tab == Tab::Toml && is_conflict(&problem) {
                // Both texts are shown: what was written here stays in the form, the other's stands beside it.
                model["theirs"] = opened.version.body.clone().into();
                let differs = crate::diff::between(&opened.version.body, &raw(&fields));
                model["differs"] = changes(&differs, word(&ctx)).into();
            }
            let with = |errors| {
                let mut model = model;
                model["errors"] = platform::json::to_value(errors).unwrap_or_default();
                model
            };
            ctx.form_again(problem, template, with).await
        }
    }
}

fn is_conflict(problem: &Problem) -> bool {
    matches!(problem, Problem::Conflict(refusal) if refusal.key == "procedures-written-meanwhile")
}

fn said(tab: Tab) -> &'static str {
    if tab == Tab::Changes { "procedures-proposed" } else { "procedures-saved" }
}

/// The text as it was typed: its ends are not trimmed.
fn raw(fields: &Fields) -> String {
    fields.values.iter().find(|(name, _)| name == "text").map(|(_, text)| text.clone()).unwrap_or_default()
}

async fn keep_text(ctx: &Ctx, id: &str, version: i64, fields: &Fields) -> Result<()> {
    let text = match fields.file("file") {
        Some(file) => String::from_utf8(file.content.clone()).map_err(|_| Refusal::new("procedures-not-utf8").at("file"))?,
        None => raw(fields),
    };
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let text = if text.ends_with('\n') { text } else { format!("{text}\n") };
    let (id, stamp) = (id.to_owned(), fields.get("stamp").to_owned());
    ctx.write(move |tx| actions::save_over(tx, &id, version, &stamp, &text)).await
}

async fn move_on(ctx: &Ctx, id: &str, version: i64, fields: &Fields) -> Result<()> {
    let (id, what, note) = (id.to_owned(), fields.get("do").to_owned(), fields.get("note").to_owned());
    ctx.write(move |tx| match what.as_str() {
        "withdraw" => actions::withdraw(tx, &id, version),
        _ => actions::propose(tx, &id, version, &note),
    })
    .await
}

/// Changes one element of the text, and says where the page goes on.
async fn change(ctx: &Ctx, id: &str, version: i64, tab: Tab, fields: &Fields) -> Result<String> {
    let list = inputs::list(fields.get("list")).filter(|list| list.tab == tab).ok_or(Problem::NotFound)?;
    let (id, fields, item) = (id.to_owned(), fields.clone(), fields.get("item").to_owned());
    let at = if list.name.is_empty() { String::new() } else { format!("#{}", anchor(list.name, &item)) };
    ctx.write(move |tx| {
        let opened = open(tx, &id, version, false)?;
        let text = changed(&opened, list, &item, &fields)?;
        actions::save(tx, &id, version, &text)
    })
    .await?;
    Ok(at)
}

/// The text after what a form asked for.
fn changed(opened: &Opened, list: &List, item: &str, fields: &Fields) -> Result<String> {
    let mut text = Text::parse(&opened.version.body).map_err(|fault| Problem::from(fault.why))?;
    let lock = |id: &str, key: &str| {
        locks::of(&opened.country, &opened.version.procedure, opened.procedure.as_ref(), (list.name, id, key))
    };
    let field = format!("item-{}", list.name);
    let refuse = |key: &str| Problem::from(Refusal::new(key).at(&field));
    let what = fields.get("do");
    let kept = match what {
        "add" | "back" => lock("", ""),
        "without" => lock("", "").or(lock(item, "")),
        "remove" => lock(item, "").filter(|_| !locks::is_wording(&opened.country, &opened.version.procedure, list.name, item)),
        "up" | "down" => lock(item, "order"),
        _ => None,
    };
    if kept.is_some() {
        return Err(refuse("procedures-country-keeps"));
    }
    match what {
        "up" | "down" if list.is_shared() => {
            let procedure = opened.procedure.as_ref().ok_or(Problem::NotFound)?;
            shared::shift(&mut text, list, item, what == "up", (&opened.country, procedure));
        }
        "up" | "down" => text.shift(list.name, item, what == "up"),
        "remove" => text.remove(list.name, item),
        "take" => drop(shared::take_over(&mut text, list, item, &opened.country)),
        "without" => drop(shared::leave_out(&mut text, list, item, &opened.country)),
        "back" => shared::bring_back(&mut text, list, item),
        _ => {
            if what == "add" {
                if !is_name(item, list) {
                    return Err(refuse("procedures-new-name"));
                }
                if !text.add(list.name, list.naming(), item) {
                    return Err(Refusal::new("procedures-fault-twice").with("name", item).at(&field).into());
                }
            }
            let of = |one: &crate::Procedure| if list.name == "survey" { one.survey.clone() } else { one.questions.clone() };
            let questions = opened.procedure.as_ref().map(of).unwrap_or_default();
            let locked = |key: &str| lock(item, key).is_some();
            if !apply::element(&mut text, list, item, &Typed { fields, questions: &questions }, &locked) {
                return Err(Problem::NotFound);
            }
        }
    }
    Ok(text.to_string())
}

fn is_name(item: &str, list: &List) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let free = list.name == "test";
    !item.is_empty() && item.len() <= 80 && (free || item.chars().all(plain))
}

/// The text as a file.
pub async fn download(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let (id, version) = (query.get("id").to_owned(), number(query.get("version"))?);
    let text = ctx.read(move |rx| Ok(versions::one(rx, &id, version)?.body)).await?;
    ctx.body("application/toml; charset=utf-8", text)
}
