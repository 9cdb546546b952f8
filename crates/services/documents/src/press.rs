//! The press for templates of the commune's own: a process for each paper, which sees no file and no network, and ends when it
//! takes too long or too much. A template that loops takes that process with it, not the program.

use papers::{Fault, Papers, Sheet, Standard};
use platform::{Json, Problem, Result};
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;

/// What a paper may take.
const SECONDS: u64 = 20;
const MEMORY_BYTES: u64 = 1536 << 20;
/// What the process is started with, and nothing else: few threads and a small arena, so that the limit is the template's.
pub const ENVIRONMENT: [(&str, &str); 2] = [("RAYON_NUM_THREADS", "2"), ("MIMALLOC_ARENA_RESERVE", "64MiB")];
/// Papers are some hundred thousand bytes.
const PAPER_BYTES_MOST: u64 = 32 << 20;
/// Processes at once: each may take a gigabyte, and a receipt is asked for by anybody who has filed.
static PLACES: Semaphore = Semaphore::const_new(2);
/// What stands before the answer: a test's frame writes to the same pipe.
const MARK: &[u8] = b"\nJAMAA-PRESS ";

/// A paper as it is told to the process.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    pub template: String,
    pub model: Json,
    pub title: String,
    pub lang: String,
    /// Seconds since 1970.
    pub at: i64,
    pub fields: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Answer {
    line: usize,
    message: String,
    length: usize,
}

impl Order {
    /// The paper, made in this process.
    pub fn print(&self, press: &Papers) -> std::result::Result<Vec<u8>, Fault> {
        let fields: Vec<&str> = self.fields.iter().map(String::as_str).collect();
        let sheet = Sheet {
            template: &self.template,
            model: &self.model,
            files: &[],
            title: &self.title,
            lang: &self.lang,
            standard: Standard::A1b,
            at: self.at,
            signature_fields: &fields,
        };
        press.render(&sheet)
    }

    /// The paper, made in a process of its own.
    ///
    /// # Errors
    /// The inner one is the template's: what is wrong with it and where, or that it took too long or too much.
    pub async fn print_apart(&self) -> Result<std::result::Result<Vec<u8>, Fault>> {
        let _place = PLACES.acquire().await.map_err(Problem::internal)?;
        let mut child = command()?
            .env_clear()
            .envs(ENVIRONMENT)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let order = serde_json::to_vec(self)?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let (Some(mut stdin), Some(stdout)) = (stdin, stdout) else { return Err(Problem::internal("a press without pipes")) };
        let talk = async {
            // A process that has ended reads no more; what it said before tells why.
            let _ = stdin.write_all(&order).await;
            drop(stdin);
            let mut out = Vec::new();
            stdout.take(PAPER_BYTES_MOST).read_to_end(&mut out).await.map(|_| out)
        };
        let out = match tokio::time::timeout(Duration::from_secs(SECONDS), talk).await {
            Ok(out) => out?,
            Err(_) => return Ok(Err(spent())),
        };
        Ok(read(&out).unwrap_or_else(|| Err(spent())))
    }
}

fn spent() -> Fault {
    Fault { line: 0, message: format!("the template takes more than {SECONDS} s or {} MiB", MEMORY_BYTES >> 20) }
}

fn read(out: &[u8]) -> Option<std::result::Result<Vec<u8>, Fault>> {
    let at = out.windows(MARK.len()).position(|part| part == MARK)? + MARK.len();
    let end = at + out[at..].iter().position(|byte| *byte == b'\n')?;
    let answer: Answer = serde_json::from_slice(&out[at..end]).ok()?;
    if answer.length == 0 {
        return Some(Err(Fault { line: answer.line, message: answer.message }));
    }
    out.get(end + 1..end + 1 + answer.length).map(|paper| Ok(paper.to_vec()))
}

#[cfg(not(test))]
fn command() -> Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("press");
    Ok(command)
}

#[cfg(test)]
fn command() -> Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["tests::templates::inside_the_press", "--exact", "--ignored", "--nocapture"]);
    Ok(command)
}

/// The work of the process: an order on the standard input, the paper or what is wrong on the standard output.
pub fn work() -> std::io::Result<()> {
    limit(rustix::process::Resource::As, MEMORY_BYTES)?;
    limit(rustix::process::Resource::Cpu, SECONDS)?;
    limit(rustix::process::Resource::Core, 0)?;
    limit(rustix::process::Resource::Nofile, 16)?;
    let mut text = Vec::new();
    std::io::stdin().read_to_end(&mut text)?;
    let order: Order = serde_json::from_slice(&text)?;
    let (answer, paper) = match order.print(&Papers::new()) {
        Ok(paper) => (Answer { line: 0, message: String::new(), length: paper.len() }, paper),
        Err(fault) => (Answer { line: fault.line, message: fault.message, length: 0 }, Vec::new()),
    };
    let mut out = std::io::stdout().lock();
    out.write_all(MARK)?;
    out.write_all(&serde_json::to_vec(&answer)?)?;
    out.write_all(b"\n")?;
    out.write_all(&paper)?;
    out.flush()
}

fn limit(resource: rustix::process::Resource, most: u64) -> std::io::Result<()> {
    let limit = rustix::process::Rlimit { current: Some(most), maximum: Some(most) };
    Ok(rustix::process::setrlimit(resource, limit)?)
}
