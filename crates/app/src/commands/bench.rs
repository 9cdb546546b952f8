//! `bench`: this machine and this program, as ratios of one run.

use crate::bench::{self, Line};
use crate::cli::BenchArgs;
use crate::voice::Voice;
use platform::{Config, Refusal, Result};
use std::process::ExitCode;
use std::time::Duration;

pub async fn run(config: Config, voice: &Voice, args: BenchArgs) -> Result<ExitCode> {
    if cfg!(debug_assertions) && !args.disk_only {
        return Err(Refusal::new("operations-bench-release").into());
    }
    let each = Duration::from_secs(args.seconds.max(1));
    let folder = config.data.join(format!("bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = measure(&folder, each, &args, voice).await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn measure(folder: &std::path::Path, each: Duration, args: &BenchArgs, voice: &Voice) -> Result<ExitCode> {
    if args.requests_only {
        print(voice, &bench::requests::all(folder, each).await?);
        return Ok(ExitCode::SUCCESS);
    }
    if args.portal_only {
        print(voice, &bench::portal::all(folder, "", each).await?);
        return Ok(ExitCode::SUCCESS);
    }
    if args.appointments_only {
        print(voice, &bench::appointments::all(folder, each, args.postgres.as_deref()).await?);
        return Ok(ExitCode::SUCCESS);
    }
    if args.reports_only {
        print(voice, &bench::reports::all(folder, each, args.postgres.as_deref(), args.reports).await?);
        return Ok(ExitCode::SUCCESS);
    }
    if args.neighbours_only {
        print(voice, &bench::neighbours::all(folder, each, args.postgres.as_deref()).await?);
        return Ok(ExitCode::SUCCESS);
    }
    let raw = bench::disk::syncs_per_second(folder, each)?;
    print(voice, &[Line::rate("raw fdatasync of 4 KiB", raw)]);
    if args.disk_only {
        return Ok(ExitCode::SUCCESS);
    }
    print(voice, &bench::sqlite(folder, each, raw).await?);
    print(voice, &bench::requests::all(folder, each).await?);
    print(voice, &bench::portal::all(folder, "", each).await?);
    print(voice, &bench::appointments::all(folder, each, args.postgres.as_deref()).await?);
    print(voice, &bench::reports::all(folder, each, args.postgres.as_deref(), args.reports).await?);
    print(voice, &bench::neighbours::all(folder, each, args.postgres.as_deref()).await?);
    if let Some(server) = &args.postgres {
        print(voice, &bench::postgres(folder, each, server).await?);
    }
    Ok(ExitCode::SUCCESS)
}

fn print(voice: &Voice, lines: &[Line]) {
    for line in lines {
        let verdict = match line.reached {
            Some(true) => "reached",
            Some(false) => "MISSED",
            None => "",
        };
        voice.line(&format!("{:<58} {:>12} {:<18} {verdict}", line.what, line.value, line.target));
    }
}
