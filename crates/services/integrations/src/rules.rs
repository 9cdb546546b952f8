//! The law of telling: what a move is called, how a message is signed, when it is tried again, when nobody tries any more.
//! No database, no clock, no language.

use crate::model::{Happening, Hook, Trouble};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::Moment;
use procedures::Phase;
use ring::hmac;

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
/// Pauses between the tries of one delivery: a little more than three days together (Standard Webhooks).
const PAUSES: [i64; 9] = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/// A wish of the other side is heard up to this.
const WISH_MOST: i64 = 6 * HOUR;
/// After so long without one arrival a hook is switched off.
const FAILING_SECS: i64 = 5 * 24 * HOUR;
/// A way that failed is left alone for this long by all deliveries but one, longer the longer it fails.
const REST_LEAST: i64 = 30;
const REST_MOST: i64 = HOUR;
/// How long an old secret signs beside the new one.
pub const OVERLAP_SECS: i64 = 24 * HOUR;
/// Days that deliveries are kept: those that arrived, and those that never did.
pub const DONE_DAYS: i64 = 30;
pub const DEAD_DAYS: i64 = 90;
/// Days in which a key of a program names the same change.
pub const CHANGE_DAYS: i64 = 90;
const SECRET_PREFIX: &str = "whsec_";

/// What a move from one phase to another is called; the finest word that fits.
pub fn happening(from: Option<Phase>, to: Phase) -> Happening {
    let over = |phase: Phase| matches!(phase, Phase::Decided | Phase::Closed);
    let was_over = from.is_some_and(over);
    match to {
        Phase::Decided if from != Some(Phase::Decided) => Happening::Answered,
        Phase::Closed => Happening::Closed,
        _ if was_over && !over(to) => Happening::Reopened,
        _ => Happening::Moved,
    }
}

/// A fresh secret, as it is given to the other side.
pub fn secret(random: [u8; 32]) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(random))
}

/// The header `webhook-signature`: one signature for each secret that is good at the moment.
pub fn signatures(hook: &Hook, id: &str, at: Moment, body: &str) -> String {
    let old = hook.sealed.old.as_ref().filter(|old| at < old.until).map(|old| old.secret.as_str());
    let secrets = std::iter::once(hook.sealed.secret.as_str()).chain(old);
    secrets.filter_map(|secret| signature(secret, id, at, body)).collect::<Vec<_>>().join(" ")
}

fn signature(secret: &str, id: &str, at: Moment, body: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix(SECRET_PREFIX)?).ok()?;
    let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
    let tag = hmac::sign(&key, format!("{id}.{}.{body}", at.0.as_second()).as_bytes());
    Some(format!("v1,{}", STANDARD.encode(tag.as_ref())))
}

/// Seconds after which a delivery that failed is tried again; `None` after the last try. `chance` is any byte: what failed
/// together does not come back together.
pub fn next_try(attempts: i64, wish_secs: Option<u64>, chance: u8) -> Option<i64> {
    let place = usize::try_from(attempts - 1).ok()?;
    let pause = *PAUSES.get(place)?;
    let wish = wish_secs.map_or(0, |secs| i64::try_from(secs).unwrap_or(WISH_MOST).min(WISH_MOST));
    Some((pause + pause * i64::from(chance) / 2_560).max(wish))
}

/// While one delivery tries a way that failed, the others wait this long.
pub const TRYING_SECS: i64 = MINUTE;

/// How long the way rests after a try that failed.
pub fn rest(failing_since: Moment, now: Moment) -> i64 {
    (now.secs_since(failing_since) / 4).clamp(REST_LEAST, REST_MOST)
}

/// Whether a hook that has failed since then is switched off now.
pub fn is_hopeless(failing_since: Moment, now: Moment) -> bool {
    now.secs_since(failing_since) >= FAILING_SECS
}

/// What an answer says of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Arrived,
    /// May arrive later.
    Failed(Trouble),
    /// The other side wants no more of anything.
    Gone,
}

/// 2xx has arrived, 410 is gone, everything else failed: a redirection too, since nobody signed for that address.
pub fn verdict(status: u16) -> Verdict {
    match status {
        200..=299 => Verdict::Arrived,
        410 => Verdict::Gone,
        300..=399 => Verdict::Failed(Trouble::Moved),
        _ => Verdict::Failed(Trouble::Status),
    }
}

/// What a call that was never answered says.
pub fn trouble(of: georeport::Trouble) -> Trouble {
    use georeport::Trouble as Call;
    match of {
        Call::Address => Trouble::Address,
        Call::Inside => Trouble::Inside,
        Call::Insecure => Trouble::Insecure,
        Call::Slow => Trouble::Slow,
        Call::Unreachable => Trouble::Unreachable,
        _ => Trouble::Cut,
    }
}

/// Whether another try could help at all.
pub fn is_for_good(trouble: Trouble) -> bool {
    matches!(trouble, Trouble::Address | Trouble::Inside)
}

/// Whether a delivery may try the way now, or waits until another has found it open. A person who tries it by hand may.
pub fn may_try(hook: &Hook, happening: Happening, now: Moment) -> bool {
    happening == Happening::Ping || hook.rests_until.is_none_or(|until| until <= now)
}
