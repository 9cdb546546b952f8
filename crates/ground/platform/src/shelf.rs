//! Answers for everybody, made once and given again: while nothing changed, or for a minute.
//!
//! Over a million reports such an answer takes a second to make. One visitor makes it anew; who asks meanwhile gets the old one, or
//! waits where there is none yet.

use crate::{Actor, Result, Tx};
use kernel::{Day, Moment};
use std::any::{Any, TypeId};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// An answer is given again for so long, even when something changed meanwhile.
const FRESH_SECS: i64 = 60;
/// An answer of this age is made anew when the house asks for it, so that no visitor has to.
const AHEAD_SECS: i64 = 30;
/// An answer of this age is given while somebody makes it anew.
const STALE_SECS: i64 = 120;
/// So long somebody waits for an answer that another makes, before he makes it himself.
const PATIENCE: Duration = Duration::from_secs(20);
/// Answers kept in memory, of all communes together.
const MOST: usize = 512;

type Place = (Arc<str>, TypeId, String);

struct Kept {
    seq: i64,
    /// What counts the last weeks is another answer tomorrow, even when nothing changed.
    day: Day,
    at: Moment,
    /// When a visitor asked for it.
    used: Moment,
    /// Since when somebody makes it anew.
    making: Option<Moment>,
    value: Arc<dyn Any + Send + Sync>,
}

/// Who asks: the house asks ahead of the visitors, by the clock.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Who {
    House,
    Visitor,
}

/// How much the commune has written, and the day.
type Edition = (i64, Day);

/// Answers already made, by commune and question. A fact.
#[derive(Default)]
pub struct Shelf {
    answers: Mutex<HashMap<Place, Kept>>,
    /// What somebody makes now, and the bell that tells that it is made.
    making: Mutex<HashSet<Place>>,
    made: Condvar,
}

/// Somebody makes this answer: until he has, or has failed, others wait.
struct Making<'a>(&'a Shelf, Place);

impl Drop for Making<'_> {
    fn drop(&mut self) {
        if let Ok(mut making) = self.0.making.lock() {
            making.remove(&self.1);
        }
        self.0.made.notify_all();
    }
}

/// The answer to a question as it was made before, else made now. It must be the same for everybody who asks.
pub fn value<T: Any + Send + Sync>(tx: &mut Tx, question: &str, make: impl FnOnce(&mut Tx) -> Result<T>) -> Result<Arc<T>> {
    let shelf = tx.fact::<Shelf>()?;
    let place = (tx.tenant(), TypeId::of::<T>(), question.to_owned());
    let (edition, now) = ((tx.journal_length()?, tx.today()), tx.now());
    let who = if matches!(tx.actor(), Actor::System { .. }) { Who::House } else { Who::Visitor };
    if let Some(kept) = shelf.find(&place, edition, now, who).and_then(|value| value.downcast().ok()) {
        return Ok(kept);
    }
    let (_making, waited) = shelf.turn(&place);
    if waited && let Some(kept) = shelf.find(&place, edition, now, who).and_then(|value| value.downcast().ok()) {
        return Ok(kept);
    }
    let made = make(tx).map(Arc::new);
    shelf.put(place, edition, now, made.as_ref().ok());
    made
}

impl Shelf {
    /// Waits while another makes this answer. Says whether it did: then it may be there.
    fn turn(&self, place: &Place) -> (Option<Making<'_>>, bool) {
        let Ok(making) = self.making.lock() else { return (None, false) };
        let waited = making.contains(place);
        let others = |making: &mut HashSet<Place>| making.contains(place);
        let Ok((mut making, _)) = self.made.wait_timeout_while(making, PATIENCE, others) else { return (None, waited) };
        making.insert(place.clone());
        (Some(Making(self, place.clone())), waited)
    }

    /// The communes of which a visitor asked something since a moment.
    pub(crate) fn asked_since(&self, moment: Moment) -> BTreeSet<Arc<str>> {
        let Ok(answers) = self.answers.lock() else { return BTreeSet::new() };
        answers.iter().filter(|(_, kept)| kept.used >= moment).map(|((tenant, ..), _)| tenant.clone()).collect()
    }

    /// What may be given again; whoever gets nothing is to make it.
    fn find(&self, place: &Place, edition: Edition, now: Moment, who: Who) -> Option<Arc<dyn Any + Send + Sync>> {
        let mut answers = self.answers.lock().ok()?;
        let kept = answers.get_mut(place)?;
        if who == Who::Visitor {
            kept.used = now;
        }
        let age = now.secs_since(kept.at);
        let good = if who == Who::House { AHEAD_SECS } else { FRESH_SECS };
        let fresh = (kept.seq, kept.day) == edition || kept.day == edition.1 && (0..good).contains(&age);
        let made_now = kept.making.is_some_and(|since| (0..FRESH_SECS).contains(&now.secs_since(since)));
        if fresh || made_now && (0..STALE_SECS).contains(&age) {
            return Some(kept.value.clone());
        }
        kept.making = Some(now);
        None
    }

    fn put<T: Any + Send + Sync>(&self, place: Place, (seq, day): Edition, at: Moment, made: Option<&Arc<T>>) {
        let Ok(mut answers) = self.answers.lock() else { return };
        let Some(value) = made else {
            // The next one tries again; what there is stays good for as long as it would have been.
            if let Some(kept) = answers.get_mut(&place) {
                kept.making = None;
            }
            return;
        };
        // Questions that anybody may think of push out each other, never what everybody asks for.
        if answers.len() >= MOST
            && !answers.contains_key(&place)
            && let Some(unused) = answers.iter().min_by_key(|(_, kept)| kept.used).map(|(place, _)| place.clone())
        {
            answers.remove(&unused);
        }
        answers.insert(place, Kept { seq, day, at, used: at, making: None, value: value.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(secs: i64) -> Moment {
        Moment::parse("2026-03-01T10:00:00Z").unwrap().plus_secs(secs)
    }

    fn asked(question: &str) -> Place {
        ("04.441.01.0".into(), TypeId::of::<i64>(), question.into())
    }

    fn on(seq: i64) -> Edition {
        (seq, Day::parse("2026-03-01").unwrap())
    }

    #[test]
    fn what_everybody_asks_for_outlives_any_number_of_strange_questions() {
        let shelf = Shelf::default();
        shelf.put(asked("squares"), on(1), at(0), Some(&Arc::new(7_i64)));
        for strange in 0..3 * MOST as i64 {
            shelf.put(asked(&format!("box {strange}")), on(1), at(strange), Some(&Arc::new(strange)));
            assert!(shelf.find(&asked("squares"), on(1), at(strange), Who::Visitor).is_some(), "{strange}");
        }
        assert_eq!(shelf.answers.lock().unwrap().len(), MOST);
        assert!(shelf.find(&asked("box 0"), on(1), at(0), Who::Visitor).is_none());
    }

    #[test]
    fn who_asks_for_what_another_makes_waits_for_it() {
        let shelf = Shelf::default();
        let (mine, waited) = shelf.turn(&asked("open"));
        assert!(mine.is_some() && !waited);
        assert!(!shelf.turn(&asked("another")).1, "nobody waits for what is not made");
        std::thread::scope(|threads| {
            let second = threads.spawn(|| {
                let (_turn, waited) = shelf.turn(&asked("open"));
                (waited, shelf.find(&asked("open"), on(1), at(0), Who::Visitor).map(|value| *value.downcast::<i64>().unwrap()))
            });
            std::thread::sleep(Duration::from_millis(50));
            shelf.put(asked("open"), on(1), at(0), Some(&Arc::new(7_i64)));
            drop(mine);
            let (waited, found) = second.join().unwrap();
            assert_eq!((waited || found.is_some(), found), (true, Some(7)));
        });
    }

    #[test]
    fn the_house_makes_ahead_what_visitors_ask_for() {
        let (shelf, place) = (Shelf::default(), asked("open"));
        let given = |seq: i64, secs: i64, who: Who| shelf.find(&place, on(seq), at(secs), who).is_some();
        shelf.put(place.clone(), on(1), at(0), Some(&Arc::new(7_i64)));
        assert!(given(1, 500, Who::House), "nothing changed");
        assert!(given(2, 29, Who::House) && given(2, 31, Who::Visitor));
        assert!(!given(2, 45, Who::House), "the house is to make it");
        assert!(given(2, 70, Who::Visitor), "a visitor gets the old one meanwhile");
        let of = |secs: i64| shelf.asked_since(at(secs)).into_iter().map(|tenant| tenant.to_string()).collect::<Vec<_>>();
        assert_eq!((of(70), of(71)), (vec!["04.441.01.0".to_owned()], Vec::new()));
        assert!(given(1, 900, Who::House));
        assert!(of(71).is_empty(), "what only the house asks for, nobody asks for");
    }

    #[test]
    fn one_makes_it_anew_while_the_others_get_the_old_one() {
        let shelf = Shelf::default();
        let place = asked("open");
        let given = |seq: i64, secs: i64| {
            shelf.find(&place, on(seq), at(secs), Who::Visitor).map(|value| *value.downcast::<i64>().unwrap())
        };
        assert_eq!(given(1, 0), None);
        shelf.put(place.clone(), on(1), at(0), Some(&Arc::new(7_i64)));
        assert_eq!((given(1, 500), given(2, 59)), (Some(7), Some(7)), "unchanged, or young");
        assert_eq!(given(2, 61), None, "the first is to make it");
        assert_eq!(given(2, 62), Some(7), "the second gets the old one");
        assert_eq!(given(2, 119), Some(7));
        assert_eq!(given(2, 122), None, "the first never came back");
        shelf.put(place.clone(), on(2), at(131), Some(&Arc::new(8_i64)));
        assert_eq!(given(3, 132), Some(8));
        assert_eq!((given(3, 131 + 121), given(3, 131 + 122)), (None, None), "too old for anybody");
        shelf.put(place.clone(), on(3), at(300), Some(&Arc::new(9_i64)));
        let tomorrow = (3, Day::parse("2026-03-02").unwrap());
        assert!(
            shelf.find(&place, tomorrow, at(301), Who::Visitor).is_none(),
            "another day, another answer: the first is to make it"
        );
        assert!(shelf.find(&place, tomorrow, at(302), Who::Visitor).is_some(), "the second gets that of yesterday");
    }
}
