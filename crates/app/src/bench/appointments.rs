//! A rush for seats: many more ask than there are, and every one is answered, none has another's.

use super::machine::Machine;
use super::{Line, fresh_database, said};
use crate::commands::HOME;
use crate::load::Connection;
use crate::modules;
use ::appointments::{Bound, Standing, Want};
use kernel::{Day, Id, Label, Lang, Moment, Phone};
use platform::{App, Clock, Config, Problem, Result, Scope, Tx, access};
use sites::{Counter, Site, Way};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const MATTER: &str = "civil-status-copy";
const KEY: &str = "bench-of-appointments";
const SITES: usize = 20;
const COUNTERS: usize = 5;
const SEATS: usize = 10_000;
const RATE: f64 = 500.0;
const CLIENTS: usize = 512;
const ROUNDS: usize = 200;
const RIVALS: usize = 500;
const BOOKINGS: usize = 50_000;
const LOOKS: usize = 200;

/// Everything of it, on SQLite and, where there is a server, on PostgreSQL.
pub async fn all(folder: &Path, each: Duration, server: Option<&str>) -> Result<Vec<Line>> {
    let mut lines = engine(&folder.join("appointments"), "", each, "SQLite").await?;
    if let Some(server) = server {
        let url = fresh_database(server, "appointments")?;
        lines.extend(engine(&folder.join("appointments-pg"), &url, each, "PostgreSQL").await?);
        let name = url.rsplit_once('/').map_or("", |(_, name)| name);
        said("psql", &[server, "-qc", &format!("DROP DATABASE {name} WITH (FORCE)")])?;
    }
    Ok(lines)
}

async fn engine(data: &Path, url: &str, each: Duration, name: &str) -> Result<Vec<Line>> {
    let mut machine = Machine::prepare(data, url, &["sale".to_owned()])?;
    let slots = {
        let app = open(data, url).await?;
        app.store().write(Scope::system(HOME), furnish).await?
    };
    machine.start().await?;
    let rush = rush(machine.host, each, slots.clone()).await?;
    machine.stop()?;
    let app = open(data, url).await?;
    let standing = app.store().read(Scope::system(HOME), ::appointments::standing).await?;
    let winners = rounds(&app, &slots).await?;
    fill(&app, &slots).await?;
    drop(app);
    machine.start().await?;
    let (cold, warm) = looks(machine.host).await?;
    machine.stop()?;
    let Standing { booked, due, taken } = standing;
    let lost = i64::try_from(rush.booked).unwrap_or(0) - booked;
    Ok(vec![
        Line::rate(&format!("bookings offered, {name}"), RATE),
        Line::rate(&format!("  confirmed, {} of {} asked", rush.booked, rush.asked), rush.booked as f64 / rush.secs),
        Line::most("  sent to wait", rush.busy as f64, "", f64::MAX, ""),
        Line::most("  the longest answer", rush.longest.as_secs_f64(), "s", 3.0, "≤ 3 s"),
        Line::most("  lost or doubled", (lost.abs() + (due - taken).abs()) as f64, "", 0.0, "0"),
        Line::most("  rounds of 500 on one seat without exactly one", (ROUNDS - winners) as f64, "", 0.0, "0"),
        Line::most(&format!("free days of a month, {SITES} sites, p95, {name}"), millis(warm), "ms", 40.0, "≤ 40 ms"),
        Line::most("  the first time", millis(cold), "ms", f64::MAX, ""),
    ])
}

async fn open(data: &Path, url: &str) -> Result<App> {
    let mut config = Config { data: data.to_owned(), ..Config::default() };
    config.database.url = url.to_owned();
    App::open(config, modules::all(), Clock::default()).await
}

/// Twenty sites of five counters, a key that may book, and the times of the next days, nearest first.
fn furnish(tx: &mut Tx) -> Result<Vec<(Id, Moment)>> {
    access::add_key(tx, KEY, "bench", "counter_clerk")?;
    let unit = units::all(tx)?.remove(0).id;
    for number in 0..SITES {
        let name = Label::new(&format!("مقر {number}"), &format!("Site {number}"));
        let site = Site {
            id: tx.new_id(),
            unit: unit.clone(),
            address: name.clone(),
            name,
            phone: None,
            area: None,
            point: None,
            step_free: true,
            retired_on: None,
        };
        let site = sites::save_site(tx, site)?;
        for label in 1..=COUNTERS {
            let (id, label) = (tx.new_id(), label.to_string());
            let counter = Counter { id, site: site.clone(), label, seats: 1, priority: false, retired_on: None };
            sites::save_counter(tx, counter, &[MATTER.to_owned()])?;
        }
    }
    let matter = sites::matter(tx, MATTER)?;
    let asked = ::appointments::Asked { all: true, acting: true, ..::appointments::Asked::of(&matter, None, 1) };
    let mut slots = Vec::new();
    let mut day = tx.today().next();
    while slots.len() < BOOKINGS / COUNTERS + SEATS && day < tx.today().plus_days(120) {
        slots.extend(::appointments::free_slots(tx, &asked, day)?.into_iter().map(|slot| (slot.site, slot.starts)));
        day = day.next();
    }
    Ok(slots)
}

struct Rush {
    asked: usize,
    booked: usize,
    busy: usize,
    longest: Duration,
    secs: f64,
}

/// Offers bookings at a steady rate, whether or not earlier ones were answered, and times each from when it was due.
async fn rush(host: SocketAddr, each: Duration, slots: Vec<(Id, Moment)>) -> Result<Rush> {
    let wanted: Arc<[(Id, Moment)]> = slots.into_iter().take(SEATS / COUNTERS).collect();
    let (next, began) = (Arc::new(AtomicUsize::new(0)), Instant::now() + Duration::from_millis(100));
    let client = |next: Arc<AtomicUsize>, wanted: Arc<[(Id, Moment)]>| async move {
        let mut connection = Connection::open(host).await?;
        let (mut asked, mut booked, mut busy, mut longest) = (0, 0, 0, Duration::ZERO);
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let after = Duration::from_secs_f64(turn as f64 / RATE);
            if after > each {
                return Ok::<_, Problem>((asked, booked, busy, longest));
            }
            tokio::time::sleep_until((began + after).into()).await;
            let (site, starts) = &wanted[turn.wrapping_mul(7_919) % wanted.len()];
            let body = format!(
                "{{\"asked\":{{\"matter\":\"{MATTER}\",\"site\":\"{site}\",\"starts\":\"{starts}\"}},\
                 \"person\":{{\"name\":\"Client {turn}\",\"phone\":\"06{turn:08}\"}}}}"
            );
            let reply = connection.post_json("/api/v1/appointments/bookings", KEY, &body).await?;
            longest = longest.max((began + after).elapsed());
            asked += 1;
            match reply.status {
                200 => booked += 1,
                429 => busy += 1,
                409 => {}
                other => return Err(Problem::internal(format!("a booking was answered with {other}"))),
            }
        }
    };
    let crowd: Vec<_> = (0..CLIENTS).map(|_| tokio::spawn(client(next.clone(), wanted.clone()))).collect();
    let mut all = Rush { asked: 0, booked: 0, busy: 0, longest: Duration::ZERO, secs: 0.0 };
    for one in crowd {
        let (asked, booked, busy, longest) = one.await.map_err(Problem::internal)??;
        all.asked += asked;
        all.booked += booked;
        all.busy += busy;
        all.longest = all.longest.max(longest);
    }
    all.secs = began.elapsed().as_secs_f64();
    Ok(all)
}

fn want(slot: &(Id, Moment)) -> Want {
    Want { matter: MATTER.into(), site: Some(slot.0.clone()), starts: slot.1, people: 1, way: Way::Visit, lang: Lang::Fr }
}

fn bound(number: usize) -> Result<Bound> {
    let phone = Phone::parse(&format!("07{number:08}")).ok_or_else(|| Problem::internal("a telephone of the bench"))?;
    Ok(Bound { name: format!("Client {number}"), phone, cin: None })
}

/// Five hundred who want the last seat of a time, again and again; how many rounds had exactly one winner.
async fn rounds(app: &App, slots: &[(Id, Moment)]) -> Result<usize> {
    let mut right = 0;
    for round in 0..ROUNDS {
        let slot = slots[slots.len() - 1 - round].clone();
        for counter in 1..COUNTERS {
            let (slot, person) = (slot.clone(), bound(round * 1_000 + RIVALS + counter)?);
            app.store()
                .write(Scope::system(HOME), move |tx| ::appointments::for_somebody(tx, &want(&slot), &person, None))
                .await?;
        }
        let rivals: Vec<_> = (0..RIVALS)
            .map(|rival| {
                let (store, slot) = (app.store().clone(), slot.clone());
                tokio::spawn(async move {
                    let person = bound(round * 1_000 + rival)?;
                    let act = move |tx: &mut Tx| ::appointments::for_somebody(tx, &want(&slot), &person, None);
                    store.write(Scope::system(HOME), act).await
                })
            })
            .collect();
        let mut winners = 0;
        for rival in rivals {
            winners += usize::from(rival.await.map_err(Problem::internal)?.is_ok());
        }
        right += usize::from(winners == 1);
    }
    Ok(right)
}

/// Books on until so many stand in the table.
async fn fill(app: &App, slots: &[(Id, Moment)]) -> Result<()> {
    let free = &slots[SEATS / COUNTERS..slots.len() - ROUNDS];
    let mut number = 1_000_000;
    for some in free.chunks(20) {
        let (some, first) = (some.to_vec(), number);
        let act = move |tx: &mut Tx| {
            for (place, slot) in some.iter().enumerate() {
                for counter in 0..COUNTERS {
                    ::appointments::for_somebody(tx, &want(slot), &bound(first + place * COUNTERS + counter)?, None)?;
                }
            }
            Ok(())
        };
        app.store().write(Scope::system(HOME), act).await?;
        number += 20 * COUNTERS;
        if number - 1_000_000 + SEATS >= BOOKINGS {
            break;
        }
    }
    Ok(())
}

/// Free days of a month at every site: the first time, and the ninety-fifth of a hundred after it.
async fn looks(host: SocketAddr) -> Result<(Duration, Duration)> {
    let today: Day = Clock::default().now().day();
    let path = format!("/api/v1/appointments/days?matter={MATTER}&from={}&to={}", today.next(), today.plus_days(30));
    let mut connection = Connection::open(host).await?;
    let mut times = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let began = Instant::now();
        let reply = connection.get(&path, "Accept-Encoding: gzip\r\n").await?;
        if reply.status != 200 {
            return Err(Problem::internal(format!("{path} is answered with {}", reply.status)));
        }
        times.push(began.elapsed());
    }
    let cold = times.remove(0);
    times.sort_unstable();
    Ok((cold, times[times.len() * 95 / 100]))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
