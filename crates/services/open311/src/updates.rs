//! The updates extension of FixMyStreet: what happened to requests, read by programs; what a partner did, told by one.

use crate::asked::Asked;
use crate::requests;
use crate::rules::{self, Wish, written};
use crate::shown::{self, Names};
use crate::wire::{Document, Node};
use crate::{UPDATE, store};
use cases::{Case, Entry, EventKind, Given, lists};
use kernel::{Id, Moment, Refusal, text};
use platform::{Actor, Ctx, Grant, Problem, Result, Tx};
use procedures::Phase;
use std::collections::HashMap;

const WORDS: usize = 4_000;

/// Changes of state and of door in a stretch of time, oldest first.
pub async fn list(asked: Asked) -> Result<Document> {
    let key = asked.key().await?;
    let span = rules::dates(&asked.fields, asked.ctx.now())?;
    let (offset, limit) = rules::page(&asked.fields)?;
    let (from, until) = (span.from.unwrap_or(asked.ctx.now()), span.until.unwrap_or(asked.ctx.now()));
    let (names, moves) = asked
        .ctx
        .read(move |rx| {
            let names = Names::load(rx)?;
            let moves = moves(rx, key.as_ref(), &names, from, until)?;
            Ok((names, moves))
        })
        .await?;
    // The oldest first: who asks again from the last that he got misses none.
    let some = moves.iter().skip(offset as usize).take(limit as usize);
    let items = some.map(|(case, entry)| update(&asked.ctx, case, entry, &names)).collect();
    Ok(Document { root: "service_request_updates", body: Node::List("request_update", items) })
}

/// Cases that one question looks through.
const LOOKED_MOST: usize = 20_000;

/// Every change of state and of door in the stretch. A case that changed again since changed later, so all that changed
/// since its beginning are looked through, some at a time, and not without end: anybody may ask.
fn moves(tx: &mut Tx, key: Option<&Id>, names: &Names, from: Moment, until: Moment) -> Result<Vec<(Case, Entry)>> {
    let (mut all, mut last, mut looked) = (Vec::new(), None, 0);
    loop {
        let conditions = requests::visible(tx, key, names);
        let found = lists::changed(tx, conditions, from, last.as_ref(), rules::MOST)?;
        let more = found.len() as i64 == rules::MOST;
        looked += found.len();
        if looked > LOOKED_MOST {
            return Err(Refusal::new("open311-stretch-wide").at("start_date").into());
        }
        last = found.last().cloned();
        let ids: Vec<Id> = found.iter().map(|case| case.id.clone()).collect();
        let cases: HashMap<Id, Case> = found.into_iter().map(|case| (case.id.clone(), case)).collect();
        let entries = cases::timeline::public_among(tx, &ids, from, until)?;
        let told = |entry: &Entry| matches!(entry.kind, EventKind::Moved | EventKind::Transferred);
        let with_case = |(id, entry): (Id, Entry)| Some((cases.get(&id)?.clone(), entry));
        all.extend(entries.into_iter().filter(|(_, entry)| told(entry)).filter_map(with_case));
        if !more {
            all.sort_by(|a: &(Case, Entry), b| (a.1.at, &a.0.id, a.1.seq).cmp(&(b.1.at, &b.0.id, b.1.seq)));
            return Ok(all);
        }
    }
}

fn update(ctx: &Ctx, case: &Case, entry: &Entry, names: &Names) -> Node {
    let to = entry.data["to"].as_str().unwrap_or("");
    let phase = names.procedure(case).and_then(|procedure| procedure.state(to)).map_or(Phase::InProgress, |state| state.phase);
    let status = match entry.kind {
        EventKind::Transferred => "INTERNAL_REFERRAL",
        _ => rules::update_status(to, phase, entry.data["outcome"].as_str()),
    };
    Node::Fields(vec![
        ("update_id", Node::Text(format!("{}-{}", case.code, entry.seq))),
        ("service_request_id", Node::text(&case.code)),
        ("status", Node::text(status)),
        ("updated_datetime", Node::text(written(entry.at))),
        ("description", Node::Text(shown::title(ctx, case, entry, names))),
        ("media_url", Node::Null),
    ])
}

/// An update from a partner, as it is applied.
#[derive(Clone)]
struct Told {
    code: String,
    update: String,
    status: String,
    wish: Wish,
    words: String,
}

/// Takes an update: an action of the case when its state allows it, else a note for those who handle it.
pub async fn take(asked: Asked) -> Result<Document> {
    let (key, actor) = asked.program_with(UPDATE).await?;
    let told = read(&asked)?;
    let ctx = asked.ctx.acting_as(handling(&key, &actor));
    let lang = ctx.lang;
    let id = ctx
        .write(move |tx| {
            let mut told = told.clone();
            if told.update.is_empty() {
                told.update = tx.new_id().to_string();
            }
            let case = cases::by_code(tx, &told.code)?;
            let own = store::filed_by(tx, &case.id, &key)?;
            // What this door does not offer cannot be updated through it: complaints about persons, requests.
            let elsewhere = case.restricted || case.hide_author || cases::pinned(tx, &case.procedure_pin)?.is_request();
            if elsewhere || !own && !cases::may(tx, &case, cases::SEE)? {
                return Err(Problem::NotFound);
            }
            if store::take_update(tx, &key, &told.update, &case.id)? {
                apply(tx, &case, &told, own, lang)?;
            }
            Ok(told.update)
        })
        .await?;
    let item = Node::Fields(vec![("update_id", Node::Text(id))]);
    Ok(Document { root: "service_request_updates", body: Node::List("request_update", vec![item]) })
}

fn read(asked: &Asked) -> Result<Told> {
    let fields = &asked.fields;
    let status = fields.get("status").to_owned();
    let words = match text::clean_lines(fields.get("description"), WORDS) {
        Ok(words) => words,
        Err(text::TextFault::Empty) => String::new(),
        Err(text::TextFault::TooLong { max }) => {
            return Err(Refusal::new("procedures-too-long").with("max", max).at("description").into());
        }
    };
    if let Some(time) = fields.opt("updated_datetime")
        && rules::moment(time, false).is_none()
    {
        return Err(Refusal::new("open311-date-wrong").with("name", "updated_datetime").at("updated_datetime").into());
    }
    Ok(Told {
        code: asked.needed("service_request_id")?.to_owned(),
        update: text::clean_optional(fields.get("update_id"), 200).ok().flatten().unwrap_or_default(),
        wish: rules::wish(&status).ok_or_else(|| Refusal::new("open311-update-status-wrong").at("status"))?,
        status,
        words,
    })
}

/// The permission to update means handling cases from outside, where the key reaches and nothing else; the journal names it.
fn handling(key: &Id, actor: &Actor) -> Actor {
    let handles = |grant: &Grant| Grant {
        permissions: [cases::SEE, cases::HANDLE].map(|permission| permission.0.to_owned()).into(),
        ..grant.clone()
    };
    let grants = actor.grants().iter().filter(|grant| grant.allows(UPDATE)).map(handles);
    Actor::Key { key: key.clone(), grants: grants.collect() }
}

fn apply(tx: &mut Tx, case: &Case, told: &Told, own: bool, lang: kernel::Lang) -> Result<()> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let possible = |action: &&str| procedure.action(action).is_some_and(|action| action.from.contains(&case.state));
    let (action, outcome, as_author) = match told.wish {
        Wish::Staff(actions, outcome) => (actions.iter().copied().find(|action| possible(action)), outcome, false),
        Wish::Author(action) if own => (Some(action).filter(possible), None, true),
        Wish::Author(_) | Wish::Note => (None, None, false),
    };
    let Some(action) = action else { return note(tx, case, told, lang) };
    let words = match (told.words.is_empty(), outcome.is_some() || as_author) {
        (true, true) => platform::text(tx, case.lang, "open311-update-words", &[])?,
        _ => told.words.clone(),
    };
    let given = Given { words, outcome: outcome.map(str::to_owned), ..Given::default() };
    cases::act(tx, &case.id, action, &given, as_author).map(|_| ())
}

/// What no action fits is still read by those who handle the case.
fn note(tx: &mut Tx, case: &Case, told: &Told, lang: kernel::Lang) -> Result<()> {
    let status = if told.status.is_empty() { "OPEN" } else { &told.status };
    let words = platform::text(tx, lang, "open311-update-note", &[("status", status), ("words", &told.words)])?;
    cases::note(tx, &case.id, words.trim_end())
}
