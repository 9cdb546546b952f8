//! How many papers a second: `cargo run --release -p papers --example speed -- [threads] [papers]`.

use papers::{Papers, Sheet, Standard, sample, template};
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Papers made before the measure, so that it shows a process that runs.
const WARMING: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut numbers = std::env::args().skip(1).filter_map(|word| word.parse::<usize>().ok());
    let (threads, papers) = (numbers.next().unwrap_or(2), numbers.next().unwrap_or(400));
    let press = Papers::new();
    let one = |n: usize| make(&press, n);
    let first = Instant::now();
    let size = one(0)?.len();
    let first = first.elapsed();
    (1..WARMING).try_for_each(|n| one(n).map(drop))?;
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| while one(next.fetch_add(1, Ordering::Relaxed)).is_ok() && next.load(Ordering::Relaxed) < papers {});
        }
    });
    let rate = papers as f64 / start.elapsed().as_secs_f64();
    let memory = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory = memory.lines().find(|line| line.starts_with("VmRSS")).unwrap_or("VmRSS unknown");
    writeln!(std::io::stdout(), "first {first:?}, then {rate:.0} papers/s on {threads} threads, {size} bytes each, {memory}")?;
    Ok(())
}

/// Every paper has its own number, holder and code, as in life.
fn make(press: &Papers, n: usize) -> Result<Vec<u8>, papers::Fault> {
    let mut model = sample("permit", "ar").unwrap_or_default();
    model["reference"] = format!("{n}/2026").into();
    model["lines"][0][1] = format!("المستفيد رقم {n}").into();
    model["qr"] = format!("https://commune.example/v/{n:012}").into();
    press.render(&Sheet {
        template: template("permit").unwrap_or_default(),
        model: &model,
        files: &[],
        title: "قرار",
        lang: "ar",
        standard: Standard::A1b,
        at: 1_773_306_000,
        signature_fields: &["president"],
    })
}
