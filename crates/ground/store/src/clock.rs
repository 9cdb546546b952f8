//! The time of the house. Only this file asks the machine; tests and the demo move its hand.

use kernel::{Day, Moment};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The machine's time plus a hand that a test or the demo may move.
#[derive(Clone, Default)]
pub struct Clock {
    ahead_secs: Arc<AtomicI64>,
    /// Seconds since 1970 at which a test stopped the clock; 0 when it runs.
    stopped_at_secs: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that stands still until [`Clock::advance_secs`], for tests.
    pub fn stopped(at: Moment) -> Self {
        let clock = Clock::default();
        clock.stopped_at_secs.store(at.0.as_second(), Ordering::Relaxed);
        clock
    }

    #[allow(clippy::disallowed_methods)] // the one place that asks the machine
    pub fn now(&self) -> Moment {
        let base = match self.stopped_at_secs.load(Ordering::Relaxed) {
            // In the grain that is stored: what is read back is what was written.
            0 => Moment(
                jiff::Timestamp::from_microsecond(jiff::Timestamp::now().as_microsecond()).unwrap_or(jiff::Timestamp::UNIX_EPOCH),
            ),
            secs => Moment(jiff::Timestamp::from_second(secs).unwrap_or(jiff::Timestamp::UNIX_EPOCH)),
        };
        base.plus_secs(self.ahead_secs.load(Ordering::Relaxed))
    }

    pub fn today(&self) -> Day {
        self.now().day()
    }

    pub fn advance_secs(&self, secs: i64) {
        self.ahead_secs.fetch_add(secs, Ordering::Relaxed);
    }

    pub fn ahead_secs(&self) -> i64 {
        self.ahead_secs.load(Ordering::Relaxed)
    }
}
