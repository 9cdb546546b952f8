//! Nouns: a contract with its terms, an order with its proofs, a penalty, a statement.

use kernel::clock::DayKind;
use kernel::{Day, Email, Id, Label, Lang, Moment, Money, Point, Refusal, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// How an order reaches the contractor: it waits in his inbox, a message with a link goes out, or his own system takes it.
    #[derive(Default)]
    pub enum Way { #[default] Inbox = "inbox", Email = "email", Open311 = "open311" }
}

words! {
    /// Where the delivery of an order stands; apart from what the contractor makes of it.
    pub enum Delivery { Waiting = "waiting", Sent = "sent", Seen = "seen", Failed = "failed", Dead = "dead" }
}

words! {
    /// What became of an order. Proved: the contractor says that it is done, and nobody has looked yet.
    pub enum OrderState {
        Given = "given", Accepted = "accepted", Planned = "planned", Proved = "proved", Refused = "refused",
        Done = "done", Returned = "returned", Withdrawn = "withdrawn",
    }
}

words! {
    /// What is done with an order.
    pub enum Step {
        Give = "give",
        /// By the contractor.
        Accept = "accept", Plan = "plan", Prove = "prove", Refuse = "refuse",
        /// By the service, or by who reported it.
        Approve = "approve", Reject = "reject",
        /// By the service: takes the refusal, or not.
        TakeBack = "take_back", Insist = "insist",
        /// The case went elsewhere, or was answered.
        Withdraw = "withdraw",
    }
}

words! { pub enum ProofSide { Before = "before", After = "after" } }

words! {
    /// Why a photograph proves less than it should. It is kept all the same.
    pub enum Doubt {
        /// Taken far from the place of the order.
        Elsewhere = "elsewhere",
        /// Taken before the order was given.
        Earlier = "earlier",
        /// Neither the camera nor the telephone said where.
        NoPlace = "no_place",
        /// The camera did not say when.
        NoTime = "no_time",
    }
}

words! {
    /// Draft and signed are the service's; contested is the contractor's; upheld and dropped are the answer.
    pub enum PenaltyState {
        Draft = "draft", Signed = "signed", Contested = "contested", Upheld = "upheld", Dropped = "dropped",
    }
}

words! {
    /// Whether a penalty comes once, or again each day until the work is done.
    #[derive(Default)]
    pub enum Repeat { Once = "once", #[default] Daily = "daily" }
}

/// What was agreed with a contractor, as data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contract {
    pub id: Id,
    pub unit: Id,
    pub starts_on: Day,
    pub ends_on: Option<Day>,
    pub edition: i64,
    pub terms: Terms,
    /// Where orders go when the contractor has no inbox of his own.
    #[serde(skip)]
    pub email: Option<Email>,
    /// His own system, where it takes orders.
    #[serde(skip)]
    pub system: Option<System>,
    pub updated_at: Moment,
}

/// The server of a contractor, and who we are there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct System {
    pub url: String,
    pub jurisdiction: Option<String>,
    pub key: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// Number of the contract or of the market.
    pub reference: String,
    pub title: Label,
    /// Ids of the report categories it covers.
    pub categories: Vec<String>,
    /// HCP codes; empty for the whole commune.
    pub areas: Vec<String>,
    pub way: Way,
    pub rules: Vec<PenaltyRule>,
    pub contest: ContestWindow,
    /// The most that the penalties of a month may take, in percent of its invoice.
    pub cap_percent: Option<i64>,
    /// The usual invoice of a month.
    pub invoice: Option<Money>,
    /// The clause that obliges the contractor to deliver its data.
    pub clause: Label,
    pub data: Vec<DataDuty>,
    /// What his system calls our categories; one that is not named here has the same name there.
    #[serde(default)]
    pub services: BTreeMap<String, String>,
    /// The language in which he is written to.
    #[serde(default)]
    pub lang: Option<Lang>,
}

impl Terms {
    /// French where nothing was agreed on.
    pub fn speaks(&self) -> Lang {
        self.lang.unwrap_or(Lang::Fr)
    }
}

/// A penalty that the contract provides for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PenaltyRule {
    pub id: String,
    pub title: Label,
    pub categories: Vec<String>,
    /// Hours from the moment the order reached the contractor.
    pub hours: i64,
    pub amount: Money,
    pub repeat: Repeat,
    /// Reports this near are one spot.
    pub radius_m: i64,
}

/// How long the contractor may contest, from the day of the signature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContestWindow {
    pub days: i64,
    pub kind: DayKind,
}

impl Default for ContestWindow {
    fn default() -> ContestWindow {
        ContestWindow { days: 5, kind: DayKind::Working }
    }
}

/// Data owed by the contractor, such as the list of lamps with their positions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DataDuty {
    pub id: String,
    pub title: Label,
    pub every_months: i64,
}

/// When data that is owed came last.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Received {
    pub duty: String,
    pub on: Day,
    pub rows: Option<i64>,
}

/// A case in the hands of a contractor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Order {
    pub id: Id,
    pub case_id: Id,
    pub code: String,
    pub category: String,
    pub contract: Id,
    pub unit: Id,
    /// The penalty rule that watches over it.
    pub rule: Option<String>,
    pub state: OrderState,
    pub given_at: Moment,
    /// When it reached the contractor: his clock starts here, never before.
    pub reached_at: Option<Moment>,
    pub planned_on: Option<Day>,
    /// When the contractor said that it is done, or not his: until somebody has looked, time does not run against him.
    pub claimed_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    /// When the next penalty falls due, unless it is done until then.
    pub penalty_at: Option<Moment>,
    pub place: Spot,
    pub sent: Sent,
    #[serde(skip)]
    pub vault: String,
}

/// Where an order or a penalty is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Spot {
    pub area: Option<String>,
    pub quarter: Option<String>,
    pub point: Option<Point>,
    pub asset: Option<String>,
}

/// How the order travelled.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sent {
    pub way: Way,
    pub delivery: Delivery,
    pub attempts: i64,
    pub next_at: Option<Moment>,
    /// Why the last try failed.
    pub trouble: Option<Refusal>,
    /// The message, or the number that the other system gave.
    pub outside: Option<String>,
    /// Since when a try may have been taken there.
    pub tried_at: Option<Moment>,
    /// For a number that is still to come.
    pub token: Option<String>,
}

impl Order {
    pub fn is_open(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Whether what the contractor said waits to be looked at.
    pub fn waits(&self) -> bool {
        matches!(self.state, OrderState::Proved | OrderState::Refused)
    }
}

/// One entry of the history of an order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    pub at: Moment,
    pub actor: String,
    pub step: Step,
    pub words: Option<String>,
}

/// A photograph that proves, or should.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proof {
    pub id: Id,
    pub side: ProofSide,
    #[serde(skip)]
    pub blob: String,
    #[serde(skip)]
    pub thumb: String,
    pub at: Moment,
    pub taken_at: Option<Moment>,
    pub point: Option<Point>,
    pub doubts: Vec<Doubt>,
}

/// A photograph about to be kept as a proof.
#[derive(Debug, Clone, PartialEq)]
pub struct NewProof {
    pub side: ProofSide,
    pub blob: String,
    pub thumb: String,
    pub kind: String,
    /// Where the camera, or else the telephone, was.
    pub point: Option<Point>,
    pub taken_at: Option<Moment>,
}

/// What comes with a step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
    pub words: String,
    pub day: Option<Day>,
    pub proofs: Vec<NewProof>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Penalty {
    pub id: Id,
    pub contract: Id,
    pub edition: i64,
    pub unit: Id,
    pub rule: String,
    pub spot: String,
    /// The day that it is counted for.
    pub day: Day,
    pub case_id: Id,
    /// Code of the first report.
    pub code: String,
    pub place: Spot,
    pub amount: Money,
    pub state: PenaltyState,
    /// When the time ran out.
    pub due_at: Moment,
    pub drafted_at: Moment,
    pub signed_at: Option<Moment>,
    pub signed_by: Option<String>,
    pub contest_until: Option<Moment>,
    pub contested_at: Option<Moment>,
    pub decided_at: Option<Moment>,
    /// The month of the statement that counts it.
    pub statement: Option<String>,
    /// What the contractor says against it, and what was answered.
    pub contest: Option<String>,
    pub decision: Option<String>,
    #[serde(skip)]
    pub vault: String,
}

/// A month of penalties, as the service signed it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    pub contract: Id,
    /// `2026-11`.
    pub month: String,
    pub invoice: Option<Money>,
    pub sum: Sum,
    pub signed_at: Moment,
    pub signed_by: String,
}

/// What everybody may know of a month of a contract, by the day on which orders were given and penalties are counted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicMonth {
    /// `2026-11`.
    pub name: String,
    pub given: i64,
    pub in_time: i64,
    pub late: i64,
    /// Neither done, nor late yet.
    pub running: i64,
    /// Signed ones that stand, those that are contested among them.
    pub penalties: i64,
    pub sum: Money,
    pub contested: i64,
    pub dropped: i64,
    /// What the signed statement of the month comes to.
    pub payable: Option<Money>,
}

/// How an order ran, without what was said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    pub rule: Option<String>,
    pub state: OrderState,
    pub given_at: Moment,
    pub reached_at: Option<Moment>,
    pub claimed_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    /// Whether a penalty stands for it that the service signed.
    pub fined: bool,
}

/// What the penalties of a month come to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sum {
    pub total: Money,
    pub cap: Option<Money>,
    pub payable: Money,
}
