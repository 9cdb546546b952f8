//! Who reads what staff write with an action, said before they write it.

use platform::Ctx;
use procedures::{Action, Readers};

/// Under an action: who reads the words; nothing where it is the person, as with every answer.
pub fn hint(ctx: &Ctx, action: &Action) -> Option<String> {
    let key = match action.words {
        Readers::Person => return None,
        Readers::Decision => "cases-words-decision",
        Readers::Staff => "cases-words-staff",
    };
    Some(format!("{} · {}", ctx.text(key, &[]), ctx.text(&format!("{key}-hint"), &[])))
}

/// The keys of the field of words and of its hint: what it is, when every action from here means the same.
pub fn field(actions: &[&Action]) -> (&'static str, &'static str) {
    let mut readers: Vec<Readers> = actions.iter().map(|action| action.words).collect();
    readers.dedup();
    match readers[..] {
        [] | [Readers::Person] => ("cases-act-words", "cases-act-words-hint"),
        [Readers::Decision] => ("cases-words-decision", "cases-words-decision-hint"),
        [Readers::Staff] => ("cases-words-staff", "cases-words-staff-hint"),
        _ => ("cases-words-any", "cases-words-any-hint"),
    }
}
