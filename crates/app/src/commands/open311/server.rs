//! Reports from another house's server, in stretches of time, page by page, as such servers really give them.

use super::{Run, take};
use crate::bar::Bar;
use crate::cli::Foreign;
use crate::voice::Voice;
use georeport::{Asked, Endpoint, Failure, Reach, Tree};
use open311::import;
use platform::{Config, Day, Moment, Problem, Refusal, Result};
use std::collections::HashSet;
use std::time::Duration;

const DAY_SECS: i64 = 86_400;
/// The time that is asked for at once: the standard allows ninety days or a thousand requests, whichever is less.
const STRETCH_SECS: i64 = 30 * DAY_SECS;
const USUAL_SECS: i64 = 90 * DAY_SECS;
const PAGE: i64 = 200;
/// A list of at least so many may have been cut by a server that knows no pages.
const CUT: usize = 50;
const SHORTEST_SECS: i64 = 60;
const TRIES: u32 = 4;

pub async fn read(run: &mut Run<'_>, voice: &Voice, url: &str, foreign: &Foreign) -> Result<()> {
    let endpoint = endpoint(run.app.config(), url, foreign)?;
    let until = run.now;
    let from = match &foreign.since {
        Some(text) => Day::parse(text).ok_or_else(|| Refusal::new("operations-day-wrong").with("day", text))?.start(),
        None => until.plus_secs(-USUAL_SECS),
    };
    let days = |at: Moment| (at.secs_since(from).max(0) / DAY_SECS) as u64;
    let mut bar = Bar::new(voice.text("operations-bar-days", &[]));
    let (mut open, mut read) = (Vec::new(), 0);
    let mut at = from;
    while at < until {
        let end = at.plus_secs(STRETCH_SECS).min(until);
        open.push((at, end));
        while let Some((start, end)) = open.pop() {
            let (items, pages) = stretch(&endpoint, start, end).await?;
            let long = end.secs_since(start) > SHORTEST_SECS;
            if !pages && items.len() >= CUT && long {
                let middle = start.plus_secs(end.secs_since(start) / 2);
                open.extend([(middle, end), (start, middle)]);
                continue;
            }
            let rows = import::rows_of(&items, read, &run.source, run.now);
            read += items.len();
            for some in rows.chunks(super::AT_ONCE) {
                take(run, some.to_vec()).await?;
            }
            bar.at(days(end), days(until));
        }
        at = end;
    }
    bar.end();
    Ok(())
}

/// The server behind an address: its base, however much of a path to its list was given.
pub fn endpoint(config: &Config, url: &str, foreign: &Foreign) -> Result<Endpoint> {
    let base = url.split('?').next().unwrap_or(url);
    let format = if base.ends_with(".xml") { georeport::Format::Xml } else { georeport::Format::Json };
    let base = ["/requests.json", "/requests.xml", "/services.json", "/services.xml", "/"]
        .iter()
        .fold(base, |base, tail| base.strip_suffix(tail).unwrap_or(base));
    let key = match &foreign.key_file {
        Some(path) => Some(std::fs::read_to_string(path)?.trim().to_owned()),
        None => None,
    };
    let reach = Reach::of(config);
    Ok(Endpoint { url: base.to_owned(), jurisdiction: foreign.jurisdiction.clone(), key, format, reach })
}

/// Every request of a stretch, and whether the server knows pages. One that does not gives the same page again.
async fn stretch(endpoint: &Endpoint, from: Moment, until: Moment) -> Result<(Vec<Tree>, bool)> {
    let (mut all, mut seen, mut pages) = (Vec::new(), HashSet::new(), true);
    for number in 1.. {
        let asked = Asked { from: Some(from), until: Some(until), page: number, page_size: PAGE, ..Asked::default() };
        let items = patiently(endpoint, &asked).await?;
        let count = items.len();
        let fresh: Vec<Tree> = items.into_iter().filter(|item| seen.insert(item.line())).collect();
        if fresh.is_empty() {
            // Nothing came, or nothing new: the end of the pages, or a server that has only one.
            pages = count == 0 || number > 2;
            break;
        }
        all.extend(fresh);
    }
    Ok((all, pages))
}

/// Asks again while that makes sense, each time after a longer pause.
async fn patiently(endpoint: &Endpoint, asked: &Asked) -> Result<Vec<Tree>> {
    let mut tries = 0;
    loop {
        tries += 1;
        let (endpoint, asked) = (endpoint.clone(), asked.clone());
        let told = tokio::task::spawn_blocking(move || georeport::page(&endpoint, &asked)).await.map_err(Problem::internal)?;
        match told {
            Ok(page) => return Ok(page.items),
            Err(failure) if failure.again() && tries < TRIES => tokio::time::sleep(pause(&failure, tries)).await,
            Err(failure) => return Err(failure.refusal().into()),
        }
    }
}

fn pause(failure: &Failure, tries: u32) -> Duration {
    Duration::from_secs(failure.wait_secs.unwrap_or(0).clamp(2_u64.pow(tries), 60))
}
