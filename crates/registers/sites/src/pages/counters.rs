//! One counter: its number, and what it serves.

use super::{known, number, typed_values};
use crate::actions;
use crate::model::{Counter, Matter, Site};
use kernel::{Id, Refusal, text};
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result};

const PAGE: &str = "sites/counter.html";
const LONGEST_LABEL: usize = 20;

pub struct View {
    pub site: Site,
    pub counter: Option<Counter>,
    pub matters: Vec<Matter>,
    pub served: Vec<String>,
}

async fn view(ctx: &Ctx, site: Id, id: Option<Id>) -> Result<View> {
    ctx.read(move |rx| {
        let counter = id.as_ref().map(|id| actions::counter(rx, id)).transpose()?.filter(|one| one.site == site);
        if id.is_some() && counter.is_none() {
            return Err(Problem::NotFound);
        }
        let served = match &counter {
            Some(counter) => actions::served(rx, &counter.id)?,
            None => Vec::new(),
        };
        Ok(View { site: actions::site(rx, &site)?, counter, matters: actions::matters(rx)?, served })
    })
    .await
}

pub fn model(view: &View, typed: Option<Fields>, errors: Json) -> Json {
    let served: Vec<String> = match &typed {
        Some(typed) => typed.all("matter").map(str::to_owned).collect(),
        None => view.served.clone(),
    };
    let of = |counter: &Counter| json!({ "label": counter.label, "seats": counter.seats.to_string(), "priority": if counter.priority { "yes" } else { "" } });
    let typed = match typed {
        Some(typed) => json!(typed_values(typed)),
        None => view.counter.as_ref().map_or(json!({ "seats": "1" }), of),
    };
    let matters: Vec<Json> = view
        .matters
        .iter()
        .map(|one| json!({ "code": one.code, "name": one.name, "served": served.contains(&one.code) }))
        .collect();
    json!({ "site": view.site, "counter": view.counter, "matters": matters, "typed": typed, "errors": errors })
}

pub async fn blank(ctx: Ctx, Path(site): Path<String>) -> Answer {
    let view = view(&ctx, known(&site)?, None).await?;
    ctx.page(PAGE, model(&view, None, json!([]))).await
}

pub async fn show(ctx: Ctx, Path((site, id)): Path<(String, String)>) -> Answer {
    let view = view(&ctx, known(&site)?, Some(known(&id)?)).await?;
    ctx.page(PAGE, model(&view, None, json!([]))).await
}

pub async fn add(ctx: Ctx, Path(site): Path<String>, fields: Fields) -> Answer {
    save(ctx, known(&site)?, None, fields).await
}

pub async fn change(ctx: Ctx, Path((site, id)): Path<(String, String)>, fields: Fields) -> Answer {
    save(ctx, known(&site)?, Some(known(&id)?), fields).await
}

pub async fn retire(ctx: Ctx, Path((site, id)): Path<(String, String)>) -> Answer {
    let (site, id) = (known(&site)?, known(&id)?);
    ctx.write(move |tx| actions::retire_counter(tx, &id)).await?;
    ctx.go_saying(&format!("/admin/sites/{site}"), "sites-counter-retired")
}

async fn save(ctx: Ctx, site: Id, id: Option<Id>, fields: Fields) -> Answer {
    let (at, of) = (site.clone(), id.clone());
    let done = match read(&fields) {
        Ok((counter, matters)) => {
            let act = move |tx: &mut platform::Tx| {
                let known = of.as_ref().map(|id| actions::counter(tx, id)).transpose()?;
                if known.as_ref().is_some_and(|known| known.site != at) {
                    return Err(Problem::NotFound);
                }
                let retired_on = known.and_then(|known| known.retired_on);
                let id = of.clone().unwrap_or_else(|| tx.new_id());
                actions::save_counter(tx, Counter { id, site: at.clone(), retired_on, ..counter.clone() }, &matters)
            };
            ctx.write(act).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(_) => ctx.go_saying(&format!("/admin/sites/{site}"), "sites-counter-saved"),
        Err(problem) => {
            let view = view(&ctx, site, id).await?;
            ctx.form_again(problem, PAGE, |errors| model(&view, Some(fields), json!(errors))).await
        }
    }
}

fn read(fields: &Fields) -> Result<(Counter, Vec<String>)> {
    let mut wrong = Vec::new();
    let label = text::clean(fields.get("label"), LONGEST_LABEL).unwrap_or_else(|_| {
        wrong.push(Refusal::new("sites-name-wrong").with("most", LONGEST_LABEL).at("label"));
        String::new()
    });
    let seats = number(fields, "seats", &mut wrong);
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    let (id, site) = (Id::new(""), Id::new(""));
    let counter = Counter { id, site, label, seats, priority: fields.ticked("priority"), retired_on: None };
    Ok((counter, fields.all("matter").map(str::to_owned).collect()))
}
