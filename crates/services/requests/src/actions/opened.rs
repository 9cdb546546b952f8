//! A draft read as far as it was filled: its pages, its pieces, what is still wrong.

use super::draft::find;
use crate::model::{Draft, DraftFile};
use kernel::{Point, Refusal};
use places::Found;
use platform::{Result, Tx};
use procedures::{Procedure, Read, Typed};
use std::sync::Arc;

/// A draft with its procedure as it is today, read as far as it was filled.
pub fn opened(tx: &mut Tx, code: &str) -> Result<Opened> {
    let draft = find(tx, code)?;
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let with = procedures::with(tx)?;
    let read = procedures::read(&procedure.questions, &draft.typed, &with);
    let misplaced = point(&draft.typed).err().map_or_else(|| elsewhere(tx, &draft.typed), |wrong| Ok(Some(wrong)))?;
    Ok(Opened { draft, procedure, read, misplaced })
}

/// The point that was put on the map, when there is one.
pub fn point(typed: &Typed) -> Result<Option<Point>, Refusal> {
    let text = |name: &str| typed.get(name).and_then(|list| list.first()).map_or("", String::as_str).trim();
    match (text("lat"), text("lon")) {
        ("", "") => Ok(None),
        (lat, lon) => Point::parse(lat, lon).map(Some).ok_or_else(|| Refusal::new("requests-point-wrong").at("lat")),
    }
}

/// A point that another commune answers for is told on the page where it was put, not when everything is sent.
fn elsewhere(tx: &mut Tx, typed: &Typed) -> Result<Option<Refusal>> {
    let Ok(Some(point)) = point(typed) else { return Ok(None) };
    let found = places::find(tx, point)?;
    Ok(matches!(found, Found::Elsewhere { .. }).then(|| Refusal::new("requests-elsewhere").at("lat")))
}

/// A draft as the pages show it.
#[derive(Debug, Clone)]
pub struct Opened {
    pub draft: Draft,
    pub procedure: Arc<Procedure>,
    pub read: Read,
    /// Why the point that was put on the map cannot be taken.
    pub misplaced: Option<Refusal>,
}

impl Opened {
    /// The pages that ask something with the answers so far, and the last one, where everything is checked.
    pub fn pages(&self) -> Vec<&procedures::Page> {
        let asks = |page: &&procedures::Page| {
            let on_page = |question: &&procedures::Question| question.page.as_deref() == Some(&page.id);
            let asked = self.procedure.questions.iter().filter(on_page).any(|question| self.read.asked.contains(&question.id));
            let known = page.id == "contact" && self.draft.held_under().is_some();
            (asked && !known) || page.id == "check" || (page.id == "pieces" && !self.pieces().is_empty())
        };
        self.procedure.pages.iter().filter(asks).collect()
    }

    /// The papers that the person is to give with these answers.
    pub fn pieces(&self) -> Vec<&procedures::Piece> {
        procedures::pieces(&self.procedure, &self.read.context).into_iter().filter(|piece| piece.is_asked()).collect()
    }

    pub fn files_of<'a>(&'a self, piece: &'a str) -> impl Iterator<Item = &'a DraftFile> {
        self.draft.files.iter().filter(move |file| file.piece == piece)
    }

    /// Whether the procedure is another one than the person last saw.
    pub fn has_changed(&self) -> bool {
        self.draft.version > 0 && self.draft.version != self.procedure.version
    }

    pub fn lacking(&self) -> Vec<&procedures::Piece> {
        self.pieces().into_iter().filter(|piece| piece.required && self.files_of(&piece.id).next().is_none()).collect()
    }

    /// The first page with something wrong or missing.
    pub fn first_wrong(&self) -> Option<&procedures::Page> {
        self.pages().into_iter().find(|page| !self.faults_on(&page.id).is_empty())
    }

    /// What is wrong or missing on all pages.
    pub fn faults(&self) -> Vec<Refusal> {
        self.pages().into_iter().flat_map(|page| self.faults_on(&page.id)).collect()
    }

    /// What is wrong or missing on a page, the place included.
    pub fn faults_on(&self, page: &str) -> Vec<Refusal> {
        let mut faults = self.read.wrong_on(&self.procedure, page);
        let of_page = |question: &&procedures::Question| {
            question.kind == procedures::QuestionKind::Place && question.page.as_deref() == Some(page)
        };
        let Some(place) = self.procedure.questions.iter().find(of_page) else { return faults };
        let typed = |name: &&str| self.draft.typed.get(*name).is_some_and(|list| list.iter().any(|text| !text.trim().is_empty()));
        if place.required && !["lat", "quarter", "place_words"].iter().any(typed) {
            faults.push(Refusal::new("requests-place-needed").at("place"));
        }
        faults.extend(self.misplaced.clone());
        faults
    }
}
