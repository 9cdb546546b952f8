//! The law of a contract: what follows what, when time runs against the contractor, what one spot is, what a month comes to.
//! No database, no clock, no language.

use crate::model::{
    Contract, Course, Doubt, Order, OrderState, Penalty, PenaltyRule, PenaltyState, Repeat, Spot, Step, Sum, Terms,
};
use kernel::{Day, Id, Moment, Money, Point, Refusal};

/// A photograph taken this near proves the place: streets are narrow, and telephones are not exact.
pub const NEAR_M: f64 = 100.0;
const DAY_SECS: i64 = 86_400;
/// Tries of a delivery before staff must look at it, and what lies between them.
const WAITS_SECS: [i64; 6] = [60, 300, 1_800, 7_200, 21_600, 43_200];

/// Where a step leads.
///
/// # Errors
/// A sentence when the step does not follow from the state.
pub fn follow(state: OrderState, step: Step) -> Result<OrderState, Refusal> {
    use OrderState::{Accepted, Done, Given, Planned, Proved, Refused, Returned, Withdrawn};
    let working = matches!(state, Given | Accepted | Planned);
    match step {
        Step::Accept if state == Given => Ok(Accepted),
        Step::Plan if working => Ok(Planned),
        Step::Prove if working => Ok(Proved),
        Step::Refuse if matches!(state, Given | Accepted) => Ok(Refused),
        Step::Approve if state == Proved => Ok(Done),
        Step::Reject if state == Proved => Ok(Given),
        Step::TakeBack if state == Refused => Ok(Returned),
        Step::Insist if state == Refused => Ok(Given),
        Step::Withdraw if working || matches!(state, Proved | Refused) => Ok(Withdrawn),
        _ => Err(Refusal::new("contractors-not-from-here")),
    }
}

/// Steps that need words: whoever says no says why.
pub fn needs_words(step: Step) -> bool {
    matches!(step, Step::Refuse | Step::Reject | Step::Insist)
}

pub fn ends(state: OrderState) -> bool {
    matches!(state, OrderState::Done | OrderState::Returned | OrderState::Withdrawn)
}

/// What a word of another system means here: the statuses of GeoReport and of its updates extension. A word that does not follow
/// from where the order stands means nothing.
pub fn step_of(status: &str, state: OrderState) -> Option<Step> {
    let step = match status.to_uppercase().as_str() {
        "INVESTIGATING" | "IN_PROGRESS" | "PLANNED" | "ACTION_SCHEDULED" => Step::Accept,
        "FIXED" | "CLOSED" => Step::Prove,
        "NO_FURTHER_ACTION" | "NOT_COUNCILS_RESPONSIBILITY" | "UNABLE_TO_FIX" | "INTERNAL_REFERRAL" => Step::Refuse,
        _ => return None,
    };
    follow(state, step).is_ok().then_some(step)
}

/// What our side says to such a system.
pub fn status_of(step: Step) -> Option<&'static str> {
    match step {
        Step::Approve => Some("FIXED"),
        Step::Reject | Step::Insist => Some("OPEN"),
        Step::TakeBack | Step::Withdraw => Some("NO_FURTHER_ACTION"),
        _ => None,
    }
}

/// The contract under which this unit works on a case of this category, on this day. Areas are the chain of the case's own.
pub fn contract_for<'c>(
    contracts: &'c [Contract],
    unit: &Id,
    category: &str,
    areas: &[String],
    day: Day,
) -> Option<&'c Contract> {
    contracts.iter().find(|contract| {
        contract.unit == *unit
            && contract.starts_on <= day
            && contract.ends_on.is_none_or(|end| day <= end)
            && contract.terms.categories.iter().any(|known| known == category)
            && (contract.terms.areas.is_empty() || contract.terms.areas.iter().any(|area| areas.contains(area)))
    })
}

pub fn rule_for<'t>(terms: &'t Terms, category: &str) -> Option<&'t PenaltyRule> {
    terms.rules.iter().find(|rule| rule.categories.iter().any(|known| known == category))
}

/// When the first penalty falls due.
pub fn first_penalty(rule: &PenaltyRule, reached: Moment) -> Moment {
    reached.plus_secs(rule.hours * 3_600)
}

/// By when an order is due that has reached the contractor, under a contract as it stands.
pub fn due(contracts: &[Contract], order: &Order) -> Option<Moment> {
    let terms = &contracts.iter().find(|contract| contract.id == order.contract)?.terms;
    rule_for(terms, &order.category).zip(order.reached_at).map(|(rule, reached)| first_penalty(rule, reached))
}

/// Whether an open order has run past that. What he said in time is in time, however long nobody looks at it.
pub fn is_late(order: &Order, due: Moment, now: Moment) -> bool {
    order.is_open() && order.claimed_at.filter(|_| order.waits()).unwrap_or(now) > due
}

/// When the one after it does.
pub fn next_penalty(rule: &PenaltyRule, at: Moment) -> Option<Moment> {
    (rule.repeat == Repeat::Daily).then(|| at.plus_secs(DAY_SECS))
}

/// The same after a wait that was not the contractor's: the days in which nobody looked at his proof are not counted.
pub fn next_penalty_after(rule: &PenaltyRule, at: Moment, now: Moment) -> Option<Moment> {
    let passed = now.secs_since(at).max(0) / DAY_SECS + 1;
    next_penalty(rule, at).map(|_| at.plus_secs(passed * DAY_SECS))
}

/// Whether time has run out, and nothing that the contractor said in time waits to be looked at.
pub fn is_owed(order: &Order, now: Moment) -> bool {
    let Some(at) = order.penalty_at.filter(|at| *at <= now) else { return false };
    order.is_open() && !(order.waits() && order.claimed_at.is_some_and(|claimed| claimed <= at))
}

/// Whether an order lies where the penalty is counted already: the same object, or near the first report.
pub fn is_same_spot(penalty: &Spot, order: &Spot, radius_m: i64) -> bool {
    if penalty.asset.is_some() && penalty.asset == order.asset {
        return true;
    }
    let near = |(one, other): (Point, Point)| one.metres_to(other) <= radius_m as f64;
    penalty.point.zip(order.point).is_some_and(near)
}

/// What makes a photograph doubtful: of a thing that lies at a place and was asked for at a moment.
pub fn doubts(at: Option<Point>, asked: Moment, point: Option<Point>, taken: Option<Moment>) -> Vec<Doubt> {
    let place = match (at, point) {
        (Some(place), Some(point)) if place.metres_to(point) > NEAR_M => Some(Doubt::Elsewhere),
        (Some(_), None) => Some(Doubt::NoPlace),
        _ => None,
    };
    let time = match taken {
        Some(taken) if taken < asked => Some(Doubt::Earlier),
        Some(_) => None,
        None => Some(Doubt::NoTime),
    };
    place.into_iter().chain(time).collect()
}

/// When to try a delivery again; nothing after the last.
pub fn next_try(attempts: i64, now: Moment) -> Option<Moment> {
    let wait = usize::try_from(attempts - 1).ok().and_then(|tries| WAITS_SECS.get(tries))?;
    Some(now.plus_secs(*wait))
}

/// Whether an order was done in its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    InTime,
    Late,
    /// Not done, and there is time still.
    Running,
}

/// How an order was kept, by the hours that its rule gives from the moment it reached the contractor. What he said in time is in
/// time, also while nobody has looked at it. Nothing of an order that was taken from him while there was time.
pub fn kept(course: &Course, hours: Option<i64>, now: Moment) -> Option<Kept> {
    let due = course.reached_at.zip(hours).map(|(reached, hours)| reached.plus_secs(hours * 3_600));
    if course.fined {
        return Some(Kept::Late);
    }
    if matches!(course.state, OrderState::Returned | OrderState::Withdrawn) {
        let stopped = course.claimed_at.or(course.ended_at);
        return due.zip(stopped).filter(|(due, stopped)| stopped > due).map(|_| Kept::Late);
    }
    let claimed =
        course.claimed_at.filter(|_| matches!(course.state, OrderState::Done | OrderState::Proved | OrderState::Refused));
    Some(match (due, claimed) {
        (Some(due), Some(claimed)) if claimed > due => Kept::Late,
        (Some(due), None) if now > due => Kept::Late,
        _ if course.state == OrderState::Done => Kept::InTime,
        _ => Kept::Running,
    })
}

/// Whether a penalty counts for good: signed and not contested in time, or upheld.
pub fn is_final(penalty: &Penalty, now: Moment) -> bool {
    match penalty.state {
        PenaltyState::Signed => penalty.contest_until.is_some_and(|until| until < now),
        PenaltyState::Upheld => true,
        _ => false,
    }
}

/// What a month comes to: never more than the cap.
pub fn sum(amounts: impl IntoIterator<Item = Money>, cap_percent: Option<i64>, invoice: Option<Money>) -> Sum {
    let total = amounts.into_iter().fold(Money(0), |sum, amount| sum + amount);
    let cap = cap_percent.zip(invoice).map(|(percent, invoice)| Money(invoice.0.saturating_mul(percent) / 100));
    let payable = cap.map_or(total, |cap| Money(total.0.min(cap.0)));
    Sum { total, cap, payable }
}

/// `2026-11`, when it is a month that has begun.
pub fn month(text: &str, today: Day) -> Option<(Day, Day)> {
    let first = Day::parse(&format!("{text}-01")).filter(|first| text.len() == 7 && *first <= today)?;
    Some((first, first.plus_months(1).plus_days(-1)))
}

const HOURS_MOST: i64 = 24 * 90;
const RADIUS_MOST_M: i64 = 500;

/// What is wrong with terms.
pub fn check(terms: &Terms) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    let mut say = |bad: bool, key: &str, field: &str| {
        if bad {
            wrong.push(Refusal::new(key).at(field));
        }
    };
    say(terms.title.ar.trim().is_empty(), "contractors-needs-title", "title_ar");
    say(terms.reference.trim().is_empty(), "contractors-needs-reference", "reference");
    say(terms.categories.is_empty(), "contractors-needs-categories", "categories");
    say(!(0..=60).contains(&terms.contest.days), "contractors-days-wrong", "contest_days");
    say(terms.cap_percent.is_some_and(|percent| !(1..=100).contains(&percent)), "contractors-percent-wrong", "cap_percent");
    say(terms.cap_percent.is_some() && terms.invoice.is_none(), "contractors-cap-needs-invoice", "invoice");
    for (place, rule) in terms.rules.iter().enumerate() {
        say(!(1..=HOURS_MOST).contains(&rule.hours), "contractors-hours-wrong", &format!("hours.{place}"));
        say(rule.amount.0 <= 0, "contractors-amount-wrong", &format!("amount.{place}"));
        say(!(0..=RADIUS_MOST_M).contains(&rule.radius_m), "contractors-radius-wrong", &format!("radius.{place}"));
        let foreign = rule.categories.iter().any(|category| !terms.categories.contains(category));
        say(rule.categories.is_empty() || foreign, "contractors-rule-categories", &format!("of.{place}"));
        let twice = terms.rules[..place].iter().any(|before| before.categories.iter().any(|one| rule.categories.contains(one)));
        say(twice, "contractors-rule-twice", &format!("of.{place}"));
    }
    for (place, duty) in terms.data.iter().enumerate() {
        say(!(1..=60).contains(&duty.every_months), "contractors-months-wrong", &format!("every.{place}"));
    }
    wrong
}
