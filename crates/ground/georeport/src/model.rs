//! Nouns of the standard: where a server is, what it offers, what is sent to it and what it tells.

use crate::outside::Reach;
use kernel::{Moment, Point, words};
use serde::{Deserialize, Serialize};

words! {
    /// The form of an answer. JSON is shorter; XML is the one that every server must have.
    #[derive(Default)]
    pub enum Format {
        #[default]
        Json = "json",
        Xml = "xml",
    }
}

/// A GeoReport server, and who we are there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Endpoint {
    /// Its base, such as `https://311.example.org/open311/v2`; resources are appended.
    pub url: String,
    /// Needed where several communes stand behind one server.
    #[serde(default)]
    pub jurisdiction: Option<String>,
    /// What the server gave us to file and to update with.
    #[serde(default, skip_serializing)]
    pub key: Option<String>,
    #[serde(default)]
    pub format: Format,
    /// Which addresses may be called.
    #[serde(default)]
    pub reach: Reach,
}

/// One service of a catalogue.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Service {
    pub code: String,
    pub name: String,
    pub description: Option<String>,
    /// Whether it has a definition.
    pub metadata: bool,
    /// `realtime`, `batch` or `blackbox`.
    pub kind: String,
    pub keywords: Vec<String>,
    pub group: Option<String>,
    /// Of FixMyStreet, where a service may stand in several groups.
    pub groups: Vec<String>,
}

/// What a service asks besides place and words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    pub service: String,
    pub attributes: Vec<Attribute>,
}

/// One question, or one text to read when `variable` is false.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    pub variable: bool,
    pub code: String,
    /// `string`, `number`, `datetime`, `text`, `singlevaluelist` or `multivaluelist`.
    pub datatype: String,
    pub required: bool,
    pub hint: Option<String>,
    pub order: i64,
    pub description: String,
    pub values: Vec<Choice>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub key: String,
    pub name: String,
}

/// A picture that travels with a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    pub name: String,
    /// Such as `image/jpeg`.
    pub kind: String,
    pub content: Vec<u8>,
}

/// A request to be sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewRequest {
    /// A UUID of ours, the same at every try: servers that know `Idempotency-Key` file it once.
    pub key: String,
    /// Our own number for it; stands at the end of the words, so that it is found there again.
    pub reference: String,
    pub service: String,
    pub point: Option<Point>,
    pub address: Option<String>,
    pub address_id: Option<String>,
    pub words: String,
    /// Codes with their values.
    pub attributes: Vec<(String, Vec<String>)>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Where a picture can be fetched, for servers that take no file.
    pub media_url: Option<String>,
    pub photos: Vec<Photo>,
}

/// The answer to a request that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Sent {
    /// It is known there under this number.
    Numbered { id: String, notice: Option<String> },
    /// The number comes later, for this token.
    Waiting { token: String, notice: Option<String> },
}

words! {
    pub enum Status { Open = "open", Closed = "closed" }
}

/// A request as a server tells it. What it does not tell is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Request {
    pub id: String,
    pub status: Option<Status>,
    pub status_notes: Option<String>,
    pub service_code: Option<String>,
    pub service_name: Option<String>,
    pub description: Option<String>,
    pub agency: Option<String>,
    pub notice: Option<String>,
    pub requested: Option<Moment>,
    pub updated: Option<Moment>,
    pub expected: Option<Moment>,
    pub address: Option<String>,
    pub address_id: Option<String>,
    pub zipcode: Option<String>,
    pub point: Option<Point>,
    pub media_url: Option<String>,
    /// Every value as it was written, in its order, those that could not be read too.
    pub raw: Vec<(String, String)>,
}

/// What happened to a request, by the updates extension.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Update {
    pub id: String,
    pub request: String,
    /// In capitals, such as `IN_PROGRESS`; empty when it was not said.
    pub status: String,
    pub at: Option<Moment>,
    pub words: Option<String>,
    pub media_url: Option<String>,
}

/// An update to be sent. The same id again is the same update.
#[derive(Debug, Clone, PartialEq)]
pub struct NewUpdate {
    pub id: String,
    pub request: String,
    pub status: String,
    pub at: Moment,
    pub words: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub media_url: Option<String>,
}
