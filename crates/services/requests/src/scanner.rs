//! The virus scanner: ClamAV's clamd, asked for each file when it comes, and again later when it was away.

use cases::{CaseFile, Scan};
use clamav_client::tokio as clamd;
use kernel::Refusal;
use platform::{Config, Ctx, Job, Problem, Result, Tx, json::json};
use std::time::Duration;

pub const SCAN: &str = "requests.scan";
/// Who sends a file waits for its verdict so long; what takes longer is looked at by a job.
const PATIENCE_SECS: u64 = 10;
/// Files that one job looks at; the next follows at once.
const AT_ONCE: i64 = 50;
const PART_BYTES: usize = 64 << 10;

/// What clamd said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// With the name of what was found.
    Infected(String),
    /// No verdict: it did not answer, or could not look.
    Away(String),
}

/// Asks about a content that has just come. `None` where no scanner is configured.
pub async fn at_arrival(config: &Config, content: &[u8]) -> Option<Verdict> {
    let secs = config.scanner.seconds.min(PATIENCE_SECS);
    if config.scanner.address.is_empty() { None } else { Some(ask(&config.scanner.address, content, secs).await) }
}

async fn ask(address: &str, content: &[u8], secs: u64) -> Verdict {
    let asked = async {
        match address.starts_with('/') {
            true => clamd::scan_buffer(content, clamd::Socket { socket_path: address }, Some(PART_BYTES)).await,
            false => clamd::scan_buffer(content, clamd::Tcp { host_address: address }, Some(PART_BYTES)).await,
        }
    };
    match tokio::time::timeout(Duration::from_secs(secs), asked).await {
        Ok(Ok(answer)) => verdict(&answer),
        Ok(Err(error)) => Verdict::Away(error.to_string()),
        Err(_) => Verdict::Away(format!("no answer within {secs} s")),
    }
}

/// `stream: OK`, `stream: Name FOUND`, or anything else: only the first is clean.
fn verdict(answer: &[u8]) -> Verdict {
    let text = String::from_utf8_lossy(answer);
    let text = text.trim_end_matches(['\0', '\n', ' ']);
    match text.strip_prefix("stream: ") {
        Some("OK") => Verdict::Clean,
        Some(rest) if rest.ends_with(" FOUND") => Verdict::Infected(rest.trim_end_matches(" FOUND").to_owned()),
        _ => Verdict::Away(text.chars().take(200).collect()),
    }
}

/// Whether the configured scanner answers; `None` where there is none.
pub async fn try_out(config: &Config) -> Option<std::result::Result<(), String>> {
    let address = &config.scanner.address;
    if address.is_empty() {
        return None;
    }
    let asked = async {
        match address.starts_with('/') {
            true => clamd::ping(clamd::Socket { socket_path: address }).await,
            false => clamd::ping(clamd::Tcp { host_address: address }).await,
        }
    };
    Some(match tokio::time::timeout(Duration::from_secs(PATIENCE_SECS), asked).await {
        Ok(Ok(answer)) if answer == clamav_client::PONG => Ok(()),
        Ok(Ok(answer)) => Err(String::from_utf8_lossy(&answer).into_owned()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err(format!("no answer within {PATIENCE_SECS} s")),
    })
}

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

/// The sentence for who sends a file with a virus.
pub fn refusal(at: &str) -> Problem {
    Refusal::new("requests-infected-refused").at(at).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_ok_is_clean() {
        assert_eq!(verdict(b"stream: OK\0"), Verdict::Clean);
        assert_eq!(verdict(b"stream: Jamaa.Test.UNOFFICIAL FOUND\0"), Verdict::Infected("Jamaa.Test.UNOFFICIAL".into()));
        for unclear in
            [&b""[..], b"OK", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK maybe", b"\xff\xfe", b"stream: x ERROR"]
        {
            assert!(matches!(verdict(unclear), Verdict::Away(_)));
        }
    }
}
