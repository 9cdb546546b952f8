//! Why a call failed, whether trying again makes sense, and whether the other side may have taken it all the same.

use kernel::{Refusal, words};

words! {
    /// Each has a sentence, `georeport-…`.
    pub enum Trouble {
        /// The address is no address of a server.
        Address = "address",
        /// It leads into a network that must not be called.
        Inside = "inside",
        /// Nobody there: no such name, refused, no route.
        Unreachable = "unreachable",
        /// The secure connection could not be made.
        Insecure = "insecure",
        /// No answer in time.
        Slow = "slow",
        /// The connection broke in the middle.
        Cut = "cut",
        /// The server says that it cannot now.
        Busy = "busy",
        /// The server itself failed.
        Broken = "broken",
        /// The key is missing there, wrong, or not enough.
        Key = "key",
        /// There is no such thing there.
        Absent = "absent",
        /// The server says no, and why.
        Refused = "refused",
        /// It leads elsewhere, to another house.
        Moved = "moved",
        /// A page for people came back.
        Page = "page",
        /// Neither JSON nor XML came back.
        Kind = "kind",
        /// What came back cannot be read, or lacks what must be there.
        Unreadable = "unreadable",
        /// More came back than can be taken.
        Large = "large",
        /// The answer is about another thing than was asked.
        Other = "other",
        /// A try before may have been taken, and the server cannot say.
        Unsure = "unsure",
    }
}

/// A call that failed.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    pub trouble: Trouble,
    /// What the server said, or what went wrong in the words of the machine. For staff; never a secret.
    pub detail: String,
    /// The server's own wish, in seconds.
    pub wait_secs: Option<u64>,
    /// Whether what was sent may have been taken. Only ever of calls that send something.
    pub unsure: bool,
}

impl Failure {
    pub(crate) fn new(trouble: Trouble, detail: impl Into<String>) -> Failure {
        let detail = detail.into().chars().filter(|letter| !letter.is_control()).take(400).collect();
        Failure { trouble, detail, wait_secs: None, unsure: false }
    }

    /// Whether the same call may succeed later.
    pub fn again(&self) -> bool {
        matches!(self.trouble, Trouble::Unreachable | Trouble::Slow | Trouble::Cut | Trouble::Busy | Trouble::Broken)
    }

    /// What happened, as a sentence of this house.
    pub fn refusal(&self) -> Refusal {
        Refusal::new(format!("georeport-{}", self.trouble)).with("detail", &self.detail)
    }

    pub(crate) fn maybe_taken(mut self) -> Failure {
        self.unsure = true;
        self
    }
}
