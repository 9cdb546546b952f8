//! One request as it is shown: the fields of the standard in their order, as much of them as the reader may see.

use crate::rules::{blurred, written};
use crate::wire::Node;
use cases::{Case, Entry, EventKind};
use kernel::{Id, Label, Lang, Moment};
use platform::{Ctx, Result, Tx};
use procedures::{Catalog, Procedure};
use std::collections::HashMap;
use std::sync::Arc;

/// How much of a case is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A private category: whether it is open, and since when.
    Status,
    /// Not published: what no person wrote.
    Clear,
    /// Filed by the program that asks: its place too.
    Own,
    /// Moderated and published.
    Published,
}

#[derive(Debug, Clone)]
pub struct Row {
    pub case: Case,
    pub level: Level,
    /// When the law wants an answer.
    pub due: Option<Moment>,
    /// Public entries, when extensions were asked for.
    pub notes: Option<Vec<Entry>>,
}

/// What the rows of one answer need to be told in words, read once.
pub struct Names {
    pub catalog: Arc<Catalog>,
    units: HashMap<Id, Label>,
    areas: HashMap<String, Label>,
    quarters: HashMap<String, Label>,
}

impl Names {
    pub fn load(tx: &mut Tx) -> Result<Names> {
        Ok(Names {
            catalog: procedures::catalog(tx)?,
            units: units::all(tx)?.into_iter().map(|unit| (unit.id, unit.name)).collect(),
            areas: places::areas(tx)?.into_iter().map(|area| (area.code, area.name)).collect(),
            quarters: places::quarters(tx)?.into_iter().map(|quarter| (quarter.id, quarter.name)).collect(),
        })
    }

    pub fn procedure(&self, case: &Case) -> Option<&Procedure> {
        self.catalog.find(&case.procedure).map(|found| found.as_ref())
    }

    /// Quarter and arrondissement, as far as they are known.
    pub fn address(&self, quarter: Option<&String>, area: Option<&String>, lang: Lang) -> String {
        let quarter = quarter.and_then(|id| self.quarters.get(id));
        let area = area.and_then(|code| self.areas.get(code));
        let parts: Vec<&str> = [quarter, area].into_iter().flatten().map(|label| label.text(lang)).collect();
        parts.join(if lang == Lang::Ar { "، " } else { ", " })
    }

    pub fn unit(&self, id: &Id) -> Option<&Label> {
        self.units.get(id)
    }

    /// The state, or what was decided.
    pub fn state(&self, case: &Case, lang: Lang) -> Option<&str> {
        let procedure = self.procedure(case)?;
        state(procedure, &case.state, case.outcome.as_deref(), case.is_open()).map(|name| name.text(lang))
    }
}

/// The name of a state, or of what was decided.
pub fn state<'p>(procedure: &'p Procedure, state: &str, outcome: Option<&str>, open: bool) -> Option<&'p Label> {
    let outcome = outcome.filter(|_| !open).and_then(|id| procedure.outcome(id));
    outcome.map(|found| &found.name).or(procedure.state(state).map(|state| &state.name))
}

/// One item of `service_requests`.
pub fn request(ctx: &Ctx, row: &Row, names: &Names) -> Node {
    let (case, lang, level) = (&row.case, ctx.lang, row.level);
    let closed_at = case.answered_at.filter(|_| !case.is_open());
    let clear = level != Level::Status;
    let told = level == Level::Published;
    let placed = matches!(level, Level::Own | Level::Published);
    let procedure = names.procedure(case).filter(|_| clear);
    let precision = procedure.filter(|_| told).map_or(0, |procedure| procedure.open.point_precision_m);
    let point = case.point.filter(|_| placed).map(|point| blurred(point, precision));
    let photo = case.public_photo.as_ref().filter(|_| told);
    let words = case.public_words.as_deref().filter(|_| told);
    let mut fields = vec![
        ("service_request_id", Node::text(&case.code)),
        ("status", Node::text(if case.is_open() { "open" } else { "closed" })),
        ("status_notes", Node::maybe(names.state(case, lang).filter(|_| clear))),
        ("service_name", Node::maybe(procedure.map(|procedure| procedure.title.text(lang)))),
        ("service_code", Node::maybe(procedure.map(|procedure| procedure.id.as_str()))),
        ("description", Node::maybe(words)),
        ("agency_responsible", Node::maybe(names.unit(&case.unit).filter(|_| clear).map(|name| name.text(lang)))),
        ("service_notice", Node::Null),
        ("requested_datetime", Node::text(written(case.received_at))),
        ("updated_datetime", Node::text(written(closed_at.unwrap_or(case.updated_at)))),
        ("expected_datetime", Node::maybe(row.due.filter(|_| clear).map(written))),
        ("address", Node::maybe(placed.then(|| names.address(case.quarter.as_ref(), case.area.as_ref(), lang)))),
        ("address_id", Node::maybe(case.asset.as_deref().filter(|_| placed && precision <= 10))),
        ("zipcode", Node::Null),
        ("lat", point.map_or(Node::Null, |point| Node::Number(point.lat()))),
        ("long", point.map_or(Node::Null, |point| Node::Number(point.lon()))),
        ("media_url", Node::maybe(photo.map(|id| ctx.full_url(&ctx.bare_url(&format!("/cases/{}/files/{id}", case.code)))))),
    ];
    if let Some(notes) = &row.notes {
        fields.extend(extensions(ctx, case, notes, names));
    }
    Node::Fields(fields)
}

/// What `extensions=true` adds. Answers to questions are sealed with the case, so `attributes` stays empty.
fn extensions(ctx: &Ctx, case: &Case, notes: &[Entry], names: &Names) -> [(&'static str, Node); 3] {
    let extended = Node::Fields(vec![
        ("phase", Node::text(case.phase.as_str())),
        ("area", Node::maybe(case.area.as_deref())),
        ("channel", Node::text(case.channel.as_str())),
        ("supporters", Node::Whole(case.followers)),
    ]);
    let note = |entry: &Entry| {
        Node::Fields(vec![
            ("datetime", Node::text(written(entry.at))),
            ("description", Node::Text(title(ctx, case, entry, names))),
            ("type", Node::text(entry.kind.as_str())),
        ])
    };
    [
        ("attributes", Node::List("attribute", Vec::new())),
        ("extended_attributes", extended),
        ("notes", Node::List("note", notes.iter().map(note).collect())),
    ]
}

/// What an entry says, without its words: the state it led to, or its kind.
pub fn title(ctx: &Ctx, case: &Case, entry: &Entry, names: &Names) -> String {
    let state = entry.data["to"].as_str().filter(|_| entry.kind == EventKind::Moved);
    let state = state.and_then(|id| names.procedure(case)?.state(id));
    state.map_or_else(
        || {
            let key = format!("cases-event-{}", entry.kind.as_str().replace('_', "-"));
            ctx.text(&key, &[("count", &entry.data["count"].to_string())])
        },
        |state| state.name.text(ctx.lang).to_owned(),
    )
}
