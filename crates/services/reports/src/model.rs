//! Nouns: a report being filed, its photos and voice note kept between two pages, and where its place was settled.

use assets::{Asset, Listed};
use cases::{Channel, Contact, Scan};
use kernel::{Id, Label, Lang, Point, words};
use procedures::Answers;

words! {
    /// Whether a deposit looked like one of many by the same hand.
    pub enum Standing { Plain = "plain", Quarantined = "quarantined" }
}

/// A photo already remade and sealed, named in the form until the report is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptPhoto {
    pub blob: String,
    pub thumb: String,
    /// Where the camera says it was taken; offered, never stored with the case by itself.
    pub taken_at: Option<Point>,
}

impl KeptPhoto {
    /// What is signed: the whole of it.
    pub fn plain(&self) -> String {
        let place = self.taken_at.map_or(String::new(), |at| format!("{}_{}", at.lat_e6(), at.lon_e6()));
        format!("{}~{}~{place}", self.blob, self.thumb)
    }

    pub fn token(&self, seal: &str) -> String {
        format!("{}~{seal}", self.plain())
    }

    /// Splits a token into the photo and the seal to be compared.
    pub fn parse(token: &str) -> Option<(KeptPhoto, &str)> {
        let parts: Vec<&str> = token.split('~').collect();
        let [blob, thumb, place, seal] = parts.as_slice() else { return None };
        let taken_at = match place.split_once('_') {
            Some((lat, lon)) => Some(Point::from_e6(lat.parse().ok()?, lon.parse().ok()?)?),
            None => None,
        };
        Some((KeptPhoto { blob: (*blob).into(), thumb: (*thumb).into(), taken_at }, seal))
    }
}

/// A recording already sealed, named in the form until the report is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptVoice {
    pub blob: String,
    /// Its media type.
    pub kind: String,
    pub scan: Scan,
    /// Tells that the same recording came again.
    pub mark: String,
}

impl KeptVoice {
    /// What is signed: the whole of it.
    pub fn plain(&self) -> String {
        format!("{}~{}~{}~{}", self.blob, self.kind, self.scan, self.mark)
    }

    pub fn token(&self, seal: &str) -> String {
        format!("{}~{seal}", self.plain())
    }

    /// Splits a token into the recording and the seal to be compared.
    pub fn parse(token: &str) -> Option<(KeptVoice, &str)> {
        let parts: Vec<&str> = token.split('~').collect();
        let [blob, kind, scan, mark, seal] = parts.as_slice() else { return None };
        let voice = KeptVoice { blob: (*blob).into(), kind: (*kind).into(), scan: Scan::parse(scan)?, mark: (*mark).into() };
        Some((voice, seal))
    }
}

/// What was sent before the report itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    pub photos: Vec<KeptPhoto>,
    pub voice: Option<KeptVoice>,
}

/// Everything the author said, checked question by question; the place is still as he gave it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub key: Id,
    pub procedure: String,
    pub channel: Channel,
    pub lang: Lang,
    pub words: String,
    pub answers: Answers,
    pub contact: Contact,
    pub person: Option<Id>,
    pub point: Option<Point>,
    pub quarter: Option<String>,
    pub place_words: String,
    /// The number on the object, as typed.
    pub number: String,
    /// Goes on with an unknown number, as the person wrote it.
    pub number_as_typed: bool,
    /// Chosen from a list that was shown back; nothing when none was.
    pub chosen: Option<Vec<Id>>,
    pub photos: Vec<KeptPhoto>,
    /// Said instead of written, or besides.
    pub voice: Option<KeptVoice>,
    pub publish: bool,
}

/// What came of the place that was given.
#[derive(Debug, Clone, PartialEq)]
pub enum Settled {
    /// With the objects that it is about; the first gives the place.
    Here(cases::Place, Vec<Asset>),
    /// No object has this number, or its check letter does not fit; these were perhaps meant.
    UnknownNumber { near: Vec<Asset>, slip: bool },
    /// The number is on a plate of another commune.
    NumberElsewhere(Label),
    /// Several numbers, as they were read: the person looks at them first.
    Numbers(Vec<Listed>),
    /// In another commune, by its code when it is known; at sea or abroad otherwise.
    Elsewhere(Option<String>),
    /// Nothing was given, and the category needs a place.
    Missing,
}
