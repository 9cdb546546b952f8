//! What the law forbids to ask. Each refusal names its article.
//!
//! Law 55-19 art. 7: one copy; no legalised signature; no certified copy; no public document that is not the person's own.
//! Law 55-19 art. 23: what an administration holds is fetched from it. Law 04-20 art. 11: the national card stands for the
//! birth certificate and the certificates of residence, life and nationality.

use super::Known;
use crate::fault::Fault;
use crate::model::{Kind, Procedure};
use crate::service::{Piece, PieceClass, PieceFrom, Silence};
use kernel::{Label, fold};

/// The answer that says whether the person holds a national card; a piece may depend on it.
const HAS_CARD: &str = "has_card";
/// Words of a certified copy or a legalised signature, as they are folded for search. The act of legalising itself names
/// them too, and is told apart by its kind.
const CERTIFIED: [&str; 10] = [
    "نسخه مطابقه",
    "نسخه مصادق",
    "مصادق عليها",
    "مصادق عليه",
    "مشهود بمطابقته",
    "copie certifiee",
    "certifiee conforme",
    "signature legalisee",
    "copie legalisee",
    "certified copy",
];
const SEVERAL: [&str; 8] =
    ["نسختان", "نسختين", "ثلاث نسخ", "deux exemplaires", "trois exemplaires", "double exemplaire", "two copies", "en deux copies"];
/// The nine acts of decree 2-22-141, annex 1 (ten rows of the catalogue: occupancy and conformity are one act).
const SILENT: [&str; 10] = ["P17", "P18", "P19", "P20", "P21", "P22", "P23", "P24", "P29", "P30"];

/// What a model may still lack: whoever begins from it names the texts of his own permit.
pub const NO_BASIS: &str = "law-no-basis";

pub fn faults(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let mut found: Vec<Fault> = procedure.service.pieces.iter().flat_map(|piece| piece_faults(piece, known)).collect();
    if procedure.service.silence == Silence::Acceptance && !SILENT.contains(&procedure.code.as_str()) {
        found.push(Fault::new(&["silence"], "silence-not-listed").with("decree", "2-22-141").with("annex", 1));
    }
    if procedure.kind == Kind::Authorization && procedure.service.basis.is_empty() {
        found.push(Fault::new(&["basis"], NO_BASIS).with("law", "55-19").with("article", "6"));
    }
    found
}

fn piece_faults(piece: &Piece, known: &Known) -> Vec<Fault> {
    let at = ["piece", &piece.id];
    let Some(kind) = known.pieces.iter().find(|kind| kind.id == piece.kind) else {
        return vec![Fault::new(&["piece", &piece.id, "kind"], "name-unknown").with("name", &piece.kind)];
    };
    let name = piece.label.as_ref().unwrap_or(&kind.name);
    let refuse = |(key, law, article): (&str, &str, &str)| {
        Fault::new(&at, key).with("name", &name.fr).with("law", law).with("article", article)
    };
    let mut found = Vec::new();
    if piece.from == PieceFrom::Applicant {
        found.extend(forbidden(piece, kind.class).map(refuse));
    }
    if piece.copies != 1 {
        found.push(refuse(("law-copies", "55-19", "7")));
    }
    let texts: Vec<&Label> = [Some(name), piece.hint.as_ref()].into_iter().flatten().collect();
    let says = |list: &[&str]| texts.iter().any(|text| list.iter().any(|words| says(text, words)));
    if says(&CERTIFIED) {
        found.push(refuse(("law-certified", "55-19", "7")));
    }
    if says(&SEVERAL) {
        found.push(refuse(("law-copies", "55-19", "7")));
    }
    if piece.from == PieceFrom::Body && piece.body.is_none() {
        found.push(Fault::new(&["piece", &piece.id, "body"], "no-body").with("name", &piece.id));
    }
    found
}

fn says(label: &Label, words: &str) -> bool {
    let texts = [Some(&label.ar), Some(&label.fr), label.en.as_ref()];
    texts.into_iter().flatten().any(|text| fold::fold(text).contains(&fold::fold(words)))
}

/// Why this may not be asked of a person: the kind of refusal, the law and its article.
pub fn forbidden(piece: &Piece, class: PieceClass) -> Option<(&'static str, &'static str, &'static str)> {
    let without_card = piece.condition.as_ref().is_some_and(|rule| {
        crate::logic::readable(rule).is_ok_and(|logic| crate::logic::variables(&logic).iter().any(|name| name == HAS_CARD))
    });
    match class {
        PieceClass::CommunePaper => Some(("law-own-paper", "55-19", "7, 23")),
        PieceClass::Public => Some(("law-public-paper", "55-19", "7, 23")),
        PieceClass::Birth if !without_card => Some(("law-birth", "04-20", "11")),
        PieceClass::Residence if !without_card => Some(("law-residence", "04-20", "11")),
        PieceClass::Life if !without_card => Some(("law-life", "04-20", "11")),
        PieceClass::Nationality if !without_card => Some(("law-nationality", "04-20", "11")),
        PieceClass::Card => Some(("law-card", "55-19", "4, 7")),
        _ => None,
    }
}
