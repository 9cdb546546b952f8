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
