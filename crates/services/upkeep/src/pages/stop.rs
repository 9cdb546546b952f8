//! One object of a round on a telephone: where it is, what was found, on to the next.

use super::id;
use crate::actions::rounds;
use crate::model::{Finding, NewNote, Photo, Round, Stop};
use crate::{WALK, store};
use kernel::{Id, Label, Point, Refusal, format};
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, communes, context};
use procedures::Procedure;
use std::sync::Arc;

const TEMPLATE: &str = "upkeep/stop.html";

struct Loaded {
    round: Round,
    stop: Stop,
    asset: assets::Asset,
    plate: String,
    kind: Option<assets::Kind>,
    categories: Vec<Arc<Procedure>>,
    by: Option<String>,
    case: Option<(String, bool)>,
    key: Id,
}

fn load(rx: &mut Tx, id: &Id, seq: i64) -> Result<Loaded> {
    let round = rounds::find(rx, id, WALK)?;
    let stop = store::rounds::stop(rx, id, seq)?;
    let asset = assets::find(rx, &stop.asset)?;
    let plate = assets::on_plate(&communes::prefix(rx)?, &assets::series(rx)?, &asset.number);
    let note = stop.note.as_ref();
    let by = match note {
        Some(note) => cases::doers(rx)?.remove(&note.by).map(|doer| doer.name),
        None => None,
    };
    let case = match note.and_then(|note| note.case.as_ref()) {
        Some(id) => {
            let case = cases::find(rx, id)?;
            let may = cases::may(rx, &case, cases::SEE)?;
            Some((case.code, may))
        }
        None => None,
    };
    let kind = assets::kinds(rx)?.find(&asset.kind).cloned();
    Ok(Loaded { categories: rounds::categories(rx, &round.kind)?, round, stop, asset, plate, kind, by, case, key: rx.new_id() })
}

fn seq(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Problem::NotFound)
}

pub async fn show(ctx: Ctx, Path((round, at)): Path<(String, String)>) -> Answer {
    let (id, at) = (id(&round)?, seq(&at)?);
    let loaded = ctx.read(move |rx| load(rx, &id, at)).await?;
    ctx.page(TEMPLATE, model(&ctx, &loaded, &Fields::default(), Json::Array(Vec::new()))).await
}

fn model(ctx: &Ctx, loaded: &Loaded, typed: &Fields, errors: Json) -> Json {
    let Loaded { round, stop, asset, plate, kind, categories, by, case, key } = loaded;
    let base = format!("/desk/rounds/{}", round.id);
    let at = |seq: i64| (1..=round.stops).contains(&seq).then(|| ctx.url(&format!("{base}/{seq}")));
    let note = stop.note.as_ref().map(|note| {
        let photo = note.photo.as_ref().map(|_| ctx.bare_url(&format!("{base}/{}/photo", stop.seq)));
        let case = case.as_ref().zip(note.case.as_ref());
        let case = case.map(|((code, may), id)| context! { code, url => may.then(|| ctx.url(&format!("/desk/{id}"))) });
        context! { finding => note.finding, words => note.words, at => format::moment(note.at, ctx.lang), by, photo, case }
    });
    let category = |one: &Arc<Procedure>| context! { value => one.id, label => one.title.text(ctx.lang) };
    let degrees = |of: fn(Point) -> f64| asset.point.map(|point| format!("{:.6}", of(point)));
    let key = typed.opt("key").map_or_else(|| key.to_string(), str::to_owned);
    context! {
        title => round.title, back => ctx.url(&base), seq => stop.seq, stops => round.stops, noted => round.noted, percent => round.noted * 100 / round.stops.max(1),
        plate, kind => kind.as_ref().map_or_else(Label::default, |kind| kind.name.clone()), icon => kind.as_ref().map_or("tag", |kind| &kind.icon), place => asset.place(), lat => degrees(Point::lat), lon => degrees(Point::lon),
        action => ctx.url(&format!("{base}/{}", stop.seq)), previous => at(stop.seq - 1), next => at(stop.seq + 1), key, errors, note, over => round.ended_at.is_some(),
        findings => [Finding::InOrder, Finding::Broken, Finding::NotFound, Finding::Unreadable], categories => categories.iter().map(category).collect::<Vec<_>>(),
        words_most => rounds::WORDS, typed => context! { finding => typed.get("finding"), category => typed.get("category"), words => typed.get("words") },
    }
}

pub async fn note(ctx: Ctx, Path((round, at)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, at) = (id(&round)?, seq(&at)?);
    let done = match read(&ctx, &id, at, &fields).await {
        Ok(new) => {
            let (id, lang) = (id.clone(), ctx.lang);
            ctx.write(move |tx| rounds::note(tx, &id, at, &new, lang)).await
        }
        Err(problem) => Err(problem),
    };
    let problem = match done {
        Ok(rounds::Noted { next: Some(next), case }) => {
            let said = if case.is_some() { "upkeep-said-reported" } else { "upkeep-said-noted" };
            return ctx.go_saying(&format!("/desk/rounds/{id}/{next}"), said);
        }
        Ok(rounds::Noted { next: None, .. }) => return ctx.go_saying(&format!("/desk/rounds/{id}"), "upkeep-said-done"),
        Err(problem) => problem,
    };
    let loaded = ctx.read(move |rx| load(rx, &id, at)).await?;
    let shown = |errors| model(&ctx, &loaded, &fields, platform::json::to_value(errors).unwrap_or_default());
    ctx.form_again(problem, TEMPLATE, shown).await
}

/// A form without a key is one of a stranger's making: it gets one of its own. A photo is remade only for whoever may walk
/// the round.
async fn read(ctx: &Ctx, id: &Id, at: i64, fields: &Fields) -> Result<NewNote> {
    let finding = Finding::parse(fields.get("finding")).ok_or_else(|| Refusal::new("upkeep-note-finding").at("finding"))?;
    let asked = id.clone();
    let fresh = ctx
        .read(move |rx| {
            rounds::find(rx, &asked, WALK)?;
            store::rounds::stop(rx, &asked, at)?;
            Ok(rx.new_id())
        })
        .await?;
    let photo = match fields.file("photo").filter(|file| !file.content.is_empty()) {
        Some(file) => {
            let taken = photos::take(ctx, file.content.clone()).await?;
            Some(Photo { blob: taken.blob, thumb: taken.thumb })
        }
        None => None,
    };
    Ok(NewNote {
        key: fields.id("key")?.unwrap_or(fresh),
        finding,
        words: fields.get("words").to_owned(),
        category: fields.opt("category").map(str::to_owned),
        photo,
    })
}

/// The photo of a note. A street has people in it: the look is noted.
pub async fn photo(ctx: Ctx, Path((round, at)): Path<(String, String)>) -> Answer {
    let (id, at, small) = (id(&round)?, seq(&at)?, ctx.query().ticked("thumb"));
    let photo = ctx
        .write(move |tx| {
            rounds::find(tx, &id, WALK)?;
            let note = store::rounds::stop(tx, &id, at)?.note.ok_or(Problem::NotFound)?;
            tx.look(format!("{id}/{at}"), "upkeep")?;
            note.photo.ok_or(Problem::NotFound)
        })
        .await?;
    let content = ctx.file(if small { &photo.thumb } else { &photo.blob }).await?;
    let headers = [("content-type", "image/jpeg"), ("cache-control", "private, max-age=3600"), ("content-disposition", "inline")];
    Ok((headers, content).into_response())
}
