//! Nouns: a procedure as the pack declares it, its questions, clocks, states and actions.

use kernel::clock::{DayKind, Span};
use kernel::{Label, words};
use serde::{Deserialize, Serialize};

words! {
    pub enum Kind { Report = "report", Base = "base" }
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
    /// Sealed, and never shown outside the file.
    #[serde(default)]
    pub private: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockSource {
    pub kind: SourceKind,
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
    pub from: Vec<String>,
    pub to: String,
    /// A permission, `applicant` or `system`.
    pub by: String,
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
}

impl Procedure {
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
