//! A `[[procedure]]` as it is written: a base, or what extends one.

use crate::fault::Fault;
use crate::model::*;
use crate::service::*;
use kernel::Label;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcedureFile {
    procedure: Vec<Declared>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Declared {
    pub id: String,
    pub code: String,
    pub version: i64,
    pub kind: Option<Kind>,
    pub extends: Extends,
    /// Questions of the bases that this procedure does not ask.
    pub without: Vec<String>,
    pub group: String,
    pub service: String,
    pub events: Vec<String>,
    pub audience: Vec<String>,
    pub icon: String,
    pub title: Label,
    pub hint: Option<Label>,
    pub keywords: Keywords,
    pub basis: Vec<Basis>,
    pub issuer: Label,
    pub who: Label,
    pub level: IdentityLevel,
    pub silence: Option<Silence>,
    pub public: bool,
    pub restricted: bool,
    pub hide_author: bool,
    pub urgent: bool,
    pub photo: Option<Asked>,
    pub place: Option<Asked>,
    pub asset: Option<String>,
    pub danger: Option<Label>,
    pub route: Vec<Route>,
    pub not_ours: Option<NotOurs>,
    pub clock: Vec<Clock>,
    pub question: Vec<Question>,
    pub piece: Vec<Piece>,
    pub fee: Vec<Fee>,
    pub opinion: Vec<Opinion>,
    pub output: Vec<Output>,
    pub test: Vec<Test>,
    pub open: Open,
    pub page: Vec<Page>,
    pub state: Vec<State>,
    pub outcome: Vec<Outcome>,
    pub action: Vec<Action>,
    pub survey: Vec<Question>,
    pub dedupe: Option<Dedupe>,
    pub retention: Option<Retention>,
    /// Whether it may be filed without a name, and at a counter for someone else.
    pub anonymous: bool,
    pub assisted: bool,
}

/// `extends = "report"` or `extends = ["request", "silence"]`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "OneOrMany")]
pub struct Extends(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl From<OneOrMany> for Extends {
    fn from(either: OneOrMany) -> Extends {
        Extends(match either {
            OneOrMany::One(one) => vec![one],
            OneOrMany::Many(many) => many,
        })
    }
}

/// The procedures of a file. The fault names the line of an unknown key or a value of the wrong kind.
pub fn parse(text: &str) -> Result<Vec<Declared>, Fault> {
    toml::from_str::<ProcedureFile>(text).map(|file| file.procedure).map_err(|error| Fault::of_toml(&error, text))
}
