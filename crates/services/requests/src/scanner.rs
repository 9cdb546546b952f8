//! Files of cases that came while the virus scanner was away: looked at later.

use cases::{CaseFile, Scan};
use platform::{Ctx, Job, Problem, Result, Tx, json::json};
use uploads::scanner::{Verdict, ask};

pub const SCAN: &str = "requests.scan";
/// Files that one job looks at; the next follows at once.
const AT_ONCE: i64 = 50;

/// Leaves the look at files that nobody has looked at.
pub fn look_again(tx: &mut Tx) -> Result<()> {
    if cases::files::unscanned(tx, None, 1)?.is_empty() { Ok(()) } else { tx.job(SCAN, &json!({})) }
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
        let files = ctx.read(move |rx| cases::files::unscanned(rx, from.as_ref(), AT_ONCE)).await?;
        let Some(last) = files.last() else { return Ok(()) };
        after = Some(last.id.clone());
        for file in files {
            let content = match ctx.file(&file.blob).await {
                Err(Problem::NotFound) => continue, // erased meanwhile
                other => other?,
            };
            match ask(&config.scanner.address, &content, config.scanner.seconds).await {
                Verdict::Away(why) => {
                    tracing::warn!(why, "the virus scanner is away");
                    return Ok(());
                }
                Verdict::Clean => ctx.write_as_house(move |tx| cases::files::scanned(tx, &file.id, Scan::Clean)).await?,
                Verdict::Infected(name) => ctx.write_as_house(move |tx| found(tx, &file, &name)).await?,
            }
        }
    }
}

/// A virus in a file of a case: it is shut away, its piece lacks again, and the author is asked for another one.
fn found(tx: &mut Tx, file: &CaseFile, name: &str) -> Result<()> {
    let case = cases::find(tx, &file.case_id)?;
    cases::files::scanned(tx, &file.id, Scan::Infected)?;
    tx.record("requests.infected", &file.id, &json!({ "case": case.id, "virus": name }))?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let piece = file.piece.as_deref().and_then(|id| procedure.piece(id)).and_then(|piece| piece.label.clone());
    let piece = piece.map_or_else(|| "—".to_owned(), |label| label.text(case.lang).to_owned());
    let words = platform::text(tx, case.lang, "requests-infected-told", &[("piece", &piece)])?;
    cases::tell(tx, &case.id, &words)
}
