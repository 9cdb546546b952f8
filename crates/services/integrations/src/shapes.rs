//! What programs send and get, as types: the description of the API is made of them, and so are the messages of hooks.

use crate::model::Happening;
use kernel::{Label, Moment};
use platform::Json;
use platform::json::Map;
use procedures::{Phase, Spoken};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Part of the commune that has a report in hand.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Unit {
    pub id: String,
    pub code: String,
    #[schemars(with = "Spoken")]
    pub name: Label,
}

/// Where, as far as it is public: a point is rounded to the grid of its category.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Place {
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// Metres to which the point is rounded; 0: as it was given.
    pub precision_m: u32,
    /// HCP code of the arrondissement.
    pub area: Option<String>,
    pub quarter: Option<String>,
    /// Number of an object of the street.
    pub object: Option<String>,
}

/// A report without what is personal.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Report {
    pub code: String,
    pub category: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    pub state: String,
    #[schemars(with = "Option<Spoken>")]
    pub state_name: Option<Label>,
    pub phase: Phase,
    /// What was decided.
    pub outcome: Option<String>,
    #[schemars(with = "Option<Spoken>")]
    pub outcome_name: Option<Label>,
    pub open: bool,
    pub urgent: bool,
    pub unit: Option<Unit>,
    pub place: Place,
    /// The words that a moderator let through; null while nobody has, and of private categories.
    pub words: Option<String>,
    pub published: bool,
    /// Its page for everybody, when it is published.
    pub url: Option<String>,
    #[schemars(with = "String")]
    pub received_at: Moment,
    #[schemars(with = "String")]
    pub updated_at: Moment,
    #[schemars(with = "Option<String>")]
    pub answered_at: Option<Moment>,
    /// When the nearest of its clocks runs out.
    #[schemars(with = "Option<String>")]
    pub due_at: Option<Moment>,
    pub planned_on: Option<String>,
    pub followers: i64,
    pub reopened: i64,
    /// Code of the report with which it was joined.
    pub merged_into: Option<String>,
}

/// One page of a list, those that changed first before the others.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reports {
    pub reports: Vec<Report>,
    /// Where to go on: now while there is `more`, later for what will have changed. Null when the list is empty.
    pub cursor: Option<String>,
    pub more: bool,
}

/// Something that can be done with a report from where it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Offer {
    pub action: String,
    #[schemars(with = "Spoken")]
    pub name: Label,
    /// The state to which it leads.
    pub to: String,
    /// Fields of [`Act`] that it cannot do without.
    pub requires: Vec<String>,
    /// What `outcome` may be, where one is to be chosen, with what each requires.
    pub outcomes: Vec<OutcomeOffer>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeOffer {
    pub outcome: String,
    #[schemars(with = "Spoken")]
    pub name: Label,
    pub requires: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct One {
    pub report: Report,
    /// What this key may do with it now.
    pub actions: Vec<Offer>,
}

/// A public entry of the timeline. Words between the commune and the author are not in it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Entry {
    pub seq: i64,
    #[schemars(with = "String")]
    pub at: Moment,
    /// `filed`, `moved`, `transferred`, `recategorised`, `clock_missed` and so on.
    pub kind: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub outcome: Option<String>,
    /// In the language that is asked.
    pub sentence: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Timeline {
    pub entries: Vec<Entry>,
}

/// What only those read who handle a report. The look is recorded under the name of the key.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Personal {
    pub code: String,
    pub words: String,
    pub answers: Map<String, Json>,
    pub place_words: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub contact: Contact,
    /// False when the category hides its author: then `contact` is empty.
    pub author_shown: bool,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// A place as it is told; one of point, quarter, object or words is enough.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SentPlace {
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// Id of a quarter.
    pub quarter: Option<String>,
    /// What helps to find it.
    pub words: Option<String>,
    /// Number written on an object of the street; several, each on a line.
    pub object: Option<String>,
    /// Goes on with a number that no object of ours bears.
    pub object_as_typed: bool,
}

/// A report to be filed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReport {
    pub category: String,
    pub words: String,
    #[serde(default)]
    pub place: SentPlace,
    /// Answers to the questions of the category, by their ids: text, number, true or false, a list of choices.
    #[serde(default)]
    pub answers: Map<String, Json>,
    /// How its author is told; nobody is when it is absent.
    #[serde(default)]
    pub contact: Contact,
    /// Tokens of photos that were sent before.
    #[serde(default)]
    pub photos: Vec<String>,
    /// Whether the author agrees that it be shown to everybody, once it was read.
    #[serde(default)]
    pub publish: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Filed {
    pub code: String,
    /// Number in the register, with its year.
    pub number: i64,
    pub year: i64,
    /// True when this very report was received before.
    pub again: bool,
    /// The receipt, for the author alone: whoever has this address reads everything of the report.
    pub receipt_url: String,
    /// Day by which the law wants an answer.
    pub due_on: Option<String>,
    /// Codes of open reports that are perhaps about the same.
    pub similar: Vec<String>,
}

/// A photo that waits for its report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Photo {
    pub token: String,
}

/// A note for those who handle the report.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub words: String,
}

/// What goes with an action; each action says what it requires.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Act {
    /// The author reads them.
    pub words: String,
    pub outcome: Option<String>,
    pub date: Option<String>,
    /// Id of a unit.
    pub unit: Option<String>,
    /// Code of another report.
    pub case: Option<String>,
}

/// Another unit that is to have it in hand.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hand {
    /// Id of a unit.
    pub unit: String,
    /// A note for it.
    #[serde(default)]
    pub words: String,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    pub category: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Units {
    pub units: Vec<Unit>,
}

/// From which state to which, and what was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub from: String,
    pub to: String,
    pub outcome: Option<String>,
}

/// A message of a hook.
#[derive(Debug, Serialize)]
pub struct Message {
    #[serde(rename = "type")]
    pub happening: Happening,
    pub timestamp: Moment,
    pub data: Told,
}

#[derive(Debug, Serialize)]
pub struct Told {
    /// The commune, by its HCP code.
    pub commune: String,
    /// As it stands at the try, with what may be told by then; null of a ping, and where nothing may be told any more.
    pub report: Option<Report>,
    pub change: Option<Change>,
}
