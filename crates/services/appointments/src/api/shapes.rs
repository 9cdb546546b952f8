//! What programs send and get, as types: the description of the API is made of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text in Arabic and French, and in English where there is one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Named {
    pub ar: String,
    pub fr: String,
    pub en: Option<String>,
}

impl From<&kernel::Label> for Named {
    fn from(label: &kernel::Label) -> Named {
        Named { ar: label.ar.clone(), fr: label.fr.clone(), en: label.en.clone() }
    }
}

/// What one may come for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Matter {
    pub code: String,
    pub name: Named,
    /// For one person.
    pub minutes: i64,
    /// The procedure whose sheet says what to bring.
    pub procedure: Option<String>,
    /// `visit`, `phone`, `walk_in`.
    pub ways: Vec<String>,
    pub most_people: i64,
    /// Whether the number of the national card is asked.
    pub asks_national_number: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Matters {
    pub matters: Vec<Matter>,
}

/// Where one is served.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Site {
    pub id: String,
    pub name: Named,
    pub address: Named,
    pub phone: Option<String>,
    /// HCP code of the arrondissement.
    pub area: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub step_free: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Sites {
    pub sites: Vec<Site>,
}

/// How many visits a site could still take on a day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Day {
    pub day: String,
    pub site: String,
    pub free: i64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Days {
    pub days: Vec<Day>,
}

/// One time at one site, named once however many counters could take it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Slot {
    pub site: String,
    /// UTC, RFC 3339.
    pub starts: String,
    pub free: i64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Slots {
    pub slots: Vec<Slot>,
}

/// What is asked for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub matter: String,
    /// Any site when absent.
    pub site: Option<String>,
    /// UTC, RFC 3339, one of the free times.
    pub starts: String,
    pub people: Option<i64>,
    /// `visit` or `phone`.
    pub way: Option<String>,
    /// A text of your own, the same for one device: a new hold lets the earlier one go.
    pub device: Option<String>,
}

/// For whom. It cannot be changed later.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub phone: String,
    pub national_number: Option<String>,
    /// Another time, when the one that was held has been taken meanwhile.
    pub starts: Option<String>,
}

/// A seat and a person in one step, for programs of the commune.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Whole {
    pub asked: Asked,
    pub person: Person,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    pub code: String,
}

/// A booking as its holder sees it; no name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Booking {
    pub code: String,
    /// What opens it: whoever has it may cancel and move.
    pub token: String,
    pub state: String,
    pub matter: String,
    pub site: Option<String>,
    pub counter: Option<String>,
    pub starts: Option<String>,
    pub ends: Option<String>,
    /// When a hold or an offer ends.
    pub until: Option<String>,
    pub people: i64,
    pub way: String,
}
