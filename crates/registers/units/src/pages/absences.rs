//! Who is away, and who stands in.

use super::{as_json, day, name_of, options, people, person, typed_values};
use crate::model::Absence;
use crate::posts::{self, NewAbsence};
use kernel::{Id, Refusal};
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result};

const PAGE: &str = "units/absences.html";

pub async fn list(ctx: Ctx) -> Answer {
    let (absences, people) = view(&ctx).await?;
    ctx.page(PAGE, model(&absences, &people, json!([]), Fields::default())).await
}

/// In a write, because asking for names may be recorded as a look.
async fn view(ctx: &Ctx) -> Result<(Vec<Absence>, Vec<(Id, String)>)> {
    ctx.write(|tx| Ok((posts::absences(tx)?, people(tx)?))).await
}

pub fn model(absences: &[Absence], people: &[(Id, String)], errors: Json, typed: Fields) -> Json {
    let row = |absence: &Absence| {
        json!({ "id": absence.id, "name": name_of(people, &absence.person), "starts_on": absence.starts_on, "ends_on": absence.ends_on,
                "delegate": absence.delegate.as_ref().map(|delegate| name_of(people, delegate)) })
    };
    let rows: Vec<_> = absences.iter().map(row).collect();
    json!({ "absences": rows, "people": options(people), "errors": errors, "typed": typed_values(typed) })
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match read(&fields) {
        Ok(new) => ctx.write(move |tx| posts::note_absence(tx, new.clone())).await,
        Err(problem) => Err(problem),
    };
    let Err(problem) = done else { return ctx.go_saying("/admin/units/absences", "units-absence-noted") };
    let (absences, people) = view(&ctx).await?;
    ctx.form_again(problem, PAGE, |errors| model(&absences, &people, as_json(errors), fields)).await
}

pub async fn cancel(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| posts::cancel_absence(tx, &id)).await?;
    ctx.go_saying("/admin/units/absences", "units-absence-cancelled")
}

fn read(fields: &Fields) -> Result<NewAbsence> {
    let mut wrong = Vec::new();
    let away = person(fields, "person", &mut wrong);
    if away.is_none() {
        wrong.push(Refusal::new("units-person-missing").at("person"));
    }
    let delegate = person(fields, "delegate", &mut wrong);
    let (starts_on, ends_on) = (day(fields, "starts_on", &mut wrong), day(fields, "ends_on", &mut wrong));
    match (away, starts_on, ends_on) {
        (Some(person), Some(starts_on), Some(ends_on)) if wrong.is_empty() => {
            Ok(NewAbsence { person, starts_on, ends_on, delegate })
        }
        _ => Err(Problem::Invalid(wrong)),
    }
}
