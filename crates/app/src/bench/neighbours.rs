//! Many communes on one machine: what the others feel when one of them has seven times its load.

use super::machine::Machine;
use super::pace::{Ask, asked, millis, one, rank};
use super::{Line, fresh_database};
use crate::load::{Connection, PATH};
use platform::{Keys, Problem, Result};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const COMMUNES: usize = 8;
/// Reports that each has already.
const REPORTS: usize = 2_000;
const TIMES_LOAD: usize = 7;
const TIMES_MOST: f64 = 1.5;
/// What all communes together ask on a usual day, as a part of what the machine answers at most.
const USUAL: f64 = 0.25;
/// Clients that find out how much that is.
const CLIENTS: usize = 16;
/// Usual and loud days, in turn, so that a slow minute of the machine falls on both.
const ROUNDS: u32 = 3;

/// On SQLite, and on PostgreSQL where there is a server.
pub async fn all(folder: &Path, each: Duration, server: Option<&str>) -> Result<Vec<Line>> {
    let mut lines = engine("SQLite", &folder.join("neighbours-sqlite"), "", each).await?;
    if let Some(server) = server {
        let database = fresh_database(server, "neighbours")?;
        lines.extend(engine("PostgreSQL", &folder.join("neighbours-postgres"), &database, each).await?);
    }
    Ok(lines)
}

async fn engine(name: &str, data: &Path, database: &str, each: Duration) -> Result<Vec<Line>> {
    let slugs = Machine::some_communes(COMMUNES)?;
    let mut machine = Machine::prepare(data, database, &slugs)?;
    for slug in &slugs {
        machine.run(&["seed", "--commune", slug, "--reports", &REPORTS.to_string()])?;
    }
    machine.start().await?;
    machine.settle().await?;
    let usual: Vec<(bool, Ask)> = day(&slugs, 1);
    let most = most_per_second(machine.host, each / 2, usual.iter().map(|(_, ask)| ask.clone()).collect()).await?;
    let rate = most * USUAL;
    let loud = day(&slugs, TIMES_LOAD);
    let loud_rate = rate * loud.len() as f64 / usual.len() as f64;
    let (mut calm, mut beside) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        calm.extend(of_others(machine.host, rate, each / ROUNDS, &usual).await?);
        beside.extend(of_others(machine.host, loud_rate, each / ROUNDS, &loud).await?);
    }
    machine.stop()?;
    calm.sort_unstable();
    beside.sort_unstable();
    let (calm, beside) = (rank(&calm, 99), rank(&beside, 99));
    let times = beside.as_secs_f64() / calm.as_secs_f64().max(f64::EPSILON);
    Ok(vec![
        Line::rate(&format!("{name}: answers and reports of {COMMUNES} communes, at most"), most),
        Line::most(&format!("  p99 of the others, {rate:.0}/s in all"), millis(calm), "ms", f64::INFINITY, ""),
        Line::most(&format!("  beside one at {TIMES_LOAD} × its load"), millis(beside), "ms", f64::INFINITY, ""),
        Line::ratio("    ÷ that of a usual day", times, "< 1.5", times < TIMES_MOST),
    ])
}

/// What is asked in a day, well mixed: of the first commune so many times what is asked of each other. Others are marked.
fn day(slugs: &[String], times: usize) -> Vec<(bool, Ask)> {
    let rounds = (0..times).flat_map(|round| slugs.iter().enumerate().map(move |(place, slug)| (round, place, slug)));
    let turns: Vec<(usize, &String)> =
        rounds.filter(|(round, place, _)| *round == 0 || *place == 0).map(|(_, place, slug)| (place, slug)).collect();
    let (loud, others): (Vec<_>, Vec<_>) = turns.into_iter().partition(|(place, _)| *place == 0);
    let kinds = asks("").len();
    let mut mixed = Vec::new();
    for kind in 0..kinds {
        let (mut loud, mut others) = (loud.iter().peekable(), others.iter().peekable());
        let share = (loud.len().max(1)).div_ceil(others.len().max(1));
        while loud.peek().is_some() || others.peek().is_some() {
            let these = loud.by_ref().take(share).chain(others.by_ref().take(1));
            mixed.extend(these.map(|(place, slug)| (*place > 0, asks(slug)[(kind + place) % kinds].clone())));
        }
    }
    mixed
}

/// One report in four; the rest are looks at lists and the map.
fn asks(slug: &str) -> Vec<Ask> {
    let house = format!("/c/{slug}");
    vec![
        Ask::File(format!("{house}{PATH}")),
        Ask::Look(format!("{house}/fr/reports")),
        Ask::Look(format!("{house}/fr/reports?category=pothole&state=open")),
        Ask::Look(format!("{house}/fr/reports?words=trottoir")),
    ]
}

async fn of_others(host: SocketAddr, rate: f64, each: Duration, day: &[(bool, Ask)]) -> Result<Vec<Duration>> {
    let asks: Arc<[Ask]> = day.iter().map(|(_, ask)| ask.clone()).collect();
    let times = asked(host, rate, each, asks, "").await?;
    Ok(times.into_iter().filter(|(which, _)| day[*which].0).map(|(_, time)| time).collect())
}

/// How much the machine answers when every client asks again at once.
async fn most_per_second(host: SocketAddr, each: Duration, asks: Arc<[Ask]>) -> Result<f64> {
    let (began, keys) = (Instant::now(), Arc::new(Keys::fresh()?));
    let client = |number: usize, asks: Arc<[Ask]>, keys: Arc<Keys>| async move {
        let mut connection = Connection::open(host).await?;
        let mut answered = 0_usize;
        while began.elapsed() < each {
            one(&mut connection, &asks[(number + answered) % asks.len()], "Accept-Encoding: gzip\r\n", &keys).await?;
            answered += 1;
        }
        Ok::<_, Problem>(answered)
    };
    let crowd: Vec<_> = (0..CLIENTS).map(|number| tokio::spawn(client(number * 5, asks.clone(), keys.clone()))).collect();
    let mut answered = 0;
    for one in crowd {
        answered += one.await.map_err(Problem::internal)??;
    }
    Ok(answered as f64 / began.elapsed().as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loud_day_asks_seven_times_as_much_of_one_and_as_much_of_the_others() {
        let slugs: Vec<String> = (0..COMMUNES).map(|place| format!("town-{place}")).collect();
        let (usual, loud) = (day(&slugs, 1), day(&slugs, TIMES_LOAD));
        let count = |day: &[(bool, Ask)], others: bool| day.iter().filter(|(other, _)| *other == others).count();
        assert_eq!(count(&usual, true), count(&loud, true));
        assert_eq!(count(&usual, false) * TIMES_LOAD, count(&loud, false));
        let filed = usual.iter().filter(|(_, ask)| matches!(ask, Ask::File(_))).count();
        assert_eq!(filed * 4, usual.len());
    }
}
