//! The law of the queue: no database, no clock, no language.

pub mod estimate;
pub mod letters;
pub mod order;

use crate::model::State;
use kernel::{Moment, Refusal};

/// Who was called twice in vain may come back within so many minutes, to the front.
pub const BACK_MINUTES: i64 = 15;
/// Calls after which somebody may be set aside.
pub const CALLS: i64 = 2;
/// A telephone hears of its turn when so many are before it.
pub const NEAR: usize = 3;
/// One checks in for an appointment from so many minutes before its hour, until so many after.
pub const EARLY_MINUTES: i64 = 60;
pub const LATE_MINUTES: i64 = 60;
/// Waits of fewer people are not published: they would tell of somebody.
pub const FEWEST: usize = 5;

/// Nobody is set aside who was not called twice.
pub fn check_absent(state: State, calls: i64) -> Result<(), Refusal> {
    match (state, calls) {
        (State::Called, calls) if calls >= CALLS => Ok(()),
        (State::Called, _) => Err(Refusal::new("queue-call-again-first")),
        _ => Err(Refusal::new("queue-ticket-moved")),
    }
}

/// Whoever is late stands at the front again, for a while.
pub fn check_back(state: State, ended_at: Option<Moment>, now: Moment) -> Result<(), Refusal> {
    match state {
        State::Aside if ended_at.is_none_or(|at| now <= at.plus_minutes(BACK_MINUTES)) => Ok(()),
        State::Aside | State::Missed => Err(Refusal::new("queue-back-late").with("minutes", BACK_MINUTES)),
        _ => Err(Refusal::new("queue-ticket-moved")),
    }
}

/// Near the hour of an appointment one may say that one is there.
pub fn check_arrival(booked: Moment, now: Moment) -> Result<(), Refusal> {
    if now < booked.plus_minutes(-EARLY_MINUTES) {
        return Err(Refusal::new("queue-arrival-early").with("minutes", EARLY_MINUTES));
    }
    if now > booked.plus_minutes(LATE_MINUTES) {
        return Err(Refusal::new("queue-arrival-late"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Day;

    fn at(hour: i8, minute: i8) -> Moment {
        Day::ymd(2026, 11, 24).unwrap().at(hour, minute)
    }

    #[test]
    fn nobody_is_set_aside_who_was_not_called_twice() {
        assert_eq!(check_absent(State::Called, 1).unwrap_err().key, "queue-call-again-first");
        assert!(check_absent(State::Called, 2).is_ok());
        for state in [State::Waiting, State::Serving, State::Done] {
            assert_eq!(check_absent(state, 2).unwrap_err().key, "queue-ticket-moved");
        }
    }

    #[test]
    fn who_was_set_aside_comes_back_within_a_quarter_of_an_hour() {
        let aside = Some(at(10, 0));
        assert!(check_back(State::Aside, aside, at(10, 15)).is_ok());
        assert_eq!(check_back(State::Aside, aside, at(10, 16)).unwrap_err().key, "queue-back-late");
        assert_eq!(check_back(State::Missed, aside, at(10, 5)).unwrap_err().key, "queue-back-late");
        assert_eq!(check_back(State::Done, aside, at(10, 5)).unwrap_err().key, "queue-ticket-moved");
    }

    #[test]
    fn one_arrives_near_the_hour_of_the_appointment() {
        let booked = at(11, 0);
        let table = [
            (at(9, 59), Some("queue-arrival-early")),
            (at(10, 0), None),
            (at(12, 0), None),
            (at(12, 1), Some("queue-arrival-late")),
        ];
        for (now, refused) in table {
            assert_eq!(check_arrival(booked, now).err().map(|refusal| refusal.key), refused.map(str::to_owned), "{now}");
        }
    }
}
