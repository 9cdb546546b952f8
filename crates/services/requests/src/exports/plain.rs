//! The catalogue as plain JSON for developers: the sheet of each procedure, and the formulas as they are computed.

use super::{Facts, cost, cpsv, decision, duration};
use kernel::clock::DayKind;
use kernel::{Label, Lang};
use platform::{Json, json};
use procedures::{
    Basis, Catalog, ClockSource, Days, FeeDue, Group, IdentityLevel, Keywords, Kind, OpinionSilence, PieceFrom, Silence, Spoken,
    Valid,
};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything that the commune offers. Amounts are centimes of the dirham.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Catalogue {
    pub commune: Commune,
    /// The address of the licence.
    pub licence: &'static str,
    pub currency: &'static str,
    /// The same as CPSV-AP.
    pub standard: String,
    pub events: Vec<Named>,
    pub audiences: Vec<Named>,
    pub services: Vec<Named>,
    pub procedures: Vec<Sheet>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Commune {
    /// HCP code.
    pub code: String,
    #[schemars(with = "Spoken")]
    pub name: Label,
    pub url: String,
    pub phone: String,
    pub email: String,
    #[schemars(with = "Option<Spoken>")]
    pub address: Option<Label>,
    #[schemars(with = "Option<Spoken>")]
    pub hours: Option<Label>,
}

/// An id with its name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Named {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub name: Label,
}

/// One procedure, as law 55-19 art. 6 wants it told.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Sheet {
    pub id: String,
    pub code: String,
    pub version: i64,
    pub kind: Kind,
    #[schemars(with = "Spoken")]
    pub title: Label,
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    pub keywords: Keywords,
    /// Its page by language.
    pub pages: BTreeMap<&'static str, String>,
    /// Where a person begins.
    pub start: String,
    pub events: Vec<String>,
    pub audience: Vec<String>,
    pub service: String,
    #[schemars(with = "Spoken")]
    pub issuer: Label,
    #[schemars(with = "Spoken")]
    pub who: Label,
    /// When the counter receives, where this differs from the commune's hours.
    #[schemars(with = "Option<Spoken>")]
    pub hours: Option<Label>,
    pub identity: IdentityLevel,
    pub basis: Vec<Basis>,
    /// The promise; none where nothing is promised.
    pub delay: Option<Delay>,
    pub silence_is_acceptance: bool,
    pub appeal: bool,
    pub pieces: Vec<Piece>,
    pub fees: Vec<Fee>,
    pub opinions: Vec<Opinion>,
    pub outputs: Vec<Output>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Delay {
    pub span: i64,
    #[schemars(with = "Days")]
    pub days: DayKind,
    /// ISO 8601; which days count, `days` says.
    pub duration: String,
    #[schemars(with = "Spoken")]
    pub text: Label,
    pub source: ClockSource,
}

/// A paper of the file, wherever it comes from.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Piece {
    pub id: String,
    pub kind: String,
    #[schemars(with = "Option<Spoken>")]
    pub label: Option<Label>,
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    pub from: PieceFrom,
    #[schemars(with = "Option<Spoken>")]
    pub body: Option<Label>,
    pub required: bool,
    pub many: bool,
    /// JsonLogic over the answers: when it is wanted. Null: always.
    #[serde(rename = "if")]
    pub condition: Json,
    /// Largest size of a file.
    pub max_mb: Option<i64>,
}

/// A sum to be paid.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fee {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub label: Label,
    pub due: FeeDue,
    /// Centimes, where the sum follows from no answer.
    pub price: Option<i64>,
    /// JsonLogic over answers and tariffs, in centimes.
    pub formula: Json,
    /// JsonLogic over the answers: when it is due. Null: always.
    #[serde(rename = "if")]
    pub condition: Json,
    pub tariffs: Vec<Tariff>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Tariff {
    pub id: String,
    pub unit: String,
    pub amount: i64,
    #[schemars(with = "Spoken")]
    pub name: Label,
    pub source: ClockSource,
}

/// What another service is asked.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Opinion {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    pub span: i64,
    #[schemars(with = "Days")]
    pub days: DayKind,
    pub silence: OpinionSilence,
}

/// A paper that the commune delivers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Output {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    pub valid: Option<Valid>,
}

pub fn catalogue(catalog: &Catalog, facts: &Facts) -> Catalogue {
    let groups =
        |list: &[Group]| list.iter().map(|group| Named { id: group.id.clone(), name: group.name.clone() }).collect::<Vec<_>>();
    Catalogue {
        commune: Commune {
            code: facts.code.clone(),
            name: facts.name.clone(),
            url: facts.base.clone(),
            phone: facts.phone.clone(),
            email: facts.email.clone(),
            address: facts.address.clone(),
            hours: facts.hours.clone(),
        },
        licence: cpsv::LICENCE,
        currency: "MAD",
        standard: format!("{}/procedures.ttl", facts.base),
        events: groups(&catalog.look_up.event),
        audiences: groups(&catalog.look_up.audience),
        services: groups(&catalog.look_up.service),
        procedures: catalog.offered_requests().into_iter().map(|one| sheet(one, catalog, facts)).collect(),
    }
}

pub fn sheet(procedure: &procedures::Procedure, catalog: &Catalog, facts: &Facts) -> Sheet {
    let service = &procedure.service;
    let outputs = service.outputs.iter().filter(|one| cpsv::is_given(one));
    let opinion = |one: &procedures::Opinion| Opinion {
        id: one.id.clone(),
        title: one.title.clone(),
        span: one.span,
        days: one.kind,
        silence: one.silence,
    };
    Sheet {
        id: procedure.id.clone(),
        code: procedure.code.clone(),
        version: procedure.version,
        kind: procedure.kind,
        title: procedure.title.clone(),
        hint: procedure.hint.clone(),
        keywords: procedure.keywords.clone(),
        pages: Lang::ALL.map(|lang| (lang.code(), facts.page(&procedure.id, lang))).into_iter().collect(),
        start: format!("{}/start", facts.procedure(&procedure.id)),
        events: service.offered_to.events.clone(),
        audience: service.offered_to.audience.clone(),
        service: service.offered_to.service.clone(),
        issuer: service.issuer.clone(),
        who: service.who.clone(),
        hours: service.hours.clone(),
        identity: service.level,
        basis: service.basis.clone(),
        delay: decision(procedure).map(|clock| delay(clock, facts)),
        silence_is_acceptance: service.silence == Silence::Acceptance,
        appeal: procedure.action("appeal").is_some(),
        pieces: service.pieces.iter().map(piece).collect(),
        fees: service.fees.iter().map(|one| fee(one, catalog)).collect(),
        opinions: service.opinions.iter().map(opinion).collect(),
        outputs: outputs.map(|one| Output { id: one.id.clone(), title: one.title.clone(), valid: one.valid.clone() }).collect(),
    }
}

pub fn delay(clock: &procedures::Clock, facts: &Facts) -> Delay {
    Delay { span: clock.span, days: clock.kind, duration: duration(clock), text: facts.span(clock), source: clock.source.clone() }
}

fn piece(piece: &procedures::Piece) -> Piece {
    Piece {
        id: piece.id.clone(),
        kind: piece.kind.clone(),
        label: piece.label.clone(),
        hint: piece.hint.clone(),
        from: piece.from,
        body: piece.body.clone(),
        required: piece.required,
        many: piece.many,
        condition: formula(piece.condition.as_deref()),
        max_mb: piece.max_mb,
    }
}

fn fee(fee: &procedures::Fee, catalog: &Catalog) -> Fee {
    let tariff = |one: &procedures::Tariff| Tariff {
        id: one.id.clone(),
        unit: one.unit.clone(),
        amount: one.amount,
        name: one.name.clone(),
        source: one.source.clone(),
    };
    Fee {
        id: fee.id.clone(),
        label: fee.label.clone(),
        due: fee.due,
        price: cost::price(catalog, fee),
        formula: formula(Some(&fee.amount)),
        condition: formula(fee.condition.as_deref()),
        tariffs: cost::tariffs(catalog, fee).into_iter().map(tariff).collect(),
    }
}

/// JsonLogic as an object, not as the text it is declared in.
pub fn formula(text: Option<&str>) -> Json {
    text.and_then(|text| json::from_str(text).ok()).unwrap_or(Json::Null)
}
