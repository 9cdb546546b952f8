//! Bookings; whom they are bound to is sealed in the row.

use crate::model::{Booking, Bound, Place, State};
use kernel::{Day, Id, Lang, Moment, PublicCode};
use platform::json;
use platform::{Problem, Result, Row, Tx, args};

const TABLE: &str = "appointments_bookings";
const COLUMNS: &str = "id, code, state, matter, way, people, site, counter, starts, ends, until, wants_from, wants_to, passed,
                       person, who_key, vault, device, lang, edition, made_at";

pub fn insert(tx: &mut Tx, booking: &Booking) -> Result<()> {
    let place = booking.place.as_ref();
    tx.execute(
        "INSERT INTO appointments_bookings (tenant, id, code, state, matter, way, people, site, counter, day, starts, ends,
         until, wants_from, wants_to, wants_site, passed, tries, device, lang, edition, made_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0, 0, $17, $18, 0, $19, $19)",
        args![
            tx.tenant(),
            booking.id,
            booking.code.as_str(),
            booking.state,
            booking.matter,
            booking.way,
            booking.people,
            booking.site,
            place.map(|place| &place.counter),
            booking.day(),
            place.map(|place| place.starts),
            place.map(|place| place.ends),
            booking.until,
            booking.wants.map(|(from, _)| from),
            booking.wants.map(|(_, to)| to),
            booking.wants.and(booking.site.as_ref()),
            booking.device,
            booking.lang.code(),
            booking.made_at
        ],
    )
}

/// Binds a held booking to somebody, with the proof of the code that he was sent.
pub fn bind(tx: &mut Tx, id: &Id, bound: &Bound, keys: &Marks, proof: &str) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, id.as_str())?;
    let who = vault.seal(tx.keys(), "who", &json::to_string(bound)?)?;
    tx.execute(
        "UPDATE appointments_bookings SET vault = $3, who = $4, who_key = $5, phone_key = $6, cin_key = $7, person = $8,
         proof = $9, tries = 0 WHERE tenant = $1 AND id = $2",
        args![tx.tenant(), id, vault.wrapped(), who, keys.who, keys.phone, keys.cin, keys.person, proof],
    )
}

/// Keyed marks by which bookings of one person meet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    pub who: String,
    pub phone: String,
    pub cin: Option<String>,
    pub person: Option<Id>,
}

pub fn marks(tx: &mut Tx, id: &Id) -> Result<Option<Marks>> {
    let sql = "SELECT who_key, phone_key, cin_key, person FROM appointments_bookings WHERE tenant = $1 AND id = $2";
    let row = tx.maybe(sql, args![tx.tenant(), id], |row| {
        let who: Option<String> = row.get("who_key")?;
        let (phone, cin, person) =
            (row.get::<Option<String>>("phone_key")?.unwrap_or_default(), row.get("cin_key")?, row.get("person")?);
        Ok(who.map(|who| Marks { who, phone, cin, person }))
    })?;
    Ok(row.flatten())
}

/// Whom a booking is bound to. Whoever shows it notes the look.
pub fn who(tx: &mut Tx, id: &Id) -> Result<Option<Bound>> {
    let sql = "SELECT vault, who FROM appointments_bookings WHERE tenant = $1 AND id = $2";
    let sealed = tx
        .one(sql, args![tx.tenant(), id], |row| Ok(row.get::<Option<String>>("vault")?.zip(row.get::<Option<String>>("who")?)))?;
    let Some((wrapped, who)) = sealed else { return Ok(None) };
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, id.as_str(), &wrapped)?;
    Ok(Some(json::from_str(&vault.open("who", &who)?)?))
}

/// The proof of the code that was sent, and how often a wrong one came.
pub fn proof(tx: &mut Tx, id: &Id) -> Result<(Option<String>, i64)> {
    let sql = "SELECT proof, tries FROM appointments_bookings WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tx.tenant(), id], |row| Ok((row.get("proof")?, row.get("tries")?)))
}

pub fn count_try(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "UPDATE appointments_bookings SET tries = tries + 1 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), id])
}

/// Moves a booking from one state to another; says whether it was the one to do so.
pub fn pass(tx: &mut Tx, id: &Id, from: &[State], to: State) -> Result<bool> {
    let states: Vec<String> = from.iter().map(|state| format!("'{state}'")).collect();
    let sql = format!(
        "UPDATE appointments_bookings SET state = $3, until = NULL, waits_since = NULL, proof = NULL, edition = edition + 1,
         changed_at = $4 WHERE tenant = $1 AND id = $2 AND state IN ({})
         AND (state NOT IN ('held', 'offered') OR until > $4)",
        states.join(", ")
    );
    Ok(tx.changed(&sql, args![tx.tenant(), id, to, tx.now()])? == 1)
}

/// Puts somebody on the waiting list, in the order of a text; the lowest comes first.
pub fn wait(tx: &mut Tx, id: &Id, since: &str, passed: i64) -> Result<()> {
    let sql = "UPDATE appointments_bookings SET state = 'waiting', until = NULL, counter = NULL, day = NULL, starts = NULL, site = wants_site,
               ends = NULL, waits_since = $3, passed = $4, edition = edition + 1, changed_at = $5
               WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), id, since, passed, tx.now()])
}

/// Gives a booking a time and a place, in a state that may have an end.
pub fn put(tx: &mut Tx, id: &Id, place: &Place, state: State, until: Option<Moment>) -> Result<()> {
    let sql =
        "UPDATE appointments_bookings SET site = $3, counter = $4, day = $5, starts = $6, ends = $7, state = $8, until = $9,
               waits_since = NULL, edition = edition + 1, changed_at = $10 WHERE tenant = $1 AND id = $2";
    let now = tx.now();
    tx.execute(
        sql,
        args![tx.tenant(), id, place.site, place.counter, place.starts.day(), place.starts, place.ends, state, until, now],
    )
}

/// Notes that the house moved a booking from the time that was promised.
pub fn set_shifted(tx: &mut Tx, id: &Id, from: Moment) -> Result<()> {
    let sql = "UPDATE appointments_bookings SET shifted_from = $3 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), id, from])
}

/// Bookings that the house moved from a time on or after a day, with that time.
pub fn shifted(tx: &mut Tx, from: Day) -> Result<Vec<(Moment, Booking)>> {
    let sql = format!(
        "SELECT {COLUMNS}, shifted_from FROM appointments_bookings WHERE tenant = $1 AND shifted_from >= $2
         ORDER BY shifted_from, id"
    );
    tx.all(&sql, args![tx.tenant(), from.start()], |row| Ok((row.get("shifted_from")?, read(row)?)))
}

pub fn set_way(tx: &mut Tx, id: &Id, way: sites::Way) -> Result<()> {
    tx.execute("UPDATE appointments_bookings SET way = $3 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id, way])
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Booking> {
    let sql = format!("SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

pub fn by_code(tx: &mut Tx, code: &PublicCode) -> Result<Booking> {
    let sql = format!("SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND code = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), code.as_str()], read)
}

/// Bookings with a place on a day, of one site or all, in the order of the day.
pub fn of_day(tx: &mut Tx, day: Day, site: Option<&Id>) -> Result<Vec<Booking>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND day = $2
         AND (CAST($3 AS TEXT) IS NULL OR site = $3) AND state IN ('booked', 'arrived', 'done', 'no_show') ORDER BY starts, id"
    );
    tx.all(&sql, args![tx.tenant(), day, site], read)
}

/// Who is still expected on or after a day.
pub fn expected(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Booking>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND day >= $2 AND day <= $3 AND state = 'booked'
         ORDER BY day, starts, id"
    );
    tx.all(&sql, args![tx.tenant(), from, to], read)
}

/// Who waits for a matter, first come first.
pub fn waiting(tx: &mut Tx, matter: &str, limit: i64) -> Result<Vec<Booking>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND matter = $2 AND waits_since IS NOT NULL
         AND state = 'waiting' ORDER BY waits_since, id LIMIT $3"
    );
    tx.all(&sql, args![tx.tenant(), matter, limit], read)
}

/// A person's bookings, newest first, before an id.
pub fn of_person(tx: &mut Tx, person: &Id, before: Option<&Id>, limit: i64) -> Result<Vec<Booking>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND person = $2 AND state <> 'held'
         AND (CAST($3 AS TEXT) IS NULL OR id < $3) ORDER BY id DESC LIMIT $4"
    );
    tx.all(&sql, args![tx.tenant(), person, before, limit], read)
}

/// A person's bookings, by when they were made, newest first, before a place in that order.
pub fn made_before(tx: &mut Tx, person: &Id, before: Option<&(Moment, String)>, limit: i64) -> Result<Vec<Booking>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND person = $2 AND state <> 'held'
         AND (CAST($3 AS TEXT) IS NULL OR made_at < $3 OR (made_at = $3 AND id < $4)) ORDER BY made_at DESC, id DESC LIMIT $5"
    );
    let (at, id) = (before.map(|(at, _)| *at), before.map(|(_, id)| id));
    tx.all(&sql, args![tx.tenant(), person, at, id, limit], read)
}

/// What a person is expected at, offered, or waits for, the soonest first.
pub fn to_come(tx: &mut Tx, person: &Id, limit: i64) -> Result<Vec<Booking>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM appointments_bookings WHERE tenant = $1 AND person = $2
         AND ((state = 'booked' AND ends > $3) OR (state = 'offered' AND until > $3) OR state = 'waiting')
         ORDER BY starts, id LIMIT $4"
    );
    tx.all(&sql, args![tx.tenant(), person, tx.now(), limit], read)
}

/// Days on which a person did not come.
pub fn missed(tx: &mut Tx, who_key: &str, since: Day) -> Result<Vec<Day>> {
    let sql = "SELECT day FROM appointments_bookings WHERE tenant = $1 AND who_key = $2 AND day >= $3 AND state = 'no_show'";
    tx.all(sql, args![tx.tenant(), who_key, since], |row| row.get("day"))
}

/// A hold that was replaced by another of the same device.
pub fn drop_hold(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("DELETE FROM appointments_bookings WHERE tenant = $1 AND id = $2 AND state = 'held'", args![tx.tenant(), id])
}

/// Forgets holds that nobody confirmed, and whom bookings were bound to long ago.
pub fn forget(tx: &mut Tx, holds_before: Moment, bound_before: Day) -> Result<()> {
    let sql = "DELETE FROM appointments_bookings WHERE tenant = $1 AND state = 'held' AND until < $2";
    tx.execute(sql, args![tx.tenant(), holds_before])?;
    let sql = "UPDATE appointments_bookings SET vault = NULL, who = NULL, phone_key = NULL, cin_key = NULL
               WHERE tenant = $1 AND day < $2 AND vault IS NOT NULL";
    tx.execute(sql, args![tx.tenant(), bound_before])
}

/// Forgets whom a person's bookings were bound to.
pub fn erase(tx: &mut Tx, person: &Id) -> Result<()> {
    let sql = "UPDATE appointments_bookings SET vault = NULL, who = NULL, who_key = NULL, phone_key = NULL, cin_key = NULL,
               person = NULL WHERE tenant = $1 AND person = $2";
    tx.execute(sql, args![tx.tenant(), person])
}

fn read(row: &Row) -> Result<Booking> {
    let broken = || Problem::internal("a booking that cannot be read");
    let site: Option<Id> = row.get("site")?;
    let (counter, starts, ends) = (row.get::<Option<Id>>("counter")?, row.get("starts")?, row.get::<Option<Moment>>("ends")?);
    let place = match (counter, site.clone(), starts, ends) {
        (Some(counter), Some(site), Some(starts), Some(ends)) => Some(Place { counter, site, starts, ends }),
        _ => None,
    };
    Ok(Booking {
        id: row.get("id")?,
        code: PublicCode::parse(&row.get::<String>("code")?).ok_or_else(broken)?,
        state: row.get("state")?,
        matter: row.get("matter")?,
        way: row.get("way")?,
        people: row.get("people")?,
        site,
        place,
        until: row.get("until")?,
        wants: row.get::<Option<Day>>("wants_from")?.zip(row.get::<Option<Day>>("wants_to")?),
        passed: row.get("passed")?,
        person: row.get("person")?,
        who_key: row.get("who_key")?,
        named: row.get::<Option<String>>("vault")?.is_some(),
        device: row.get("device")?,
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(broken)?,
        edition: row.get("edition")?,
        made_at: row.get("made_at")?,
    })
}
