//! Pages under `/admin/places`.

use crate::actions::{self, NewQuarter};
use crate::model::{Area, Quarter};
use crate::outline::{Outline, outline};
use kernel::{Label, Point, Refusal, text};
use platform::json::{self, json};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx};
use std::collections::BTreeMap;

const LIST: &str = "places/list.html";
const QUARTER: &str = "places/quarter.html";
const BOUNDARIES: &str = "places/boundaries.html";
const LONGEST_NAME: usize = 80;
const MAP_WIDTH: u32 = 420;
const MAP_HEIGHT: u32 = 420;

/// All that the pages show.
pub struct View {
    pub areas: Vec<Area>,
    pub quarters: Vec<Quarter>,
    pub outline: Outline,
}

/// Quarters in the order of the page's language.
async fn view(ctx: &Ctx) -> Result<View> {
    let ask = |rx: &mut Tx| {
        let outline = outline(rx, MAP_WIDTH, MAP_HEIGHT)?;
        Ok(View { areas: actions::areas(rx)?, quarters: actions::quarters(rx)?, outline })
    };
    let mut view = ctx.read(ask).await?;
    view.quarters = actions::by_name(view.quarters, ctx.lang);
    Ok(view)
}

pub async fn list(ctx: Ctx) -> Answer {
    let view = view(&ctx).await?;
    let area = ctx.query().get("area").to_owned();
    ctx.page(LIST, list_model(view, &area, json!([]), Fields::default())).await
}

/// The list, of one arrondissement when `area` names one, `none` for the quarters without one.
pub fn list_model(view: View, area: &str, errors: Json, typed: Fields) -> Json {
    let holds = |quarter: &Quarter, area: &str| match area {
        "" => true,
        "none" => quarter.arrondissement.is_none(),
        code => quarter.arrondissement.as_deref() == Some(code),
    };
    let count = |area: &str| view.quarters.iter().filter(|quarter| holds(quarter, area)).count();
    let drawn = |code: &str| view.outline.areas.iter().any(|area| area.code == code);
    let areas: Vec<Json> = view
        .areas
        .iter()
        .map(|area| json!({ "code": area.code, "kind": area.kind, "name": area.name, "population": area.population, "drawn": drawn(&area.code), "quarters": count(&area.code) }))
        .collect();
    let shown: Vec<&Quarter> = view.quarters.iter().filter(|quarter| holds(quarter, area)).collect();
    let names: BTreeMap<_, _> = view.areas.iter().map(|area| (area.code.clone(), &area.name)).collect();
    json!({
        "areas": areas, "names": names, "outline": view.outline, "quarters": shown, "all": view.quarters.len(), "without": count("none"),
        "area": area, "errors": errors, "typed": typed_values(typed),
    })
}

fn typed_values(typed: Fields) -> BTreeMap<String, String> {
    typed.values.into_iter().collect()
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read_quarter(&fields) {
        Ok(new) => ctx.write(move |tx| actions::add_quarter(tx, new.clone())).await,
        Err(problem) => Err(problem),
    };
    let Err(problem) = done else { return ctx.go_saying("/admin/places", "places-quarter-added") };
    let view = view(&ctx).await?;
    ctx.form_again(problem, LIST, |errors| list_model(view, "", json::to_value(errors).unwrap_or_default(), fields)).await
}

pub async fn edit(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (quarter, areas) = ctx.read(move |rx| Ok((actions::quarter(rx, &id)?, actions::areas(rx)?))).await?;
    let mut typed = Fields::default();
    for (name, value) in [("name_ar", &quarter.name.ar), ("name_fr", &quarter.name.fr)] {
        typed.push(name, value.as_str());
    }
    typed.push("name_en", quarter.name.en.clone().unwrap_or_default());
    typed.push("arrondissement", quarter.arrondissement.clone().unwrap_or_default());
    if let Some(point) = quarter.point {
        typed.push("lat", point.lat().to_string());
        typed.push("lon", point.lon().to_string());
    }
    ctx.page(QUARTER, quarter_model(&quarter, &areas, json!([]), typed)).await
}

pub fn quarter_model(quarter: &Quarter, areas: &[Area], errors: Json, typed: Fields) -> Json {
    json!({ "quarter": quarter, "areas": areas, "errors": errors, "typed": typed_values(typed) })
}

pub async fn change(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let at = id.clone();
    let done = match read_quarter(&fields) {
        Ok(new) => ctx.write(move |tx| actions::change_quarter(tx, &at, new.clone())).await,
        Err(problem) => Err(problem),
    };
    let Err(problem) = done else { return ctx.go_saying("/admin/places", "places-quarter-changed") };
    let (quarter, areas) = ctx.read(move |rx| Ok((actions::quarter(rx, &id)?, actions::areas(rx)?))).await?;
    ctx.form_again(problem, QUARTER, |errors| quarter_model(&quarter, &areas, json::to_value(errors).unwrap_or_default(), fields))
        .await
}

pub async fn boundaries(ctx: Ctx) -> Answer {
    let view = view(&ctx).await?;
    ctx.page(BOUNDARIES, boundaries_model(view, json!([]))).await
}

pub fn boundaries_model(view: View, errors: Json) -> Json {
    json!({ "areas": view.areas, "outline": view.outline, "errors": errors })
}

pub async fn import(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read_file(&fields) {
        Ok(text) => ctx.write(move |tx| actions::import_boundaries(tx, &text)).await.map_err(at_file),
        Err(problem) => Err(problem),
    };
    let Err(problem) = done else { return ctx.go_saying("/admin/places", "places-boundaries-imported") };
    let view = view(&ctx).await?;
    ctx.form_again(problem, BOUNDARIES, |errors| boundaries_model(view, json::to_value(errors).unwrap_or_default())).await
}

fn at_file(problem: Problem) -> Problem {
    match problem {
        Problem::Refused(refusal) => refusal.at("file").into(),
        other => other,
    }
}

fn read_file(fields: &Fields) -> Result<String> {
    let file = fields.file("file").ok_or_else(|| Refusal::new("places-file-absent").at("file"))?;
    String::from_utf8(file.content.clone()).map_err(|_| Refusal::new("places-file-unreadable").at("file").into())
}

fn read_quarter(fields: &Fields) -> Result<NewQuarter> {
    let mut wrong = Vec::new();
    let mut name = |field: &str| {
        text::clean(fields.get(field), LONGEST_NAME)
            .map_err(|_| wrong.push(Refusal::new("places-name-wrong").with("most", LONGEST_NAME).at(field)))
            .unwrap_or_default()
    };
    let mut label = Label::new(&name("name_ar"), &name("name_fr"));
    label.en = text::clean_optional(fields.get("name_en"), LONGEST_NAME).ok().flatten();
    let point = match (fields.opt("lat"), fields.opt("lon")) {
        (None, None) => None,
        (lat, lon) => {
            let point = Point::parse(lat.unwrap_or(""), lon.unwrap_or(""));
            if point.is_none() {
                wrong.push(Refusal::new("places-point-wrong").at("lat"));
            }
            point
        }
    };
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    Ok(NewQuarter { name: label, arrondissement: fields.opt("arrondissement").map(str::to_owned), point })
}
