//! Verbs: look an act up, ask about what does not agree, correct and go on; put letters into a bordereau, hand it to the post,
//! note what became of them.

mod letters;
mod orders;

pub use letters::{Reported, add_letter, close, hand_over, mine, newest, open, remove_letter, report, send_again};
pub use orders::{
    addressed, begin, correct, doubt, follow, forget, lacks_correction, lacks_doubts, lacks_entry, lacks_letter, listed, of,
    owed, reached, record,
};
