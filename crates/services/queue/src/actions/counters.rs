//! Verbs of an agent at a counter: open it, call the next, serve, send on, pause, close.

use super::{bookings, hall, telling};
use crate::model::{Outcome, Pause, Post, Served, State, Ticket};
use crate::rules::{self, order};
use crate::store::{figures, posts, tickets};
use kernel::{Id, Moment, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// So often a call is tried again when another counter was quicker.
const TRIES: usize = 8;

fn agent(tx: &Tx) -> Result<String> {
    tx.actor().account().map(ToString::to_string).ok_or(Problem::Forbidden)
}

/// The post of whoever asks, if one is open.
pub fn own(tx: &mut Tx) -> Result<Option<Post>> {
    let agent = agent(tx)?;
    posts::of(tx, &agent)
}

fn mine(tx: &mut Tx) -> Result<Post> {
    own(tx)?.ok_or_else(|| Refusal::new("queue-no-counter").into())
}

/// Opens a counter: one agent sits at one, and each of its seats has one agent.
pub fn open(tx: &mut Tx, counter: &Id) -> Result<Post> {
    let counter = sites::counter(tx, counter)?;
    hall::site(tx, &counter.site)?;
    appointments::must_reach(tx, crate::SERVE, &counter.site)?;
    if own(tx)?.is_some() {
        return Err(Refusal::new("queue-counter-open-already").into());
    }
    let (id, agent, opened_at) = (tx.new_id(), agent(tx)?, tx.now());
    let post = Post { id, site: counter.site, counter: counter.id, agent, opened_at, paused: None };
    for seat in 1..=counter.seats {
        if posts::open(tx, &post, seat)? {
            tx.record("queue.counter_opened", &post.counter, &json!({ "post": post.id }))?;
            return Ok(post);
        }
    }
    Err(Refusal::new("queue-counter-taken").at("counter").into())
}

/// Closes the counter of whoever asks. Who was called and did not come yet goes back to the front; who is being served is
/// served first.
pub fn close(tx: &mut Tx) -> Result<()> {
    let post = mine(tx)?;
    if tickets::at_post(tx, &post.id)?.is_some_and(|ticket| ticket.state == State::Serving) {
        return Err(Refusal::new("queue-finish-first").into());
    }
    shut(tx, &post)
}

/// The head of the counters closes one whose agent went.
pub fn close_of(tx: &mut Tx, id: &Id) -> Result<()> {
    let post = posts::find(tx, id)?;
    appointments::must_reach(tx, crate::MANAGE, &post.site)?;
    if let Some(ticket) = tickets::at_post(tx, &post.id)?.filter(|ticket| ticket.state == State::Serving) {
        tickets::leave(tx, &ticket, State::Done, Some(Outcome::Served))?;
        bookings::served(tx, &ticket)?;
    }
    shut(tx, &post)
}

fn shut(tx: &mut Tx, post: &Post) -> Result<()> {
    if let Some(ticket) = tickets::at_post(tx, &post.id)? {
        let place = order::front(ticket.place, ticket.day.start());
        tickets::wait_again(tx, &ticket, place, &ticket.matter, ticket.taken_at)?;
        tx.record("queue.called_back", &ticket.id, &json!({ "post": post.id }))?;
    }
    posts::close(tx, &post.id)?;
    tx.record("queue.counter_closed", &post.counter, &json!({ "post": post.id }))
}

/// The counter stays open and calls nobody for a while; nobody stands at it.
pub fn pause(tx: &mut Tx, why: Pause) -> Result<()> {
    let post = mine(tx)?;
    if tickets::at_post(tx, &post.id)?.is_some() {
        return Err(Refusal::new("queue-finish-first").into());
    }
    posts::pause(tx, &post.id, Some(why))?;
    tx.record("queue.paused", &post.counter, &json!({ "post": post.id, "why": why }))
}

pub fn resume(tx: &mut Tx) -> Result<()> {
    let post = mine(tx)?;
    posts::pause(tx, &post.id, None)?;
    tx.record("queue.resumed", &post.counter, &json!({ "post": post.id }))
}

/// Calls the next person to the counter of whoever asks; nobody when the line is empty. Asked twice, it calls one.
pub fn next(tx: &mut Tx) -> Result<Option<Ticket>> {
    let post = mine(tx)?;
    if let Some(standing) = tickets::at_post(tx, &post.id)? {
        return Ok(Some(standing));
    }
    if post.paused.is_some() {
        return Err(Refusal::new("queue-paused").into());
    }
    let matters = sites::served(tx, &post.counter)?;
    if matters.is_empty() {
        return Ok(None);
    }
    for _ in 0..TRIES {
        if let Some(ticket) = tickets::call_first(tx, &post, &matters)? {
            tx.record("queue.called", &ticket.id, &json!({ "post": post.id, "counter": post.counter }))?;
            telling::called(tx, &ticket)?;
            telling::line_moved(tx, &post.site)?;
            return Ok(Some(ticket));
        }
        if tickets::line_is_empty(tx, &post.site, &matters)? {
            return Ok(None);
        }
    }
    Err(Problem::Conflict(Refusal::new("queue-others-quicker")))
}

/// Whoever stands at the counter of whoever asks.
pub fn standing(tx: &mut Tx) -> Result<Option<Ticket>> {
    let post = mine(tx)?;
    tickets::at_post(tx, &post.id)
}

/// The ticket that stands at the post of whoever asks, as the page named it: a page that stood open too long changes nothing.
fn named(tx: &mut Tx, id: &Id) -> Result<(Post, Ticket)> {
    let post = mine(tx)?;
    let ticket = tickets::find(tx, id)?;
    let here = ticket.post.as_ref() == Some(&post.id) && matches!(ticket.state, State::Called | State::Serving);
    if here { Ok((post, ticket)) } else { Err(moved()) }
}

fn moved() -> Problem {
    Refusal::new("queue-ticket-moved").into()
}

pub fn again(tx: &mut Tx, id: &Id) -> Result<()> {
    let (_, ticket) = named(tx, id)?;
    if !tickets::call_again(tx, &ticket.id)? {
        return Err(moved());
    }
    tx.record("queue.called_again", id, &json!({ "calls": ticket.calls + 1 }))
}

/// The person is there.
pub fn begin(tx: &mut Tx, id: &Id) -> Result<()> {
    let (_, ticket) = named(tx, id)?;
    if !tickets::begin(tx, &ticket.id)? {
        return Err(moved());
    }
    tx.record("queue.begun", id, &json!({}))
}

/// Called twice in vain: set aside, for a while.
pub fn absent(tx: &mut Tx, id: &Id) -> Result<()> {
    let (post, ticket) = named(tx, id)?;
    rules::check_absent(ticket.state, ticket.calls)?;
    if !tickets::leave(tx, &ticket, State::Aside, None)? {
        return Err(moved());
    }
    tx.record("queue.set_aside", id, &json!({ "post": post.id }))?;
    telling::set_aside(tx, &ticket)?;
    let over = tx.now().plus_minutes(rules::BACK_MINUTES).plus_secs(1);
    tx.job_at(ASIDE_OVER, &ticket.id, over)
}

/// The job that ends the time in which one may come back.
pub const ASIDE_OVER: &str = "queue.aside_over";

/// Who did not come back in time has missed his turn.
pub fn aside_over(tx: &mut Tx, id: &Id) -> Result<()> {
    let ticket = tickets::find(tx, id)?;
    let late = |at: Moment| tx.now() > at.plus_minutes(rules::BACK_MINUTES);
    if ticket.state != State::Aside || !ticket.ended_at.is_some_and(late) {
        return Ok(());
    }
    tickets::advance(tx, id, State::Aside, State::Missed)?;
    bookings::missed(tx, &ticket)?;
    tx.record("queue.missed", id, &json!({}))
}

/// The visit at this counter is over.
pub fn done(tx: &mut Tx, id: &Id, outcome: Outcome) -> Result<()> {
    let (_, ticket) = named(tx, id)?;
    if !tickets::leave(tx, &ticket, State::Done, Some(outcome))? {
        return Err(moved());
    }
    note_served(tx, &ticket, outcome)?;
    bookings::served(tx, &ticket)?;
    tx.record("queue.done", id, &json!({ "outcome": outcome }))
}

fn note_served(tx: &mut Tx, ticket: &Ticket, outcome: Outcome) -> Result<()> {
    let called = ticket.called_at.unwrap_or(tx.now());
    let served = Served {
        site: ticket.site.clone(),
        matter: ticket.matter.clone(),
        waited_secs: called.secs_since(ticket.taken_at).max(0),
        served_secs: tx.now().secs_since(called).max(0),
        outcome,
    };
    figures::note(tx, &served)
}

/// Sends the person on to the counters of another matter; the place stays, so nobody begins at the end again.
pub fn transfer(tx: &mut Tx, id: &Id, matter: &str) -> Result<()> {
    let (_, ticket) = named(tx, id)?;
    if matter == ticket.matter || sites::serving(tx, matter, Some(&ticket.site))?.is_empty() {
        return Err(Refusal::new("queue-matter-unknown").at("matter").into());
    }
    if ticket.state == State::Serving {
        note_served(tx, &ticket, Outcome::Elsewhere)?;
    }
    let now = tx.now();
    if !tickets::wait_again(tx, &ticket, ticket.place, matter, now)? {
        return Err(moved());
    }
    tx.record("queue.transferred", id, &json!({ "from": ticket.matter, "to": matter }))
}
