//! Visits and sittings on the page of the file.

use super::id;
use super::sittings::findings;
use crate::actions::visits::{PARTIES_MOST, PHOTOS_MOST};
use crate::model::{Finding, Item, NewVisit, Party, Sitting, SittingState, Visit, VisitPhoto};
use crate::{actions, store};
use kernel::{Id, Refusal, format};
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

/// What is looked at on the spot, by default: each commune's procedure adds its own in words.
const POINTS: [&str; 6] = ["access", "safety", "hygiene", "plans", "neighbours", "public_space"];

/// The visits of a file and the sittings on whose agenda it stands; nothing for what knows neither.
pub fn panel(tx: &mut Tx, subject: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, subject)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if procedure.state("visit").is_none() && procedure.state("commission").is_none() {
        return Ok(None);
    }
    let (visits, agendas) = (store::visits(tx, subject)?, store::agendas(tx, subject)?);
    let visiting = case.state == "visit";
    if visits.is_empty() && agendas.is_empty() && !visiting && case.state != "commission" {
        return Ok(None);
    }
    let before = case.state == "commission";
    let may_sit = actions::may_sit(tx);
    let subject = subject.clone();
    Ok(Some(Box::new(move |ctx: &Ctx| {
        context! {
            visiting => visiting, waiting => before, commission => may_sit.then(|| ctx.url("/desk/commission")), visits => visits.iter().map(|visit| visit_row(ctx, visit)).collect::<Vec<_>>(),
            sittings => agendas.iter().map(|(sitting, item)| sitting_row(ctx, sitting, item)).collect::<Vec<_>>(),
            action => ctx.url(&format!("/desk/{subject}/visits")), findings => findings(ctx),
            points => points(ctx), parties => parties(), planned => case.planned_on.map(|day| format::long_day(day, ctx.lang)), page => ctx.url(&format!("/desk/{subject}/visit")),
        }
    })))
}

fn visit_row(ctx: &Ctx, visit: &Visit) -> Json {
    let point =
        |(point, fine): &(String, bool)| context! { label => ctx.text(&format!("permits-point-{point}"), &[]), fine => fine };
    context! {
        at => format::moment(visit.done_at, ctx.lang), finding => visit.finding, words => visit.words, parties => visit.parties, late => visit.late.is_some(), photos => visit.photos.iter().map(|id| photo_row(ctx, id)).collect::<Vec<_>>(), points => visit.points.iter().map(point).collect::<Vec<_>>(),
    }
}

fn photo_row(ctx: &Ctx, id: &Id) -> Json {
    let url = ctx.bare_url(&format!("/desk/visits/photos/{id}"));
    context! { thumb => format!("{url}?thumb=1"), url => url, alt => ctx.text("permits-visit-photo", &[]) }
}

fn sitting_row(ctx: &Ctx, sitting: &Sitting, item: &Item) -> Json {
    context! {
        day => format::long_day(sitting.held_on, ctx.lang), closed => sitting.state == SittingState::Closed, finding => item.finding, words => item.words,
        number => sitting.number.map(|(year, number)| format!("{number}/{year}")),
    }
}

pub async fn record(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let new = read(&ctx, &fields).await?;
    let (asked, lang) = (id.clone(), ctx.lang);
    ctx.write(move |tx| actions::visit(tx, &asked, &new, lang)).await?;
    ctx.go_saying(&format!("/desk/{id}"), "permits-said-visited")
}

async fn read(ctx: &Ctx, fields: &Fields) -> Result<NewVisit> {
    let points = POINTS
        .iter()
        .filter_map(|point| match fields.get(&format!("point.{point}")) {
            "yes" => Some(((*point).to_owned(), true)),
            "no" => Some(((*point).to_owned(), false)),
            _ => None,
        })
        .collect();
    let finding = Finding::parse(fields.get("finding")).ok_or_else(|| Refusal::new("permits-needs-finding").at("finding"))?;
    let mut photos = Vec::new();
    for place in 0..PHOTOS_MOST {
        if let Some(upload) = fields.file(&format!("photo.{place}")) {
            let photo = photos::take(ctx, upload.content.clone()).await?;
            photos.push(VisitPhoto { blob: photo.blob, thumb: photo.thumb });
        }
    }
    let party = |line: usize| Party {
        body: fields.get(&format!("body.{line}")).chars().take(120).collect(),
        name: fields.get(&format!("name.{line}")).chars().take(120).collect(),
    };
    let (words, parties) = (fields.get("words").to_owned(), (0..PARTIES_MOST).map(party).collect());
    Ok(NewVisit { key: fields.id("key")?, finding, points, words, parties, photos })
}

/// The page for the telephone: it keeps what is written on the device, and sends it once there is a network again.
pub async fn page(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    let (case, title, key) = ctx
        .write(move |tx| {
            let case = cases::find(tx, &asked)?;
            if !cases::may(tx, &case, cases::HANDLE)? {
                return Err(Problem::NotFound);
            }
            tx.look(&case.id, "visit")?;
            let title = cases::pinned(tx, &case.procedure_pin)?.title.clone();
            let place = cases::unseal(tx, &case)?.place_words;
            Ok(((case, place), title, tx.new_id()))
        })
        .await?;
    let (case, place) = case;
    let model = context! {
        code => case.code, title => title, place => place, key => key, action => ctx.url(&format!("/desk/{id}/visits")), file => ctx.url(&format!("/desk/{id}")),
        findings => findings(&ctx), points => points(&ctx), photos => (0..PHOTOS_MOST).collect::<Vec<_>>(), worker => ctx.bare_url("/visit-worker.js"),
        open => case.state == "visit", parties => parties(), planned => case.planned_on.map(|day| format::long_day(day, ctx.lang)),
    };
    ctx.page("permits/visit.html", model).await
}

/// The part of the browser that shows a page of a visit without a network.
pub async fn worker(_: Ctx) -> Answer {
    let headers = [("content-type", "text/javascript; charset=utf-8"), ("cache-control", "no-cache")];
    Ok((headers, include_str!("../../worker.js")).into_response())
}

/// A photograph of a visit, for those who handle the case.
pub async fn photo(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let (id, small) = (id(&text)?, ctx.query().ticked("thumb"));
    let photo = ctx
        .write(move |tx| {
            let (case, photo) = store::photo(tx, &id)?;
            let case = cases::find(tx, &case)?;
            if !cases::may(tx, &case, cases::SEE)? {
                return Err(Problem::NotFound);
            }
            if !small {
                tx.look(&case.id, "visit")?;
            }
            Ok(photo)
        })
        .await?;
    let content = ctx.file(if small { &photo.thumb } else { &photo.blob }).await?;
    Ok(([("content-type", "image/jpeg"), ("cache-control", "private, max-age=3600")], content).into_response())
}

/// Lines for those who came along.
fn parties() -> Vec<usize> {
    (0..PARTIES_MOST).collect()
}

fn points(ctx: &Ctx) -> [Json; 6] {
    POINTS.map(|point| context! { id => point, label => ctx.text(&format!("permits-point-{point}"), &[]) })
}
