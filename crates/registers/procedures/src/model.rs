//! Nouns: a procedure as the pack declares it, its questions, clocks, states and actions.

use crate::service::{Basis, Extend, Fee, IdentityLevel, OfferedTo, Opinion, Output, Piece, Silence, Test};
use kernel::clock::{DayKind, Span};
use kernel::{Label, words};
use serde::{Deserialize, Serialize};

words! {
    /// What a procedure gives. Everything but a report is a request: it is asked for, and decided.
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

words! {
    /// Every case is in one phase; the states of a procedure are free, phases are not (citizen-services 5.2).
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
    pub enum QuestionKind {
        Text = "text", Choice = "choice", Number = "number", YesNo = "yesno",
        Photo = "photo", Place = "place", Asset = "asset", Phone = "phone", Email = "email",
        Choices = "choices", Money = "money", Date = "date", Parcel = "parcel", Person = "person", Company = "company",
        Table = "table", Computed = "computed", Info = "info",
    }
}

words! {
    /// Whether a category asks for a photo or a place.
    pub enum Asked { Needed = "needed", Asked = "asked", Optional = "optional", None = "none" }
}

words! {
    /// Who promised a delay: the law, a contract or the commune, or only our own default.
    pub enum SourceKind { Law = "law", Target = "target", Default = "default" }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub label: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub kind: QuestionKind,
    pub label: Label,
    #[serde(default)]
    pub hint: Option<Label>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub options: Vec<Choice>,
    /// JsonLogic over earlier answers. A hidden question is absent, even if required.
    #[serde(default)]
    pub show_if: Option<String>,
    #[serde(default)]
    pub page: Option<String>,
    #[serde(default)]
    pub max: Option<i64>,
    #[serde(default)]
    pub min: Option<i64>,
    /// Sealed, and never shown outside the file.
    #[serde(default)]
    pub private: bool,
    /// Columns of a table: small questions, asked once per row.
    #[serde(default)]
    pub columns: Vec<Question>,
    /// JsonLogic that computes the answer; it is shown and never typed.
    #[serde(default)]
    pub value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockSource {
    pub kind: SourceKind,
    #[serde(default)]
    pub law: Option<String>,
    #[serde(default)]
    pub article: Option<String>,
    pub text: Label,
    /// Plausible, not verified: pages say "to be confirmed".
    #[serde(default)]
    pub confirm: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnDue {
    #[serde(rename = "do")]
    pub act: String,
    #[serde(default)]
    pub rule: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    pub id: String,
    pub span: i64,
    pub kind: DayKind,
    pub starts: String,
    pub stops: String,
    pub source: ClockSource,
    #[serde(default)]
    pub on_due: Vec<OnDue>,
}

impl Clock {
    pub fn length(&self) -> Span {
        Span { length: self.span, kind: self.kind }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    pub unit: String,
    pub level: Level,
}

words! {
    pub enum Level { Commune = "commune", Arrondissement = "arrondissement" }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotOurs {
    pub to: String,
    pub answer: Label,
}

/// What of a case becomes public.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    #[serde(default)]
    pub publish: bool,
    #[serde(default)]
    pub words: bool,
    #[serde(default)]
    pub photo: bool,
    /// Grid in metres to which the published point is rounded.
    #[serde(default)]
    pub point_precision_m: u32,
    /// A kind of `[[retention]]` in `pack.toml`, when it is not the base's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retain: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    pub id: String,
    pub phase: Phase,
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

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: String,
    pub name: Label,
    pub solved: bool,
    pub answer: String,
    #[serde(default)]
    pub requires: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub by: Vec<String>,
    #[serde(default)]
    pub requires: Vec<String>,
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
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Either::deserialize(input)? {
        Either::One(one) => vec![one],
        Either::Many(many) => many,
    })
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub id: String,
    pub title: Label,
    #[serde(default)]
    pub hint: Option<Label>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keywords {
    #[serde(default)]
    pub ar: Vec<String>,
    #[serde(default)]
    pub fr: Vec<String>,
    #[serde(default)]
    pub en: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dedupe {
    pub radius_m: u32,
    pub same_asset: bool,
    pub days: i64,
}

/// Kinds of `[[retention]]` in `pack.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    pub public: String,
    pub contact: String,
    pub photo: String,
    pub private: String,
    pub survey: String,
}

/// One procedure, ready to use: a category with everything it extends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Procedure {
    pub id: String,
    pub code: String,
    pub version: i64,
    pub kind: Kind,
    pub group: String,
    pub icon: String,
    pub title: Label,
    pub hint: Option<Label>,
    pub keywords: Keywords,
    pub public: bool,
    pub restricted: bool,
    pub hide_author: bool,
    pub urgent: bool,
    pub photo: Asked,
    pub place: Asked,
    pub asset: Option<String>,
    pub danger: Option<Label>,
    pub route: Vec<Route>,
    pub not_ours: Option<NotOurs>,
    pub clocks: Vec<Clock>,
    pub questions: Vec<Question>,
    pub open: Open,
    pub pages: Vec<Page>,
    pub states: Vec<State>,
    pub outcomes: Vec<Outcome>,
    pub actions: Vec<Action>,
    pub survey: Vec<Question>,
    pub dedupe: Dedupe,
    pub retention: Retention,
    /// False when the commune does not offer it.
    pub offered: bool,
    #[serde(flatten, default)]
    pub service: Service,
}

/// What a request has and a report has not.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Service {
    pub offered_to: OfferedTo,
    pub basis: Vec<Basis>,
    pub issuer: Label,
    pub who: Label,
    pub level: IdentityLevel,
    pub silence: Silence,
    pub pieces: Vec<Piece>,
    pub fees: Vec<Fee>,
    pub opinions: Vec<Opinion>,
    pub outputs: Vec<Output>,
    #[serde(skip_serializing)]
    pub tests: Vec<Test>,
}

impl Procedure {
    pub fn is_request(&self) -> bool {
        !matches!(self.kind, Kind::Report | Kind::Base)
    }

    /// Where a file begins that lacks a piece.
    pub fn incomplete(&self) -> Option<&State> {
        self.states.iter().find(|state| state.incomplete)
    }

    /// The papers that a state brings about.
    pub fn outputs_of<'a>(&'a self, state: &'a str) -> impl Iterator<Item = &'a Output> {
        self.service.outputs.iter().filter(move |output| output.on.iter().any(|on| on == state))
    }

    pub fn piece(&self, id: &str) -> Option<&Piece> {
        self.service.pieces.iter().find(|piece| piece.id == id)
    }

    pub fn state(&self, id: &str) -> Option<&State> {
        self.states.iter().find(|state| state.id == id)
    }

    pub fn start(&self) -> Option<&State> {
        self.states.iter().find(|state| state.start)
    }

    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }

    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }

    pub fn clock(&self, id: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.id == id)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The actions that leave a state.
    pub fn actions_from<'a>(&'a self, state: &'a str) -> impl Iterator<Item = &'a Action> {
        self.actions.iter().filter(move |action| action.from.iter().any(|from| from == state))
    }
}
