//! The communes of the country, from the pack's tables.

use crate::geometry::{self, Shape};
use kernel::{Label, Point};
use platform::communes::State;
use platform::{Commune, Facts, Pack, Profile, Result, pack_fault};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap};

/// What the pack tells of places. A fact.
#[derive(Debug, Clone, Default)]
pub struct National {
    pub communes: Vec<NationalCommune>,
    pub arrondissements: Vec<Arrondissement>,
    pub(crate) quarters: Vec<NationalQuarter>,
    /// Boundaries by commune: the shapes of its areas, by code.
    pub(crate) boundaries: BTreeMap<String, Vec<(String, Shape)>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NationalCommune {
    pub code: String,
    pub slug: String,
    /// Three letters of the public codes, unique in the country.
    pub prefix: String,
    pub name: Label,
    pub province: String,
    pub region: String,
    pub urban: bool,
    pub population: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Arrondissement {
    pub code: String,
    pub commune: String,
    pub name: Label,
    pub population: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NationalQuarter {
    pub id: String,
    pub commune: String,
    pub arrondissement: Option<String>,
    pub name: Label,
    pub point: Option<Point>,
}

impl National {
    pub fn commune(&self, code: &str) -> Option<&NationalCommune> {
        self.communes.iter().find(|commune| commune.code == code)
    }

    /// The boundary of a whole commune, when the pack has it.
    pub(crate) fn outline(&self, commune: &str) -> Option<&Shape> {
        self.boundaries.get(commune)?.iter().find(|(code, _)| code == commune).map(|(_, shape)| shape)
    }

    pub fn arrondissements_of<'a>(&'a self, commune: &'a str) -> impl Iterator<Item = &'a Arrondissement> {
        self.arrondissements.iter().filter(move |arrondissement| arrondissement.commune == commune)
    }
}

/// Every commune of the country as a row for `platform::communes::add`: listed, not open.
pub fn list_communes(facts: &Facts) -> Result<Vec<Commune>> {
    Ok(facts.get::<National>()?.communes.iter().map(NationalCommune::listed).collect())
}

impl NationalCommune {
    /// The commune as the platform knows it: it has a name and areas, and serves nobody yet.
    pub fn listed(&self) -> Commune {
        Commune {
            code: self.code.as_str().into(),
            slug: self.slug.clone(),
            host: None,
            prefix: self.prefix.clone(),
            name: self.name.clone(),
            state: State::Listed,
            profile: Profile::default(),
        }
    }
}

#[derive(Deserialize)]
struct CommuneRow {
    code: String,
    name_fr: String,
    name_ar: String,
    #[serde(rename = "type")]
    kind: String,
    region_code: String,
    province_code: String,
    population_2024: i64,
}

#[derive(Deserialize)]
struct ExtraRow {
    code: String,
    slug: String,
    prefix: String,
}

#[derive(Deserialize)]
struct ArrondissementRow {
    code: String,
    name_fr: String,
    name_ar: String,
    commune_code: String,
    population_2024: i64,
}

#[derive(Deserialize)]
struct QuarterRow {
    commune: String,
    arrondissement: Option<String>,
    id: String,
    name_ar: String,
    name_fr: String,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// Reads `places/`. A commune without a slug, an arrondissement of nowhere or a damaged boundary stops the start.
pub(crate) fn load(pack: &Pack) -> Result<National> {
    let mut national = National { communes: communes(pack)?, ..National::default() };
    for row in rows::<ArrondissementRow>(pack, "places/arrondissements.csv")? {
        if national.commune(&row.commune_code).is_none() {
            return Err(pack_fault("places/arrondissements.csv", format!("{} names no commune", row.code)));
        }
        let name = Label::new(&row.name_ar, &row.name_fr);
        let (code, commune, population) = (row.code, row.commune_code, row.population_2024);
        national.arrondissements.push(Arrondissement { code, commune, name, population });
    }
    for row in rows::<QuarterRow>(pack, "places/quarters.csv")? {
        let known = |code: &String| national.arrondissements.iter().any(|one| one.code == *code && one.commune == row.commune);
        if row.arrondissement.as_ref().is_some_and(|code| !known(code)) {
            return Err(pack_fault("places/quarters.csv", format!("{} names no arrondissement of its commune", row.id)));
        }
        let name = Label::new(&row.name_ar, &row.name_fr);
        let point = row.lat.zip(row.lon).and_then(|(lat, lon)| Point::new(lat, lon));
        let (id, commune, arrondissement) = (row.id, row.commune, row.arrondissement);
        national.quarters.push(NationalQuarter { id, commune, arrondissement, name, point });
    }
    for file in pack.list("places/boundaries").iter().filter(|name| name.ends_with(".geojson")) {
        let code = file.trim_start_matches("places/boundaries/").trim_end_matches(".geojson").to_owned();
        let shapes = geometry::read(&pack.text(file)?).map_err(|refusal| pack_fault(file, format!("{refusal:?}")))?;
        national.boundaries.insert(code, shapes);
    }
    Ok(national)
}

fn communes(pack: &Pack) -> Result<Vec<NationalCommune>> {
    let extras = rows::<ExtraRow>(pack, "places/communes_extra.csv")?;
    let mut extras: HashMap<String, (String, String)> =
        extras.into_iter().map(|row| (row.code, (row.slug, row.prefix))).collect();
    let build = |row: CommuneRow| {
        let extra = extras.remove(&row.code);
        let (slug, prefix) = extra.ok_or_else(|| pack_fault("places/communes_extra.csv", format!("{} is missing", row.code)))?;
        let (province, region, urban) = (row.province_code, row.region_code, row.kind == "urban");
        let name = Label::new(&row.name_ar, &row.name_fr);
        Ok(NationalCommune { code: row.code, slug, prefix, name, province, region, urban, population: row.population_2024 })
    };
    rows::<CommuneRow>(pack, "places/communes.csv")?.into_iter().map(build).collect()
}

fn rows<T: DeserializeOwned>(pack: &Pack, file: &str) -> Result<Vec<T>> {
    let text = pack.text(file)?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|error| pack_fault(file, error))
}
