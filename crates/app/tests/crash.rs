//! The built program killed at any moment under load: what was acknowledged is stored, once, and the journal holds.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

use app::load::{Connection, Form, PATH, free_address, ready};
use app::{commands, modules};
use kernel::{Label, Money};
use platform::access::{self, GrantRow, Side};
use platform::store::{journal, receipts};
use platform::{App, Clock, Config, Keys, Scope, Tx, args};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

const CLIENTS: usize = 64;

/// How often to strike. The rig needs the machine for itself: it runs when `scripts/crash` asks for it, one test at a time.
fn rounds() -> Option<usize> {
    std::env::var("JAMAA_CRASH_ROUNDS").ok()?.parse().ok()
}

/// A commune in a folder of its own, on the engine that the environment names.
struct Rig {
    folder: tempfile::TempDir,
    database: String,
    host: SocketAddr,
}

impl Rig {
    fn new() -> Rig {
        let rig = Rig { folder: tempfile::tempdir().unwrap(), database: fresh_database(), host: free_address().unwrap() };
        assert!(rig.command("init").status().unwrap().success());
        assert!(rig.command("commune").args(["add", "sale"]).status().unwrap().success());
        rig
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jamaa"));
        command.arg(name).arg("--data").arg(self.data()).args(["--listen", &self.host.to_string()]);
        command
            .env("JAMAA_DATABASE_URL", &self.database)
            .env("JAMAA_LIMITS_DEPOSITS_PER_HOUR", "100000000")
            .env("JAMAA_LOG", "error");
        command.stdout(Stdio::null());
        command
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    async fn serve(&self) -> Child {
        let child = self.command("serve").spawn().unwrap();
        assert!(ready(self.host, Duration::from_secs(30)).await, "the program did not come back");
        child
    }

    async fn open(&self) -> App {
        let mut config = Config { data: self.data().to_owned(), ..Config::default() };
        config.database.url.clone_from(&self.database);
        App::open(config, modules::all(), Clock::default()).await.unwrap()
    }
}

fn fresh_database() -> String {
    let Ok(server) = std::env::var("JAMAA_TEST_DATABASE") else { return String::new() };
    let chance: [u8; 4] = Keys::fresh().unwrap().random().unwrap();
    let name = format!("jamaa_crash_{}", u32::from_le_bytes(chance));
    let sql = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
    assert!(Command::new("psql").args([&server, "-qc", &sql]).status().unwrap().success(), "psql makes the database");
    format!("{}/{name}", server.rsplit_once('/').unwrap().0)
}

/// What one client was told: the code, or the receipt, of each key that was acknowledged.
type Heard = BTreeMap<String, String>;

/// Money to take: the cookie of a cashier, and subjects that each owe the same.
struct CashDesk {
    cookie: String,
    subjects: Vec<String>,
    next: AtomicUsize,
}

const CASHIERS: usize = 8;
/// More than the cashiers come to between two strikes.
const SUBJECTS_A_ROUND: usize = 200;
const OWED: i64 = 20_000;

/// Orders of payment, and a cashier who is signed in; made before the program is started.
async fn cash_desk(rig: &Rig, rounds: usize) -> CashDesk {
    let app = rig.open().await;
    let scope = Scope::system(commands::HOME);
    let token = app.store().write(scope.clone(), signed_in).await.unwrap();
    let mut subjects = Vec::new();
    while subjects.len() < (rounds + 2) * SUBJECTS_A_ROUND {
        let made = |tx: &mut Tx| (0..SUBJECTS_A_ROUND).map(|_| owes(tx)).collect::<platform::Result<Vec<String>>>();
        subjects.extend(app.store().write(scope.clone(), made).await.unwrap());
    }
    CashDesk { cookie: format!("Cookie: jamaa={token}\r\n"), subjects, next: AtomicUsize::new(0) }
}

fn signed_in(tx: &mut Tx) -> platform::Result<String> {
    let (person, account) = (tx.new_id(), tx.new_id());
    let grant = GrantRow {
        id: tx.new_id(),
        person: person.clone(),
        role: "cashier".into(),
        unit: None,
        area: None,
        starts_on: tx.today(),
        ends_on: None,
        decision: "crash".into(),
    };
    access::add_grant(tx, &grant)?;
    access::start(tx, &account, &person, Side::Staff, "crash")
}

fn owes(tx: &mut Tx) -> platform::Result<String> {
    let (subject, label) = (tx.new_id(), Label::new("رسم", "Taxe"));
    let due = payments::NewDue { fee: "fee".into(), label, amount: Money(OWED), due: payments::DueAt::Grant };
    payments::order(tx, &subject, "SAL-7K3Q-9MPX-R", &[due])?;
    Ok(subject.to_string())
}

/// Takes money until it is told to stop. What was not answered is sent again with its key, as the browser does.
async fn cashier(host: SocketAddr, desk: Arc<CashDesk>, stop: Arc<AtomicBool>) -> Heard {
    let (mut heard, clock, mut connection) = (Heard::new(), Clock::default(), None);
    let keys = Keys::fresh().unwrap();
    'payers: while let Some(subject) = desk.subjects.get(desk.next.fetch_add(1, Ordering::Relaxed)) {
        let key = Form::fresh(&keys, &clock).unwrap().key;
        let (path, body) = (format!("/fr/desk/cash/{subject}"), format!("key={key}&sum={OWED}&method=cash"));
        loop {
            if stop.load(Ordering::Relaxed) {
                break 'payers;
            }
            if let Some(receipt) = collect(&mut connection, host, (&path, &desk.cookie, &body)).await {
                heard.insert(key, receipt);
                break;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }
    heard
}

async fn collect(connection: &mut Option<Connection>, host: SocketAddr, form: (&str, &str, &str)) -> Option<String> {
    let mut open = match connection.take() {
        Some(open) => open,
        None => Connection::open(host).await.ok()?,
    };
    let reply = open.post_saying(form.0, form.1, form.2).await.ok()?;
    *connection = Some(open);
    let receipt = reply.location.split_once("/desk/cash/receipts/")?.1.to_owned();
    (reply.status == 303).then_some(receipt)
}

/// Files reports until it is told to stop. A form without an answer is sent again, as a person would, with its key.
async fn client(host: SocketAddr, keys: Arc<Keys>, stop: Arc<AtomicBool>) -> Heard {
    let (mut heard, clock, mut connection) = (Heard::new(), Clock::default(), None);
    'forms: loop {
        let form = Form::fresh(&keys, &clock).unwrap();
        loop {
            if stop.load(Ordering::Relaxed) {
                break 'forms;
            }
            if let Some(code) = send(&mut connection, host, &form).await {
                heard.insert(form.key, code);
                break;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }
    heard
}

async fn send(connection: &mut Option<Connection>, host: SocketAddr, form: &Form) -> Option<String> {
    let mut open = match connection.take() {
        Some(open) => open,
        None => Connection::open(host).await.ok()?,
    };
    let reply = open.post(PATH, &form.body).await.ok()?;
    *connection = Some(open);
    reply.code().map(str::to_owned)
}

/// Every receipt that a cashier was told is stored once under its key; the register of the cash desk has no gap, each receipt lies
/// in a drawer, and is one payment that succeeded.
async fn verify_cash(app: &App, heard: &Heard) {
    let (all, rows, intents) = app
        .store()
        .read(Scope::system(commands::HOME), |tx: &mut Tx| {
            let mut all = receipts::after(tx, "", 10_000_000)?;
            all.retain(|receipt| receipt.register == "cash");
            let sql = "SELECT number FROM payments_receipts WHERE tenant = $1 AND register = 'cash' AND session IS NOT NULL";
            let rows: Vec<i64> = tx.all(sql, args![tx.tenant()], |row| row.get("number"))?;
            let sql = "SELECT COUNT(*) AS n FROM payments_intents WHERE tenant = $1 AND provider = 'cash' AND state = 'success'";
            Ok((all, rows, tx.count(sql, args![tx.tenant()])?))
        })
        .await
        .unwrap();
    let stored: BTreeMap<&str, &str> = all.iter().map(|receipt| (receipt.key.as_str(), receipt.subject.as_str())).collect();
    for (key, receipt) in heard {
        assert_eq!(stored.get(key.as_str()), Some(&receipt.as_str()), "{key} was taken and is lost, or is another");
    }
    let numbers: BTreeSet<i64> = rows.iter().copied().collect();
    assert_eq!(numbers, (1..=rows.len() as i64).collect(), "the receipts of the cash desk have a gap");
    assert_eq!((all.len(), intents), (rows.len(), rows.len() as i64), "a receipt without its payment, or twice");
    eprintln!("{} receipts of the cash desk were told, {} are stored without a gap", heard.len(), rows.len());
}

/// Every acknowledged key has its one receipt and case under the code that was told; numbers have no gap; the chain holds.
async fn verify(app: &App, heard: &Heard) {
    let (all, codes, entries) = app
        .store()
        .read(Scope::system(commands::HOME), |tx: &mut Tx| {
            let mut all = receipts::after(tx, "", 10_000_000)?;
            all.retain(|receipt| receipt.register != "cash");
            let sql = "SELECT id, code FROM cases_cases WHERE tenant = $1";
            let codes: Vec<(String, String)> = tx.all(sql, args![tx.tenant()], |row| Ok((row.get("id")?, row.get("code")?)))?;
            Ok((all, codes, journal::verify(tx)?))
        })
        .await
        .unwrap();
    let codes: BTreeMap<String, String> = codes.into_iter().collect();
    let stored: BTreeMap<&str, &str> = all.iter().map(|receipt| (receipt.key.as_str(), receipt.subject.as_str())).collect();
    for (key, code) in heard {
        let subject = stored.get(key.as_str()).unwrap_or_else(|| panic!("{key} was acknowledged as {code} and is lost"));
        assert_eq!(codes.get(*subject), Some(code), "{key} was acknowledged under another code");
    }
    assert_eq!(codes.len(), all.len(), "a case without receipt, or twice");
    let numbers: BTreeSet<i64> = all.iter().map(|receipt| receipt.number).collect();
    assert_eq!(numbers, (1..=all.len() as i64).collect(), "the numbers have a gap");
    assert!(entries >= 2 * all.len() as i64);
    eprintln!("{} acknowledged, {} stored, {entries} entries of the journal hold", heard.len(), all.len());
}

async fn under_fire(rig: &Rig, rounds: usize, strike: impl AsyncFn(&Rig, &mut Child)) {
    let keys = Arc::new(Keys::fresh().unwrap());
    let stop = Arc::new(AtomicBool::new(false));
    let desk = Arc::new(cash_desk(rig, rounds).await);
    let mut server = rig.serve().await;
    let clients: Vec<_> = (0..CLIENTS).map(|_| tokio::spawn(client(rig.host, keys.clone(), stop.clone()))).collect();
    let cashiers: Vec<_> = (0..CASHIERS).map(|_| tokio::spawn(cashier(rig.host, desk.clone(), stop.clone()))).collect();
    for _ in 0..rounds {
        let chance = u64::from(u16::from_le_bytes(keys.random().unwrap()));
        tokio::time::sleep(Duration::from_millis(120 + chance % 900)).await;
        strike(rig, &mut server).await;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    stop.store(true, Ordering::Relaxed);
    let mut heard = Heard::new();
    for one in clients {
        heard.extend(one.await.unwrap());
    }
    let mut taken = Heard::new();
    for one in cashiers {
        taken.extend(one.await.unwrap());
    }
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(heard.len() > rounds, "the rig hardly filed anything: {}", heard.len());
    assert!(!taken.is_empty(), "the rig took no money");
    let app = rig.open().await;
    verify(&app, &heard).await;
    verify_cash(&app, &taken).await;
}

async fn kill_and_restart(rig: &Rig, server: &mut Child) {
    server.kill().unwrap();
    server.wait().unwrap();
    *server = rig.serve().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_report_is_lost_or_doubled_when_the_program_is_killed() {
    let Some(rounds) = rounds() else { return };
    under_fire(&Rig::new(), rounds, kill_and_restart).await;
}

/// `scripts/with-postgres` leaves a command that stops the server without a goodbye and starts it again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_report_is_lost_or_doubled_when_postgresql_is_stopped_at_once() {
    let (Some(rounds), Ok(bounce)) = (rounds(), std::env::var("JAMAA_POSTGRES_BOUNCE")) else { return };
    let strike = async |rig: &Rig, _: &mut Child| {
        assert!(Command::new(&bounce).stdout(Stdio::null()).status().unwrap().success());
        assert!(ready(rig.host, Duration::from_secs(30)).await, "the program did not find its database again");
    };
    under_fire(&Rig::new(), rounds.div_ceil(5), strike).await;
}
