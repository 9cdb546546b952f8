//! The organisation as a tree, and one unit with its heads.

use super::{as_json, day, maybe_day, name_of, options, people, person, typed_values};
use crate::actions::{self, NewUnit};
use crate::model::{Post, Unit, UnitKind};
use crate::posts::{self, NewPost};
use crate::rules;
use kernel::{Day, Id, Label, Refusal, text};
use places::Area;
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result};

const LIST: &str = "units/list.html";
const UNIT: &str = "units/unit.html";
const LONGEST_NAME: usize = 120;
const LONGEST_DECISION: usize = 120;

/// All that the page of a unit shows; `unit` is absent while it is being written.
pub struct View {
    pub unit: Option<Unit>,
    pub units: Vec<Unit>,
    pub areas: Vec<Area>,
    pub posts: Vec<Post>,
    pub people: Vec<(Id, String)>,
    pub today: Day,
}

pub async fn list(ctx: Ctx) -> Answer {
    let (units, headed) = ctx
        .read(|rx| {
            let today = rx.today();
            let held = crate::store::posts(rx, None)?.into_iter().filter(|post| post.holds_on(today));
            let headed: Vec<Id> = held.map(|post| post.unit).collect();
            Ok((actions::all(rx)?, headed))
        })
        .await?;
    ctx.page(LIST, list_model(&units, &headed)).await
}

pub fn list_model(units: &[Unit], headed: &[Id]) -> Json {
    let known = |parent: &Option<Id>| parent.as_ref().is_some_and(|parent| units.iter().any(|unit| unit.id == *parent));
    let tops = units.iter().filter(|unit| !known(&unit.parent));
    json!({ "tree": tops.map(|unit| branch(units, headed, unit)).collect::<Vec<_>>(), "count": units.len() })
}

/// `check_parent` keeps the tree free of circles.
fn branch(units: &[Unit], headed: &[Id], unit: &Unit) -> Json {
    let below = units.iter().filter(|other| other.parent.as_ref() == Some(&unit.id));
    json!({
        "id": unit.id, "name": unit.name, "kind": unit.kind, "external": unit.external, "duties": unit.duties,
        "headed": headed.contains(&unit.id), "below": below.map(|other| branch(units, headed, other)).collect::<Vec<_>>(),
    })
}

/// In a write, because asking for names may be recorded as a look.
async fn view(ctx: &Ctx, id: Option<Id>) -> Result<View> {
    ctx.write(move |tx| {
        let (units, areas) = (actions::all(tx)?, places::areas(tx)?);
        let unit = id.as_ref().map(|id| actions::find(tx, id)).transpose()?;
        let posts = id.as_ref().map_or(Ok(Vec::new()), |id| posts::posts(tx, id))?;
        let people = if id.is_some() { people(tx)? } else { Vec::new() };
        Ok(View { unit, units, areas, posts, people, today: tx.today() })
    })
    .await
}

pub fn unit_model(view: View, errors: Json, typed: Fields) -> Json {
    let posts: Vec<Json> = view
        .posts
        .iter()
        .map(|post| {
            json!({ "id": post.id, "name": name_of(&view.people, &post.person), "starts_on": post.starts_on, "ends_on": post.ends_on,
                    "decision": post.decision, "now": post.holds_on(view.today), "open": post.ends_on.is_none_or(|last| last >= view.today) })
        })
        .collect();
    let itself = view.unit.as_ref().map(|unit| rules::below(&view.units, &unit.id)).unwrap_or_default();
    let parents: Vec<_> = view
        .units
        .iter()
        .filter(|unit| !itself.contains(&unit.id))
        .map(|unit| json!({ "id": unit.id, "name": unit.name }))
        .collect();
    json!({
        "unit": view.unit, "kinds": UnitKind::ALL, "parents": parents, "areas": view.areas, "posts": posts,
        "people": options(&view.people), "errors": errors, "typed": typed_values(typed), "today": view.today,
    })
}

fn typed_of(unit: &Unit) -> Fields {
    let mut typed = Fields::default();
    typed.push("name_ar", unit.name.ar.as_str());
    typed.push("name_fr", unit.name.fr.as_str());
    typed.push("name_en", unit.name.en.clone().unwrap_or_default());
    typed.push("kind", unit.kind.as_str());
    typed.push("parent", unit.parent.as_ref().map_or("", Id::as_str));
    typed.push("area", unit.area.clone().unwrap_or_default());
    typed.push("external", if unit.external { "yes" } else { "" });
    typed
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let view = view(&ctx, Some(known(&id)?)).await?;
    let typed = view.unit.as_ref().map(typed_of).unwrap_or_default();
    ctx.page(UNIT, unit_model(view, json!([]), typed)).await
}

pub async fn blank(ctx: Ctx) -> Answer {
    let view = view(&ctx, None).await?;
    let mut typed = Fields::default();
    typed.push("parent", ctx.query().get("parent"));
    typed.push("kind", UnitKind::Service.as_str());
    ctx.page(UNIT, unit_model(view, json!([]), typed)).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read_unit(&fields) {
        Ok(new) => ctx.write(move |tx| actions::add(tx, new.clone())).await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok(id) => ctx.go_saying(&format!("/admin/units/{id}"), "units-added"),
        Err(problem) => again(ctx, None, problem, fields).await,
    }
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = known(&id)?;
    let at = id.clone();
    let done = match read_unit(&fields) {
        Ok(new) => ctx.write(move |tx| actions::change(tx, &at, new.clone())).await,
        Err(problem) => Err(problem),
    };
    finish(ctx, id, done, fields, "units-saved").await
}

pub async fn retire(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = known(&id)?;
    let at = id.clone();
    match ctx.write(move |tx| actions::retire(tx, &at)).await {
        Ok(()) => ctx.go_saying("/admin/units", "units-retired"),
        Err(problem) => again(ctx, Some(id), problem, Fields::default()).await,
    }
}

pub async fn appoint(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = known(&id)?;
    let done = match read_post(&id, &fields) {
        Ok(new) => ctx.write(move |tx| posts::appoint(tx, new.clone())).await.map(|_| ()),
        Err(problem) => Err(problem),
    };
    finish(ctx, id, done, fields, "units-head-set").await
}

pub async fn end_post(ctx: Ctx, Path((id, post)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, post) = (known(&id)?, known(&post)?);
    let at = id.clone();
    let done = match Day::parse(fields.get("last")) {
        Some(last) => ctx.write(move |tx| posts::end_post(tx, &at, &post, last)).await,
        None => Err(Refusal::new("units-day-wrong").at("last").into()),
    };
    finish(ctx, id, done, fields, "units-head-ended").await
}

async fn finish(ctx: Ctx, id: Id, done: Result<()>, fields: Fields, notice: &str) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/admin/units/{id}"), notice),
        Err(problem) => again(ctx, Some(id), problem, fields).await,
    }
}

/// The page again: what was typed, and for the rest of its forms what is stored.
async fn again(ctx: Ctx, id: Option<Id>, problem: Problem, mut typed: Fields) -> Answer {
    let view = view(&ctx, id).await?;
    let mut shown = view.unit.as_ref().map(typed_of).unwrap_or_default();
    if typed.values.iter().any(|(name, _)| name == "kind") {
        shown = Fields::default();
    }
    shown.values.append(&mut typed.values);
    ctx.form_again(problem, UNIT, |errors| unit_model(view, as_json(errors), shown)).await
}

fn known(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

fn read_unit(fields: &Fields) -> Result<NewUnit> {
    let mut wrong = Vec::new();
    let mut name = |field: &str| {
        text::clean(fields.get(field), LONGEST_NAME)
            .map_err(|_| wrong.push(Refusal::new("units-name-wrong").with("most", LONGEST_NAME).at(field)))
            .unwrap_or_default()
    };
    let mut label = Label::new(&name("name_ar"), &name("name_fr"));
    label.en = text::clean_optional(fields.get("name_en"), LONGEST_NAME).ok().flatten();
    let kind = UnitKind::parse(fields.get("kind"));
    if kind.is_none() {
        wrong.push(Refusal::new("units-kind-wrong").at("kind"));
    }
    let parent = person(fields, "parent", &mut wrong);
    match kind {
        Some(kind) if wrong.is_empty() => Ok(NewUnit {
            name: label,
            kind,
            parent,
            area: fields.opt("area").map(str::to_owned),
            external: fields.ticked("external"),
        }),
        _ => Err(Problem::Invalid(wrong)),
    }
}

fn read_post(unit: &Id, fields: &Fields) -> Result<NewPost> {
    let mut wrong = Vec::new();
    let (head, starts_on) = (person(fields, "person", &mut wrong), day(fields, "starts_on", &mut wrong));
    let ends_on = maybe_day(fields, "ends_on", &mut wrong);
    let decision = text::clean_optional(fields.get("decision"), LONGEST_DECISION).unwrap_or_else(|_| {
        wrong.push(Refusal::new("units-name-wrong").with("most", LONGEST_DECISION).at("decision"));
        None
    });
    if head.is_none() {
        wrong.push(Refusal::new("units-person-missing").at("person"));
    }
    match (head, starts_on) {
        (Some(person), Some(starts_on)) if wrong.is_empty() => {
            Ok(NewPost { unit: unit.clone(), person, starts_on, ends_on, decision: decision.unwrap_or_default() })
        }
        _ => Err(Problem::Invalid(wrong)),
    }
}
