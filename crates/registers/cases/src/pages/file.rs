//! One file as its handlers see it, and everything they may do with it.

use super::acts::{self, Around};
use super::shown;
use crate::actions::offer::{Offered, offered};
use crate::actions::{self, OpenFile};
use crate::model::{CaseFile, EventKind, FileRole, Given, NewFile, Scan};
use crate::{ASSIGN, HANDLE, MERGE, MODERATE, TRANSFER, store};
use kernel::{Day, Id, Refusal, format};
use platform::web::{IntoResponse, Path};
use platform::{Actor, Answer, Ctx, Fields, Json, PanelModel, Permission, Problem, Result, Tx, context};
use procedures::Procedure;

pub(super) fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

struct Shown {
    file: OpenFile,
    may: Vec<(&'static str, bool)>,
    units: Vec<units::Unit>,
    staff: Vec<(Id, String)>,
    categories: Vec<(String, kernel::Label)>,
    answers: Vec<procedures::AnswerTemplate>,
    area: Option<kernel::Label>,
    asset: Option<String>,
    panels: Vec<(&'static str, PanelModel)>,
    offered: Vec<Offered>,
    lineage: crate::model::Lineage,
}

fn load(tx: &mut Tx, id: &Id) -> Result<Shown> {
    let file = actions::file(tx, id)?; // a look that cannot be written shows nothing
    let permissions: [(&'static str, Permission); 5] =
        [("handle", HANDLE), ("assign", ASSIGN), ("transfer", TRANSFER), ("moderate", MODERATE), ("merge", MERGE)];
    let may = permissions
        .iter()
        .map(|(name, permission)| Ok((*name, actions::may(tx, &file.case, *permission)?)))
        .collect::<Result<_>>()?;
    let staff = people::staff_of(tx, &file.case.unit)?.into_iter().map(|member| (member.person, member.name)).collect();
    let catalog = procedures::catalog(tx)?;
    // To join a duplicate is an outcome of the answer.
    let mut offered = offered(tx, &file.case, &file.procedure)?;
    offered.retain(|one| one.action != "merge");
    Ok(Shown {
        lineage: actions::lineage(tx, &file.case)?,
        may,
        units: units::all(tx)?,
        staff,
        categories: catalog.offered().iter().map(|p| (p.id.clone(), p.title.clone())).collect(),
        answers: procedures::answers(tx)?,
        panels: platform::panels(tx, "cases.file", id)?,
        offered,
        area: file.case.area.clone().map(|area| places::area_name(tx, &area)).transpose()?,
        asset: file.case.asset.clone(),
        file,
    })
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let model = model(&ctx, &id(&text)?, Vec::new(), &Fields::default()).await?;
    ctx.page("cases/file.html", model).await
}

/// `typed` is what a form held that was refused; nothing of it is lost.
async fn model(ctx: &Ctx, id: &Id, errors: Vec<Json>, typed: &Fields) -> Result<Json> {
    let asked = id.clone();
    let shown = ctx.look(move |tx| load(tx, &asked)).await?;
    let OpenFile { case, sealed, procedure, timeline, clocks, files, tasks, author_shown } = &shown.file;
    let unit_names: Vec<_> = shown.units.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
    let staff_names = shown.staff.iter().cloned().collect();
    let talk: Vec<Json> = timeline
        .iter()
        .filter(|entry| entry.text.is_some())
        .map(|entry| {
            let author = entry.actor == "public" || entry.actor.starts_with("citizen");
            context! { who => shown::who(ctx, entry), when => format::moment(entry.at, ctx.lang), text => entry.text, mine => !author && !entry.is_internal(), note => entry.is_internal() }
        })
        .collect();
    let option = |value: &str, label: &str, selected: bool| context! { value => value, label => label, selected => selected };
    let unit = shown.units.iter().find(|unit| unit.id == case.unit);
    let around = Around { case, procedure, unit: unit.map(|unit| &unit.name), place: shown.area.as_ref() };
    Ok(context! {
        id => case.id, code => case.code, title => procedure.title, icon => procedure.icon, category => procedure.code,
        pill => shown::desk_pill(case, procedure), urgent => case.urgent, restricted => case.restricted, area => shown.area,
        unit => unit.map(|unit| &unit.name), external => unit.is_some_and(|unit| unit.external), channel => ctx.text(&format!("cases-channel-{}", case.channel), &[]),
        received => format::moment(case.received_at, ctx.lang), number => format!("{}/{}", case.number, case.year),
        words => sealed.words, place_words => sealed.place_words, lang => case.lang.code(), asset => shown.asset,
        lat => case.point.map(|point| point.lat()), lon => case.point.map(|point| point.lon()),
        answers_given => given(ctx, procedure, &sealed.answers), name => sealed.contact.name, author_shown => author_shown,
        phone => sealed.contact.phone.as_ref().map(|phone| phone.written()), email => sealed.contact.email.as_ref().map(|email| email.as_str()),
        clocks => clocks.iter().map(|clock| shown::clock(ctx, clock)).collect::<Vec<_>>(),
        steps => shown::path(ctx, case, procedure, &timeline.iter().filter(|entry| !matches!(entry.kind, EventKind::Told | EventKind::Wrote | EventKind::Note)).cloned().map(|entry| crate::model::Entry { text: None, ..entry }).collect::<Vec<_>>(), true),
        talk => talk, photos => files.iter().filter(|file| matches!(file.role, FileRole::Photo | FileRole::Proof)).map(|file| photo(ctx, file)).collect::<Vec<_>>(), acts => acts::model(ctx, &around, &shown.offered, &shown.answers, typed),
        may => shown.may.iter().map(|(name, yes)| ((*name).to_owned(), Json::Bool(*yes))).collect::<platform::json::Map<_, _>>(),
        receivers => shown.units.iter().filter(|unit| unit.id != case.unit).map(|unit| option(unit.id.as_str(), unit.name.text(ctx.lang), false)).collect::<Vec<_>>(),
        staff => shown.staff.iter().map(|(person, name)| option(person.as_str(), name, case.assignee.as_ref() == Some(person))).collect::<Vec<_>>(),
        assignee => shown.staff.iter().find(|(person, _)| case.assignee.as_ref() == Some(person)).map(|(_, name)| name),
        mine => matches!(&ctx.actor, Actor::Staff { person, .. } if case.assignee.as_ref() == Some(person)),
        categories => shown.categories.iter().map(|(id, title)| option(id, title.text(ctx.lang), *id == case.procedure)).collect::<Vec<_>>(),
        typed => ["date", "unit", "case", "tell", "note", "task", "task_for", "task_due", "parent", "opinion", "verdict", "opinion_words", "opinion_source"].map(|name| (name.to_owned(), Json::from(typed.get(name)))).into_iter().collect::<platform::json::Map<_, _>>(), not_ours => procedure.not_ours, publication => case.publication,
        public_words => case.public_words, followers => case.followers, open => case.is_open(), errors => errors, hide_author => case.hide_author,
        tasks => super::tasks::list(ctx, tasks, &unit_names, &staff_names), task_for => task_receivers(ctx, &shown),
        lineage => super::lineage::model(ctx, case, &shown.lineage), panels => platform::shown_panels(ctx, &shown.panels), request => procedure.is_request(),
        planned => case.planned_on.map(|day| format::long_day(day, ctx.lang)),
    })
}

/// Of whom a task may be asked: the colleagues first, then the units.
fn task_receivers(ctx: &Ctx, shown: &Shown) -> Vec<Json> {
    let colleagues = shown.staff.iter().map(|(person, name)| context! { value => format!("person:{person}"), label => name });
    let unit = |unit: &units::Unit| context! { value => format!("unit:{}", unit.id), label => unit.name.text(ctx.lang) };
    let own = |unit: &&units::Unit| !shown.file.case.restricted || unit.id == shown.file.case.unit;
    colleagues.chain(shown.units.iter().filter(own).map(unit)).collect()
}

/// The answers to the category's questions, with their labels.
fn given(ctx: &Ctx, procedure: &Procedure, answers: &procedures::Answers) -> Vec<Json> {
    let own = procedure.questions.iter().filter(|question| question.page.as_deref() == Some("details"));
    own.filter_map(|question| {
        let value = answers.0.get(&question.id)?;
        let text = match value {
            Json::String(text) => question
                .options
                .iter()
                .find(|option| option.id == *text)
                .map_or(text.clone(), |option| option.label.text(ctx.lang).to_owned()),
            Json::Bool(yes) => ctx.text(if *yes { "cases-yes" } else { "cases-no" }, &[]),
            other => other.to_string(),
        };
        Some(context! { label => question.label.text(ctx.lang), value => text })
    })
    .collect()
}

fn photo(ctx: &Ctx, file: &CaseFile) -> Json {
    let base = ctx.bare_url(&format!("/desk/files/{}", file.id));
    let alt = ctx.text(&format!("cases-file-{}", file.role), &[]);
    context! { url => base, thumb => format!("{base}?thumb=1"), alt => alt, id => file.id, role => file.role }
}

/// The place of the case as one point, for the map of the file.
pub async fn place(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let case = ctx
        .read(move |rx| {
            let case = store::find(rx, &id)?;
            if actions::may(rx, &case, crate::SEE)? { Ok(case) } else { Err(Problem::NotFound) }
        })
        .await?;
    let feature = |point: kernel::Point| {
        platform::json::json!({
            "type": "Feature", "geometry": { "type": "Point", "coordinates": [point.lon(), point.lat()] }, "properties": { "title": case.code },
        })
    };
    let features: Vec<Json> = case.point.map(feature).into_iter().collect();
    ctx.json(platform::json::json!({ "type": "FeatureCollection", "features": features }))
}

/// An image of a file that this person may see.
pub async fn image(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let (id, small) = (id(&text)?, ctx.query().ticked("thumb"));
    let file = ctx
        .read(move |rx| {
            let file = picture(store::files::find(rx, &id)?)?;
            let case = store::find(rx, &file.case_id)?;
            if actions::may(rx, &case, crate::SEE)? { Ok(file) } else { Err(Problem::NotFound) }
        })
        .await?;
    send_image(&ctx, &file, small).await
}

/// Photos, proofs and what is shown of them were made anew; pieces and papers have doors of their own, which write the look and ask the scanner.
pub(super) fn picture(file: CaseFile) -> Result<CaseFile> {
    let made_anew = matches!(file.role, FileRole::Photo | FileRole::Proof | FileRole::Shown) && file.scan != Scan::Infected;
    if made_anew { Ok(file) } else { Err(Problem::NotFound) }
}

pub(crate) async fn send_image(ctx: &Ctx, file: &CaseFile, small: bool) -> Answer {
    let content = ctx.file(if small { &file.thumb } else { &file.blob }).await?;
    Ok(([("content-type", "image/jpeg"), ("cache-control", "private, max-age=3600")], content).into_response())
}

/// Shows the file again with what is wrong.
pub(super) async fn finish(ctx: &Ctx, id: &Id, done: Result<()>, said: &str, typed: &Fields) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/desk/{id}"), said),
        Err(Problem::Refused(refusal)) => {
            let errors = vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(&refusal) }];
            let model = model(ctx, id, errors, typed).await?;
            ctx.page_with(platform::web::StatusCode::UNPROCESSABLE_ENTITY, "cases/file.html", model).await
        }
        Err(problem) => Err(problem.into()),
    }
}

pub async fn act(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let action = fields.get("action").to_owned();
    let mut given = Given {
        words: fields.get("words").to_owned(),
        outcome: fields.opt("outcome").map(str::to_owned),
        date: fields.opt("date").and_then(Day::parse),
        unit: fields.id("unit")?,
        case: fields.opt("case").map(str::to_owned),
        files: Vec::new(),
    };
    if let Some(upload) = fields.file("proof") {
        match photos::take(&ctx, upload.content.clone()).await {
            Ok(photo) => given.files.push(NewFile::image(FileRole::Proof, photo.blob, photo.thumb, photo.kind)),
            Err(problem) => return finish(&ctx, &id, Err(problem), "", &fields).await,
        }
    }
    let target = id.clone();
    let below: Vec<Id> = fields.all("below").filter_map(Id::parse).collect();
    let done = ctx.write(move |tx| {
        let meant = acts::meant(tx, &target, &action, &given)?;
        actions::lineage::act_with(tx, &target, &action, &meant, &below)
    });
    let done = done.await;
    let said = if matches!(done, Ok(left) if left > 0) { "cases-said-done-some" } else { "cases-said-done" };
    finish(&ctx, &id, done.map(|_| ()), said, &fields).await
}

pub async fn assign(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let person = match (fields.get("person"), &ctx.actor) {
        ("me", Actor::Staff { person, .. }) => Some(person.clone()),
        _ => fields.id("person")?,
    };
    let target = id.clone();
    let done = ctx.write(move |tx| actions::assign(tx, &target, person.as_ref()).map(|_| ())).await;
    finish(&ctx, &id, done, "cases-said-assigned", &fields).await
}

pub async fn transfer(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let unit = fields.id("unit")?.ok_or_else(|| Refusal::new("cases-needs-unit").at("unit"));
    let words = fields.get("words").to_owned();
    let target = id.clone();
    let done = match unit {
        Ok(unit) => ctx.write(move |tx| actions::transfer(tx, &target, &unit, &words).map(|_| ())).await,
        Err(refusal) => Err(refusal.into()),
    };
    match done {
        // The file may now be out of this person's reach: the inbox is the place to go back to.
        Ok(()) => ctx.go_saying("/desk", "cases-said-transferred"),
        other => finish(&ctx, &id, other, "", &fields).await,
    }
}

pub async fn category(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (target, procedure) = (id.clone(), fields.get("procedure").to_owned());
    match ctx.write(move |tx| actions::recategorise(tx, &target, &procedure).map(|_| ())).await {
        Ok(()) => ctx.go_saying("/desk", "cases-said-transferred"),
        other => finish(&ctx, &id, other, "", &fields).await,
    }
}

pub async fn tell(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (target, words) = (id.clone(), fields.get("words").to_owned());
    let typed = Fields { values: vec![("tell".to_owned(), words.clone())], ..Fields::default() };
    let done = ctx.write(move |tx| actions::tell(tx, &target, &words)).await;
    finish(&ctx, &id, done, "cases-said-told", &typed).await
}

pub async fn note(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (target, words) = (id.clone(), fields.get("words").to_owned());
    let typed = Fields { values: vec![("note".to_owned(), words.clone())], ..Fields::default() };
    let done = ctx.write(move |tx| actions::note(tx, &target, &words)).await;
    finish(&ctx, &id, done, "cases-said-noted", &typed).await
}
