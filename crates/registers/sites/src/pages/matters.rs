//! What people come for: the list, and one matter.

use super::{label, number, push_label, typed_values};
use crate::actions;
use crate::model::{Identity, Matter, Way};
use kernel::{Label, Refusal, text};
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result};

const LIST: &str = "sites/matters.html";
const ONE: &str = "sites/matter.html";
const LONGEST_LINE: usize = 160;
const LINES: usize = 12;

pub async fn list(ctx: Ctx) -> Answer {
    let all = ctx.read(actions::matters).await?;
    ctx.page(LIST, json!({ "matters": all })).await
}

pub fn model(matter: Option<&Matter>, typed: Fields, errors: Json) -> Json {
    let ways: Vec<&str> = typed.all("way").collect();
    let ways = Way::ALL.iter().map(|way| json!({ "value": way, "on": ways.contains(&way.as_str()) })).collect::<Vec<_>>();
    json!({ "matter": matter, "ways": ways, "identities": Identity::ALL, "typed": typed_values(typed.clone()), "errors": errors })
}

fn typed_of(matter: &Matter) -> Fields {
    let mut typed = Fields::default();
    push_label(&mut typed, "name", &matter.name);
    typed.push("code", matter.code.as_str());
    typed.push("minutes", matter.minutes.to_string());
    typed.push("procedure", matter.procedure.clone().unwrap_or_default());
    typed.push("most_people", matter.most_people.to_string());
    typed.push("identity", matter.identity.as_str());
    matter.ways.iter().for_each(|way| typed.push("way", way.as_str()));
    let lines = |of: fn(&Label) -> &str| matter.bring.iter().map(of).collect::<Vec<_>>().join("\n");
    typed.push("bring_ar", lines(|label| &label.ar));
    typed.push("bring_fr", lines(|label| &label.fr));
    typed
}

pub async fn blank(ctx: Ctx) -> Answer {
    let mut typed = Fields::default();
    for (name, value) in [("minutes", "10"), ("most_people", "1"), ("identity", "name"), ("way", "visit")] {
        typed.push(name, value);
    }
    ctx.page(ONE, model(None, typed, json!([]))).await
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let matter = ctx.read(move |rx| actions::matter(rx, &code)).await?;
    ctx.page(ONE, model(Some(&matter), typed_of(&matter), json!([]))).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read(&fields, fields.get("code")) {
        Ok(matter) => {
            let act = move |tx: &mut platform::Tx| match actions::matter(tx, &matter.code) {
                Ok(_) => Err(Refusal::new("sites-code-taken").at("code").into()),
                Err(Problem::NotFound) => actions::save_matter(tx, matter.clone()),
                Err(other) => Err(other),
            };
            ctx.write(act).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => ctx.go_saying("/admin/sites/matters", "sites-matter-saved"),
        Err(problem) => ctx.form_again(problem, ONE, |errors| model(None, fields, json!(errors))).await,
    }
}

pub async fn change(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let of = code.clone();
    let known = ctx.read(move |rx| actions::matter(rx, &of)).await?;
    let done = match read(&fields, &code) {
        Ok(matter) => {
            let matter = Matter { retired_on: known.retired_on, ..matter };
            ctx.write(move |tx| actions::save_matter(tx, matter.clone())).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => ctx.go_saying("/admin/sites/matters", "sites-matter-saved"),
        Err(problem) => ctx.form_again(problem, ONE, |errors| model(Some(&known), fields, json!(errors))).await,
    }
}

pub async fn retire(ctx: Ctx, Path(code): Path<String>) -> Answer {
    ctx.write(move |tx| actions::retire_matter(tx, &code)).await?;
    ctx.go_saying("/admin/sites/matters", "sites-matter-retired")
}

fn read(fields: &Fields, code: &str) -> Result<Matter> {
    let mut wrong = Vec::new();
    let name = label(fields, "name", &mut wrong);
    let (minutes, most_people) = (number(fields, "minutes", &mut wrong), number(fields, "most_people", &mut wrong));
    let bring = bring(fields, &mut wrong);
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    Ok(Matter {
        code: code.to_owned(),
        name,
        minutes,
        procedure: text::clean_optional(fields.get("procedure"), 60).ok().flatten(),
        bring,
        ways: fields.all("way").filter_map(Way::parse).collect(),
        most_people,
        identity: Identity::parse(fields.get("identity")).unwrap_or(Identity::Name),
        retired_on: None,
    })
}

/// One thing a line, the same number of lines in both languages.
fn bring(fields: &Fields, wrong: &mut Vec<Refusal>) -> Vec<Label> {
    let lines = |name: &str| {
        let lines = fields.get(name).lines().filter_map(|line| text::clean(line, LONGEST_LINE).ok());
        lines.take(LINES).collect::<Vec<_>>()
    };
    let (ar, fr) = (lines("bring_ar"), lines("bring_fr"));
    if ar.len() != fr.len() {
        wrong.push(Refusal::new("sites-bring-wrong").at("bring_ar"));
    }
    ar.iter().zip(&fr).map(|(ar, fr)| Label::new(ar, fr)).collect()
}
