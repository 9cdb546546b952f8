//! All requests of the commune with how far their drafts are, and the versions of one.

use super::path;
use crate::actions;
use crate::draft;
use crate::edit::inputs::Tab;
use crate::load::{Country, Model};
use crate::store::versions;
use crate::version::{NewProcedure, Version, VersionState};
use kernel::Label;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const LIST: &str = "procedures/list.html";
const ONE: &str = "procedures/versions.html";

/// A request as the list shows it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Line {
    pub id: String,
    pub code: String,
    pub title: Label,
    pub national: bool,
    /// The number of the version that runs; 0 while none does.
    pub running: i64,
    /// The draft or proposal that is open.
    pub open: Option<(i64, VersionState)>,
}

async fn lines(ctx: &Ctx) -> Result<(Vec<Line>, Arc<Country>)> {
    ctx.read(|rx| {
        let (catalog, country) = (crate::catalog(rx)?, rx.fact::<Country>()?);
        let published: BTreeSet<String> =
            versions::in_state(rx, VersionState::Published)?.into_iter().map(|version| version.procedure).collect();
        let mut lines: BTreeMap<String, Line> = BTreeMap::new();
        for procedure in catalog.requests.values() {
            let (id, code, title) = (procedure.id.clone(), procedure.code.clone(), procedure.title.clone());
            let national = country.national.contains_key(&id);
            let running = if national || published.contains(&id) { procedure.version } else { 0 };
            lines.insert(id.clone(), Line { id, code, title, national, running, open: None });
        }
        let mut open = versions::in_state(rx, VersionState::Draft)?;
        open.extend(versions::in_state(rx, VersionState::Proposed)?);
        for version in open {
            let line = lines.entry(version.procedure.clone()).or_insert_with(|| {
                let (code, title) = draft::loose(&country, &version.body).map(|one| (one.code, one.title)).unwrap_or_default();
                Line { id: version.procedure.clone(), code, title, national: false, running: 0, open: None }
            });
            line.open = Some((version.version, version.state));
        }
        let mut lines: Vec<Line> = lines.into_values().collect();
        lines.sort_by(|a, b| a.code.cmp(&b.code));
        Ok((lines, country))
    })
    .await
}

pub async fn show(ctx: Ctx) -> Answer {
    let (lines, country) = lines(&ctx).await?;
    ctx.page(LIST, model(&lines, &country.models, Vec::new(), &Fields::default())).await
}

pub fn model(lines: &[Line], models: &[Model], errors: Vec<Json>, typed: &Fields) -> Json {
    let line = |line: &Line| {
        let open = line.open.map(
            |(version, state)| context! { version => version, state => state, path => path(&line.id, version, Tab::Identity) },
        );
        context! { id => line.id, code => line.code, title => line.title, national => line.national, running => line.running, open => open }
    };
    let value = |name: &str| typed.get(name).to_owned();
    let models: Vec<Json> = models.iter().map(|one| context! { id => one.id, title => one.title, hint => one.hint }).collect();
    context! {
        models => models, lines => lines.iter().map(line).collect::<Vec<_>>(), errors => errors, open => lines.iter().filter(|line| line.open.is_some()).count(),
        typed => context! { id => value("id"), code => value("code"), title_ar => value("title_ar"), title_fr => value("title_fr"), title_en => value("title_en"), like => value("like"), model => value("model") },
    }
}

/// Begins a request of the commune's own.
pub async fn begin(ctx: Ctx, fields: Fields) -> Answer {
    let new = NewProcedure {
        id: fields.get("id").to_owned(),
        code: fields.get("code").to_uppercase(),
        like: fields.opt("like").filter(|_| matches!(fields.get("model"), "" | "like")).map(str::to_owned),
        model: fields.opt("model").filter(|model| !matches!(*model, "blank" | "like")).map(str::to_owned),
        title: actions::title(fields.get("title_ar"), fields.get("title_fr"), fields.get("title_en")),
    };
    let id = new.id.clone();
    match ctx.write(move |tx| actions::begin_new(tx, &new)).await {
        Ok(version) => ctx.go_saying(&path(&id, version, Tab::Identity), "procedures-begun"),
        Err(problem) => {
            let (lines, country) = lines(&ctx).await?;
            ctx.form_again(problem, LIST, |errors| {
                let mut model = model(&lines, &country.models, Vec::new(), &fields);
                model["errors"] = platform::json::to_value(errors).unwrap_or_default();
                model
            })
            .await
        }
    }
}

pub async fn one(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let name = id.clone();
    let (all, title, national) = ctx
        .read(move |rx| {
            let (all, country) = (versions::of(rx, &name)?, rx.fact::<Country>()?);
            let national = country.national.get(&name).map(|(declared, _)| declared.version);
            let own = || all.first().and_then(|version| draft::loose(&country, &version.body)).map(|one| one.title);
            let title = crate::catalog(rx)?.requests.get(&name).map(|one| one.title.clone()).or_else(own);
            Ok((all, title.ok_or(Problem::NotFound)?, national))
        })
        .await?;
    ctx.page(ONE, versions_model(&id, &title, national, &all)).await
}

pub fn versions_model(id: &str, title: &Label, national: Option<i64>, all: &[Version]) -> Json {
    let running = all.iter().find(|version| version.state == VersionState::Published).map(|version| version.version);
    let row = |version: &Version| {
        let moment = version.withdrawn_at.or(version.published_at).or(version.proposed_at).unwrap_or(version.made_at);
        context! {
            version => version.version, state => version.state, at => moment.to_string(), note => version.note,
            running => running == Some(version.version), path => path(id, version.version, if version.is_open() { Tab::Identity } else { Tab::Changes }),
        }
    };
    context! {
        id => id, title => title, national => national, running => running, rows => all.iter().map(row).collect::<Vec<_>>(),
        open => all.iter().find(|version| version.is_open()).map(|version| path(id, version.version, Tab::Identity)),
    }
}

/// Begins the next version of a request, or goes on with the one that is open.
pub async fn begin_version(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let name = id.clone();
    let version = ctx.write(move |tx| actions::begin(tx, &name)).await?;
    ctx.go_saying(&path(&id, version, Tab::Identity), "procedures-begun")
}
