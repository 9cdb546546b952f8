//! A `[[procedure]]` as it is written: a base, or what extends one.

use crate::fault::Fault;
use crate::model::*;
use crate::schema::{OneOrMany, Spoken};
use crate::service::*;
use kernel::Label;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A file of the catalogue: one or several procedures.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcedureFile {
    procedure: Vec<Declared>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Declared {
    /// The address of its page; never changes once published.
    pub id: String,
    /// Its code in the catalogue, such as P21; a commune's own begin with L.
    pub code: String,
    /// Plus one at each change; open files keep theirs.
    pub version: i64,
    /// What it gives; `base` for what others extend.
    pub kind: Option<Kind>,
    /// Bases of `service.toml`, later ones over earlier ones.
    pub extends: Extends,
    /// What the bases have and this procedure has not: questions by their ids, all else as `state.missing`, `action.ask_pieces`,
    /// `outcome.…`, `clock.…`, `survey.…`.
    pub without: Vec<String>,
    /// Of reports: the group of the category.
    pub group: String,
    /// The service of `catalogue.toml` under which it is listed.
    pub service: String,
    /// Life events of `catalogue.toml`.
    pub events: Vec<String>,
    /// Who it is for, of `catalogue.toml`.
    pub audience: Vec<String>,
    /// Name of an icon.
    pub icon: String,
    /// Its name.
    #[schemars(with = "Spoken")]
    pub title: Label,
    /// One sentence: what it is for.
    #[schemars(with = "Option<Spoken>")]
    pub hint: Option<Label>,
    /// Words that people search with, Darija too.
    pub keywords: Keywords,
    /// The texts of law it rests on.
    pub basis: Vec<Basis>,
    /// Who issues or decides.
    #[schemars(with = "Spoken")]
    pub issuer: Label,
    /// Who may ask.
    #[schemars(with = "Spoken")]
    pub who: Label,
    /// When its counter is open, where it is not the hours of the commune.
    #[schemars(with = "Option<Spoken>")]
    pub hours: Option<Label>,
    /// How sure the commune must be of who asks.
    pub level: IdentityLevel,
    /// What it means that the delay ran out; only for the acts of decree 2-22-141.
    pub silence: Option<Silence>,
    /// Of reports: whether its words may be shown.
    pub public: bool,
    /// Of reports: seen by its handlers alone.
    pub restricted: bool,
    /// Of reports: the author is shown to nobody but the handlers.
    pub hide_author: bool,
    /// Of reports: first in the inbox.
    pub urgent: bool,
    /// Of reports: whether a photo is asked.
    pub photo: Option<Asked>,
    /// Whether it is about a place: needed, optional, or none.
    pub place: Option<Asked>,
    /// Of reports: the kind of numbered object.
    pub asset: Option<String>,
    /// Of reports: what to do at once.
    #[schemars(with = "Option<Spoken>")]
    pub danger: Option<Label>,
    /// The units that take it, the first that fits.
    pub route: Vec<Route>,
    /// Of reports: who else is in charge.
    pub not_ours: Option<NotOurs>,
    /// Its delays; `decision` is the promise.
    pub clock: Vec<Clock>,
    /// What is asked, in order.
    pub question: Vec<Question>,
    /// The papers of the file.
    pub piece: Vec<Piece>,
    /// What is to be paid.
    pub fee: Vec<Fee>,
    /// Services that are asked side by side.
    pub opinion: Vec<Opinion>,
    /// The papers that are delivered.
    pub output: Vec<Output>,
    /// Tests that must pass before it is published.
    pub test: Vec<Test>,
    /// What becomes public.
    pub open: Open,
    /// Pages of questions; the shared pages follow them.
    pub page: Vec<Page>,
    /// Added to or replacing those of the bases, by id.
    pub state: Vec<State>,
    /// How a file may end.
    pub outcome: Vec<Outcome>,
    /// What moves a file from one state to another.
    pub action: Vec<Action>,
    /// What is asked when all is done.
    pub survey: Vec<Question>,
    /// Of reports: when two are one.
    pub dedupe: Option<Dedupe>,
    /// How long data are kept, kinds of `pack.toml`.
    pub retention: Option<Retention>,
    /// Whether it may be filed without a name, and at a counter for someone else.
    pub anonymous: bool,
    pub assisted: bool,
}

/// `extends = "report"` or `extends = ["request", "silence"]`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "OneOrMany")]
pub struct Extends(pub Vec<String>);

impl From<OneOrMany> for Extends {
    fn from(either: OneOrMany) -> Extends {
        Extends(either.into())
    }
}

/// The procedures of a file. The fault names the line of an unknown key or a value of the wrong kind.
pub fn parse(text: &str) -> Result<Vec<Declared>, Fault> {
    toml::from_str::<ProcedureFile>(text).map(|file| file.procedure).map_err(|error| Fault::of_toml(&error, text))
}
