//! What programs send and get, as types: the description of the API is made of them.

use crate::exports::plain::{Delay, Named, Sheet};
use kernel::Label;
use platform::Json;
use platform::json::Map;
use procedures::{Choice, Clock, Days, FeeDue, QuestionKind, Spoken};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The catalogue, or what a search found of it, best first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct List {
    pub count: usize,
    pub procedures: Vec<Line>,
    pub events: Vec<Named>,
    pub audiences: Vec<Named>,
    pub services: Vec<Named>,
}

/// One procedure in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Line {
    pub id: String,
    pub code: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    pub events: Vec<String>,
    pub audience: Vec<String>,
    pub service: String,
    pub delay: Option<Delay>,
    /// Its sheet and form.
    pub url: String,
}

/// One procedure: its sheet, its form as data, its clocks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct One {
    pub sheet: Sheet,
    pub form: Vec<FormPage>,
    pub clocks: Vec<Clock>,
    /// What `quarter` of a place may be.
    pub quarters: Vec<Named>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FormPage {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    pub fields: Vec<Field>,
}

/// One question. Hidden by its condition it is not asked, and what was sent for it does not count.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Field {
    /// The name under which its answer is sent.
    pub name: String,
    pub kind: QuestionKind,
    #[schemars(with = "Spoken")]
    pub label: Label,
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    /// Whether it must be answered when it shows.
    pub required: bool,
    pub private: bool,
    pub min: Option<i64>,
    /// Most signs of a text, largest number, most rows of a table.
    pub max: Option<i64>,
    /// Digits that a number may have after the point.
    pub decimals: u8,
    /// Of a day: `today`, `today+7d`, or the name of an earlier day of the form.
    pub not_before: Option<String>,
    pub not_after: Option<String>,
    /// Of a column: no two rows have the same.
    pub unique: bool,
    pub options: Vec<Choice>,
    /// Its answer is an object of these parts.
    pub parts: Vec<&'static str>,
    /// Its answer is a list of objects with these fields.
    pub columns: Vec<Field>,
    /// JsonLogic over earlier answers; a comparison with one that is not there is not met, whatever it says. Null: always shown.
    pub show_if: Json,
    /// JsonLogic that computes the answer; nothing is sent for it.
    pub value: Json,
}

/// Answers by the names of their fields: text, number, true or false, a list of choices, an object of parts, a list of rows.
/// Null takes an answer back. A day is `2026-12-31`, a sum is in dirhams.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct SentAnswers(pub Map<String, Json>);

/// A draft as it stands: what was answered, what lacks, what it will cost.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Draft {
    /// The secret name under which everything of it is found.
    pub code: String,
    pub procedure: String,
    /// The version of the procedure by which it is read now.
    pub version: i64,
    /// True when the procedure changed since the draft was begun.
    pub changed: bool,
    /// False when the commune does not offer the procedure any more: it cannot be filed.
    pub offered: bool,
    /// Answers as they were sent, right or not.
    pub answers: Map<String, Json>,
    /// Fields that are asked with these answers.
    pub asked: Vec<String>,
    /// What is wrong or missing among the answers.
    pub wrong: Vec<Wrong>,
    pub pieces: Vec<AskedPiece>,
    /// Papers without which the file is not complete; it can be filed without them, and is then being completed.
    pub lacking: Vec<String>,
    pub fees: Vec<DueFee>,
    /// Centimes.
    pub total: i64,
    /// True when it can be filed.
    pub ready: bool,
    pub filed: Option<Filed>,
}

/// A fault of one field.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Wrong {
    pub field: Option<String>,
    /// For programs; it does not change.
    pub code: String,
    /// For people, in the asked language.
    pub detail: String,
}

/// A paper that the person is to give, with what was given of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AskedPiece {
    pub id: String,
    #[schemars(with = "Option<Spoken>")]
    pub label: Option<Label>,
    pub required: bool,
    pub many: bool,
    pub files: Vec<GivenFile>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct GivenFile {
    pub id: String,
    pub name: String,
    /// Bytes.
    pub size: usize,
    /// Media type, by content.
    pub kind: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DueFee {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub label: Label,
    /// Centimes.
    pub amount: i64,
    pub due: FeeDue,
}

/// How much of a file has come.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Upload {
    pub id: String,
    /// Bytes that have come: where the next part begins.
    pub received: i64,
    pub size: i64,
    pub done: bool,
    /// Where the next part is sent.
    pub url: String,
}

/// What the person has seen of it; what changed meanwhile is told, and nothing is filed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The sum in centimes.
    #[serde(default)]
    pub total: Option<i64>,
    /// The version of the procedure.
    #[serde(default)]
    pub version: Option<i64>,
}

/// A request that was filed, and what opens it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Filed {
    pub code: String,
    /// Opens the case and its receipt; keep it secret.
    pub key: String,
    /// True when this draft had been filed before.
    pub again: bool,
    pub receipt: String,
    pub status: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentPin {
    /// The six digits of the receipt.
    pub pin: String,
}

/// What opens a case without its PIN.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Key {
    pub code: String,
    pub key: String,
}

/// The receipt of law 55-19, art. 10.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Receipt {
    pub code: String,
    pub pin: String,
    pub number: i64,
    pub year: i64,
    pub received_at: String,
    pub procedure: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    #[schemars(with = "Spoken")]
    pub unit: Label,
    /// False while papers are to come: the delay has not begun.
    pub complete: bool,
    pub lacking: Vec<AskedPiece>,
    pub due: Option<Due>,
    pub silence_is_acceptance: bool,
    pub appeal: bool,
    /// How safely it is stored.
    pub level: String,
    /// The signed compact form, which verifies without a network.
    pub sealed: String,
    /// The address in its QR code.
    pub verify: String,
}

/// The next date.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Due {
    /// `decision` for the promise.
    pub clock: String,
    pub at: String,
    /// Who promised it.
    #[schemars(with = "Spoken")]
    pub source: Label,
    /// True when the commune has still to confirm the delay.
    pub confirm: bool,
}

/// Where a request stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Status {
    pub code: String,
    pub procedure: String,
    #[schemars(with = "Spoken")]
    pub title: Label,
    pub state: String,
    #[schemars(with = "Option<Spoken>")]
    pub state_name: Option<Label>,
    pub phase: procedures::Phase,
    pub outcome: Option<Named>,
    pub received_at: String,
    pub answered_at: Option<String>,
    pub clocks: Vec<ClockShown>,
    /// True when pieces or an answer are awaited from the person.
    pub waits_for_you: bool,
    pub lacking: Vec<AskedPiece>,
    pub dues: Vec<OrderedFee>,
    pub steps: Vec<Step>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ClockShown {
    pub clock: String,
    pub span: i64,
    #[schemars(with = "Days")]
    pub days: kernel::clock::DayKind,
    /// `running`, `paused`, `met`, `missed` or `void`.
    pub standing: &'static str,
    pub started_at: String,
    pub due_at: Option<String>,
}

/// A sum as it was ordered: a tariff that changes later does not change it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OrderedFee {
    pub id: String,
    #[schemars(with = "Spoken")]
    pub label: Label,
    /// Centimes.
    pub amount: i64,
    /// `due`, `paid` or `cancelled`.
    pub state: &'static str,
}

/// An entry of the timeline that its author may see.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Step {
    pub at: String,
    /// `filed`, `moved`, `told`, `wrote` and others.
    pub kind: &'static str,
    /// The state that was reached.
    pub state: Option<String>,
    pub words: Option<String>,
}
