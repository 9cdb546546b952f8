//! Reports by the million: whether a life costs what it cost at the first, and whether lists, map and search stay as they were.

use super::machine::Machine;
use super::pace::{millis, offered, rank};
use super::{Line, fresh_database, said};
use crate::commands::HOME;
use crate::load::{Connection, Form, PATH};
use crate::modules;
use kernel::{Email, Id};
use people::NewStaff;
use platform::access::{self, Side};
use platform::{App, Clock, Config, Keys, Problem, Result, Scope, Tx};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const FEW: usize = 10_000;
const MANY: usize = 1_000_000;
/// Clerks at work at once.
const CLERKS: usize = 16;
const LIVES_LEAST: f64 = 100.0;
const TIMES_MOST: f64 = 1.5;
/// Questions in a second, of each kind by itself: few enough that none waits for another.
const LOOKS_RATE: f64 = 10.0;
/// A role that sees and handles every report of the commune, and one that does those of its unit.
const EVERYWHERE: &str = "dgs";
const IN_UNIT: &str = "agent";
/// The unit that gets the most reports.
const UNIT: &str = "roads";
/// Kinds of questions.
const KINDS: [&str; 4] = ["list", "list of one unit's clerk", "map tile", "search"];
/// Addresses of each kind, so that no answer is only found again.
const VARIETY: usize = 400;

/// An engine, and where its databases are made.
struct Engine<'a> {
    name: &'static str,
    folder: PathBuf,
    server: Option<&'a str>,
}

/// A running program over a commune of so many reports, and the sessions of two clerks.
struct Town {
    machine: Machine,
    /// The address of its database; empty for a file.
    database: String,
    /// Of somebody who handles every report.
    session: String,
    /// Of somebody who handles those of one unit.
    bound: String,
    seeding: Duration,
    start: Duration,
}

/// Everything on SQLite, and on PostgreSQL where there is a server.
pub async fn all(folder: &Path, each: Duration, server: Option<&str>, many: Option<usize>) -> Result<Vec<Line>> {
    let many = many.unwrap_or(MANY);
    let mut lines = engine(&Engine { name: "SQLite", folder: folder.join("reports-sqlite"), server: None }, each, many).await?;
    if let Some(server) = server {
        let engine_of = Engine { name: "PostgreSQL", folder: folder.join("reports-postgres"), server: Some(server) };
        lines.extend(engine(&engine_of, each, many).await?);
    }
    Ok(lines)
}

async fn engine(engine: &Engine<'_>, each: Duration, many: usize) -> Result<Vec<Line>> {
    let name = engine.name;
    let mut empty = engine.town("empty", 0).await?;
    lives_per_second(&empty, each / 4).await?;
    empty.looked_at()?;
    let lives = lives_per_second(&empty, each).await?;
    empty.machine.stop()?;
    let mut lines = vec![Line::least(&format!("{name}: lives of a report, empty"), lives, "/s", LIVES_LEAST, "≥ 100/s")];
    let mut town = engine.town("few", FEW).await?;
    let few = looks(&town, each).await?;
    town.machine.stop()?;
    let mut town = engine.town("many", many).await?;
    let seeding = town.seeding.as_secs_f64();
    lines.push(Line::most(&format!("{name}: seeding {many} reports"), seeding, "s", 600.0, "≤ 600 s"));
    lines.push(Line::most(&format!("  start over {many}"), town.start.as_secs_f64(), "s", 2.0, "≤ 2 s"));
    let found = looks(&town, each).await?;
    for ((kind, few), found) in KINDS.iter().zip(few).zip(found) {
        let times = found.as_secs_f64() / few.as_secs_f64().max(f64::EPSILON);
        lines.push(Line::most(&format!("  {kind} over {FEW}, p95"), millis(few), "ms", f64::INFINITY, ""));
        lines.push(Line::most(&format!("  {kind} over {many}, p95"), millis(found), "ms", f64::INFINITY, ""));
        lines.push(Line::ratio("    ÷ that over the few", times, "≤ 1.5", times <= TIMES_MOST));
    }
    let lives = lives_per_second(&town, each).await?;
    lines.push(Line::least(&format!("  lives of a report over {many}"), lives, "/s", LIVES_LEAST, "≥ 100/s"));
    town.machine.stop()?;
    Ok(lines)
}

impl Engine<'_> {
    async fn town(&self, what: &str, reports: usize) -> Result<Town> {
        let data = self.folder.join(what);
        let database = match self.server {
            Some(server) => fresh_database(server, &format!("reports_{what}"))?,
            None => String::new(),
        };
        let mut machine = Machine::prepare(&data, &database, &["sale".to_owned()])?;
        let began = Instant::now();
        if reports > 0 {
            machine.run(&["seed", "--reports", &reports.to_string()])?;
        }
        let seeding = began.elapsed();
        let (session, bound) = clerks(&data, &database).await?;
        let start = machine.start().await?;
        machine.settle().await?;
        let town = Town { machine, database, session, bound, seeding, start };
        town.looked_at()?;
        Ok(town)
    }
}

/// The sessions of somebody who handles every report, and of somebody of one unit.
async fn clerks(data: &Path, database: &str) -> Result<(String, String)> {
    let mut config = Config { data: data.to_owned(), ..Config::default() };
    config.database.url = database.to_owned();
    let app = App::open(config, modules::all(), Clock::default()).await?;
    let hire = |tx: &mut Tx, name: &str, role: &str, unit: Option<Id>| {
        let email = Email::parse(&format!("{role}@bench.test")).ok_or_else(|| Problem::internal("an address"))?;
        let (name, role, decision) = (name.into(), role.into(), "bench".into());
        let new = NewStaff { name, email, role, unit, area: None, decision, password: None, totp_seed: None };
        let person = people::add_staff(tx, new)?;
        let account = people::account_of(tx, &person)?;
        access::start(tx, &account, &person, Side::Staff, "سعيد الكاتب")
    };
    let both = move |tx: &mut Tx| {
        let unit = units::by_code(tx, UNIT, None)?.ok_or_else(|| Problem::internal("no such unit"))?;
        Ok((hire(tx, "سعيد الكاتب", EVERYWHERE, None)?, hire(tx, "نادية الطرق", IN_UNIT, Some(unit.id))?))
    };
    app.store().write(Scope::system(HOME), both).await
}

impl Town {
    fn host(&self) -> SocketAddr {
        self.machine.host
    }

    fn cookie(&self) -> String {
        cookie(&self.session)
    }

    /// What a server of PostgreSQL does by itself within minutes, and a bench has none: it looks at how much stands in the tables, and
    /// notes which of their pages everybody sees. Until then it takes each table for empty, any way through it for as good as
    /// another, and goes back from an index to the rows; and it would do so while it is asked.
    fn looked_at(&self) -> Result<()> {
        if self.database.is_empty() { Ok(()) } else { said("psql", &[&self.database, "-qc", "VACUUM ANALYZE"]).map(drop) }
    }
}

fn cookie(session: &str) -> String {
    format!("Cookie: jamaa={session}\r\n")
}

/// The 95th of a hundred questions of each kind, at a steady pace.
async fn looks(town: &Town, each: Duration) -> Result<Vec<Duration>> {
    let mut found = Vec::new();
    let all = &town.session;
    for (paths, session) in [(lists(), all), (of_unit(), &town.bound), (tiles(), all), (searches(), all)] {
        let times = offered(town.host(), LOOKS_RATE, each, paths.into(), &cookie(session)).await?;
        found.push(rank(&times, 95));
    }
    Ok(found)
}

/// Lists of the public and of the desk, by category and state.
fn lists() -> Vec<String> {
    let categories = ["pothole", "street-lamp-out", "uncollected-waste", "rubble", "stray-dogs", "water-leak", "noise"];
    let states = ["", "&state=open", "&state=done"];
    let mut paths = vec!["/fr/reports".to_owned(), "/fr/desk".to_owned(), "/fr/desk?view=late".to_owned()];
    for category in categories {
        paths.extend(states.map(|state| format!("/fr/reports?category={category}{state}")));
        paths.push(format!("/fr/desk?procedure={category}"));
    }
    paths
}

/// What a clerk of one unit turns over all day.
fn of_unit() -> Vec<String> {
    let views = ["", "?view=new", "?view=late", "?view=mine", "?view=answered", "?view=all"];
    let mut paths: Vec<String> = views.iter().map(|view| format!("/fr/desk{view}")).collect();
    paths.extend(["حفرة", "trottoir"].map(|word| format!("/fr/desk?view=all&words={word}")));
    paths
}

/// Parts of a map of the city, from far and from near.
fn tiles() -> Vec<String> {
    let tile = |place: usize| {
        let zoom = 11 + place % 7;
        let side = 360.0 / f64::from(1_u32 << zoom) * 2.0;
        let (west, south) = (-6.86 + (place * 37 % 100) as f64 * 0.000_9, 34.0 + (place * 53 % 100) as f64 * 0.000_8);
        let (east, north) = (west + side, south + side * 0.8);
        format!("/reports/points.geojson?zoom={zoom}&bbox={west:.5},{south:.5},{east:.5},{north:.5}")
    };
    (0..VARIETY).map(tile).collect()
}

/// What clerks and citizens type: a word, two, a street, a number.
fn searches() -> Vec<String> {
    let words =
        ["حفرة", "إنارة", "الأزبال", "nid+de+poule", "lampadaire", "شارع+الحسن", "avenue+hassan", "مدرسة", "trottoir", "marché"];
    let search = |place: usize| {
        let word = words[place % words.len()];
        let door = if place.is_multiple_of(2) { "/fr/desk?view=all&words=" } else { "/fr/reports?words=" };
        if place.is_multiple_of(3) { format!("{door}{word}+{}", 1 + place % 400) } else { format!("{door}{word}") }
    };
    (0..VARIETY).map(search).collect()
}

/// Whole lives by clerks over HTTP: filed by the form, found at the desk by the code, opened, taken on, answered.
async fn lives_per_second(town: &Town, each: Duration) -> Result<f64> {
    let (keys, lived) = (Arc::new(Keys::fresh()?), Arc::new(AtomicUsize::new(0)));
    let began = Instant::now();
    let until = began + each;
    let mut clerks = Vec::new();
    for _ in 0..CLERKS {
        let (host, cookie, keys, lived) = (town.host(), town.cookie(), keys.clone(), lived.clone());
        clerks.push(tokio::spawn(async move {
            let mut connection = Connection::open(host).await?;
            while Instant::now() < until {
                live(&mut connection, &cookie, &keys).await?;
                lived.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<_, Problem>(())
        }));
    }
    for one in clerks {
        one.await.map_err(Problem::internal)??;
    }
    Ok(lived.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64())
}

async fn live(connection: &mut Connection, cookie: &str, keys: &Keys) -> Result<()> {
    let filed = connection.post(PATH, &Form::fresh(keys, &Clock::default())?.body).await?;
    let code = filed.code().ok_or_else(|| Problem::internal(format!("a report was answered with {}", filed.status)))?;
    let list = connection.get(&format!("/fr/desk?words={code}"), cookie).await?;
    let id = found(&String::from_utf8_lossy(&list.content))
        .ok_or_else(|| Problem::internal(format!("{code} is not found ({})", list.status)))?;
    let file = format!("/fr/desk/{id}");
    expect(connection.get(&file, cookie).await?.status, 200, "the file")?;
    for (door, body) in [
        ("assign", "person=me"),
        ("act", "action=take"),
        ("act", "action=answer&outcome=done&words=La+chauss%C3%A9e+a+%C3%A9t%C3%A9+r%C3%A9par%C3%A9e."),
    ] {
        expect(connection.post_saying(&format!("{file}/{door}"), cookie, body).await?.status, 303, door)?;
    }
    Ok(())
}

fn expect(status: u16, wanted: u16, what: &str) -> Result<()> {
    if status == wanted { Ok(()) } else { Err(Problem::internal(format!("{what} is answered with {status}"))) }
}

/// The first file that a list leads to.
fn found(page: &str) -> Option<Id> {
    page.split("/fr/desk/").skip(1).find_map(|rest| Id::parse(rest.get(..36)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_file_of_a_list_is_found_among_other_addresses() {
        let page = r#"<a href="/fr/desk/contractors">x</a><a href="/fr/desk/0198a1b2-0000-7000-8000-000000000001">y</a>"#;
        assert_eq!(found(page).map(|id| id.to_string()), Some("0198a1b2-0000-7000-8000-000000000001".into()));
        assert_eq!(found("<p>nothing</p>"), None);
    }
}
