//! The bench: the built program under load from this process, beside what the disk and the database do by themselves.

pub mod appointments;
pub mod disk;
mod machine;
pub mod neighbours;
mod pace;
mod payments;
pub mod portal;
pub mod reports;
pub mod requests;
mod weight;

use crate::load::{Connection, Form, PATH};
use machine::Machine;
use platform::{Clock, Keys, Problem, Refusal, Result};
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

const COMMUNES: usize = 50;
const MIB: u64 = 1 << 20;

/// One line of the table.
pub struct Line {
    pub what: String,
    pub value: String,
    pub target: &'static str,
    pub reached: Option<bool>,
}

impl Line {
    pub fn rate(what: &str, per_second: f64) -> Line {
        Line { what: what.into(), value: format!("{per_second:.0}/s"), target: "", reached: None }
    }

    pub fn ratio(what: &str, ratio: f64, target: &'static str, reached: bool) -> Line {
        Line { what: what.into(), value: format!("{ratio:.2} ×"), target, reached: Some(reached) }
    }

    fn least(what: &str, value: f64, unit: &str, least: f64, target: &'static str) -> Line {
        Line { what: what.into(), value: format!("{value:.0}{unit}"), target, reached: Some(value >= least) }
    }

    pub fn most(what: &str, value: f64, unit: &str, most: f64, target: &'static str) -> Line {
        Line { what: what.into(), value: format!("{value:.1} {unit}"), target, reached: Some(value <= most) }
    }
}

/// Reports through the whole path on SQLite, against the raw rate of the same disk.
pub async fn sqlite(folder: &Path, each: Duration, raw: f64) -> Result<Vec<Line>> {
    let mut machine = Machine::prepare(&folder.join("sqlite"), "", &["sale".to_owned()])?;
    let start = machine.start().await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let idle = machine.memory()?;
    let page = weight::first_page(machine.host).await?;
    let paths = vec![PATH.to_owned()];
    let one = filed_per_second(machine.host, 1, each, &paths).await?;
    let many = filed_per_second(machine.host, 64, each, &paths).await?;
    let loaded = machine.memory()?;
    machine.stop()?;
    Ok(vec![
        Line::most("start until ready", start.as_secs_f64(), "s", 2.0, "≤ 2 s"),
        Line::most("resident memory, idle", (idle / MIB) as f64, "MiB", 150.0, "≤ 150 MiB"),
        Line::most("first page with all it needs, on the wire", page as f64 / 1_000.0, "kB", 60.0, "≤ 60 kB"),
        Line::rate("reports acknowledged, SQLite, 1 client", one),
        Line::ratio("  ÷ raw fdatasync", one / raw, "≥ 0.8", one / raw >= 0.8),
        Line::rate("reports acknowledged, SQLite, 64 clients", many),
        Line::ratio("  ÷ raw fdatasync", many / raw, "≥ 20 or ≥ 3,000/s", many / raw >= 20.0 || many >= 3_000.0),
        Line::most("resident memory under that load", (loaded / MIB) as f64, "MiB", 400.0, "≤ 400 MiB"),
    ])
}

/// Reports of many communes on PostgreSQL, against a single-row insert of `pgbench`.
pub async fn postgres(folder: &Path, each: Duration, server: &str) -> Result<Vec<Line>> {
    let (base, _) = server.rsplit_once('/').ok_or_else(|| Problem::internal("the address of a server ends with a database"))?;
    let name = format!("jamaa_bench_{}", std::process::id());
    let make = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
    said("psql", &[server, "-qc", &make])?;
    let url = format!("{base}/{name}");
    let insert = pgbench(folder, &url, each)?;
    let slugs = Machine::some_communes(COMMUNES)?;
    let mut machine = Machine::prepare(&folder.join("postgres"), &url, &slugs)?;
    let start = machine.start().await?;
    let paths: Vec<String> = slugs.iter().map(|slug| format!("/c/{slug}{PATH}")).collect();
    let filed = filed_per_second(machine.host, 16, each, &paths).await?;
    let loaded = machine.memory()?;
    machine.stop()?;
    said("psql", &[server, "-qc", &format!("DROP DATABASE {name} WITH (FORCE)")])?;
    Ok(vec![
        Line::most("start until ready, PostgreSQL", start.as_secs_f64(), "s", 2.0, "≤ 2 s"),
        Line::rate("pgbench single-row insert, 16 clients", insert),
        Line::rate("reports acknowledged, PostgreSQL, 16 clients, 50 communes", filed),
        Line::ratio("  ÷ pgbench insert", filed / insert, "≥ 0.4", filed / insert >= 0.4),
        Line::most("resident memory under that load, PostgreSQL", (loaded / MIB) as f64, "MiB", 400.0, "≤ 400 MiB"),
    ])
}

/// A fresh database on a server, for a look at one thing.
fn fresh_database(server: &str, what: &str) -> Result<String> {
    let (base, _) = server.rsplit_once('/').ok_or_else(|| Problem::internal("the address of a server ends with a database"))?;
    let name = format!("jamaa_bench_{what}_{}", std::process::id());
    let make = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
    said("psql", &[server, "-qc", &make])?;
    Ok(format!("{base}/{name}"))
}

fn said(program: &str, arguments: &[&str]) -> Result<String> {
    let missing = |error: std::io::Error| {
        Problem::from(Refusal::new("operations-bench-program").with("program", program).with("error", error))
    };
    let output = Command::new(program).args(arguments).output().map_err(missing)?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Problem::internal(format!("{program}: {}", String::from_utf8_lossy(&output.stderr))))
    }
}

fn pgbench(folder: &Path, url: &str, each: Duration) -> Result<f64> {
    said("psql", &[url, "-qc", "CREATE TABLE public.bench_rows (id BIGSERIAL PRIMARY KEY, body TEXT NOT NULL)"])?;
    let script = folder.join("insert.sql");
    std::fs::write(&script, "INSERT INTO public.bench_rows (body) VALUES (repeat('x', 400));\n")?;
    let secs = each.as_secs().to_string();
    let output = said("pgbench", &["-n", "-c", "16", "-j", "2", "-T", &secs, "-f", &script.display().to_string(), url])?;
    said("psql", &[url, "-qc", "DROP TABLE public.bench_rows"])?;
    let tps = output.lines().find_map(|line| line.strip_prefix("tps = ")?.split_whitespace().next()?.parse().ok());
    tps.ok_or_else(|| Problem::internal(format!("pgbench says {output}")))
}

/// Forms sent one after the other by each client, for as long as asked, after a short warming-up.
async fn filed_per_second(host: SocketAddr, clients: usize, each: Duration, paths: &[String]) -> Result<f64> {
    let keys = Arc::new(Keys::fresh()?);
    crowd(host, clients, Duration::from_secs(1), paths, &keys).await?;
    let began = Instant::now();
    let filed = crowd(host, clients, each, paths, &keys).await?;
    Ok(filed as f64 / began.elapsed().as_secs_f64())
}

async fn crowd(host: SocketAddr, clients: usize, each: Duration, paths: &[String], keys: &Arc<Keys>) -> Result<usize> {
    let until = Instant::now() + each;
    let mut all = Vec::new();
    for number in 0..clients {
        let (paths, keys) = (paths.to_vec(), keys.clone());
        all.push(tokio::spawn(client(host, number, until, paths, keys)));
    }
    let mut filed = 0;
    for one in all {
        filed += one.await.map_err(Problem::internal)??;
    }
    Ok(filed)
}

async fn client(host: SocketAddr, number: usize, until: Instant, paths: Vec<String>, keys: Arc<Keys>) -> Result<usize> {
    let (clock, mut filed, mut turn) = (Clock::default(), 0, number);
    let mut connection = Connection::open(host).await?;
    while Instant::now() < until {
        let form = Form::fresh(&keys, &clock)?;
        let reply = connection.post(&paths[turn % paths.len()], &form.body).await?;
        turn += 1;
        match reply.code() {
            Some(_) => filed += 1,
            None if matches!(reply.status, 429 | 503) => {}
            None => return Err(Problem::internal(format!("a report was answered with {}", reply.status))),
        }
    }
    Ok(filed)
}
