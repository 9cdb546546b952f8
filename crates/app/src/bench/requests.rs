//! What requests cost: the form and the search under a steady offer, the check before publication, signatures, papers.

use super::Line;
use super::machine::Machine;
use crate::commands::HOME;
use crate::load::Connection;
use crate::modules;
use papers::{Papers, Sheet, Standard};
use platform::web::encode;
use platform::{App, Clock, Config, Problem, Result, Scope};
use signing::{Intent, Purpose};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const PROCEDURE: &str = "repair-permit";
const DRAFTS: usize = 40;
/// Questions in a second.
const FORM_RATE: f64 = 200.0;
const SEARCH_RATE: f64 = 50.0;
/// As many as may wait for an answer at once.
const CLIENTS: usize = 32;
/// As people type them: right and wrong, in three scripts.
const ASKED: [&str; 12] = [
    "رخصة الإصلاح",
    "رخصه الاصلح",
    "شهادة السكنى",
    "شهدة السكن",
    "permis de réfection",
    "permi de refecsion",
    "certificat de conformité",
    "ouvertur commerse",
    "rokhsat islah",
    "rokhsa dial lbni",
    "chahadat soukna",
    "ⵜⵓⵔⴰⴳⵜ",
];
const ROUNDS: usize = 3;
const SIGNATURES: usize = 300;
const PAPERS: usize = 400;
const THREADS: usize = 2;
/// 12 March 2026, within the life of the key that is made here.
const WHEN: i64 = 1_773_306_000;

/// Everything of it, on SQLite, one after the other.
pub async fn all(folder: &Path, each: Duration) -> Result<Vec<Line>> {
    let data = folder.join("requests");
    let mut machine = Machine::prepare(&data, "", &["sale".to_owned()])?;
    machine.start().await?;
    let mut lines = vec![form(machine.host, each).await?, search(machine.host, each).await?];
    machine.stop()?;
    lines.extend(publication(&data).await?);
    let made =
        tokio::task::spawn_blocking(|| Ok::<_, Problem>([signature()?, printed()?])).await.map_err(Problem::internal)??;
    lines.extend(made);
    Ok(lines)
}

/// Pages of drafts that hold answers, as people see them who write one.
async fn form(host: SocketAddr, each: Duration) -> Result<Line> {
    let mut connection = Connection::open(host).await?;
    let mut paths = Vec::new();
    for _ in 0..DRAFTS {
        let begun = connection.post(&format!("/fr/procedures/{PROCEDURE}/start"), "").await?;
        let works = "nature=front&description=Peinture+de+la+fa%C3%A7ade&starts=15%2F12%2F2026&scaffold=no&owner=tenant";
        connection.post(&format!("{}/works", begun.location), works).await?;
        paths.extend(["works", "where", "applicant", "contact", "pieces"].map(|page| format!("{}/{page}", begun.location)));
    }
    let times = offered(host, FORM_RATE, each, paths.into()).await?;
    Ok(Line::most("form page at 200/s, p95", millis(rank(&times, 95)), "ms", 50.0, "≤ 50 ms"))
}

async fn search(host: SocketAddr, each: Duration) -> Result<Line> {
    let paths: Arc<[String]> = ASKED.iter().map(|words| format!("/fr/procedures?q={}", encode(words))).collect();
    let times = offered(host, SEARCH_RATE, each, paths).await?;
    Ok(Line::most("search of the catalogue at 50/s, p95", millis(rank(&times, 95)), "ms", 30.0, "≤ 30 ms"))
}

/// Asks at a steady rate, whether or not earlier questions were answered, and times each from the moment at which it was
/// due: what had to wait is not left out. Sorted.
async fn offered(host: SocketAddr, rate: f64, each: Duration, paths: Arc<[String]>) -> Result<Vec<Duration>> {
    let (next, began) = (Arc::new(AtomicUsize::new(0)), Instant::now() + Duration::from_millis(50));
    let client = |next: Arc<AtomicUsize>, paths: Arc<[String]>| async move {
        let (mut connection, mut times) = (Connection::open(host).await?, Vec::new());
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let after = Duration::from_secs_f64(turn as f64 / rate);
            if after > each {
                return Ok::<_, Problem>(times);
            }
            tokio::time::sleep_until((began + after).into()).await;
            let path = &paths[turn % paths.len()];
            let reply = connection.get(path, "Accept-Encoding: gzip\r\n").await?;
            if reply.status != 200 {
                return Err(Problem::internal(format!("{path} is answered with {}", reply.status)));
            }
            times.push((began + after).elapsed());
        }
    };
    let crowd: Vec<_> = (0..CLIENTS).map(|_| tokio::spawn(client(next.clone(), paths.clone()))).collect();
    let mut times = Vec::new();
    for one in crowd {
        times.extend(one.await.map_err(Problem::internal)??);
    }
    times.sort_unstable();
    Ok(times)
}

/// The check of every procedure of the country, as the editor runs it on a draft.
async fn publication(data: &Path) -> Result<Vec<Line>> {
    let config = Config { data: data.to_owned(), ..Config::default() };
    let app = App::open(config, modules::all(), Clock::default()).await?;
    let (store, scope) = (app.store(), Scope::system(HOME));
    let ids = store.read(scope.clone(), |rx| {
        Ok(procedures::catalog(rx)?.offered_requests().into_iter().map(|one| one.id.clone()).collect::<Vec<_>>())
    });
    let (ids, mut times) = (ids.await?, Vec::new());
    for id in &ids {
        let begun = id.clone();
        let version = store.write(scope.clone(), move |tx| procedures::begin(tx, &begun)).await?;
        for _ in 0..ROUNDS {
            let (asked, began) = (id.clone(), Instant::now());
            let faults = store.read(scope.clone(), move |rx| procedures::faults(rx, &asked, version)).await?;
            times.push(began.elapsed());
            if !faults.is_empty() {
                return Err(Problem::internal(format!("{id} could not be published: {faults:?}")));
            }
        }
    }
    times.sort_unstable();
    let what = format!("check before publication, {} procedures, p95", ids.len());
    Ok(vec![
        Line::most(&what, millis(rank(&times, 95)), "ms", 100.0, "≤ 100 ms"),
        Line::most("  the longest", millis(rank(&times, 100)), "ms", 100.0, "≤ 100 ms"),
    ])
}

/// A signature without time stamp, on a paper as it is delivered.
fn signature() -> Result<Line> {
    let pdf = paper(&Papers::new(), 0)?;
    let key = signing::make("bench", Purpose::Signer, None, WHEN - 86_400, 10).map_err(Problem::internal)?;
    let intent = Intent { reason: "", location: "", when: WHEN };
    let mut times = Vec::with_capacity(SIGNATURES);
    for _ in 0..SIGNATURES {
        let began = Instant::now();
        signing::sign(&pdf, "president", &intent, &key, None).map_err(Problem::internal)?;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    Ok(Line::most("signature without time stamp, p95", millis(rank(&times, 95)), "ms", 10.0, "≤ 10 ms"))
}

fn printed() -> Result<Line> {
    let press = Papers::new();
    (0..20).try_for_each(|number| paper(&press, number).map(drop))?;
    let (next, began) = (AtomicUsize::new(0), Instant::now());
    std::thread::scope(|scope| {
        let work = || {
            while next.fetch_add(1, Ordering::Relaxed) < PAPERS {
                paper(&press, next.load(Ordering::Relaxed))?;
            }
            Ok::<_, Problem>(())
        };
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| Problem::internal("a thread that prints"))?)
    })?;
    let rate = PAPERS as f64 / began.elapsed().as_secs_f64();
    Ok(Line::least("papers on two threads", rate, "/s", 50.0, "≥ 50/s"))
}

/// Every paper has its own number, holder and code, as in life.
fn paper(press: &Papers, number: usize) -> Result<Vec<u8>> {
    let mut model = papers::sample("permit", "ar").unwrap_or_default();
    model["reference"] = format!("{number}/2026").into();
    model["lines"][0][1] = format!("المستفيد رقم {number}").into();
    model["qr"] = format!("https://commune.example/v/{number:012}").into();
    let sheet = Sheet {
        template: papers::template("permit").unwrap_or_default(),
        model: &model,
        files: &[],
        title: "قرار",
        lang: "ar",
        standard: Standard::A1b,
        at: WHEN,
        signature_fields: &["president"],
    };
    press.render(&sheet).map_err(Problem::internal)
}

/// The smallest that so many of a hundred do not pass.
pub(super) fn rank(sorted: &[Duration], percent: usize) -> Duration {
    sorted.get((sorted.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
}

pub(super) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_the_smallest_that_so_many_do_not_pass() {
        let times: Vec<Duration> = (1..=20).map(Duration::from_millis).collect();
        assert_eq!((rank(&times, 95), rank(&times, 100)), (Duration::from_millis(19), Duration::from_millis(20)));
        assert_eq!(rank(&[], 95), Duration::ZERO);
    }
}
