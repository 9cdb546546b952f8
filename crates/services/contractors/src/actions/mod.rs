//! Verbs: agree on a contract, hand an order over, work on it, look at it, and what it costs when time ran out.

pub mod contracts;
pub mod deliver;
pub mod in_case;
pub mod link;
pub mod orders;
pub mod penalties;
pub mod public;
pub mod reach;
pub mod statements;
pub mod sweep;
pub mod system;

use kernel::{Refusal, text};

/// Words of one step.
pub const WORDS_MOST: usize = 1_000;

/// Words as they are kept; nothing is no fault here.
fn clean(typed: &str) -> Result<String, Refusal> {
    let too_long = |_| Refusal::new("contractors-words-long").with("most", WORDS_MOST).at("words");
    Ok(text::clean_optional(typed, WORDS_MOST).map_err(too_long)?.unwrap_or_default())
}

/// Words that must be there.
fn needed(typed: &str) -> Result<String, Refusal> {
    let words = clean(typed)?;
    if words.is_empty() { Err(Refusal::new("contractors-needs-words").at("words")) } else { Ok(words) }
}
