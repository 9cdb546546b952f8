//! The pages of the editor: all requests, one draft with its tabs, what waits for publication, the tariffs.

pub mod editor;
pub mod forms;
pub mod list;
pub mod preview;
pub mod publish;
pub mod tariffs;
pub mod told;

use crate::actions;
use crate::catalog::Catalog;
use crate::draft;
use crate::edit::inputs::{self, Tab};
use crate::fault::Fault;
use crate::load::Country;
use crate::model::Procedure;
use crate::second;
use crate::store::versions;
use crate::version::{Change, Version, VersionState};
use kernel::{Id, Label};
use platform::{Ctx, Json, PanelModel, Problem, Result, Tx, context};
use std::sync::Arc;

/// A version as it is looked at: with everything its pages show.
pub struct Opened {
    pub version: Version,
    pub faults: Vec<Fault>,
    pub changes: Vec<Change>,
    pub catalog: Arc<Catalog>,
    pub country: Arc<Country>,
    pub units: Vec<(String, Label)>,
    pub procedure: Option<Procedure>,
    pub panels: Vec<(&'static str, PanelModel)>,
    pub with: Json,
    /// Why this person may not publish it; nothing when they may.
    pub second: Option<&'static str>,
}

impl Opened {
    pub fn is_national(&self) -> bool {
        self.country.national.contains_key(&self.version.procedure)
    }

    pub fn title(&self) -> Label {
        self.procedure.as_ref().map(|procedure| procedure.title.clone()).unwrap_or_default()
    }

    /// The page of the draft that an address names.
    fn path(&self, tab: Tab) -> String {
        path(&self.version.procedure, self.version.version, tab)
    }
}

pub fn path(id: &str, version: i64, tab: Tab) -> String {
    format!("/admin/procedures/{id}/{version}/{tab}")
}

pub fn number(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// Opens a version; `changes` also compares it with what runs and asks who knows of its cases.
pub fn open(tx: &mut Tx, id: &str, version: i64, changes: bool) -> Result<Opened> {
    let version = versions::one(tx, id, version)?;
    let faults = if version.is_open() { actions::draft_faults(tx, &version)? } else { Vec::new() };
    let country = tx.fact::<Country>()?;
    Ok(Opened {
        faults,
        changes: if changes { actions::diff(tx, id, version.version)? } else { Vec::new() },
        catalog: crate::catalog(tx)?,
        units: units(tx)?,
        procedure: draft::loose(&country, &version.body),
        panels: if changes { platform::panels(tx, "procedures.version", &Id::new(id))? } else { Vec::new() },
        with: crate::with(tx)?,
        second: if version.state == VersionState::Proposed { second::hindrance(tx, &version)? } else { None },
        country,
        version,
    })
}

/// The units by code. A code that each arrondissement has is told without the name of one.
fn units(tx: &mut Tx) -> Result<Vec<(String, Label)>> {
    let mut all: Vec<(String, Label)> = Vec::new();
    for unit in units::all(tx)? {
        if all.iter().any(|(code, _)| *code == unit.code) {
            continue;
        }
        let bare = |text: &str| match (&unit.area, text.rsplit_once(" (")) {
            (Some(_), Some((start, _))) => start.to_owned(),
            _ => text.to_owned(),
        };
        let name = &unit.name;
        let label =
            Label { en: name.en.as_deref().map(bare), zgh: name.zgh.clone(), ..Label::new(&bare(&name.ar), &bare(&name.fr)) };
        all.push((unit.code.clone(), label));
    }
    Ok(all)
}

/// What every page of a version shows on top.
pub fn head(opened: &Opened, tab: &str) -> Json {
    let version = &opened.version;
    let of_tab = |tab: Tab| opened.faults.iter().filter(|fault| inputs::tab_of(&fault.at) == tab).count();
    let tabs: Vec<Json> = Tab::ALL
        .iter()
        .map(|one| {
            let count = if *one == Tab::Check { opened.faults.len() } else { of_tab(*one) };
            context! { id => one, path => opened.path(*one), current => one.as_str() == tab, count => (count > 0).then_some(count) }
        })
        .collect();
    context! {
        id => version.procedure, version => version.version, state => version.state, title => opened.title(), tabs => tabs,
        national => opened.is_national(), note => version.note, editable => version.state == VersionState::Draft,
        code => opened.procedure.as_ref().map(|procedure| &procedure.code), faults => opened.faults.len(), second => opened.second, stamp => version.stamp(),
        proposed_at => version.proposed_at.map(|moment| moment.to_string()), published_at => version.published_at.map(|moment| moment.to_string()),
    }
}

/// The faults as `say` puts them into words, each with its line, its law and the tab where it is mended.
pub fn faults(opened: &Opened, say: impl Fn(&Fault) -> String) -> Vec<Json> {
    let law = |fault: &Fault, name: &str| fault.why.args.get(name).cloned();
    opened
        .faults
        .iter()
        .map(|fault| {
            let tab = inputs::tab_of(&fault.at);
            let anchor = match (fault.at.first(), fault.at.get(1)) {
                (Some(list), Some(id)) if tab != Tab::Identity && tab != Tab::Toml => format!("#{}", anchor(list, id)),
                _ => String::new(),
            };
            context! {
                text => say(fault), line => fault.line, tab => tab, path => format!("{}{anchor}", opened.path(tab)),
                list => fault.at.first(), id => fault.at.get(1), law => law(fault, "law"), article => law(fault, "article"),
            }
        })
        .collect()
}

/// The changes of a version in words, part by part, and below them as the text has them.
pub fn told(opened: &Opened, say: told::Say) -> Json {
    let word = |part: &str| {
        let key = format!("procedures-key-{part}");
        Some((say.text)(&key)).filter(|text| *text != key)
    };
    context! { parts => told::parts(opened, &opened.changes, say), all => changes(&opened.changes, word) }
}

/// The changes, each path with the words of the forms where there are some.
pub fn changes(changes: &[Change], word: impl Fn(&str) -> Option<String>) -> Vec<Json> {
    let named = |part: &String| word(&part.replace(['.', '_'], "-")).unwrap_or_else(|| part.clone());
    let kind = |change: &Change| match (&change.before, &change.after) {
        (None, _) => "added",
        (_, None) => "removed",
        _ => "changed",
    };
    let all = changes.iter();
    all.map(|change| {
        let path: Vec<String> = change.at.iter().map(named).collect();
        context! { path => path, kind => kind(change), before => change.before, after => change.after }
    })
    .collect()
}

/// Where an element stands on its page.
pub fn anchor(list: &str, id: &str) -> String {
    let safe: String = id.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("e-{list}-{safe}")
}

/// The word of a key in the page's language, when the forms have one.
pub fn word(ctx: &Ctx) -> impl Fn(&str) -> Option<String> + '_ {
    |part| {
        let key = format!("procedures-key-{part}");
        Some(ctx.text(&key, &[])).filter(|text| *text != key)
    }
}
