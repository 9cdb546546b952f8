//! How long it takes: a range from what the last people took, or the honest answer that nobody knows yet.

/// With fewer observations nothing is said.
pub const FEWEST: usize = 5;
/// The last ones count; what was long ago does not.
pub const LATEST: i64 = 30;
const STEP_MINUTES: i64 = 5;

/// A range in minutes, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Estimate {
    /// No counter serves this matter at this moment.
    NoCounter,
    /// Too few were served to say something.
    Unknown,
    Between {
        low: i64,
        high: i64,
    },
}

/// `ahead` people wait before, at counters that take so many seconds for each.
pub fn estimate(ahead: usize, counters: usize, took_secs: &[i64]) -> Estimate {
    if counters == 0 {
        return Estimate::NoCounter;
    }
    if took_secs.len() < FEWEST {
        return Estimate::Unknown;
    }
    let mut sorted = took_secs.to_vec();
    sorted.sort_unstable();
    let (ahead, counters) = (whole(ahead), whole(counters));
    // At best the people before go quickly and a counter is about to be free; at worst each is slow, and so is who stands there.
    let low = ahead * quantile(&sorted, 25) / counters / 60;
    let high = (ahead + counters) * quantile(&sorted, 75) / counters / 60;
    let low = low / STEP_MINUTES * STEP_MINUTES;
    let high = (high + STEP_MINUTES - 1) / STEP_MINUTES * STEP_MINUTES;
    Estimate::Between { low, high: high.max(low + STEP_MINUTES) }
}

/// The value below which so many of a hundred lie; of nothing it is nothing.
pub fn quantile(sorted: &[i64], percent: usize) -> i64 {
    let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or(0)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX / 100_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_is_a_range_or_an_honest_silence() {
        let ten = [600; 10];
        let mixed = [120, 240, 300, 600, 900, 300, 240, 1_200];
        let between = |low, high| Estimate::Between { low, high };
        let table = [
            (3, 0, &ten[..], Estimate::NoCounter),
            (3, 1, &ten[..4], Estimate::Unknown),
            (0, 1, &ten[..], between(0, 10)),
            (3, 1, &ten[..], between(30, 40)),
            (4, 2, &ten[..], between(20, 30)),
            (14, 3, &ten[..], between(45, 60)),
            (6, 1, &mixed[..], between(20, 70)),
        ];
        for (ahead, counters, took, expected) in table {
            assert_eq!(estimate(ahead, counters, took), expected, "{ahead} before, {counters} counters");
        }
    }

    #[test]
    fn more_people_never_make_it_shorter_and_more_counters_never_longer() {
        let took = [60, 120, 180, 600, 700, 900];
        let high = |ahead, counters| match estimate(ahead, counters, &took) {
            Estimate::Between { low, high } if low < high => high,
            other => panic!("{other:?}"),
        };
        for ahead in 0..60 {
            assert!(high(ahead, 2) <= high(ahead + 1, 2) && high(ahead, 3) <= high(ahead, 2), "{ahead}");
        }
    }

    #[test]
    fn a_quantile_is_a_value_that_was_seen() {
        assert_eq!(quantile(&[], 50), 0);
        assert_eq!(quantile(&[7], 90), 7);
        assert_eq!([25, 50, 75, 90, 100].map(|percent| quantile(&[1, 2, 3, 4], percent)), [1, 2, 3, 4, 4]);
    }
}
