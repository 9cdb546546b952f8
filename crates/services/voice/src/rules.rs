//! The law of voice notes: what is written down when, how often it may be changed, and when reading back is over.

use crate::model::{Note, ReadBack, State, Version};
use kernel::{Refusal, text};

/// As long as the words of a report.
const WORDS: usize = 2_000;
/// Calls in vain after which the reading back rests.
pub const CALLS: i64 = 3;

pub fn words(typed: &str) -> Result<String, Refusal> {
    text::clean_lines(typed, WORDS).map_err(|fault| match fault {
        text::TextFault::Empty => Refusal::new("voice-needs-words").at("words"),
        text::TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max).at("words"),
    })
}

/// What was typed, and under it what was said.
pub fn joined(typed: &str, said: &str) -> String {
    if typed.trim().is_empty() { said.to_owned() } else { format!("{}\n\n{said}", typed.trim()) }
}

pub fn may_write(note: &Note) -> Result<(), Refusal> {
    if note.state == State::Waiting { Ok(()) } else { Err(Refusal::new("voice-written-already")) }
}

/// Once, and only until the author has heard it; where there is nobody to read it to, as long as the case is open.
pub fn may_correct(note: &Note, versions: &[Version], open: bool) -> Result<(), Refusal> {
    let written = versions.iter().filter(|version| version.seq > 0).count();
    match note.state {
        State::Heard if written == 1 => Ok(()),
        State::Settled if written == 1 && open && note.read_back == Some(ReadBack::Nobody) => Ok(()),
        _ => Err(Refusal::new("voice-corrected-already")),
    }
}

/// What was typed as a correction goes nowhere unless the outcome says that there is one.
pub fn keeps_all(outcome: ReadBack, typed: &str, stands: &str) -> Result<(), Refusal> {
    let changed = match words(typed) {
        Ok(words) => words != stands,
        Err(refusal) => refusal.key != "voice-needs-words",
    };
    if changed && outcome != ReadBack::Corrected { Err(Refusal::new("voice-back-unsaved").at("outcome")) } else { Ok(()) }
}

/// Where a note stands after a call: the state, how the reading back ended, and the calls in vain.
pub fn after_call(note: &Note, outcome: ReadBack) -> Result<(State, Option<ReadBack>, i64), Refusal> {
    if note.state != State::Heard {
        return Err(Refusal::new("voice-not-to-read"));
    }
    Ok(match outcome {
        ReadBack::Unreached if note.tries + 1 < CALLS => (State::Heard, None, note.tries + 1),
        ReadBack::Unreached => (State::Settled, Some(outcome), note.tries + 1),
        ReadBack::Confirmed | ReadBack::Corrected | ReadBack::Nobody => (State::Settled, Some(outcome), note.tries),
    })
}
