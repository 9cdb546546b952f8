//! Verbs of the trade. Each loads, applies a rule, stores, records and tells; none commits.

mod act;
mod clocks;
pub mod delays;
mod hear;
mod history;
mod inbox;
pub(crate) mod ladder;
pub(crate) mod lineage;
mod look;
pub(crate) mod offer;
mod open;
pub mod opinions;
pub mod pieces;
mod public;
pub(crate) mod retention;
mod talk;
pub(crate) mod tasks;
pub mod telephone;

pub use act::{act, add_file, assign, merge, recategorise, transfer};
pub use clocks::{note_missed, recompute, shown as clocks};
pub use hear::hear;
pub use history::{import, import_again, import_many};
pub use inbox::{asked_to, count, count_to, counts_by_view, list};
pub use ladder::escalate;
pub use lineage::{attach, detach, lineage, root, split};
pub use look::{
    Opened as OpenFile, answers_shown, author_shown, by_code, doers, file, may, may_as, mine, mine_before, mine_ids, mine_open,
    of_person, rows, searched, windows,
};
pub use open::{open, route};
pub use public::{amend, correct, flag, follow, moderate, near, publish, rate, show_photo, unfollow, unfollow_all};
pub use talk::{link, message_author, note, reply, tell};
