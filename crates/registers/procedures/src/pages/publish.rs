//! The second person: what was proposed, what it changes, and the decision.

use super::told::Say;
use super::{Opened, faults, number, open, told};
use crate::actions;
use crate::draft;
use crate::load::Country;
use crate::store::versions;
use crate::version::{Version, VersionState};
use kernel::Label;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

const LIST: &str = "procedures/publications.html";
const PAGE: &str = "procedures/publication.html";

pub async fn list(ctx: Ctx) -> Answer {
    let rows = ctx
        .read(|rx| {
            let country = rx.fact::<Country>()?;
            let mut all = versions::in_state(rx, VersionState::Proposed)?;
            all.extend(versions::in_state(rx, VersionState::Published)?);
            let title = |version: &Version| draft::loose(&country, &version.body).map(|one| one.title).unwrap_or_default();
            Ok(all.into_iter().map(|version| (title(&version), version)).collect::<Vec<_>>())
        })
        .await?;
    ctx.page(LIST, list_model(&rows)).await
}

pub fn list_model(rows: &[(Label, Version)]) -> Json {
    let row = |(title, version): &(Label, Version)| {
        context! {
            id => version.procedure, version => version.version, title => title, state => version.state,
            at => version.published_at.or(version.proposed_at).map(|moment| moment.to_string()),
        }
    };
    let of = |state: VersionState| rows.iter().filter(|(_, one)| one.state == state).map(row).collect::<Vec<_>>();
    context! { waiting => of(VersionState::Proposed), running => of(VersionState::Published) }
}

pub fn model(opened: &Opened, changes: Json, panels: Vec<Json>, faults: Vec<Json>, errors: Vec<Json>) -> Json {
    context! {
        head => super::head(opened, ""), changes => changes, panels => panels, faults => faults, errors => errors,
        body => opened.version.body, new => !opened.is_national(),
    }
}

async fn look(ctx: &Ctx, id: &str, version: i64) -> Result<Json> {
    let id = id.to_owned();
    let opened = ctx.read(move |rx| open(rx, &id, version, true)).await?;
    if opened.version.state == VersionState::Draft {
        return Err(Problem::NotFound);
    }
    let said = faults(&opened, |fault| ctx.sentence(&fault.why));
    let told = told(&opened, Say { lang: ctx.lang, text: &|key| ctx.text(key, &[]) });
    Ok(model(&opened, told, platform::shown_panels(ctx, &opened.panels), said, Vec::new()))
}

pub async fn show(ctx: Ctx, Path((id, version)): Path<(String, String)>) -> Answer {
    let model = look(&ctx, &id, number(&version)?).await?;
    ctx.page(PAGE, model).await
}

pub async fn decide(ctx: Ctx, Path((id, version)): Path<(String, String)>, fields: Fields) -> Answer {
    let version = number(&version)?;
    let (name, what, note) = (id.clone(), fields.get("do").to_owned(), fields.get("note").to_owned());
    let done = ctx
        .write(move |tx| match what.as_str() {
            "back" => actions::send_back(tx, &name, version, &note).map(|()| "procedures-sent-back"),
            "withdraw" => actions::withdraw(tx, &name, version).map(|()| "procedures-withdrawn"),
            "publish" => actions::publish(tx, &name, version).map(|()| "procedures-published"),
            _ => Err(Problem::NotFound),
        })
        .await;
    match done {
        Ok(notice) => ctx.go_saying("/admin/publications", notice),
        Err(problem) => {
            let mut model = look(&ctx, &id, version).await?;
            ctx.form_again(problem, PAGE, |errors| {
                model["errors"] = platform::json::to_value(errors).unwrap_or_default();
                model
            })
            .await
        }
    }
}
