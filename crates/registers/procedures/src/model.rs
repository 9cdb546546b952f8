//! Nouns: a procedure as the pack declares it, its questions, clocks, states and actions.

pub use crate::procedure::{Procedure, Service};
use crate::schema::{Days, OneOrMany, Spoken};
use crate::service::Extend;
use kernel::clock::{DayKind, Span};
use kernel::{Label, words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// What a procedure gives. Everything but a report is a request: it is asked for, and decided.
    #[derive(JsonSchema)]
    pub enum Kind {
        Report = "report",
        Authorization = "authorization",
        Certificate = "certificate",
        Declaration = "declaration",
        Registration = "registration",
        Payment = "payment",
        Intervention = "intervention",
        Base = "base",
    }
}

impl Kind {
    pub fn is_request(self) -> bool {
        !matches!(self, Kind::Report | Kind::Base)
    }
}

words! {
    /// Every case is in one phase; the states of a procedure are free, phases are not (citizen-services 5.2).
    #[derive(JsonSchema)]
    pub enum Phase {
        Filed = "filed",
        InProgress = "in_progress",
        WaitingApplicant = "waiting_applicant",
        WaitingOther = "waiting_other",
        Decided = "decided",
        Closed = "closed",
    }
}

words! {
    #[derive(JsonSchema)]
    pub enum QuestionKind {
        Text = "text", Choice = "choice", Number = "number", YesNo = "yesno",
        Photo = "photo", Place = "place", Asset = "asset", Phone = "phone", Email = "email",
        Choices = "choices", Money = "money", Date = "date", Parcel = "parcel", Person = "person", Company = "company",
        Table = "table", Computed = "computed", Info = "info",
    }
}

words! {
    /// Whether a category asks for a photo or a place.
    #[derive(JsonSchema)]
    pub enum Asked { Needed = "needed", Asked = "asked", Optional = "optional", None = "none" }
}

words! {
    /// Who promised a delay: the law, a contract or the commune, or only our own default.
    #[derive(JsonSchema)]
    pub enum SourceKind { Law = "law", Target = "target", Default = "default" }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Kept in answers; never changes.
    pub id: String,
    /// What people read.
    #[schemars(with = "Spoken")]
    pub label: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Kept in answers and conditions; never changes.
    pub id: String,
    /// What may be typed.
    pub kind: QuestionKind,
    /// What people read.
    #[schemars(with = "Spoken")]
    pub label: Label,
    /// How to answer.
    #[serde(default)]
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    /// Whether it must be answered when it shows.
    #[serde(default)]
    pub required: bool,
    /// Answers of a choice.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// JsonLogic over earlier answers; what hangs on one that is not there is not met. A hidden question is absent, even if
    /// required.
    #[serde(default)]
    pub show_if: Option<String>,
    /// The page it stands on.
    #[serde(default)]
    pub page: Option<String>,
    /// Most signs of a text, largest number, most rows of a table.
    #[serde(default)]
    pub max: Option<i64>,
    /// The smallest number.
    #[serde(default)]
    pub min: Option<i64>,
    /// Sealed, and never shown outside the file.
    #[serde(default)]
    pub private: bool,
    /// Its label on the papers that are delivered, where that of the form would not do there. A long text that has one is
    /// printed too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Spoken>")]
    pub paper: Option<Label>,
    /// Columns of a table: small questions, asked once per row.
    #[serde(default)]
    pub columns: Vec<Question>,
    /// JsonLogic that computes the answer; it is shown and never typed.
    #[serde(default)]
    pub value: Option<String>,
    /// Digits after the comma that a number may have, 3 at most; without it the number is whole.
    #[serde(default, skip_serializing_if = "is_none_at_all")]
    pub decimals: u8,
    /// Of a day: the earliest, `today`, `today+7d`, `today-30d`, or the id of an earlier day of the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<String>,
    /// Of a day: the latest, written like `not_before`. A day of birth, marriage or death is never after `today`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<String>,
    /// Of a column: no two rows may have the same, such as the number of a card.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unique: bool,
}

fn is_none_at_all(decimals: &u8) -> bool {
    *decimals == 0
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockSource {
    /// Who promises the delay.
    pub kind: SourceKind,
    /// Number of the law or decree.
    #[serde(default)]
    pub law: Option<String>,
    /// Its article.
    #[serde(default)]
    pub article: Option<String>,
    /// The promise in words.
    #[schemars(with = "Spoken")]
    pub text: Label,
    /// Plausible, not verified: pages say "to be confirmed".
    #[serde(default)]
    pub confirm: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OnDue {
    /// `notify_head`, `act`, `escalate` or `penalty`.
    #[serde(rename = "do")]
    pub act: String,
    /// For `act`: an action that the system may do.
    #[serde(default)]
    pub rule: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// `decision` for the promise.
    pub id: String,
    /// Its length, in days or hours as `kind` says.
    pub span: i64,
    /// How it counts.
    #[schemars(with = "Days")]
    pub kind: DayKind,
    /// The state that starts it.
    pub starts: String,
    /// The state that stops it.
    pub stops: String,
    /// Who promised it.
    pub source: ClockSource,
    /// What happens when it runs out; one at least.
    #[serde(default)]
    pub on_due: Vec<OnDue>,
}

impl Clock {
    pub fn length(&self) -> Span {
        Span { length: self.span, kind: self.kind }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Code of a unit.
    pub unit: String,
    /// Of the arrondissement of the place, or of the commune.
    pub level: Level,
}

words! {
    #[derive(JsonSchema)]
    pub enum Level { Commune = "commune", Arrondissement = "arrondissement" }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotOurs {
    pub to: String,
    #[schemars(with = "Spoken")]
    pub answer: Label,
}

/// What of a case becomes public.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Open {
    #[serde(default)]
    pub publish: bool,
    #[serde(default)]
    pub words: bool,
    #[serde(default)]
    pub photo: bool,
    /// Of permits: whether a page about its place may say that works are allowed there. It names no person.
    #[serde(default)]
    pub at_place: bool,
    /// Grid in metres to which the published point is rounded.
    #[serde(default)]
    pub point_precision_m: u32,
    /// A kind of `[[retention]]` in `pack.toml`, when it is not the base's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retain: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct State {
    pub id: String,
    pub phase: Phase,
    #[schemars(with = "Spoken")]
    pub name: Label,
    #[serde(default)]
    pub start: bool,
    #[serde(default)]
    pub end: bool,
    /// Where a file begins that lacks a piece (law 55-19, art. 10).
    #[serde(default)]
    pub incomplete: bool,
    #[serde(default)]
    pub substate_of: Option<String>,
    /// Clocks that stand still in this state.
    #[serde(default)]
    pub pauses: Vec<String>,
    #[serde(default)]
    pub requires: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub name: Label,
    pub solved: bool,
    pub answer: String,
    #[serde(default)]
    pub requires: Vec<String>,
}

words! {
    /// Who reads what is written with an action.
    #[derive(Default)]
    #[derive(JsonSchema)]
    pub enum Readers {
        /// The person, at once.
        #[default]
        Person = "person",
        /// Staff: reasons or conditions of a decision that is only proposed. The person reads them once it is signed.
        Decision = "decision",
        /// Staff alone.
        Staff = "staff",
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    pub id: String,
    #[serde(default)]
    pub from: Vec<String>,
    /// From every state that is not decided; filled into `from` when it is loaded.
    #[serde(default)]
    pub anywhere: bool,
    pub to: String,
    /// Permissions, `applicant` or `system`: any of them.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub by: Vec<String>,
    #[serde(default)]
    pub requires: Vec<String>,
    /// Who reads what is written with it.
    #[serde(default)]
    pub words: Readers,
    #[schemars(with = "Spoken")]
    pub name: Label,
    #[serde(default)]
    pub outcome: Option<String>,
    #[serde(default)]
    pub within_days: Option<i64>,
    #[serde(default)]
    pub after_days: Option<i64>,
    #[serde(default)]
    pub other_person: bool,
    /// How often it may be done in the life of a case.
    #[serde(default)]
    pub limit: Option<i64>,
    /// Only in the first half of this clock (law 55-19, art. 10 and 14).
    #[serde(default)]
    pub first_half_of: Option<String>,
    /// Lengthens a clock (law 55-19, art. 17).
    #[serde(default)]
    pub extends: Option<Extend>,
}

impl Action {
    pub fn is_by(&self, who: &str) -> bool {
        self.by.iter().any(|by| by == who)
    }
}

/// `by = "cases.handle"` or `by = ["applicant", "requests.file_for"]`.
fn one_or_many<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    Ok(OneOrMany::deserialize(input)?.into())
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Named by its questions.
    pub id: String,
    /// Its heading.
    #[schemars(with = "Spoken")]
    pub title: Label,
    /// A sentence under it.
    #[serde(default)]
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Keywords {
    #[serde(default)]
    pub ar: Vec<String>,
    #[serde(default)]
    pub fr: Vec<String>,
    #[serde(default)]
    pub en: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dedupe {
    pub radius_m: u32,
    pub same_asset: bool,
    pub days: i64,
}

/// Kinds of `[[retention]]` in `pack.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    pub public: String,
    pub contact: String,
    pub photo: String,
    pub private: String,
    pub survey: String,
}
