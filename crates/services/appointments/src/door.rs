//! The door in a rush: so many take seats at once, the others get a number. The database stays the judge of seats; this only
//! keeps its queue short, so that whoever asks is answered in time.

use kernel::Moment;
use platform::{Problem, Result, store::Keys};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

/// Who takes a seat at the same moment. Beyond it the store's queue would only grow.
const INSIDE: usize = 100;
/// A number is good so long after it was given.
const TICKET_SECS: i64 = 1_200;
/// Whoever may go in and does not come for so long has left: he holds up nobody behind him.
const ABSENT_SECS: i64 = 120;
/// Numbers that are kept; whoever comes after them is told to come back.
const LINE_MOST: usize = 20_000;

struct Waiting {
    number: u64,
    /// Since when there would be room for him.
    called: Option<Moment>,
}

#[derive(Default)]
struct Turns {
    inside: usize,
    issued: u64,
    line: VecDeque<Waiting>,
    /// Since when the numbers count: those of another run of the program are worth nothing.
    since: Option<Moment>,
}

impl Turns {
    /// How many could go in now. Whoever is called and has left is forgotten, whoever comes near is called.
    fn room(&mut self, now: Moment) -> usize {
        self.line.retain(|one| one.called.is_none_or(|called| now.secs_since(called) < ABSENT_SECS));
        let room = INSIDE.saturating_sub(self.inside);
        for one in self.line.iter_mut().take(room) {
            one.called.get_or_insert(now);
        }
        room
    }
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
        before: usize,
    },
}

/// Somebody is inside until this is dropped; then there is room for the next number.
pub struct Inside(Door);

impl Drop for Inside {
    fn drop(&mut self) {
        if let Ok(mut turns) = self.0.0.lock() {
            turns.inside = turns.inside.saturating_sub(1);
        }
    }
}

impl Door {
    /// Asks to go in, with the number that was given before. Asking again gains nothing: the number stays the same.
    ///
    /// # Errors
    /// `Busy` when more wait than there are numbers.
    pub fn enter(&self, keys: &Keys, tenant: &str, ticket: Option<&str>, now: Moment) -> Result<Answer> {
        let mut turns = self.turns()?;
        let since = *turns.since.get_or_insert(now);
        let room = turns.room(now);
        let number = ticket.and_then(|ticket| read(keys, tenant, since, ticket, now));
        if let Some(before) = number.and_then(|number| turns.line.iter().position(|one| one.number == number)) {
            if before >= room {
                return Ok(Answer::Wait { ticket: ticket.unwrap_or_default().to_owned(), before });
            }
            turns.line.remove(before);
            return Ok(self.admit(&mut turns));
        }
        if turns.line.len() < room {
            return Ok(self.admit(&mut turns));
        }
        if turns.line.len() >= LINE_MOST {
            return Err(Problem::Busy { retry_after_secs: 60 });
        }
        turns.issued += 1;
        let (number, before) = (turns.issued, turns.line.len());
        turns.line.push_back(Waiting { number, called: None });
        Ok(Answer::Wait { ticket: written(keys, tenant, since, number, now)?, before })
    }

    /// Asks to go in without ever getting a number: for programs, who come back when they are told to.
    pub fn pass(&self, now: Moment) -> Result<Option<Inside>> {
        let mut turns = self.turns()?;
        if turns.line.len() >= turns.room(now) {
            return Ok(None);
        }
        turns.inside += 1;
        Ok(Some(Inside(self.clone())))
    }

    fn admit(&self, turns: &mut Turns) -> Answer {
        turns.inside += 1;
        Answer::In(Inside(self.clone()))
    }

    fn turns(&self) -> Result<MutexGuard<'_, Turns>> {
        self.0.lock().map_err(|_| Problem::internal("door"))
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

    fn turned_away(door: &Door, keys: &Keys, ticket: Option<&str>) -> (String, usize) {
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
        assert_eq!(turned_away(&door, &keys, Some(&forged)).1, 2, "a new number, behind those who wait");
        // One left: the first number is called; the second still waits until the first came.
        let came = door.enter(&keys, "t", Some(&first), now()).unwrap();
        assert!(matches!(came, Answer::In(_)));
        assert_eq!(turned_away(&door, &keys, Some(&second)).1, 0);
    }

    #[test]
    fn who_was_called_and_left_holds_up_nobody_and_programs_take_no_number() {
        let (door, keys) = (Door::default(), Keys::fresh().unwrap());
        let mut inside = crowd(&door, &keys);
        for _ in 0..1_000 {
            assert!(door.pass(now()).unwrap().is_none(), "the house is full");
        }
        inside.pop();
        inside.extend(door.pass(now()).unwrap());
        assert_eq!(inside.len(), INSIDE, "refused programs left no line behind them");
        let (left, _) = turned_away(&door, &keys, None);
        let (patient, one_before) = turned_away(&door, &keys, None);
        assert_eq!(one_before, 1);
        inside.pop();
        assert_eq!(turned_away(&door, &keys, Some(&patient)).1, 1, "the one before is called, and may still come");
        let later = now().plus_secs(ABSENT_SECS);
        assert!(matches!(door.enter(&keys, "t", Some(&patient), later).unwrap(), Answer::In(_)));
        let Answer::Wait { before, .. } = door.enter(&keys, "t", Some(&left), later).unwrap() else { return };
        assert_eq!(before, 0, "who left gets a new number");
    }
}
