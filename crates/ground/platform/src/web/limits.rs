//! Rate limits per address, or per thing that is tried: many attempts slow one visitor down, and nobody else.

use super::ctx::Ctx;
use kernel::Moment;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;
use store::{Problem, Result};

/// What is limited. Sign-in, codes and recovery share one allowance, so that none is a way round another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Allowance {
    SignIn,
    Deposit,
    /// Wrong codes and PINs of cases, apart from the sign-in of staff behind the same address.
    Code,
    /// Requests with a program's key; how many, the key says.
    Key,
}

/// What a key may still ask in this stretch of time, as it is told with each answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    pub most: u32,
    /// `None`: this request was one too many.
    pub left: Option<u32>,
    pub window_secs: i64,
    /// Seconds until all of it is back.
    pub resets_secs: u32,
}

impl Quota {
    pub fn enough(self) -> Result<()> {
        match self.left {
            Some(_) => Ok(()),
            None => Err(Problem::Busy { retry_after_secs: self.resets_secs }),
        }
    }
}

/// Of each allowance at most so many are remembered, and a flood of one frees nobody of another.
const REMEMBERED: usize = 50_000;

/// Attempts by who made them: in which window, and how many.
type Counts = HashMap<Who, (i64, u32)>;

#[derive(Default)]
pub struct Limits {
    counts: Mutex<HashMap<Allowance, Counts>>,
}

/// Whose attempts are counted: a visitor's, or those on one thing, whoever tries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Who {
    Visitor(IpAddr),
    Thing(String),
}

impl From<IpAddr> for Who {
    fn from(visitor: IpAddr) -> Who {
        Who::Visitor(subnet(visitor))
    }
}

impl Limits {
    /// Takes one from the visitor's allowance of `most` in `window_secs`. `Busy` says when to come back.
    pub fn take(&self, allowance: Allowance, who: impl Into<Who>, most: u32, window_secs: i64, now: Moment) -> Result<()> {
        self.count(allowance, who.into(), (most, window_secs), now, 1).map(drop)
    }

    /// The same, and says what is left of it.
    pub fn spend(&self, allowance: Allowance, who: Who, of: (u32, i64), now: Moment) -> Result<Quota> {
        let (most, window_secs) = of;
        let resets_secs = rest(window_secs, now);
        let left = match self.count(allowance, who, of, now, 1) {
            Ok(left) => Some(left),
            Err(Problem::Busy { .. }) => None,
            Err(other) => return Err(other),
        };
        Ok(Quota { most, left, window_secs, resets_secs })
    }

    /// Whether something of the allowance is left; takes nothing.
    pub fn left(&self, allowance: Allowance, who: impl Into<Who>, most: u32, window_secs: i64, now: Moment) -> Result<()> {
        self.count(allowance, who.into(), (most, window_secs), now, 0).map(drop)
    }

    fn count(&self, allowance: Allowance, who: Who, of: (u32, i64), now: Moment, taken: u32) -> Result<u32> {
        let (most, window_secs) = of;
        let window = now.0.as_second().div_euclid(window_secs);
        let mut all = self.counts.lock().map_err(|_| Problem::internal("limits"))?;
        let counts = all.entry(allowance).or_default();
        let so_far = counts.get(&who).filter(|(seen, _)| *seen == window).map_or(0, |(_, count)| *count);
        if so_far >= most {
            return Err(Problem::Busy { retry_after_secs: rest(window_secs, now) });
        }
        if taken > 0 {
            if counts.len() >= REMEMBERED {
                forget(counts, window);
            }
            counts.insert(who, (window, so_far + taken));
        }
        Ok(most - so_far - taken)
    }
}

/// Makes room: what is over goes first, and where that is not enough a tenth of those with the fewest attempts.
fn forget(counts: &mut Counts, window: i64) {
    counts.retain(|_, (seen, _)| *seen == window);
    if counts.len() < REMEMBERED {
        return;
    }
    let mut made: Vec<u32> = counts.values().map(|(_, count)| *count).collect();
    let mut spare = made.len() / 10;
    let (_, few, _) = made.select_nth_unstable(spare);
    let few = *few;
    counts.retain(|_, (_, count)| {
        let goes = spare > 0 && *count <= few;
        spare -= usize::from(goes);
        !goes
    });
}

/// Seconds until the next stretch begins.
fn rest(window_secs: i64, now: Moment) -> u32 {
    u32::try_from(window_secs - now.0.as_second().rem_euclid(window_secs)).unwrap_or(60)
}

impl Ctx {
    /// Takes one attempt from the visitor's allowance.
    pub fn take(&self, allowance: Allowance) -> Result<()> {
        let (most, window_secs) = self.allowed(allowance);
        self.app.limits().take(allowance, self.visitor, most, window_secs, self.now())
    }

    /// Whether the visitor has an attempt left; takes none.
    pub fn left(&self, allowance: Allowance) -> Result<()> {
        let (most, window_secs) = self.allowed(allowance);
        self.app.limits().left(allowance, self.visitor, most, window_secs, self.now())
    }

    /// Takes one attempt on one thing, whoever tries it.
    pub fn take_of(&self, allowance: Allowance, thing: &str) -> Result<()> {
        let (most, window_secs) = self.allowed(allowance);
        let thing = Who::Thing(format!("{}/{thing}", self.address.commune.code));
        self.app.limits().take(allowance, thing, most, window_secs, self.now())
    }

    /// Whether an attempt on one thing is left; takes none.
    pub fn left_of(&self, allowance: Allowance, thing: &str) -> Result<()> {
        let (most, window_secs) = self.allowed(allowance);
        let thing = Who::Thing(format!("{}/{thing}", self.address.commune.code));
        self.app.limits().left(allowance, thing, most, window_secs, self.now())
    }

    fn allowed(&self, allowance: Allowance) -> (u32, i64) {
        let limits = &self.app.config().limits;
        match allowance {
            Allowance::SignIn => (limits.sign_ins_per_ten_minutes, 600),
            Allowance::Deposit => (limits.deposits_per_hour, 3_600),
            Allowance::Code => (limits.wrong_codes_per_ten_minutes, 600),
            Allowance::Key => (u32::MAX, 60),
        }
    }
}

/// One household has one IPv6 /64, not 2^64 addresses.
fn subnet(visitor: IpAddr) -> IpAddr {
    match visitor {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_allowance_is_per_visitor_and_comes_back() {
        let limits = Limits::default();
        let now = Moment::parse("2026-11-24T10:00:00Z").unwrap();
        let (one, other) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        for _ in 0..3 {
            limits.take(Allowance::SignIn, one, 3, 600, now).unwrap();
        }
        assert_eq!(limits.take(Allowance::SignIn, one, 3, 600, now), Err(Problem::Busy { retry_after_secs: 600 }));
        limits.take(Allowance::SignIn, other, 3, 600, now).unwrap();
        limits.take(Allowance::Deposit, one, 3, 600, now).unwrap();
        assert!(limits.left(Allowance::SignIn, one, 3, 600, now).is_err());
        limits.left(Allowance::SignIn, one, 1, 600, now.plus_secs(600)).unwrap();
        limits.take(Allowance::SignIn, one, 1, 600, now.plus_secs(600)).unwrap();
    }

    #[test]
    fn a_flood_of_one_kind_frees_nobody_of_another_and_nobody_who_tried_often() {
        let limits = Limits::default();
        let now = Moment::parse("2026-11-24T10:00:20Z").unwrap();
        let (one, busy) = (IpAddr::from([10, 0, 0, 1]), Problem::Busy { retry_after_secs: 580 });
        for allowance in [Allowance::SignIn, Allowance::Code] {
            for _ in 0..3 {
                limits.take(allowance, one, 3, 600, now).unwrap();
            }
        }
        // Another window, and the same one.
        for number in 0..2 * REMEMBERED {
            limits.take(Allowance::Key, Who::Thing(format!("k{number}")), 9, 60, now).unwrap();
            limits.take(Allowance::Code, Who::Thing(format!("c{number}")), 9, 600, now).unwrap();
        }
        assert_eq!(limits.take(Allowance::SignIn, one, 3, 600, now), Err(busy.clone()));
        assert_eq!(limits.left(Allowance::Code, one, 3, 600, now), Err(busy));
        let counts = limits.counts.lock().unwrap();
        assert!(counts.values().all(|kind| kind.len() <= REMEMBERED));
    }

    #[test]
    fn a_quota_says_what_is_left_until_nothing_is() {
        let limits = Limits::default();
        let now = Moment::parse("2026-11-24T10:00:20Z").unwrap();
        let spend = |now| limits.spend(Allowance::Key, Who::Thing("k".into()), (2, 60), now).unwrap();
        let lefts: Vec<Option<u32>> = (0..3).map(|_| spend(now).left).collect();
        assert_eq!(lefts, [Some(1), Some(0), None]);
        assert_eq!(spend(now).enough(), Err(Problem::Busy { retry_after_secs: 40 }));
        assert_eq!(spend(now.plus_secs(40)).left, Some(1));
    }
}
