//! `jamaa`: reads what is asked and runs it.

use app::voice::Voice;
use app::{cli, commands, modules};
use clap::Parser;
use std::process::ExitCode;

/// Also for the database engine inside the program, which asks for a page's memory thousands of times a second.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let asked = cli::Cli::parse();
    if matches!(asked.command, cli::Command::Press) {
        // Before anything is opened or started: this process is to have nothing.
        return if documents::press().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let voice = match Voice::of(&modules::all(), |name| std::env::var(name).ok()) {
        Ok(voice) => voice,
        Err(problem) => {
            eprintln!("jamaa: {problem:?}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(platform::Problem::internal).and_then(
        |runtime| {
            let outcome = runtime.block_on(commands::run(asked, &voice));
            runtime.shutdown_timeout(std::time::Duration::from_secs(5));
            outcome
        },
    );
    match outcome {
        Ok(code) => code,
        Err(problem) => {
            voice.complain(&problem);
            ExitCode::FAILURE
        }
    }
}
