//! The law of following: how often, at which hour, how long a code holds. No database, no clock, no language.

use crate::model::{News, Subscription, Topic, What};
use kernel::Moment;

/// The civil hour of the digest.
pub const DIGEST_HOUR: i8 = 9;
/// Nobody is told between these civil hours, the first included.
const QUIET_FROM: i8 = 21;
const QUIET_UNTIL: i8 = 8;
/// Codes sent to one contact in a day.
pub const ASKED_PER_DAY: i64 = 5;
/// Quarters, categories and objects that one contact follows.
pub const MOST: i64 = 20;
/// Wrong codes before a new one must be asked for.
pub const TRIES: i64 = 5;
/// A code, and the link beside it, hold this long.
pub const CODE_SECS: i64 = 86_400;
/// News older than this are in no digest any more.
pub const NEWS_SECS: i64 = 3 * 86_400;

/// When somebody may be told: at once, or when the quiet hours are over.
pub fn may_tell_at(now: Moment) -> Moment {
    let hour = now.zoned().hour();
    if hour >= QUIET_FROM {
        now.day().next().at(QUIET_UNTIL, 0)
    } else if hour < QUIET_UNTIL {
        now.day().at(QUIET_UNTIL, 0)
    } else {
        now
    }
}

/// Whether a code may still be typed.
pub fn is_open(subscription: &Subscription, now: Moment) -> bool {
    subscription.confirmed_at.is_none() && subscription.tries < TRIES && now.secs_since(subscription.asked_at) < CODE_SECS
}

/// Six digits of random bytes.
pub fn six_digits(bytes: [u8; 8]) -> String {
    format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000)
}

/// News that a follower of this topic has not been told yet.
pub fn untold<'n>(subscription: &Subscription, news: &'n [(News, Vec<Topic>)]) -> Vec<&'n News> {
    news.iter()
        .filter(|(one, topics)| one.at > subscription.told_until && topics.contains(&subscription.topic))
        .map(|(one, _)| one)
        .collect()
}

/// How many are new, and how many had their answer.
pub fn counts(news: &[&News]) -> (usize, usize) {
    let of = |what: What| news.iter().filter(|one| one.what == what).count();
    (of(What::New), of(What::Answered))
}

/// The words by which a telephone stops what it follows; one of them is the whole SMS.
const STOP: [&str; 6] = ["stop", "قف", "توقف", "إيقاف", "arret", "arreter"];

pub fn stops(text: &str) -> bool {
    let tokens = kernel::fold::tokens(text);
    tokens.len() == 1 && STOP.iter().any(|word| kernel::fold::tokens(word) == tokens)
}
