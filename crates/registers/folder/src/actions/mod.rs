//! Verbs: keep, change, erase; lend by consent, take back.

mod keep;
mod lend;
mod presence;

pub use keep::{
    blob, change, content, digest, erase, erase_all, keep, keep_from_case, keep_issued, kind, kinds, own, person, take, trust_of,
};
pub use lend::{draft_gone, filed, fitting, keeps_days, lend, lent, still_lent, take_back, withdraw};
pub use presence::{arrive, looked_at_the_counter, present};
