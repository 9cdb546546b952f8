//! What the portal costs: a person's page with years of life on it, and what a rush of sign-ins leaves to the others.

use super::Line;
use super::machine::Machine;
use super::pace::{millis, offered, rank};
use crate::commands::HOME;
use crate::load::Connection;
use crate::modules;
use cases::{Channel, Contact, NewCase, Place};
use kernel::{Id, Lang, Phone};
use people::{Level, NewPerson, Why};
use platform::access::{self, Side};
use platform::{App, Clock, Config, Problem, Result, Scope};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const CASES: usize = 300;
const LOOKS: usize = 200;
const PAGE_RATE: f64 = 50.0;
/// What others ask for meanwhile, and the sign-ins beside it, in a second.
const OTHERS_RATE: f64 = 50.0;
const SIGN_INS: f64 = 200.0;
/// Clients that try to sign in: enough that each waits for its answer.
const TRYING: usize = 64;

/// Everything of it, one after the other, on the engine of this address (SQLite when it is empty).
pub async fn all(folder: &Path, database: &str, each: Duration) -> Result<Vec<Line>> {
    let data = folder.join("portal");
    let mut machine = Machine::prepare(&data, database, &["sale".to_owned()])?;
    let session = life(&data, database).await?;
    machine.start().await?;
    let mut lines = vec![page(machine.host, each, &session).await?];
    lines.extend(rush(machine.host, each).await?);
    machine.stop()?;
    if database.is_empty() {
        lines.extend(super::payments::all(folder, each).await?);
    }
    Ok(lines)
}

/// Somebody with reports of years and clerks who looked, and a session of his.
async fn life(data: &Path, database: &str) -> Result<String> {
    let mut config = Config { data: data.to_owned(), ..Config::default() };
    config.database.url = database.to_owned();
    let app = App::open(config, modules::all(), Clock::default()).await?;
    let (store, scope) = (app.store(), Scope::system(HOME));
    let new = || NewPerson {
        name: "أمينة بنعلي".into(),
        phone: Phone::parse("0612345678"),
        email: None,
        cin: None,
        lang: Lang::Ar,
        level: Level::Contact,
    };
    let person = store.write(scope.clone(), move |tx| people::add(tx, new())).await?;
    for _ in 0..CASES {
        let person = person.clone();
        store.write(scope.clone(), move |tx| cases::open(tx, &pothole(tx.new_id(), &person))).await?;
    }
    for _ in 0..LOOKS {
        let person = person.clone();
        store.write(scope.clone(), move |tx| tx.look(&person, Why::Request.as_str())).await?;
    }
    store.write(scope, move |tx| access::start(tx, &tx.new_id(), &person, Side::Citizen, "أمينة بنعلي")).await
}

fn pothole(key: Id, person: &Id) -> NewCase {
    NewCase {
        key,
        procedure: "pothole".into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: "حفرة كبيرة قرب المدرسة".into(),
        answers: Default::default(),
        contact: Contact::default(),
        person: Some(person.clone()),
        place: Place { words: "شارع الحسن الثاني".into(), ..Place::default() },
        files: Vec::new(),
        publish: false,
        suspect: None,
    }
}

async fn page(host: SocketAddr, each: Duration, session: &str) -> Result<Line> {
    let cookie = format!("Cookie: jamaa={session}\r\n");
    let times = offered(host, PAGE_RATE, each, vec!["/ar/my".to_owned()].into(), &cookie).await?;
    let what = format!("my page with {} items at {PAGE_RATE:.0}/s, p95", CASES + LOOKS);
    Ok(Line::most(&what, millis(rank(&times, 95)), "ms", 60.0, "≤ 60 ms"))
}

/// What others wait for their pages while nobody, and while many, try to sign in.
async fn rush(host: SocketAddr, each: Duration) -> Result<Vec<Line>> {
    let paths: Arc<[String]> = ["/fr/", "/fr/procedures", "/fr/reports"].map(str::to_owned).into();
    let calm = rank(&offered(host, OTHERS_RATE, each, paths.clone(), "").await?, 99);
    let storm = tokio::spawn(sign_ins(host, each));
    let busy = rank(&offered(host, OTHERS_RATE, each, paths, "").await?, 99);
    let (tried, compared) = storm.await.map_err(Problem::internal)??;
    let ratio = busy.as_secs_f64() / calm.as_secs_f64().max(f64::EPSILON);
    Ok(vec![
        Line::rate("sign-ins in the rush, each answered", tried as f64 / each.as_secs_f64()),
        Line::rate("  compared, the rest told to come back", compared as f64 / each.as_secs_f64()),
        Line::most("  pages of others without it, p99", millis(calm), "ms", f64::INFINITY, ""),
        Line::ratio("  pages of others meanwhile, p99 ÷ without", ratio, "< 2", ratio < 2.0),
    ])
}

/// Sign-ins with a password, each of somebody else: as dear for a contact that opens nothing. How many were sent, and of how
/// many the password was compared; the rest were told to come back.
async fn sign_ins(host: SocketAddr, each: Duration) -> Result<(usize, usize)> {
    let began = Instant::now();
    let client = |number: usize| async move {
        let (mut connection, mut tried, mut compared) = (Connection::open(host).await?, 0, 0);
        let pause = Duration::from_secs_f64(TRYING as f64 / SIGN_INS);
        while began.elapsed() < each {
            let due = began + pause * u32::try_from(tried).unwrap_or(u32::MAX);
            tokio::time::sleep_until(due.into()).await;
            let body = format!("way=password&contact=visitor-{number}-{tried}%40example.org&password=not+the+right+one");
            let reply = connection.post("/fr/account/sign-in", &body).await?;
            if !matches!(reply.status, 422 | 429) {
                return Err(Problem::internal(format!("a sign-in was answered with {}", reply.status)));
            }
            tried += 1;
            compared += usize::from(reply.status == 422);
        }
        Ok::<_, Problem>((tried, compared))
    };
    let crowd: Vec<_> = (0..TRYING).map(|number| tokio::spawn(client(number))).collect();
    let mut all = (0, 0);
    for one in crowd {
        let (tried, compared) = one.await.map_err(Problem::internal)??;
        all = (all.0 + tried, all.1 + compared);
    }
    Ok(all)
}
