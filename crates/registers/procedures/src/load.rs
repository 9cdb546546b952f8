//! Reads `procedures/` of the pack and refuses what cannot work: the line at fault is named.

use crate::catalog::{AnswerTemplate, Catalog, Group, LookUp};
use crate::checks::{self, Known};
use crate::declared::{Declared, parse};
use crate::fault::Fault;
use crate::model::Procedure;
use crate::resolve::{Bases, resolve};
use crate::service::{PieceKind, Tariff};
use kernel::Label;
use platform::{Facts, Pack, Result, pack_fault};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PiecesFile {
    piece: Vec<PieceKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TariffsFile {
    tariff: Vec<Tariff>,
}

/// Of units and roles only the names are needed here; their own modules check the rest.
#[derive(Deserialize)]
struct UnitsFile {
    unit: Vec<Coded>,
}

#[derive(Deserialize)]
struct Coded {
    code: String,
}

#[derive(Deserialize)]
struct RolesFile {
    role: Vec<RoleFile>,
}

#[derive(Deserialize)]
struct RoleFile {
    id: String,
    permissions: Vec<String>,
}

/// What is needed to judge a declaration: the bases it may extend, and what it may name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Country {
    pub bases: Bases,
    pub known: Known,
    /// The requests of the pack as they are written, with the file that holds each.
    pub national: BTreeMap<String, (Declared, String)>,
    /// Icons that the country uses: the look has them all.
    pub icons: BTreeSet<String>,
    /// What a request of the commune's own may begin from, in the order in which it is offered.
    pub models: Vec<Model>,
}

/// A procedure without a name of its own: the commune gives it one and changes the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub id: String,
    /// What it is good for.
    pub title: Label,
    pub hint: Label,
    pub text: String,
}

impl Country {
    /// A declaration with all it extends. Every fault is named, with its line in the text it was written in.
    pub fn judge(&self, declared: &Declared, text: &str) -> Result<Procedure, Vec<Fault>> {
        self.judge_beside(declared, text, &self.known)
    }

    /// The same where more is known than the country says, such as what a commune already has.
    pub fn judge_beside(&self, declared: &Declared, text: &str, known: &Known) -> Result<Procedure, Vec<Fault>> {
        let located = |fault: Fault| fault.located(text, &declared.id);
        let procedure = resolve(declared, &self.bases, &self.known.pieces).map_err(|fault| vec![located(fault)])?;
        let faults = checks::faults(&procedure, known);
        if faults.is_empty() { Ok(procedure) } else { Err(faults.into_iter().map(located).collect()) }
    }
}

/// The catalogue of the country, as a fact.
pub fn read(pack: &Pack, facts: &mut Facts) -> Result<()> {
    let (country, catalog) = country(pack)?;
    facts.put(country);
    facts.put(catalog);
    Ok(())
}

/// The catalogue that a pack declares; the first fault is named.
pub fn catalog(pack: &Pack) -> Result<Catalog> {
    Ok(country(pack)?.1)
}

/// The country with one file of its procedures alone, for samples.
pub fn example(pack: &Pack, name: &str) -> Result<(Country, Catalog)> {
    let (mut country, mut catalog) = ground(pack)?;
    add(pack, name, &mut country, &mut catalog)?;
    Ok((country, catalog))
}

fn country(pack: &Pack) -> Result<(Country, Catalog)> {
    let (mut country, mut catalog) = ground(pack)?;
    for folder in ["procedures/reports", "procedures/services"] {
        for name in pack.list(folder).into_iter().filter(|name| name.ends_with(".toml")) {
            add(pack, &name, &mut country, &mut catalog)?;
        }
    }
    for name in pack.list("procedures/models").into_iter().filter(|name| name.ends_with(".toml")) {
        let model = model(pack, &name, &country)?;
        country.models.push(model);
    }
    Ok((country, catalog))
}

/// A model is a sound procedure but for its code, and for the texts that a permit rests on.
fn model(pack: &Pack, name: &str, country: &Country) -> Result<Model> {
    let text = pack.text(name)?;
    let declared = crate::draft::one(&text).map_err(|fault| pack_fault(name, fault.sentence()))?;
    let coded = Declared { code: declared.id.clone(), ..declared.clone() };
    let faults = country.judge(&coded, &text).err().unwrap_or_default();
    let wrong: Vec<String> = faults.iter().filter(|fault| !checks::lacks_basis(fault)).map(Fault::sentence).collect();
    if !wrong.is_empty() {
        return Err(pack_fault(name, wrong.join("; ")));
    }
    Ok(Model { id: declared.id, title: declared.title, hint: declared.hint.unwrap_or_default(), text })
}

/// Bases and everything that procedures may name, before there is any.
fn ground(pack: &Pack) -> Result<(Country, Catalog)> {
    let mut bases = Bases::new();
    for name in ["procedures/report.toml", "procedures/service.toml"] {
        let text = pack.text(name)?;
        let declared = parse(&text).map_err(|fault| pack_fault(name, fault.sentence()))?;
        bases.extend(declared.into_iter().map(|base| (base.id.clone(), base)));
    }
    let groups = pack.toml::<GroupsFile>("procedures/groups.toml")?.group;
    let answers = pack.toml::<AnswersFile>("answers.toml")?.answer;
    let look_up = pack.toml::<LookUp>("catalogue.toml")?;
    let tariffs = pack.toml::<TariffsFile>("tariffs.toml")?.tariff;
    let roles = pack.toml::<RolesFile>("roles.toml")?.role;
    let ids = |list: &[Group]| list.iter().map(|one| one.id.clone()).collect();
    let country = Country {
        bases,
        national: BTreeMap::new(),
        models: Vec::new(),
        icons: groups.iter().chain(&look_up.service).chain(&look_up.event).map(|one| one.icon.clone()).collect(),
        known: Known {
            groups: ids(&groups),
            services: ids(&look_up.service),
            events: ids(&look_up.event),
            audience: ids(&look_up.audience),
            units: pack.toml::<UnitsFile>("units.toml")?.unit.into_iter().map(|unit| unit.code).collect(),
            roles: roles.iter().map(|role| role.id.clone()).collect(),
            permissions: roles.into_iter().flat_map(|role| role.permissions).collect(),
            pieces: pack.toml::<PiecesFile>("pieces.toml")?.piece,
            tariffs: tariffs.clone(),
            taken: Default::default(),
        },
    };
    Ok((country, Catalog { groups, answers, look_up, tariffs, ..Catalog::default() }))
}

fn add(pack: &Pack, name: &str, country: &mut Country, catalog: &mut Catalog) -> Result<()> {
    let text = pack.text(name)?;
    for declared in parse(&text).map_err(|fault| pack_fault(name, fault.sentence()))? {
        let at = format!("{name}, procedure {}", declared.id);
        let procedure = country.judge(&declared, &text).map_err(|faults| {
            let sentences: Vec<String> = faults.iter().map(Fault::sentence).collect();
            pack_fault(&at, sentences.join("; "))
        })?;
        country.known.taken.extend([procedure.id.clone(), procedure.code.clone()]);
        country.icons.insert(procedure.icon.clone());
        if procedure.is_request() {
            country.national.insert(declared.id.clone(), (declared, text.clone()));
        }
        let list = if procedure.is_request() { &mut catalog.requests } else { &mut catalog.procedures };
        list.insert(procedure.id.clone(), Arc::new(procedure));
    }
    Ok(())
}
