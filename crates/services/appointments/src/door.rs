//! The door in a rush: so many take seats at once, the others get a number. The database stays the judge of seats; this only
//! keeps its queue short, so that whoever asks is answered in time.

use kernel::Moment;
use platform::{Result, store::Keys};
use std::sync::{Arc, Mutex};

/// Who takes a seat at the same moment. Beyond it the store's queue would only grow.
const INSIDE: u64 = 200;
/// A number that nobody came back with is called no more.
const TICKET_SECS: i64 = 1_200;

#[derive(Default)]
struct Turns {
    inside: u64,
    issued: u64,
    /// Numbers up to here may go in.
    called: u64,
    /// Since when the numbers count: those of another run of the program are worth nothing.
    since: Option<Moment>,
}

/// Shared by the pages and the API of one program.
#[derive(Default, Clone)]
pub struct Door(Arc<Mutex<Turns>>);

/// What the door says.
pub enum Answer {
    In(Inside),
    /// The number, and how many are before it.
    Wait {
        ticket: String,
        before: u64,
    },
}

/// Somebody is inside until this is dropped; then the next number is called.
pub struct Inside(Door);

impl Drop for Inside {
    fn drop(&mut self) {
        if let Ok(mut turns) = self.0.0.lock() {
            turns.inside = turns.inside.saturating_sub(1);
            if turns.called < turns.issued {
                turns.called += 1;
            }
        }
    }
}

impl Door {
    /// Asks to go in, with the number that was given before. Asking again gains nothing: the number stays the same.
    pub fn enter(&self, keys: &Keys, tenant: &str, ticket: Option<&str>, now: Moment) -> Result<Answer> {
        let mut turns = self.0.lock().map_err(|_| platform::Problem::internal("door"))?;
        let since = *turns.since.get_or_insert(now);
        // Numbers given out are called as far as there is room, so that a crowd that left does not hold up the next.
        let room = INSIDE.saturating_sub(turns.inside);
        let number = ticket.and_then(|ticket| read(keys, tenant, since, ticket, now));
        let waiting = turns.issued - turns.called;
        if let Some(number) = number.filter(|number| *number <= turns.issued) {
            if number <= turns.called + room {
                turns.called = turns.called.max(number);
                turns.inside += 1;
                return Ok(Answer::In(Inside(self.clone())));
            }
            let before = number - turns.called - 1;
            return Ok(Answer::Wait { ticket: ticket.unwrap_or_default().to_owned(), before });
        }
        if waiting < room {
            turns.inside += 1;
            return Ok(Answer::In(Inside(self.clone())));
        }
        turns.issued += 1;
        let ticket = written(keys, tenant, since, turns.issued, now)?;
        Ok(Answer::Wait { ticket, before: turns.issued - turns.called - 1 })
    }
}

fn written(keys: &Keys, tenant: &str, since: Moment, number: u64, now: Moment) -> Result<String> {
    let at = now.0.as_second();
    Ok(format!("{number}.{at}.{}", keys.lookup(tenant, "appointments.turn", &format!("{since}/{number}/{at}"))?))
}

fn read(keys: &Keys, tenant: &str, since: Moment, ticket: &str, now: Moment) -> Option<u64> {
    let mut parts = ticket.split('.');
    let (number, at, mark) = (parts.next()?, parts.next()?, parts.next()?);
    let expected = keys.lookup(tenant, "appointments.turn", &format!("{since}/{number}/{at}")).ok()?;
    let age = now.0.as_second() - at.parse::<i64>().ok()?;
    (expected == mark && (0..TICKET_SECS).contains(&age)).then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Moment {
        Moment::parse("2026-11-24T09:00:00Z").unwrap()
    }

    fn crowd(door: &Door, keys: &Keys) -> Vec<Inside> {
        let one = |_| match door.enter(keys, "t", None, now()).unwrap() {
            Answer::In(inside) => inside,
            Answer::Wait { .. } => panic!("there is room"),
        };
        (0..INSIDE).map(one).collect()
    }

    fn turned_away(door: &Door, keys: &Keys, ticket: Option<&str>) -> (String, u64) {
        match door.enter(keys, "t", ticket, now()).unwrap() {
            Answer::Wait { ticket, before } => (ticket, before),
            Answer::In(_) => panic!("the house is full"),
        }
    }

    #[test]
    fn who_comes_when_it_is_full_gets_a_number_and_asking_again_gains_nothing() {
        let (door, keys) = (Door::default(), Keys::fresh().unwrap());
        let inside = crowd(&door, &keys);
        let (first, none_before) = turned_away(&door, &keys, None);
        let (second, one_before) = turned_away(&door, &keys, None);
        assert_eq!((none_before, one_before), (0, 1));
        for _ in 0..50 {
            assert_eq!(turned_away(&door, &keys, Some(&second)), (second.clone(), 1));
        }
        assert_ne!(first, second);
        drop(inside);
    }

    #[test]
    fn numbers_are_called_in_their_order_and_a_forged_one_is_worth_nothing() {
        let (door, keys) = (Door::default(), Keys::fresh().unwrap());
        let mut inside = crowd(&door, &keys);
        let (first, _) = turned_away(&door, &keys, None);
        let (second, _) = turned_away(&door, &keys, None);
        inside.pop();
        let forged = format!("1.{}.{}", now().0.as_second(), "0".repeat(16));
        assert_eq!(turned_away(&door, &keys, Some(&forged)).1, 1, "a new number, behind those who wait");
        // One left: the first number is called; the second still waits until the first came.
        let came = door.enter(&keys, "t", Some(&first), now()).unwrap();
        assert!(matches!(came, Answer::In(_)));
        assert_eq!(turned_away(&door, &keys, Some(&second)).1, 0);
    }
}
