//! Who is next. Everybody stands where he arrived; priority and appointments move the place forward by a fixed time, so that
//! nobody is passed for ever.

use kernel::Moment;

/// A person with priority passes those who came up to so many minutes before.
pub const PRIORITY_MINUTES: i64 = 30;
/// Whoever has an appointment counts as having arrived so many minutes before its hour.
pub const BOOKED_MINUTES: i64 = 20;
/// Later than this after the hour, an appointment is no advantage.
pub const GRACE_MINUTES: i64 = 15;
/// Coming back to the front means to stand before a whole day.
const FRONT_MINUTES: i64 = 24 * 60;

/// The place of a ticket: the smaller, the sooner.
pub fn place(arrived: Moment, priority: bool, booked: Option<Moment>) -> Moment {
    let plain = match booked {
        Some(hour) if arrived <= hour.plus_minutes(GRACE_MINUTES) => arrived.max(hour).plus_minutes(-BOOKED_MINUTES),
        _ => arrived,
    };
    if priority { plain.min(arrived.plus_minutes(-PRIORITY_MINUTES)) } else { plain }
}

/// The front of the line, for who was called in vain and came back.
pub fn front(place: Moment, today: Moment) -> Moment {
    // Once at the front, a second return does not go before other returns.
    if place < today { place } else { place.plus_minutes(-FRONT_MINUTES) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Day;

    fn at(hour: i64, minute: i64) -> Moment {
        Day::ymd(2026, 11, 24).unwrap().at(0, 0).plus_minutes(hour * 60 + minute)
    }

    /// Names in the order in which they are called.
    fn called(people: &[(&'static str, Moment, bool, Option<Moment>)]) -> Vec<&'static str> {
        let mut line: Vec<_> =
            people.iter().map(|(name, arrived, priority, booked)| (place(*arrived, *priority, *booked), *name)).collect();
        line.sort();
        line.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn the_order_is_as_the_board_says_it() {
        let ten = at(10, 0);
        type Person = (&'static str, Moment, bool, Option<Moment>);
        let table: [(&[Person], &[&str]); 7] = [
            (&[("second", at(9, 5), false, None), ("first", at(9, 0), false, None)], &["first", "second"]),
            // Priority passes who came up to half an hour before, and nobody else.
            (
                &[("long", at(9, 0), false, None), ("short", at(9, 40), false, None), ("elderly", at(9, 45), true, None)],
                &["long", "elderly", "short"],
            ),
            // An appointment goes before who came shortly before its hour, and after who has waited longer.
            (
                &[("long", at(9, 30), false, None), ("short", at(9, 50), false, None), ("booked", at(9, 55), false, Some(ten))],
                &["long", "booked", "short"],
            ),
            // Who comes early for his appointment gains nothing by it.
            (&[("early", at(8, 30), false, Some(ten)), ("walk-in", at(9, 30), false, None)], &["walk-in", "early"]),
            // Ten minutes late is forgiven, in part; half an hour is not.
            (&[("late", at(10, 10), false, Some(ten)), ("walk-in", at(9, 55), false, None)], &["late", "walk-in"]),
            (&[("too late", at(10, 30), false, Some(ten)), ("walk-in", at(10, 15), false, None)], &["walk-in", "too late"]),
            // Priority does not wait for the hour of an appointment.
            (&[("both", at(9, 0), true, Some(ten)), ("walk-in", at(8, 45), false, None)], &["both", "walk-in"]),
        ];
        for (people, expected) in table {
            assert_eq!(called(people), expected, "{people:?}");
        }
    }

    #[test]
    fn nobody_starves_however_many_have_priority() {
        // One person at nine; a person with priority every minute, each served for two minutes.
        let mut line = vec![(place(at(9, 0), false, None), "patient")];
        let mut now = at(9, 0);
        let mut arrived = at(9, 0);
        loop {
            while arrived <= now {
                line.push((place(arrived, true, None), "priority"));
                arrived = arrived.plus_minutes(1);
            }
            line.sort();
            let (_, next) = line.remove(0);
            now = now.plus_minutes(2);
            if next == "patient" {
                break;
            }
            assert!(now < at(10, 30), "still waiting at {now}");
        }
    }

    #[test]
    fn who_comes_back_stands_at_the_front_once() {
        let morning = at(0, 0);
        let back = front(at(10, 0), morning);
        assert!(back < place(at(8, 0), true, Some(at(8, 0))));
        assert_eq!(front(back, morning), back);
    }
}
