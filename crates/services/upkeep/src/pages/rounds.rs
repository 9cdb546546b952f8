//! `/desk/rounds`: rounds that go on, the form that plans one, one round with its stops.

use super::id;
use super::place::areas;
use crate::actions::rounds;
use crate::model::{Finding, NewRound, Round, Stop};
use crate::{PLAN, WALK, store};
use kernel::{Day, Id, Label, Lang, Refusal, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, Waits, context};
use std::collections::{BTreeMap, BTreeSet};

const FORM: &str = "upkeep/plan.html";
/// Letters of a pasted list.
const LIST: usize = 20_000;

/// How many rounds wait, for the menu.
pub fn waiting(rx: &mut Tx) -> Result<Waits> {
    Ok(Waits::looked_at(store::rounds::count_open(rx), |rx| {
        Ok(rounds::list(rx)?.iter().filter(|round| round.ended_at.is_none()).count())
    }))
}

fn unit_names(rx: &mut Tx, rounds: &[Round]) -> Result<BTreeMap<Id, Label>> {
    let units: BTreeSet<Id> = rounds.iter().map(|round| round.unit.clone()).collect();
    units.into_iter().map(|unit| units::find(rx, &unit).map(|found| (unit, found.name))).collect()
}

pub async fn list(ctx: Ctx) -> Answer {
    let (rounds, units) = ctx
        .read(|rx| {
            let rounds = rounds::list(rx)?;
            let units = unit_names(rx, &rounds)?;
            Ok((rounds, units))
        })
        .await?;
    let (open, ended): (Vec<&Round>, Vec<&Round>) = rounds.iter().partition(|round| round.ended_at.is_none());
    let lines = |some: Vec<&Round>| some.into_iter().map(|round| line(&ctx, round, units.get(&round.unit))).collect::<Vec<_>>();
    let model =
        context! { open => lines(open), ended => lines(ended), plan => ctx.may(PLAN).then(|| ctx.url("/desk/rounds/new")) };
    ctx.page("upkeep/rounds.html", model).await
}

pub fn line(ctx: &Ctx, round: &Round, unit: Option<&Label>) -> Json {
    context! {
        title => round.title, url => ctx.url(&format!("/desk/rounds/{}", round.id)), unit, day => format::day(round.planned_on, ctx.lang),
        late => round.ended_at.is_none() && round.planned_on < ctx.today(), stops => round.stops, noted => round.noted, broken => round.broken,
        percent => round.noted * 100 / round.stops.max(1), ended => round.ended_at.map(|at| format::day(at.day(), ctx.lang)),
    }
}

pub async fn form(ctx: Ctx) -> Answer {
    let model = form_model(&ctx, &ctx.query(), Json::Array(Vec::new())).await?;
    ctx.page(FORM, model).await
}

async fn form_model(ctx: &Ctx, typed: &Fields, errors: Json) -> Result<Json> {
    let (kinds, units, areas, quarters) = ctx
        .read(|rx| {
            let kinds = assets::kinds(rx)?;
            let mut quarters: BTreeSet<String> = BTreeSet::new();
            let today = rx.today();
            for kind in &kinds.asset {
                quarters.extend(assets::standing(rx, &kind.id, today, false)?.into_iter().map(|one| one.quarter));
            }
            quarters.remove("");
            Ok((kinds, rounds::units(rx)?, areas(rx)?, quarters))
        })
        .await?;
    let kinds: Vec<Json> =
        kinds.asset.iter().map(|kind| context! { value => kind.id, label => kind.name.text(ctx.lang) }).collect();
    let units: Vec<Json> = units.iter().map(|unit| context! { value => unit.id, label => unit.name.text(ctx.lang) }).collect();
    let areas: Vec<Json> = areas.iter().map(|(code, name)| context! { value => code, label => name.text(ctx.lang) }).collect();
    let quarters: Vec<Json> = quarters.iter().map(|name| context! { value => name, label => name }).collect();
    let day = typed.opt("planned_on").map_or_else(|| ctx.today().to_string(), str::to_owned);
    let value = |name: &str| typed.get(name).to_owned();
    Ok(context! {
        kinds, units, areas, quarters, errors, most => rounds::STOPS, title_most => rounds::TITLE, list_most => LIST, action => ctx.url("/desk/rounds"), back => ctx.url("/desk/rounds"),
        typed => context! { title => value("title"), kind => typed.opt("kind").unwrap_or("lamp"), unit => value("unit"), area => value("area"), quarter => value("quarter"), list => value("list"), planned_on => day },
    })
}

pub async fn plan(ctx: Ctx, fields: Fields) -> Answer {
    let planned = match read(&fields, ctx.lang) {
        Ok(new) => ctx.write(move |tx| rounds::plan(tx, &new)).await,
        Err(refusal) => Err(refusal.into()),
    };
    let problem = match planned {
        Ok(id) => return ctx.go_saying(&format!("/desk/rounds/{id}"), "upkeep-said-planned"),
        Err(problem) => problem,
    };
    let mut model = form_model(&ctx, &fields, Json::Array(Vec::new())).await?;
    let shown = |errors| {
        model["errors"] = platform::json::to_value(errors).unwrap_or_default();
        model
    };
    ctx.form_again(problem, FORM, shown).await
}

fn read(fields: &Fields, lang: Lang) -> Result<NewRound, Refusal> {
    let list = fields.get("list");
    if list.chars().count() > LIST {
        return Err(Refusal::new("procedures-too-long").with("max", LIST).at("list"));
    }
    Ok(NewRound {
        title: fields.get("title").to_owned(),
        kind: fields.get("kind").to_owned(),
        unit: Id::parse(fields.get("unit")).ok_or_else(|| Refusal::new("upkeep-round-unit").at("unit"))?,
        planned_on: Day::parse(fields.get("planned_on")).ok_or_else(|| Refusal::new("upkeep-round-day").at("planned_on"))?,
        list: list.to_owned(),
        area: fields.opt("area").map(str::to_owned),
        quarter: fields.opt("quarter").map(str::to_owned),
        lang,
    })
}

struct Loaded {
    round: Round,
    unit: Label,
    stops: Vec<(Stop, Option<assets::Asset>)>,
    by: BTreeMap<String, String>,
}

fn load(rx: &mut Tx, id: &Id) -> Result<Loaded> {
    let round = rounds::find(rx, id, WALK)?;
    let stops = store::rounds::stops(rx, id)?;
    let ids: Vec<Id> = stops.iter().map(|stop| stop.asset.clone()).collect();
    let assets: BTreeMap<Id, assets::Asset> = assets::some(rx, &ids)?.into_iter().map(|one| (one.id.clone(), one)).collect();
    let by = cases::doers(rx)?.into_iter().map(|(actor, doer)| (actor, doer.name)).collect();
    let stops =
        stops.into_iter().map(|stop| (assets.get(&stop.asset).cloned(), stop)).map(|(asset, stop)| (stop, asset)).collect();
    Ok(Loaded { unit: units::find(rx, &round.unit)?.name, round, stops, by })
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let Loaded { round, unit, stops, by } = ctx.read(move |rx| load(rx, &id)).await?;
    let base = format!("/desk/rounds/{}", round.id);
    let row = |(stop, asset): &(Stop, Option<assets::Asset>)| {
        let note = stop.note.as_ref().map(|note| {
            context! { finding => note.finding, at => format::moment(note.at, ctx.lang), by => by.get(&note.by) }
        });
        context! {
            seq => stop.seq, url => ctx.url(&format!("{base}/{}", stop.seq)), number => asset.as_ref().map(|asset| &asset.number),
            place => asset.as_ref().map(assets::Asset::place), note,
        }
    };
    let next = stops.iter().find(|(stop, _)| stop.note.is_none()).map(|(stop, _)| ctx.url(&format!("{base}/{}", stop.seq)));
    let found = |finding: Finding| {
        stops.iter().filter(|(stop, _)| stop.note.as_ref().is_some_and(|note| note.finding == finding)).count()
    };
    let findings = [Finding::InOrder, Finding::Broken, Finding::NotFound, Finding::Unreadable];
    let counts: Vec<Json> = findings.iter().map(|finding| context! { finding, count => found(*finding) }).collect();
    let goes_on = round.ended_at.is_none();
    let model = context! {
        round => line(&ctx, &round, Some(&unit)), rows => stops.iter().map(row).collect::<Vec<_>>(), counts, next => next.filter(|_| goes_on),
        planned_by => by.get(&round.made_by), back => ctx.url("/desk/rounds"), end => (goes_on && ctx.may(PLAN)).then(|| ctx.url(&format!("{base}/end"))),
    };
    ctx.page("upkeep/round.html", model).await
}

pub async fn end(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let round = id.clone();
    match ctx.write(move |tx| rounds::end(tx, &id)).await {
        // Twice the same button is no fault.
        Ok(()) | Err(Problem::Refused(_)) => ctx.go_saying(&format!("/desk/rounds/{round}"), "upkeep-said-ended"),
        Err(problem) => Err(problem.into()),
    }
}
