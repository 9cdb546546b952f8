//! Nouns: areas, quarters, and where a point lies.

use kernel::{Label, Point};
use platform::Event;
use serde::{Deserialize, Serialize};

kernel::words! {
    /// The tiers inside a commune.
    pub enum AreaKind { Commune = "commune", Arrondissement = "arrondissement" }
}

/// The commune itself, or one of its arrondissements, under its HCP code.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Area {
    pub code: String,
    pub parent: Option<String>,
    pub kind: AreaKind,
    pub name: Label,
    /// Census of 2024.
    pub population: i64,
}

/// A name that people use for a part of town. It has no boundary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quarter {
    pub id: String,
    pub arrondissement: Option<String>,
    pub name: Label,
    pub point: Option<Point>,
}

/// Where a point lies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "where", rename_all = "lowercase")]
pub enum Found {
    Inside {
        arrondissement: Option<String>,
    },
    /// In another commune, by its HCP code when its boundary is known here; at sea or abroad otherwise.
    Elsewhere {
        commune: Option<String>,
    },
    /// No boundary of this commune is known.
    Unknown,
}

/// What a file of boundaries brought.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// Codes of this commune and its arrondissements.
    pub own: Vec<String>,
    /// Codes of other communes, kept to tell whose a point is.
    pub neighbours: Vec<String>,
}

/// Told when the boundaries of a commune change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {}

impl Event for Changed {
    const NAME: &'static str = "places.changed";
}
