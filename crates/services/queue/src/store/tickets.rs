//! SQL of tickets: one statement decides who is next.

use crate::model::{Outcome, State, Ticket};
use kernel::{Day, Id, Lang, Moment, Phone};
use platform::store::seal::ERASED;
use platform::{Result, Row, Tx, Value, args};

const TABLE: &str = "queue_tickets";

/// The next number of a letter on this day: one after the other, none twice.
pub fn draw(tx: &mut Tx, site: &Id, day: Day, letter: &str) -> Result<i64> {
    let sql = "INSERT INTO queue_numbers (tenant, site, day, letter, last) VALUES ($1, $2, $3, $4, 1)
               ON CONFLICT (tenant, site, day, letter) DO UPDATE SET last = queue_numbers.last + 1 RETURNING last";
    tx.one(sql, args![tx.tenant(), site, day, letter], |row| row.get("last"))
}

/// Seals a telephone under the ticket's own key. The key comes first, then the sealed number.
pub fn seal(tx: &Tx, id: &Id, phone: Option<&Phone>) -> Result<(String, Option<String>)> {
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, id.as_str())?;
    let sealed = phone.map(|phone| vault.seal(tx.keys(), "phone", phone.as_str())).transpose()?;
    Ok((vault.wrapped().to_owned(), sealed))
}

/// Whether it is new: an appointment has one ticket.
pub fn insert(tx: &mut Tx, ticket: &Ticket) -> Result<bool> {
    let sql = "INSERT INTO queue_tickets (tenant, id, site, day, letter, number, code, matter, state, channel, priority, booking,
               booked_at, person, lang, place, taken_at, calls, vault, phone)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
               ON CONFLICT DO NOTHING";
    let values = args![
        tx.tenant(),
        ticket.id,
        ticket.site,
        ticket.day,
        ticket.letter,
        ticket.number,
        ticket.code,
        ticket.matter,
        ticket.state,
        ticket.channel,
        ticket.priority,
        ticket.booking,
        ticket.booked_at,
        ticket.person,
        ticket.lang.code(),
        ticket.place,
        ticket.taken_at,
        ticket.calls,
        ticket.vault,
        ticket.phone
    ];
    Ok(tx.changed(sql, values)? == 1)
}

/// Calls the first of the line to a post. However many ask at once, one ticket goes to one of them: the state is asked again
/// in the very row that changes. Nothing when the line is empty, or when another was quicker.
pub fn call_first(tx: &mut Tx, post: &crate::Post, matters: &[String]) -> Result<Option<Ticket>> {
    let places: Vec<String> = (0..matters.len()).map(|n| format!("${}", n + 7)).collect();
    let sql = format!(
        "UPDATE queue_tickets SET state = 'called', post = $2, counter = $3, called_at = $4, calls = 1, ended_at = NULL
         WHERE tenant = $1 AND state = 'waiting' AND id = (
             SELECT id FROM queue_tickets WHERE tenant = $1 AND site = $5 AND day = $6 AND state = 'waiting'
             AND matter IN ({}) ORDER BY place, id LIMIT 1)
         RETURNING *",
        places.join(", ")
    );
    let mut values = args![tx.tenant(), post.id, post.counter, tx.now(), post.site, tx.today()];
    values.extend(matters.iter().map(|matter| Value::Text(matter.clone())));
    tx.maybe(&sql, values, read)
}

pub fn line_is_empty(tx: &mut Tx, site: &Id, matters: &[String]) -> Result<bool> {
    Ok(!waiting(tx, site)?.iter().any(|ticket| matters.contains(&ticket.matter)))
}

/// Moves a ticket from one state to another; false when it was elsewhere already.
pub fn advance(tx: &mut Tx, id: &Id, from: State, to: State) -> Result<bool> {
    let sql = "UPDATE queue_tickets SET state = $4 WHERE tenant = $1 AND id = $2 AND state = $3";
    Ok(tx.changed(sql, args![tx.tenant(), id, from, to])? == 1)
}

pub fn call_again(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE queue_tickets SET calls = calls + 1, called_at = $3 WHERE tenant = $1 AND id = $2 AND state = 'called'";
    Ok(tx.changed(sql, args![tx.tenant(), id, tx.now()])? == 1)
}

pub fn begin(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE queue_tickets SET state = 'serving', begun_at = $3 WHERE tenant = $1 AND id = $2 AND state = 'called'";
    Ok(tx.changed(sql, args![tx.tenant(), id, tx.now()])? == 1)
}

/// The person leaves the line, for good or for a while.
pub fn leave(tx: &mut Tx, ticket: &Ticket, to: State, outcome: Option<Outcome>) -> Result<bool> {
    let sql = "UPDATE queue_tickets SET state = $4, ended_at = $5, outcome = $6, post = NULL
               WHERE tenant = $1 AND id = $2 AND state = $3";
    Ok(tx.changed(sql, args![tx.tenant(), ticket.id, ticket.state, to, tx.now(), outcome])? == 1)
}

/// Back in the line at a place, for a matter; it waits since a moment.
pub fn wait_again(tx: &mut Tx, ticket: &Ticket, place: Moment, matter: &str, since: Moment) -> Result<bool> {
    let sql = "UPDATE queue_tickets SET state = 'waiting', place = $4, matter = $5, taken_at = $6, post = NULL, counter = NULL, called_at = NULL,
               begun_at = NULL, ended_at = NULL, calls = 0 WHERE tenant = $1 AND id = $2 AND state = $3";
    Ok(tx.changed(sql, args![tx.tenant(), ticket.id, ticket.state, place, matter, since])? == 1)
}

pub fn set_phone(tx: &mut Tx, id: &Id, phone: Option<&Phone>, lang: Lang) -> Result<()> {
    let (vault, sealed) = seal(tx, id, phone)?;
    let sql = "UPDATE queue_tickets SET vault = $3, phone = $4, lang = $5 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), id, vault, sealed, lang.code()])
}

/// The telephone of a ticket, opened. Nothing once it was forgotten.
pub fn phone(tx: &Tx, ticket: &Ticket) -> Result<Option<Phone>> {
    let Some(sealed) = ticket.phone.as_ref().filter(|_| ticket.vault != ERASED) else { return Ok(None) };
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, ticket.id.as_str(), &ticket.vault)?;
    Ok(Phone::parse(&vault.open("phone", sealed)?))
}

/// Locks the row where rows are locked one by one.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Ticket> {
    let sql = format!("SELECT * FROM queue_tickets WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

pub fn by_code(tx: &mut Tx, code: &str) -> Result<Ticket> {
    let sql = format!("SELECT * FROM queue_tickets WHERE tenant = $1 AND code = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), code], read)
}

pub fn of_booking(tx: &mut Tx, booking: &Id) -> Result<Option<Ticket>> {
    tx.maybe("SELECT * FROM queue_tickets WHERE tenant = $1 AND booking = $2", args![tx.tenant(), booking], read)
}

/// Whoever stands at a post, called or served.
pub fn at_post(tx: &mut Tx, post: &Id) -> Result<Option<Ticket>> {
    let sql = "SELECT * FROM queue_tickets WHERE tenant = $1 AND post = $2 AND state IN ('called', 'serving')";
    tx.maybe(sql, args![tx.tenant(), post], read)
}

/// The line of today, first the one who is next.
pub fn waiting(tx: &mut Tx, site: &Id) -> Result<Vec<Ticket>> {
    in_state(tx, site, State::Waiting, "place, id")
}

pub fn aside(tx: &mut Tx, site: &Id) -> Result<Vec<Ticket>> {
    in_state(tx, site, State::Aside, "ended_at, id")
}

fn in_state(tx: &mut Tx, site: &Id, state: State, order: &str) -> Result<Vec<Ticket>> {
    let sql = format!("SELECT * FROM queue_tickets WHERE tenant = $1 AND site = $2 AND day = $3 AND state = $4 ORDER BY {order}");
    tx.all(&sql, args![tx.tenant(), site, tx.today(), state], read)
}

/// Those at the counters of a site, the last called first.
pub fn called(tx: &mut Tx, site: &Id) -> Result<Vec<Ticket>> {
    let sql = "SELECT * FROM queue_tickets WHERE tenant = $1 AND site = $2 AND day = $3 AND state IN ('called', 'serving')
               ORDER BY called_at DESC, id DESC";
    tx.all(sql, args![tx.tenant(), site, tx.today()], read)
}

/// A ticket that was given up leaves its appointment free for another arrival.
pub fn unbind(tx: &mut Tx, ticket: &Id) -> Result<()> {
    tx.execute("UPDATE queue_tickets SET booking = NULL WHERE tenant = $1 AND id = $2", args![tx.tenant(), ticket])
}

/// Tickets of a person, the newest first.
pub fn of_person(tx: &mut Tx, person: &Id, limit: i64) -> Result<Vec<Ticket>> {
    let sql = "SELECT * FROM queue_tickets WHERE tenant = $1 AND person = $2 ORDER BY id DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), person, limit], read)
}

/// Tickets of a person, by when they were taken, newest first, before a place in that order.
pub fn taken_before(tx: &mut Tx, person: &Id, before: Option<&(Moment, String)>, limit: i64) -> Result<Vec<Ticket>> {
    let sql = "SELECT * FROM queue_tickets WHERE tenant = $1 AND person = $2
               AND (CAST($3 AS TEXT) IS NULL OR taken_at < $3 OR (taken_at = $3 AND id < $4))
               ORDER BY taken_at DESC, id DESC LIMIT $5";
    let (at, id) = (before.map(|(at, _)| *at), before.map(|(_, id)| id));
    tx.all(sql, args![tx.tenant(), person, at, id, limit], read)
}

/// Where a person stands in line today.
pub fn live_of(tx: &mut Tx, person: &Id) -> Result<Vec<Ticket>> {
    let sql = "SELECT * FROM queue_tickets WHERE tenant = $1 AND person = $2 AND day = $3
               AND state IN ('waiting', 'called', 'serving', 'aside') ORDER BY id";
    tx.all(sql, args![tx.tenant(), person, tx.today()], read)
}

/// Tickets of days before this one that nobody closed.
pub fn forgotten(tx: &mut Tx, before: Day) -> Result<Vec<Ticket>> {
    let sql = "SELECT * FROM queue_tickets WHERE tenant = $1 AND day < $2 AND state IN ('waiting', 'called', 'serving', 'aside')";
    tx.all(sql, args![tx.tenant(), before], read)
}

/// Telephones and the reasons of priority, of days before this one.
pub fn forget_private(tx: &mut Tx, before: Day) -> Result<u64> {
    let sql = "UPDATE queue_tickets SET vault = $3, phone = NULL, priority = NULL WHERE tenant = $1 AND day < $2 AND vault <> $3";
    tx.changed(sql, args![tx.tenant(), before, ERASED])
}

/// After a long time nobody's visit is tied to him any more.
pub fn forget_persons(tx: &mut Tx, before: Day) -> Result<()> {
    let sql = "UPDATE queue_tickets SET person = NULL WHERE tenant = $1 AND day < $2 AND person IS NOT NULL";
    tx.execute(sql, args![tx.tenant(), before])
}

/// Nothing of one person stays.
pub fn forget_person(tx: &mut Tx, person: &Id) -> Result<()> {
    let sql =
        "UPDATE queue_tickets SET person = NULL, vault = $3, phone = NULL, priority = NULL WHERE tenant = $1 AND person = $2";
    tx.execute(sql, args![tx.tenant(), person, ERASED])
}

/// Notes that a ticket was told something; false when it was told so before.
pub fn note_told(tx: &mut Tx, ticket: &Id, what: &str) -> Result<bool> {
    let sql = "INSERT INTO queue_told (tenant, ticket, what, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    Ok(tx.changed(sql, args![tx.tenant(), ticket, what, tx.now()])? == 1)
}

pub fn forget_told(tx: &mut Tx, before: Moment) -> Result<()> {
    tx.execute("DELETE FROM queue_told WHERE tenant = $1 AND at < $2", args![tx.tenant(), before])
}

pub fn forget_numbers(tx: &mut Tx, before: Day) -> Result<()> {
    tx.execute("DELETE FROM queue_numbers WHERE tenant = $1 AND day < $2", args![tx.tenant(), before])
}

pub fn read(row: &Row) -> Result<Ticket> {
    Ok(Ticket {
        id: row.get("id")?,
        site: row.get("site")?,
        day: row.get("day")?,
        letter: row.get("letter")?,
        number: row.get("number")?,
        code: row.get("code")?,
        matter: row.get("matter")?,
        state: row.get("state")?,
        channel: row.get("channel")?,
        priority: row.get("priority")?,
        booking: row.get("booking")?,
        booked_at: row.get("booked_at")?,
        person: row.get("person")?,
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::Ar),
        place: row.get("place")?,
        taken_at: row.get("taken_at")?,
        called_at: row.get("called_at")?,
        calls: row.get("calls")?,
        post: row.get("post")?,
        counter: row.get("counter")?,
        begun_at: row.get("begun_at")?,
        ended_at: row.get("ended_at")?,
        outcome: row.get("outcome")?,
        vault: row.get("vault")?,
        phone: row.get("phone")?,
    })
}
