//! The program as a process of its own, made ready, started, measured, stopped.

use crate::load::{free_address, ready};
use crate::modules;
use platform::{Clock, Config, Keys, Pack, Problem, Refusal, Result};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(30);
/// The longest that the work of a night may take.
const NIGHT: Duration = Duration::from_secs(600);
/// Seconds in a row with at most so many hundredths of work.
const CALM_SECS: u32 = 3;
const CALM_TICKS: u64 = 5;

pub struct Machine {
    data: PathBuf,
    database: String,
    pub host: SocketAddr,
    child: Option<Child>,
}

impl Machine {
    /// A fresh folder with these communes open.
    pub fn prepare(data: &Path, database: &str, communes: &[String]) -> Result<Machine> {
        let machine = Machine { data: data.to_owned(), database: database.to_owned(), host: free_address()?, child: None };
        machine.run(&["init"])?;
        communes.iter().try_for_each(|slug| machine.run(&["commune", "add", slug]))?;
        Ok(machine)
    }

    /// Addresses of the first communes of the national list.
    pub fn some_communes(count: usize) -> Result<Vec<String>> {
        let config = Config::default();
        let setup = platform::setup(&config, &Pack::Embedded, &modules::all(), Arc::new(Keys::fresh()?), Clock::default())?;
        let all = places::list_communes(&setup.facts)?;
        Ok(all.into_iter().take(count).map(|commune| commune.slug).collect())
    }

    fn command(&self) -> Result<Command> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("--data").arg(&self.data).args(["--listen", &self.host.to_string()]);
        command.env("JAMAA_DATABASE_URL", &self.database).env("JAMAA_LIMITS_DEPOSITS_PER_HOUR", "100000000");
        command.env("JAMAA_LIMITS_SIGN_INS_PER_TEN_MINUTES", "100000000");
        // The nightly backup is no part of what is measured.
        command.env("JAMAA_LOG", "error").env("JAMAA_BACKUP_HOUR", "24").stdout(Stdio::null());
        Ok(command)
    }

    pub fn run(&self, arguments: &[&str]) -> Result<()> {
        let done = self.command()?.args(arguments).status()?;
        if done.success() { Ok(()) } else { Err(Problem::internal(format!("jamaa {}", arguments.join(" ")))) }
    }

    /// Starts serving, and says how long it took until it was ready.
    pub async fn start(&mut self) -> Result<Duration> {
        let began = Instant::now();
        self.child = Some(self.command()?.arg("serve").spawn()?);
        if ready(self.host, PATIENCE).await { Ok(began.elapsed()) } else { Err(Refusal::new("operations-closed").into()) }
    }

    /// Waits until what a night left to do is done: a commune just made writes its datasets and its figures first.
    pub async fn settle(&self) -> Result<()> {
        let (until, mut calm, mut before) = (Instant::now() + NIGHT, 0, self.ticks()?);
        while calm < CALM_SECS && Instant::now() < until {
            tokio::time::sleep(Duration::from_secs(1)).await;
            let now = self.ticks()?;
            calm = if now - before <= CALM_TICKS { calm + 1 } else { 0 };
            before = now;
        }
        if calm < CALM_SECS { Err(Problem::internal("the work of the night does not end")) } else { Ok(()) }
    }

    /// Hundredths of a second that the serving process has used.
    fn ticks(&self) -> Result<u64> {
        let id = self.child.as_ref().map_or(0, Child::id);
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        // The fields after the name of the program, which stands in brackets: user and system time are the 12th and 13th.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let field = |place: usize| fields.get(place).and_then(|text| text.parse::<u64>().ok());
        field(11).zip(field(12)).map(|(user, system)| user + system).ok_or_else(|| Problem::internal("no times of the process"))
    }

    /// Resident bytes of the serving process.
    pub fn memory(&self) -> Result<u64> {
        let id = self.child.as_ref().map_or(0, Child::id);
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok());
        kib.map(|kib| kib * 1_024).ok_or_else(|| Problem::internal("no VmRSS"))
    }

    pub fn stop(&mut self) -> Result<()> {
        if let Some(mut child) = self.child.take() {
            child.kill()?;
            child.wait()?;
        }
        Ok(())
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        // A failed bench leaves nothing running.
        let _ = self.stop();
    }
}
