//! Nouns of a request: its law, who may ask, the papers asked and delivered, fees, opinions, and the tests it carries.

use crate::schema::{Days, Spoken};
use kernel::clock::{DayKind, Span};
use kernel::{Day, Label, words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// How sure the commune must be of who asks.
    #[derive(Default)]
    #[derive(JsonSchema)]
    pub enum IdentityLevel {
        None = "none",
        /// A telephone or an address that answered.
        #[default]
        Contact = "contact",
        /// Seen at a counter with the card.
        Checked = "checked",
        /// The national identity service.
        National = "national",
    }
}

impl IdentityLevel {
    /// The same word as the register of persons uses: `checked` is a person seen at a counter.
    pub fn needs(self) -> people::Level {
        match self {
            IdentityLevel::None => people::Level::Declared,
            IdentityLevel::Contact => people::Level::Contact,
            IdentityLevel::Checked => people::Level::Counter,
            IdentityLevel::National => people::Level::National,
        }
    }
}

words! {
    /// What it means that the delay ran out (law 55-19, art. 19).
    #[derive(Default)]
    #[derive(JsonSchema)]
    pub enum Silence {
        #[default]
        None = "none",
        Acceptance = "acceptance",
    }
}

words! {
    /// Where a paper comes from (law 55-19, art. 7 and 23).
    #[derive(JsonSchema)]
    pub enum PieceFrom {
        Applicant = "applicant",
        /// The commune finds it in its own registers.
        Commune = "commune",
        /// The commune asks the body that holds it.
        Body = "body",
        /// Seen at the counter, never copied.
        Shown = "shown",
    }
}

words! {
    /// When a fee must have been paid.
    #[derive(JsonSchema)]
    pub enum FeeDue { Filing = "filing", Grant = "grant", Delivery = "delivery" }
}

words! {
    /// What the silence of a consulted service counts as.
    #[derive(Default)]
    #[derive(JsonSchema)]
    pub enum OpinionSilence {
        #[default]
        Favourable = "favourable",
        Unfavourable = "unfavourable",
        None = "none",
    }
}

words! {
    /// Who answers for a paper: a person's qualified signature, the commune's seal, or nobody.
    #[derive(Default)]
    #[derive(JsonSchema)]
    pub enum Sign {
        Qualified = "qualified",
        Seal = "seal",
        #[default]
        None = "none",
    }
}

/// For whom, on which occasion, and by which service it is offered: ids of `catalogue.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OfferedTo {
    pub service: String,
    pub events: Vec<String>,
    pub audience: Vec<String>,
}

/// A text of law on which the procedure rests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Number of the law or decree.
    pub law: String,
    /// Its article.
    #[serde(default)]
    pub article: Option<String>,
    /// Its name.
    #[schemars(with = "Spoken")]
    pub title: Label,
    /// Plausible, not verified.
    #[serde(default)]
    pub confirm: bool,
}

/// A paper of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// Kept in files; never changes.
    pub id: String,
    /// A kind of `pieces.toml`.
    pub kind: String,
    /// Filled from the kind when it is not given.
    #[serde(default)]
    #[schemars(with = "Option<Spoken>")]
    pub label: Option<Label>,
    /// What exactly is wanted.
    #[serde(default)]
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    /// Where it comes from.
    pub from: PieceFrom,
    /// The body that holds it, when `from` is a body.
    #[serde(default)]
    #[schemars(with = "Option<Spoken>")]
    pub body: Option<Label>,
    /// Whether the file is incomplete without it.
    #[serde(default)]
    pub required: bool,
    /// JsonLogic over the answers: when it is wanted.
    #[serde(default, rename = "if")]
    pub condition: Option<String>,
    /// A drawing that reviewers write remarks on, and that is stamped with the decision; so is what its kind says.
    #[serde(default)]
    pub plan: bool,
    /// Several files may be given.
    #[serde(default)]
    pub many: bool,
    /// More than one is refused (law 55-19 art. 7).
    #[serde(default = "one")]
    pub copies: i64,
    /// Largest size of a file.
    #[serde(default)]
    pub max_mb: Option<i64>,
}

fn one() -> i64 {
    1
}

/// A kind of paper: who makes it, and what the law sees in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PieceKind {
    pub id: String,
    pub issuer: String,
    pub class: PieceClass,
    /// A drawing that reviewers write remarks on, and that is stamped with the decision.
    #[serde(default)]
    pub plan: bool,
    #[schemars(with = "Spoken")]
    pub name: Label,
}

words! {
    /// What a paper is to laws 55-19 and 04-20.
    #[derive(JsonSchema)]
    pub enum PieceClass {
        Form = "form",
        Statement = "statement",
        Private = "private",
        Personal = "personal",
        Public = "public",
        Card = "card",
        Birth = "birth",
        Residence = "residence",
        Life = "life",
        Nationality = "nationality",
        CommunePaper = "commune_paper",
    }
}

/// A sum to be paid, as a formula over the answers and the commune's tariffs, in centimes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Kept in receipts; never changes.
    pub id: String,
    /// Its name.
    #[schemars(with = "Spoken")]
    pub label: Label,
    /// JsonLogic that computes centimes from answers and tariffs.
    pub amount: String,
    /// JsonLogic over the answers: when it is due.
    #[serde(default, rename = "if")]
    pub condition: Option<String>,
    /// When it must have been paid.
    pub due: FeeDue,
}

/// An amount that the commune sets within the bounds of the law.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tariff {
    pub id: String,
    pub unit: String,
    pub amount: i64,
    /// 0: no bound is known.
    pub min: i64,
    pub max: i64,
    #[schemars(with = "Spoken")]
    pub name: Label,
    pub source: crate::model::ClockSource,
}

/// What a service says of the file, asked beside others, with a clock of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// Its name in the file.
    pub id: String,
    /// Code of the unit that is asked.
    pub unit: String,
    /// Its name.
    #[schemars(with = "Spoken")]
    pub title: Label,
    /// Its delay.
    pub span: i64,
    /// How the delay counts.
    #[schemars(with = "Days")]
    pub kind: DayKind,
    /// What silence counts as.
    #[serde(default)]
    pub silence: OpinionSilence,
    /// The state in which it is asked.
    pub on: String,
    /// JsonLogic over the answers: when it is asked.
    #[serde(default, rename = "if")]
    pub condition: Option<String>,
}

impl Opinion {
    pub fn length(&self) -> Span {
        Span { length: self.span, kind: self.kind }
    }
}

/// A paper that the commune delivers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// Its name in the file.
    pub id: String,
    /// States that bring it about.
    pub on: Vec<String>,
    /// `permit`, `refusal`, `certificate`, `silence` or `receipt`.
    pub template: String,
    /// Its title.
    #[schemars(with = "Spoken")]
    pub title: Label,
    /// The register that numbers it without gaps.
    pub register: String,
    /// Who answers for it.
    #[serde(default)]
    pub sign: Sign,
    /// Roles that sign before the one who decides, in this order; for `sign = "qualified"`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first_signed_by: Vec<String>,
    /// How long it is good for.
    #[serde(default)]
    pub valid: Option<Valid>,
    /// A paragraph of the paper; `{question}` is the answer.
    #[serde(default)]
    #[schemars(with = "Option<Spoken>")]
    pub text: Option<Label>,
}

/// How long a paper is good for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Valid {
    #[serde(default)]
    pub days: i64,
    #[serde(default)]
    pub months: i64,
    #[serde(default)]
    pub renewable: bool,
    /// Days before the end at which the holder is told, and from which it may be renewed; 0: never told, renewed at any time.
    #[serde(default)]
    pub remind: i64,
    /// It ends only when what it allows has not begun by then, such as the foundations (law 12-90, art. 49).
    #[serde(default)]
    pub unless_begun: bool,
}

impl Valid {
    /// Some time, and told of its end within it. A month is at least 28 days.
    pub fn makes_sense(&self) -> bool {
        let shortest = self.months * 28 + self.days;
        self.months >= 0 && self.days >= 0 && shortest > 0 && (0..shortest).contains(&self.remind)
    }

    /// The last day on which what was issued on a day is good.
    pub fn until(&self, issued: Day) -> Day {
        issued.plus_months(self.months).plus_days(self.days)
    }

    /// The first day on which the holder may ask for a renewal; `None` for any day.
    pub fn renewed_from(&self, until: Day) -> Option<Day> {
        (self.remind > 0).then(|| until.plus_days(-self.remind))
    }
}

/// Lengthens a clock by its own span, so many times.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extend {
    pub clock: String,
    pub times: i64,
}

/// A test that the procedure carries and that must pass before it is published.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Test {
    /// A sentence that says what it checks.
    pub name: String,
    /// Answers by question.
    pub given: BTreeMap<String, platform::Json>,
    /// Questions that must be missing.
    pub invalid: Option<Vec<String>>,
    /// Questions that must not show.
    pub hidden: Option<Vec<String>>,
    /// The papers asked of the applicant, exactly.
    pub pieces: Option<Vec<String>>,
    /// The fees in centimes, exactly.
    pub fees: Option<BTreeMap<String, i64>>,
    /// Actions from the first state on.
    pub path: Option<Vec<String>>,
    /// The state reached.
    pub ends: Option<String>,
}
