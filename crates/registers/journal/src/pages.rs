//! The journal for inspectors: newest first, filters in the address, one entry with its place in the chain.

use crate::SEE;
use kernel::Day;
use platform::store::journal::{self, Asked, Entry, GENESIS, SignedHead};
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};

const PAGE: i64 = 50;

fn asked(query: &Fields) -> Asked {
    let text = |name: &str| query.opt(name).map(|text| text.chars().take(120).collect::<String>());
    Asked { verb: text("verb"), subject: text("subject"), actor: text("actor"), day: query.opt("day").and_then(Day::parse) }
}

/// The address of the same list with one filter changed.
fn with(query: &Fields, name: &str, value: &str) -> String {
    let kept = query.values.iter().filter(|(key, value)| key != name && key != "before" && !value.is_empty());
    let mut pairs: Vec<String> = kept.map(|(key, value)| format!("{key}={}", encode(value))).collect();
    if !value.is_empty() {
        pairs.push(format!("{name}={}", encode(value)));
    }
    if pairs.is_empty() { "/admin/journal".into() } else { format!("/admin/journal?{}", pairs.join("&")) }
}

struct Loaded {
    entries: Vec<Entry>,
    next: Option<i64>,
    total: i64,
    signed: Option<SignedHead>,
}

fn load(rx: &mut Tx, asked: &Asked, before: Option<i64>) -> Result<Loaded> {
    let mut entries = journal::entries_before(rx, asked, before, PAGE + 1)?;
    let more = entries.len() > PAGE as usize;
    entries.truncate(PAGE as usize);
    let next = entries.last().filter(|_| more).map(|entry| entry.seq);
    Ok(Loaded { next, entries, total: rx.journal_length()?, signed: journal::signed_heads(rx)?.pop() })
}

pub async fn list(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let (asked, before) = (asked(&query), query.opt("before").and_then(|seq| seq.parse().ok()));
    let wanted = asked.clone();
    let loaded = ctx.read(move |rx| load(rx, &wanted, before)).await?;
    let rows: Vec<Json> = loaded
        .entries
        .iter()
        .map(|entry| {
            context! {
                seq => entry.seq, at => entry.at.to_string(), actor => entry.actor, verb => entry.verb, subject => entry.subject,
                url => ctx.url(&format!("/admin/journal/{}", entry.seq)),
                by_actor => ctx.url(&with(&query, "actor", &entry.actor)), by_subject => ctx.url(&with(&query, "subject", &entry.subject)),
            }
        })
        .collect();
    let module = |name: &str| {
        let prefix = if name.is_empty() { String::new() } else { format!("{name}.") };
        let current = asked.verb.as_deref().unwrap_or("") == prefix;
        let label = if name.is_empty() { ctx.text("journal-all", &[]) } else { name.to_owned() };
        context! { label => label, url => ctx.url(&with(&query, "verb", &prefix)), current => current }
    };
    let modules: Vec<Json> = ["", "cases", "reports", "people", "units", "procedures", "calendar", "platform"].map(module).into();
    let model = context! {
        rows => rows, total => loaded.total, modules => modules, signed => loaded.signed,
        next => loaded.next.map(|seq| ctx.url(&join(&with(&query, "before", ""), seq))),
        asked => context! { verb => asked.verb, subject => asked.subject, actor => asked.actor, day => asked.day.map(|day| day.to_string()) },
    };
    ctx.page("journal/list.html", model).await
}

fn join(address: &str, before: i64) -> String {
    format!("{address}{}before={before}", if address.contains('?') { "&" } else { "?" })
}

pub async fn entry(ctx: Ctx, Path(seq): Path<String>) -> Answer {
    let seq: i64 = seq.parse().ok().filter(|seq| *seq > 0).ok_or(Problem::NotFound)?;
    let (entry, previous, last) = ctx
        .read(move |rx| {
            let entry = journal::entry(rx, seq)?;
            let previous = if seq == 1 { GENESIS.to_owned() } else { journal::entry(rx, seq - 1)?.hash };
            Ok((entry, previous, rx.journal_length()?))
        })
        .await?;
    let holds = entry.expected_hash(&previous) == entry.hash;
    let summary: Json = platform::json::from_str(&entry.summary).unwrap_or_default();
    let pairs: Vec<(String, String)> = summary.as_object().map(|fields| fields.iter().map(plain).collect()).unwrap_or_default();
    let neighbour = |seq: i64| ctx.url(&format!("/admin/journal/{seq}"));
    let model = context! {
        seq => seq, at => entry.at.to_string(), actor => entry.actor, verb => entry.verb, subject => entry.subject,
        pairs => pairs, hash => entry.hash, previous => previous, holds => holds,
        older => if seq > 1 { Some(neighbour(seq - 1)) } else { None }, newer => if seq < last { Some(neighbour(seq + 1)) } else { None },
        of_subject => ctx.url(&format!("/admin/journal?subject={}", encode(&entry.subject))),
    };
    ctx.page("journal/entry.html", model).await
}

fn plain((name, value): (&String, &Json)) -> (String, String) {
    (name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

/// Walks the whole chain; that it was asked for is an act of its own.
pub async fn verify_now(ctx: Ctx) -> Answer {
    let outcome = ctx.read(journal::verify).await;
    let holds = outcome.is_ok();
    let entries = match outcome {
        Ok(entries) => entries,
        Err(Problem::Refused(_)) => 0,
        Err(problem) => return Err(problem.into()),
    };
    ctx.write(move |tx| {
        tx.actor().must(SEE)?;
        tx.record("journal.verified", tx.tenant(), &context! { entries => entries, holds => holds })
    })
    .await?;
    ctx.go_saying("/admin/journal", if holds { "journal-holds" } else { "journal-broken" })
}
