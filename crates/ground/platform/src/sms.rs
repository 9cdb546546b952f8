//! What a telephone writes to the commune: each room may understand it; the first that does gives the answer.

use kernel::{Id, Lang, Phone};
use store::{Result, Tx};

/// An SMS as rooms hear it: who wrote it, and what.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    pub from: Phone,
    pub text: String,
    /// The language of its letters: what is answered when nothing says it better.
    pub lang: Lang,
    /// Whether an answer can go back. Where none can, a wish is still obeyed (`STOP`), and a question is not.
    pub answered: bool,
}

/// What became of an SMS in the room that understood it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    pub lang: Lang,
    /// The words sent back to the same telephone.
    pub text: String,
    pub about: Option<Id>,
    /// Whether somebody tried a secret that was wrong: such tries are counted.
    pub wrong: bool,
}

/// Nothing when the SMS means nothing to the room.
pub type Hearer = fn(&mut Tx, &Heard) -> Result<Option<Reply>>;

pub(crate) struct Hearers(pub(crate) Vec<Hearer>);

/// Whether this program has a door for SMS, without which nobody is told that he may answer, and how much it answers.
pub(crate) struct Door {
    pub(crate) open: bool,
    pub(crate) answers_per_hour: u32,
}

/// Asks the rooms in their order.
pub fn hear(tx: &mut Tx, heard: &Heard) -> Result<Option<Reply>> {
    let hearers = tx.fact::<Hearers>()?;
    for hearer in &hearers.0 {
        if let Some(reply) = hearer(tx, heard)? {
            return Ok(Some(reply));
        }
    }
    Ok(None)
}

/// Whether an SMS to the commune reaches it.
pub fn reaches_us(tx: &Tx) -> Result<bool> {
    Ok(tx.fact::<Door>()?.open)
}

/// Answers to SMS that the commune gives in an hour, all telephones together.
pub fn answers_per_hour(tx: &Tx) -> Result<i64> {
    Ok(i64::from(tx.fact::<Door>()?.answers_per_hour))
}

impl Reply {
    pub fn about(lang: Lang, text: String, case: Id) -> Reply {
        Reply { lang, text, about: Some(case), wrong: false }
    }

    pub fn plain(lang: Lang, text: String) -> Reply {
        Reply { lang, text, about: None, wrong: false }
    }
}
