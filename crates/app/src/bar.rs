//! How far a long work is: a bar on a terminal, a line now and then elsewhere, nothing when it is over within a second.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(1);
const BETWEEN_LINES: Duration = Duration::from_secs(5);

pub struct Bar {
    label: String,
    began: Instant,
    said: Option<Instant>,
    drawn: Option<ProgressBar>,
}

impl Bar {
    pub fn new(label: impl Into<String>) -> Bar {
        Bar { label: label.into(), began: Instant::now(), said: None, drawn: None }
    }

    pub fn at(&mut self, done: u64, total: u64) {
        if self.began.elapsed() < PATIENCE {
            return;
        }
        if !std::io::stderr().is_terminal() {
            if done >= total || self.said.is_none_or(|at| at.elapsed() >= BETWEEN_LINES) {
                self.said = Some(Instant::now());
                let _ = writeln!(std::io::stderr(), "{} {done}/{total}", self.label);
            }
            return;
        }
        let bar = self.drawn.get_or_insert_with(|| draw(&self.label));
        bar.set_length(total);
        bar.set_position(done);
    }

    pub fn end(self) {
        if let Some(bar) = self.drawn {
            bar.finish_and_clear();
        }
    }
}

fn draw(label: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(8));
    let style =
        ProgressStyle::with_template("{msg} [{bar:32}] {pos}/{len} {eta}").unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style.progress_chars("=> "));
    bar.set_message(label.to_owned());
    bar
}
