//! Work nobody waits for: files that go, ends that come, the scanner that was away, people who are forgotten.

use crate::model::{Document, Papers};
use crate::store::loans;
use crate::{actions, rules, store};
use kernel::format;
use platform::json::json;
use platform::{Ctx, Facts, Job, Pack, Problem, Result, Tx};
use sending::Message;
use serde::{Deserialize, Serialize};
use uploads::Scan;
use uploads::scanner::{Verdict, ask};

pub const ERASE: &str = "folder.erase_files";
pub const SCAN: &str = "folder.scan";
const AT_ONCE: i64 = 500;
/// Files that one question to the store brings before the scanner.
const SCANNED_AT_ONCE: i64 = 50;

#[derive(Serialize, Deserialize)]
struct Erase {
    blobs: Vec<String>,
}

/// Until documents say better, no paper can be read.
pub fn facts(_: &Pack, facts: &mut Facts) -> Result<()> {
    facts.put(Papers(|_, _| Ok(None)));
    Ok(())
}

/// Leaves sealed files to be removed after the commit.
pub fn erase_later(tx: &mut Tx, blobs: [String; 2]) -> Result<()> {
    let blobs: Vec<String> = blobs.into_iter().filter(|blob| !blob.is_empty()).collect();
    if blobs.is_empty() { Ok(()) } else { tx.job(ERASE, &Erase { blobs }) }
}

pub async fn erase_files(ctx: Ctx, job: Job) -> Result<()> {
    let asked: Erase = job.payload()?;
    let (blobs, tenant) = (ctx.app().blobs().clone(), ctx.commune().code.clone());
    asked.blobs.iter().try_for_each(|blob| blobs.erase(&tenant, blob))
}

/// Each day: who keeps a document that ends within thirty days is told once, and what has ended is marked.
pub fn note_ends(tx: &mut Tx) -> Result<()> {
    let today = tx.today();
    for document in store::to_warn(tx, today, today.plus_days(rules::WARN_DAYS), AT_ONCE)? {
        store::warned(tx, &document.id)?;
        warn(tx, &document)?;
    }
    store::presences::sweep(tx)?;
    for id in store::end(tx, today, AT_ONCE)? {
        tx.record("folder.ended", &id, &json!({}))?;
    }
    Ok(())
}

fn warn(tx: &mut Tx, document: &Document) -> Result<()> {
    let Some((until, (to, lang))) = document.valid_until.zip(people::reach(tx, &document.person)?) else { return Ok(()) };
    let (subject, day) = (platform::text(tx, lang, "folder-ends-subject", &[])?, format::day(until, lang));
    let text = platform::text(tx, lang, "folder-ends-text", &[("title", &document.title), ("day", &day)])?;
    sending::send(tx, Message { to, lang, subject, text, about: None })?;
    tx.record("folder.warned", &document.id, &json!({ "until": until }))
}

/// A person asked to be forgotten: nothing here binds the commune, so it goes at once.
pub fn erasure_asked(tx: &mut Tx, asked: people::ErasureAsked) -> Result<()> {
    actions::erase_all(tx, &asked.person)
}

/// A person is gone: what was lent says of nobody any more.
pub fn erased(tx: &mut Tx, erased: people::Erased) -> Result<()> {
    actions::erase_all(tx, &erased.person)?;
    loans::forget(tx, &erased.person)
}

/// Leaves the look at files that nobody has looked at.
pub fn look_again(tx: &mut Tx) -> Result<()> {
    if store::unscanned(tx, None, 1)?.is_empty() { Ok(()) } else { tx.job(SCAN, &json!({})) }
}

/// Looks at files without a verdict. When the scanner is away they stay as they are, until the next hour.
pub async fn scan(ctx: Ctx, _: Job) -> Result<()> {
    let config = ctx.app().config().clone();
    if config.scanner.address.is_empty() {
        return Ok(());
    }
    let mut after = None;
    loop {
        let from = after.clone();
        let documents = ctx.read(move |rx| store::unscanned(rx, from.as_ref(), SCANNED_AT_ONCE)).await?;
        let Some(last) = documents.last() else { return Ok(()) };
        after = Some(last.id.clone());
        for document in documents {
            let content = match actions::content(&ctx, &document).await {
                Err(Problem::NotFound) => continue, // erased meanwhile
                other => other?,
            };
            let scan = match ask(&config.scanner.address, &content, config.scanner.seconds).await {
                Verdict::Away(why) => {
                    tracing::warn!(why, "the virus scanner is away");
                    return Ok(());
                }
                Verdict::Clean => Scan::Clean,
                Verdict::Infected(_) => Scan::Infected,
            };
            ctx.write_as_house(move |tx| judged(tx, &document, scan)).await?;
        }
    }
}

/// One with a virus is shut away: its person sees so, and erases it.
fn judged(tx: &mut Tx, document: &Document, scan: Scan) -> Result<()> {
    store::scanned(tx, &document.id, scan)?;
    if scan == Scan::Infected {
        tx.record("folder.infected", &document.id, &json!({}))?;
    }
    Ok(())
}
