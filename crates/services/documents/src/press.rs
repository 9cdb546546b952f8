//! The press for what strangers made: templates of the commune's own, pages of plans. A process for each, which sees no file and no
//! network, and ends when it takes too long or too much. What loops takes that process with it, not the program.

use papers::{Fault, Papers, PlanFault, Sheet, Standard, plan_pages, plan_picture};
use platform::{Json, Problem, Result};
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;

/// What a paper may take; a test waits less for what never ends.
const SECONDS: u64 = if cfg!(test) { 10 } else { 20 };
const MEMORY_BYTES: u64 = 1536 << 20;
/// What the process is started with, and nothing else: few threads and a small arena, so that the limit is the template's.
pub const ENVIRONMENT: [(&str, &str); 2] = [("RAYON_NUM_THREADS", "2"), ("MIMALLOC_ARENA_RESERVE", "64MiB")];
/// Papers are some hundred thousand bytes.
const PAPER_BYTES_MOST: u64 = 32 << 20;
/// How the program is started as a press; tests start their own binary.
static ARGUMENTS: OnceLock<&'static [&'static str]> = OnceLock::new();
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

/// The first line of what the process reads; a plan follows it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Task {
    Paper(Order),
    Page { page: usize, width: u16 },
}

/// The first line of what the process says; a paper or a picture of this length follows it.
#[derive(Default, Serialize, Deserialize)]
struct Answer {
    /// Where a template is wrong.
    line: usize,
    message: String,
    length: usize,
    /// How many pages a plan has.
    pages: usize,
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
        Ok(match run(&Task::Paper(self.clone()), &[]).await? {
            Some((answer, _)) if answer.length == 0 => Err(Fault { line: answer.line, message: answer.message }),
            Some((_, paper)) => Ok(paper),
            None => Err(spent()),
        })
    }
}

/// A page of a plan as a picture so many pixels wide, made in a process of its own, and how many pages there are.
///
/// # Errors
/// The inner one is the plan's: what it is refused for, or that it took too long.
pub async fn page_apart(pdf: &[u8], page: usize, width: u16) -> Result<std::result::Result<(usize, Vec<u8>), PlanFault>> {
    Ok(match run(&Task::Page { page, width }, pdf).await? {
        Some((answer, _)) if answer.length == 0 => Err(PlanFault::said(&answer.message).unwrap_or(PlanFault::Unreadable)),
        Some((answer, picture)) => Ok((answer.pages, picture)),
        None => Err(PlanFault::Slow),
    })
}

/// Starts the process, gives it its task, and hears its answer; nothing when it ended before it had one.
async fn run(task: &Task, more: &[u8]) -> Result<Option<(Answer, Vec<u8>)>> {
    let _place = PLACES.acquire().await.map_err(Problem::internal)?;
    let mut child = Command::new(std::env::current_exe()?)
        .args(*ARGUMENTS.get_or_init(|| &["press"]))
        .env_clear()
        .envs(ENVIRONMENT)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let mut line = serde_json::to_vec(task)?;
    line.push(b'\n');
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (Some(mut stdin), Some(stdout)) = (stdin, stdout) else { return Err(Problem::internal("a press without pipes")) };
    let talk = async {
        // A process that has ended reads no more; what it said before tells why.
        let _ = stdin.write_all(&line).await;
        let _ = stdin.write_all(more).await;
        drop(stdin);
        let mut out = Vec::new();
        stdout.take(PAPER_BYTES_MOST).read_to_end(&mut out).await.map(|_| out)
    };
    match tokio::time::timeout(Duration::from_secs(SECONDS), talk).await {
        Ok(out) => Ok(read(&out?)),
        Err(_) => Ok(None),
    }
}

/// How tests start the press: the name of their own test that calls [`work`].
pub fn start_as(arguments: &'static [&'static str]) {
    ARGUMENTS.get_or_init(|| arguments);
}

fn spent() -> Fault {
    Fault { line: 0, message: format!("the template takes more than {SECONDS} s or {} MiB", MEMORY_BYTES >> 20) }
}

fn read(out: &[u8]) -> Option<(Answer, Vec<u8>)> {
    let at = out.windows(MARK.len()).position(|part| part == MARK)? + MARK.len();
    let end = at + out[at..].iter().position(|byte| *byte == b'\n')?;
    let answer: Answer = serde_json::from_slice(&out[at..end]).ok()?;
    let body = out.get(end + 1..end + 1 + answer.length)?.to_vec();
    Some((answer, body))
}

/// The work of the process: a task on the standard input; the paper or picture, or what is wrong, on the standard output.
pub fn work() -> std::io::Result<()> {
    limit(rustix::process::Resource::As, MEMORY_BYTES)?;
    limit(rustix::process::Resource::Cpu, SECONDS)?;
    limit(rustix::process::Resource::Core, 0)?;
    limit(rustix::process::Resource::Nofile, 16)?;
    let mut text = Vec::new();
    std::io::stdin().read_to_end(&mut text)?;
    let (line, more) = text.split_at(text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len()));
    let (answer, paper) = match serde_json::from_slice(line)? {
        Task::Paper(order) => printed(&order),
        Task::Page { page, width } => pictured(more.get(1..).unwrap_or_default(), page, width),
    };
    let mut out = std::io::stdout().lock();
    out.write_all(MARK)?;
    out.write_all(&serde_json::to_vec(&answer)?)?;
    out.write_all(b"\n")?;
    out.write_all(&paper)?;
    out.flush()
}

fn printed(order: &Order) -> (Answer, Vec<u8>) {
    match order.print(&Papers::new()) {
        Ok(paper) => (Answer { length: paper.len(), ..Answer::default() }, paper),
        Err(fault) => (Answer { line: fault.line, message: fault.message, ..Answer::default() }, Vec::new()),
    }
}

fn pictured(pdf: &[u8], page: usize, width: u16) -> (Answer, Vec<u8>) {
    let done = plan_pages(pdf).and_then(|pages| Ok((pages, plan_picture(pdf, page, width)?)));
    match done {
        Ok((pages, picture)) => (Answer { pages, length: picture.len(), ..Answer::default() }, picture),
        Err(fault) => (Answer { message: fault.to_string(), ..Answer::default() }, Vec::new()),
    }
}

fn limit(resource: rustix::process::Resource, most: u64) -> std::io::Result<()> {
    let limit = rustix::process::Rlimit { current: Some(most), maximum: Some(most) };
    Ok(rustix::process::setrlimit(resource, limit)?)
}
