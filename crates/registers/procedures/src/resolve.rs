//! From what is written to what runs: the bases first, what the procedure declares last; the same id replaces.

use crate::declared::Declared;
use crate::fault::Fault;
use crate::model::*;
use crate::service::*;
use std::collections::BTreeMap;

/// Bases by id.
pub type Bases = BTreeMap<String, Declared>;

/// How deep bases may extend bases.
const DEEPEST: usize = 4;

/// Gives a declaration all that it extends.
pub fn resolve(own: &Declared, bases: &Bases, kinds: &[PieceKind]) -> Result<Procedure, Fault> {
    if own.extends.0.is_empty() {
        return Err(Fault::new(&["id"], "extends-nothing"));
    }
    let mut all = shared(own, bases)?;
    leave_out(&mut all, &own.without);
    let report = own.kind == Some(Kind::Report);
    let shared: Vec<Question> = std::mem::take(&mut all.question);
    let shared_pages = std::mem::take(&mut all.page);
    let of_bases = all.clone();
    add(&mut all, own);
    all.state = arranged(all.state, &of_bases.state, &own.state, |one| &one.id);
    all.action = arranged(all.action, &of_bases.action, &own.action, |one| &one.id);
    all.survey = arranged(all.survey, &of_bases.survey, &own.survey, |one| &one.id);
    spread(&mut all);
    let usual = if report { Asked::Optional } else { Asked::None };
    let photo = own.photo.unwrap_or(usual);
    let place = own.place.unwrap_or(usual);
    let asked = Conditions { photo, place, asset: own.asset.is_some(), report };
    let (questions, pages) = if report {
        (report_questions(&shared, &own.question, asked), shared_pages)
    } else {
        let pages: Vec<Page> = merged(&own.page, &shared_pages, |page| &page.id);
        (request_questions(&shared, &own.question, asked, &pages), pages)
    };
    Ok(Procedure {
        id: own.id.clone(),
        code: own.code.clone(),
        version: own.version,
        kind: own.kind.unwrap_or(Kind::Base),
        group: own.group.clone(),
        icon: own.icon.clone(),
        title: own.title.clone(),
        hint: own.hint.clone(),
        keywords: own.keywords.clone(),
        public: own.public,
        restricted: own.restricted,
        hide_author: own.hide_author,
        urgent: own.urgent,
        photo,
        place,
        asset: own.asset.clone(),
        danger: own.danger.clone(),
        route: own.route.clone(),
        not_ours: own.not_ours.clone(),
        clocks: all.clock,
        questions,
        open: own.open.clone(),
        pages,
        states: all.state,
        outcomes: all.outcome,
        actions: all.action,
        survey: all.survey,
        dedupe: all.dedupe.unwrap_or_default(),
        retention: all.retention.unwrap_or_default(),
        offered: true,
        service: Service {
            offered_to: OfferedTo { service: own.service.clone(), events: own.events.clone(), audience: own.audience.clone() },
            basis: own.basis.clone(),
            issuer: own.issuer.clone(),
            who: own.who.clone(),
            hours: own.hours.clone(),
            level: own.level,
            silence: all.silence.unwrap_or_default(),
            pieces: own.piece.iter().map(|piece| named(piece, kinds)).collect(),
            fees: own.fee.clone(),
            opinions: own.opinion.clone(),
            outputs: own.output.clone(),
            tests: own.test.clone(),
        },
    })
}

/// All bases, deepest first, each once.
fn inherited<'a>(own: &Declared, bases: &'a Bases, depth: usize) -> Result<Vec<&'a Declared>, Fault> {
    let mut found: Vec<&Declared> = Vec::new();
    for name in &own.extends.0 {
        let base =
            bases.get(name).filter(|_| depth > 0).ok_or_else(|| Fault::new(&["extends"], "base-unknown").with("name", name))?;
        for one in inherited(base, bases, depth - 1)?.into_iter().chain([base]) {
            if !found.iter().any(|known| known.id == one.id) {
                found.push(one);
            }
        }
    }
    Ok(found)
}

/// An action from anywhere starts from every state that is not decided, but its own end.
fn spread(all: &mut Declared) {
    let open: Vec<&State> = all.state.iter().filter(|state| !matches!(state.phase, Phase::Decided | Phase::Closed)).collect();
    let ids: Vec<String> = open.into_iter().map(|state| state.id.clone()).collect();
    for action in all.action.iter_mut().filter(|action| action.anywhere) {
        action.from = ids.iter().filter(|id| **id != action.to).cloned().collect();
    }
}

fn add(all: &mut Declared, more: &Declared) {
    all.page = merged(&all.page, &more.page, |one| &one.id);
    all.question = merged(&all.question, &more.question, |one| &one.id);
    all.clock = merged(&all.clock, &more.clock, |one| &one.id);
    all.state = merged(&all.state, &more.state, |one| &one.id);
    all.outcome = merged(&all.outcome, &more.outcome, |one| &one.id);
    all.action = merged(&all.action, &more.action, |one| &one.id);
    all.survey = merged(&all.survey, &more.survey, |one| &one.id);
    all.dedupe = more.dedupe.clone().or(all.dedupe.take());
    all.retention = more.retention.clone().or(all.retention.take());
    all.silence = more.silence.or(all.silence);
}

/// Everything that the bases of a declaration give, before it says a word of its own.
pub fn shared(own: &Declared, bases: &Bases) -> Result<Declared, Fault> {
    let mut all = Declared::default();
    for base in inherited(own, bases, DEEPEST)? {
        add(&mut all, base);
    }
    Ok(all)
}

/// Takes away what `without` names: a question by its id alone, all else by list and id such as `state.missing`.
fn leave_out(all: &mut Declared, without: &[String]) {
    let stays = |list: &str, id: &str| {
        !without.iter().any(|name| name.split_once('.').is_some_and(|(of, name)| of == list && name == id))
    };
    all.question.retain(|one| !without.contains(&one.id) && stays("question", &one.id));
    all.clock.retain(|one| stays("clock", &one.id));
    all.state.retain(|one| stays("state", &one.id));
    all.outcome.retain(|one| stays("outcome", &one.id));
    all.action.retain(|one| stays("action", &one.id));
    all.survey.retain(|one| stays("survey", &one.id));
}

/// A declaration that took over the whole list of its bases also says its order.
fn arranged<T: Clone>(all: Vec<T>, shared: &[T], own: &[T], id: fn(&T) -> &str) -> Vec<T> {
    let whole = !shared.is_empty() && shared.iter().all(|one| own.iter().any(|mine| id(mine) == id(one)));
    if whole { own.to_vec() } else { all }
}

/// The second list replaces what has the same id in the first, in its place, and adds the rest.
fn merged<T: Clone>(first: &[T], second: &[T], id: fn(&T) -> &str) -> Vec<T> {
    let mut all = first.to_vec();
    for item in second.iter().cloned() {
        match all.iter_mut().find(|known| id(known) == id(&item)) {
            Some(known) => *known = item,
            None => all.push(item),
        }
    }
    all
}

fn named(piece: &Piece, kinds: &[PieceKind]) -> Piece {
    let kind = kinds.iter().find(|kind| kind.id == piece.kind);
    let label = piece.label.clone().or_else(|| kind.map(|kind| kind.name.clone()));
    Piece { label, plan: piece.plan || kind.is_some_and(|kind| kind.plan), ..piece.clone() }
}

/// What the procedure settles of photo, place and number.
#[derive(Clone, Copy)]
struct Conditions {
    photo: Asked,
    place: Asked,
    asset: bool,
    report: bool,
}

impl Conditions {
    fn settle(self, question: &Question) -> Option<Question> {
        let asked = match question.kind {
            QuestionKind::Photo => self.photo,
            QuestionKind::Place => self.place,
            QuestionKind::Asset if !self.asset => Asked::None,
            // The address in words goes with the place.
            QuestionKind::Text if question.id == "place_words" && !self.report => match self.place {
                Asked::None => Asked::None,
                _ => return Some(question.clone()),
            },
            _ => return Some(question.clone()),
        };
        let needed = asked == Asked::Needed && question.kind == QuestionKind::Place;
        (asked != Asked::None).then(|| Question { required: needed, ..question.clone() })
    }
}

/// The base's questions, with those of the category on the page "details". The category settles whether photo, place
/// and number are asked at all.
fn report_questions(base: &[Question], own: &[Question], asked: Conditions) -> Vec<Question> {
    let own = own.iter().map(|question| Question { page: Some("details".into()), ..question.clone() });
    let (before, after): (Vec<_>, Vec<_>) = base.iter().partition(|question| question.page.as_deref() != Some("contact"));
    let settle = |list: Vec<&Question>| list.into_iter().filter_map(|question| asked.settle(question)).collect::<Vec<_>>();
    settle(before).into_iter().chain(own).chain(settle(after)).collect()
}

/// Own questions and shared ones, in the order of the pages.
fn request_questions(shared: &[Question], own: &[Question], asked: Conditions, pages: &[Page]) -> Vec<Question> {
    let shared: Vec<Question> = shared.iter().filter_map(|question| asked.settle(question)).collect();
    let all = merged(&shared, own, |question| &question.id);
    let place = |question: &Question| {
        pages.iter().position(|page| question.page.as_deref() == Some(page.id.as_str())).unwrap_or(pages.len())
    };
    let mut all: Vec<(usize, Question)> = all.into_iter().map(|question| (place(&question), question)).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, question)| question).collect()
}
