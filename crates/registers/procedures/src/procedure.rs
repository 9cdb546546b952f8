//! A procedure ready to use: a declaration with everything it extends.

use crate::model::*;
use crate::service::{Basis, Fee, IdentityLevel, OfferedTo, Opinion, Output, Piece, Silence, Test};
use kernel::Label;
use serde::{Deserialize, Serialize};

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
    /// When its counter is open, where it is not the hours of the commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Label>,
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
        self.kind.is_request()
    }

    /// Whether companies and programs outside may be told of it: not complaints about persons, nor what is confidential, nor what
    /// a person asks for himself.
    pub fn may_leave(&self) -> bool {
        !self.is_request() && !self.restricted && !self.hide_author
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
