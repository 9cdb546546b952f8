//! Verbs: prepare what a state brings about, sign it, renew it, note that it ended.

mod ends;
mod papers;
mod renewals;

pub(crate) use ends::declared;
pub use ends::{begun, note_ends};
pub use papers::{
    Waiting, begin, follow, kept, lacking, made, may_sign, of, sign_with, stamp_again, stamped, to_sign, unpaid, waiting,
};
pub use renewals::{Tie, link, renew, renewals_of, taken_up};
