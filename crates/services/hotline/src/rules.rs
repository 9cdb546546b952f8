//! The law of the hot line: how a caller's words are read, and what may be told on which proof.

use crate::model::{Asked, Proof, Told};
use kernel::{Phone, PublicCode, Refusal, text};

const NAME: usize = 80;
/// A shorter name finds half of the town.
const SHORTEST: usize = 3;

/// A code, a telephone number, or else a name.
pub fn asked(typed: &str) -> Result<Asked, Refusal> {
    if let Some(code) = PublicCode::parse(typed) {
        return Ok(Asked::Code(code));
    }
    if let Some(phone) = Phone::parse(typed) {
        return Ok(Asked::Number(phone));
    }
    let name = text::clean(typed, NAME).map_err(|_| Refusal::new("hotline-needs-words").at("q"))?;
    if is_mistyped(&name) {
        return Err(Refusal::new("hotline-mistyped").at("q"));
    }
    if name.chars().filter(|c| c.is_alphabetic()).count() < SHORTEST {
        return Err(Refusal::new("hotline-needs-words").at("q"));
    }
    Ok(Asked::Name(name))
}

/// Whether it was meant for a number or a code: no name has four digits, a digit among Latin letters, or the pieces of a code.
fn is_mistyped(typed: &str) -> bool {
    let digits = typed.chars().filter(|c| c.is_numeric()).count();
    let latin = typed.chars().any(|c| c.is_ascii_alphabetic());
    let pieces: Vec<usize> = typed.split('-').map(|piece| piece.trim().chars().count()).collect();
    digits >= 4 || latin && (digits > 0 || matches!(pieces.as_slice(), [3, 3..=5, 3..=5, 1..=2]))
}

/// What may be told: everything with the secret; with the number that filed or the code alone the state, as its page shows
/// to whoever has the code; nothing by a name, and nothing of a confidential file without the secret.
pub fn may_tell(proof: Proof, confidential: bool) -> Told {
    match (proof, confidential) {
        (Proof::Secret, _) => Told::Everything,
        (Proof::Number | Proof::Code, false) => Told::State,
        (Proof::Number | Proof::Code, true) | (Proof::Name, _) => Told::Nothing,
    }
}

/// A code in the pieces in which it is read out.
pub fn pieces(code: &str) -> Vec<String> {
    code.split('-').map(|piece| piece.chars().map(String::from).collect::<Vec<_>>().join(" ")).collect()
}
