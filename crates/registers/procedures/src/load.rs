//! Reads `procedures/` of the pack and refuses what cannot work: the line at fault is named.

use crate::catalog::{AnswerTemplate, Catalog, Group};
use crate::model::*;
use crate::rules;
use kernel::Label;
use platform::{Facts, Pack, Result, pack_fault};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcedureFile {
    procedure: Vec<Declared>,
}

/// A `[[procedure]]` as it is written: the base, or a category that extends it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    id: String,
    #[serde(default)]
    code: String,
    version: i64,
    kind: Kind,
    #[serde(default)]
    extends: Option<String>,
    #[serde(default)]
    group: String,
    #[serde(default)]
    icon: String,
    title: Label,
    #[serde(default)]
    hint: Option<Label>,
    #[serde(default)]
    keywords: Keywords,
    #[serde(default)]
    public: bool,
    #[serde(default)]
    restricted: bool,
    #[serde(default)]
    hide_author: bool,
    #[serde(default)]
    urgent: bool,
    #[serde(default)]
    photo: Option<Asked>,
    #[serde(default)]
    place: Option<Asked>,
    #[serde(default)]
    asset: Option<String>,
    #[serde(default)]
    danger: Option<Label>,
    #[serde(default)]
    route: Vec<Route>,
    #[serde(default)]
    not_ours: Option<NotOurs>,
    #[serde(default)]
    clock: Vec<Clock>,
    #[serde(default)]
    question: Vec<Question>,
    #[serde(default)]
    open: Open,
    #[serde(default)]
    page: Vec<Page>,
    #[serde(default)]
    state: Vec<State>,
    #[serde(default)]
    outcome: Vec<Outcome>,
    #[serde(default)]
    action: Vec<Action>,
    #[serde(default)]
    survey: Vec<Question>,
    #[serde(default)]
    dedupe: Option<Dedupe>,
    #[serde(default)]
    retention: Option<Retention>,
    /// Whether it may be filed without a name, and at a counter for someone else.
    #[serde(default)]
    #[allow(dead_code)] // read by the procedures of later kinds; for reports both are always true
    anonymous: bool,
    #[serde(default)]
    #[allow(dead_code)]
    assisted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupsFile {
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersFile {
    answer: Vec<AnswerTemplate>,
}

/// The catalogue of the country, as a fact.
pub fn read(pack: &Pack, facts: &mut Facts) -> Result<()> {
    facts.put(catalog(pack)?);
    Ok(())
}

/// The catalogue that a pack declares; the first fault is named.
pub fn catalog(pack: &Pack) -> Result<Catalog> {
    let base: ProcedureFile = pack.toml("procedures/report.toml")?;
    let bases: BTreeMap<String, Declared> = base.procedure.into_iter().map(|declared| (declared.id.clone(), declared)).collect();
    let groups = pack.toml::<GroupsFile>("procedures/groups.toml")?.group;
    let answers = pack.toml::<AnswersFile>("answers.toml")?.answer;
    let mut catalog = Catalog { groups, answers, procedures: BTreeMap::new() };
    for name in pack.list("procedures/reports") {
        for declared in pack.toml::<ProcedureFile>(&name)?.procedure {
            let at = format!("{name}, procedure {}", declared.id);
            let procedure = resolve(declared, &bases).map_err(|error| pack_fault(&at, error))?;
            rules::sound(&procedure, &catalog).map_err(|error| pack_fault(&at, error))?;
            catalog.procedures.insert(procedure.id.clone(), Arc::new(procedure));
        }
    }
    Ok(catalog)
}

fn resolve(own: Declared, bases: &BTreeMap<String, Declared>) -> Result<Procedure, String> {
    let name = own.extends.clone().ok_or("it extends nothing")?;
    let base = bases.get(&name).ok_or_else(|| format!("it extends the unknown {name}"))?.clone();
    let photo = own.photo.unwrap_or(Asked::Optional);
    let place = own.place.unwrap_or(Asked::Optional);
    let questions = questions(&base.question, own.question, photo, place, own.asset.is_some());
    Ok(Procedure {
        id: own.id,
        code: own.code,
        version: own.version,
        kind: own.kind,
        group: own.group,
        icon: own.icon,
        title: own.title,
        hint: own.hint,
        keywords: own.keywords,
        public: own.public,
        restricted: own.restricted,
        hide_author: own.hide_author,
        urgent: own.urgent,
        photo,
        place,
        asset: own.asset,
        danger: own.danger,
        route: own.route,
        not_ours: own.not_ours,
        clocks: own.clock,
        questions,
        open: own.open,
        pages: base.page,
        states: base.state,
        outcomes: base.outcome,
        actions: base.action,
        survey: base.survey,
        dedupe: base.dedupe.unwrap_or_default(),
        retention: base.retention.unwrap_or_default(),
        offered: true,
    })
}

/// The base's questions, with those of the category on the page "details". The category settles whether photo, place
/// and number are asked at all.
fn questions(base: &[Question], own: Vec<Question>, photo: Asked, place: Asked, asset: bool) -> Vec<Question> {
    let mut all = Vec::new();
    let own = own.into_iter().map(|question| Question { page: Some("details".into()), ..question });
    let mut own = Some(own.collect::<Vec<_>>());
    for question in base {
        if question.page.as_deref() == Some("contact") {
            all.extend(own.take().unwrap_or_default());
        }
        let asked = match question.kind {
            QuestionKind::Photo => photo,
            QuestionKind::Place => place,
            QuestionKind::Asset if !asset => Asked::None,
            _ => {
                all.push(question.clone());
                continue;
            }
        };
        if asked != Asked::None {
            all.push(Question { required: asked == Asked::Needed && question.kind == QuestionKind::Place, ..question.clone() });
        }
    }
    all.extend(own.take().unwrap_or_default());
    all
}
