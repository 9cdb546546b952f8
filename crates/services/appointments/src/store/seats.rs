//! Seats and claims: one row can be had once, and a row that has run out is overtaken in the statement that takes it.

use crate::grid::Taken;
use kernel::{Day, Id, Moment};
use platform::{Result, Tx, Value, args};
use std::collections::HashMap;

/// Takes one seat of a counter through all cells; says whether it had it. A failure leaves nothing behind.
pub fn take(
    tx: &mut Tx,
    counter: &Id,
    seat: i64,
    (first, cells): (i64, i64),
    booking: &Id,
    until: Option<Moment>,
) -> Result<bool> {
    let mut args: Vec<Value> = args![tx.tenant(), counter, seat, booking, until, tx.now()];
    let rows: Vec<String> = (first..first + cells)
        .map(|cell| {
            args.push(Value::Int(cell));
            format!("($1, $2, ${}, $3, $4, $5)", args.len())
        })
        .collect();
    let sql = format!(
        "INSERT INTO appointments_seats (tenant, counter, cell, seat, booking, until) VALUES {}
         ON CONFLICT (tenant, counter, cell, seat) DO UPDATE SET booking = excluded.booking, until = excluded.until
         WHERE appointments_seats.until IS NOT NULL AND appointments_seats.until <= $6",
        rows.join(", ")
    );
    let had = tx.changed(&sql, args)?;
    if i64::try_from(had).is_ok_and(|had| had == cells) {
        return Ok(true);
    }
    if had > 0 {
        let sql = "DELETE FROM appointments_seats WHERE tenant = $1 AND booking = $2 AND counter = $3 AND seat = $4
                   AND cell >= $5 AND cell < $6";
        tx.execute(sql, args![tx.tenant(), booking, counter, seat, first, first + cells])?;
    }
    Ok(false)
}

/// Gives a booking's seats another end: none for good, a moment for a hold or a rest. Says how many were still its own.
pub fn set_until(tx: &mut Tx, booking: &Id, until: Option<Moment>) -> Result<i64> {
    let sql = "UPDATE appointments_seats SET until = $3 WHERE tenant = $1 AND booking = $2 AND (until IS NULL OR until > $4)";
    Ok(i64::try_from(tx.changed(sql, args![tx.tenant(), booking, until, tx.now()])?).unwrap_or(0))
}

/// Frees the seats of a booking at one place, at once.
pub fn free(tx: &mut Tx, booking: &Id) -> Result<()> {
    tx.execute("DELETE FROM appointments_seats WHERE tenant = $1 AND booking = $2", args![tx.tenant(), booking])
}

/// Cells and seats of a booking, in order.
pub fn of(tx: &mut Tx, booking: &Id) -> Result<Vec<(Id, i64, i64)>> {
    let sql = "SELECT counter, cell, seat FROM appointments_seats WHERE tenant = $1 AND booking = $2 ORDER BY cell";
    tx.all(sql, args![tx.tenant(), booking], |row| Ok((row.get("counter")?, row.get("cell")?, row.get("seat")?)))
}

/// Keeps seats from everybody for a while, where nobody has them.
pub fn rest(tx: &mut Tx, rows: &[(Id, i64, i64)], until: Moment) -> Result<()> {
    for (counter, cell, seat) in rows {
        tx.execute(
            "INSERT INTO appointments_seats (tenant, counter, cell, seat, booking, until) VALUES ($1, $2, $3, $4, 'rest', $5)
             ON CONFLICT (tenant, counter, cell, seat) DO NOTHING",
            args![tx.tenant(), counter, cell, seat, until],
        )?;
    }
    Ok(())
}

/// Claims several things for good; false when another has one of them.
pub fn claim_all(tx: &mut Tx, claims: &[String], booking: &Id) -> Result<bool> {
    let mut args: Vec<Value> = args![tx.tenant(), booking, tx.now()];
    let rows: Vec<String> = claims
        .iter()
        .map(|claim| {
            args.push(Value::Text(claim.clone()));
            format!("($1, ${}, $2, NULL)", args.len())
        })
        .collect();
    let sql = format!(
        "INSERT INTO appointments_claims (tenant, claim, booking, until) VALUES {}
         ON CONFLICT (tenant, claim) DO UPDATE SET booking = excluded.booking, until = excluded.until
         WHERE appointments_claims.booking = excluded.booking
         OR (appointments_claims.until IS NOT NULL AND appointments_claims.until <= $3)",
        rows.join(", ")
    );
    Ok(usize::try_from(tx.changed(&sql, args)?) == Ok(claims.len()))
}

/// Claims what can be had once; says whether it had it, or has it already.
pub fn claim(tx: &mut Tx, claim: &str, booking: &Id, until: Option<Moment>) -> Result<bool> {
    let sql = "INSERT INTO appointments_claims (tenant, claim, booking, until) VALUES ($1, $2, $3, $4)
               ON CONFLICT (tenant, claim) DO UPDATE SET booking = excluded.booking, until = excluded.until
               WHERE appointments_claims.booking = excluded.booking
               OR (appointments_claims.until IS NOT NULL AND appointments_claims.until <= $5)";
    Ok(tx.changed(sql, args![tx.tenant(), claim, booking, until, tx.now()])? == 1)
}

/// Whose a claim is, while it holds.
pub fn claimed_by(tx: &mut Tx, claim: &str) -> Result<Option<Id>> {
    let sql = "SELECT booking FROM appointments_claims WHERE tenant = $1 AND claim = $2 AND (until IS NULL OR until > $3)";
    tx.maybe(sql, args![tx.tenant(), claim, tx.now()], |row| row.get("booking"))
}

/// How many claims that begin so hold now.
pub fn claims(tx: &mut Tx, beginning: &str) -> Result<Vec<String>> {
    // `0` follows `/`: a range of the key, which LIKE would not be.
    let end = format!("{}0", beginning.trim_end_matches('/'));
    let sql = "SELECT claim FROM appointments_claims WHERE tenant = $1 AND claim >= $2 AND claim < $3
               AND (until IS NULL OR until > $4)";
    tx.all(sql, args![tx.tenant(), beginning, end, tx.now()], |row| row.get("claim"))
}

/// Gives up what a booking claimed, or only the claims that begin so.
pub fn unclaim(tx: &mut Tx, booking: &Id, beginning: &str) -> Result<()> {
    let sql = "DELETE FROM appointments_claims WHERE tenant = $1 AND booking = $2 AND claim LIKE $3";
    tx.execute(sql, args![tx.tenant(), booking, format!("{beginning}%")])
}

/// Notes that a counter's day has changed.
pub fn touch(tx: &mut Tx, counter: &Id, day: Day) -> Result<()> {
    tx.execute(
        "INSERT INTO appointments_days (tenant, day, counter, edition) VALUES ($1, $2, $3, 1)
         ON CONFLICT (tenant, day, counter) DO UPDATE SET edition = appointments_days.edition + 1",
        args![tx.tenant(), day, counter],
    )
}

/// The edition of every counter's day in a stretch of days; a day that nobody touched has none.
pub fn editions(tx: &mut Tx, from: Day, to: Day) -> Result<HashMap<(Day, Id), i64>> {
    let sql = "SELECT day, counter, edition FROM appointments_days WHERE tenant = $1 AND day >= $2 AND day <= $3";
    let rows =
        tx.all(sql, args![tx.tenant(), from, to], |row| Ok(((row.get("day")?, row.get("counter")?), row.get("edition")?)))?;
    Ok(rows.into_iter().collect())
}

/// What is taken at a counter between two cells.
pub fn taken(tx: &mut Tx, counter: &Id, (from, to): (i64, i64)) -> Result<Taken> {
    let sql = "SELECT cell, seat, until FROM appointments_seats
               WHERE tenant = $1 AND counter = $2 AND cell >= $3 AND cell < $4";
    let rows = tx.all(sql, args![tx.tenant(), counter, from, to], |row| {
        Ok((row.get::<i64>("cell")?, row.get::<i64>("seat")?, row.get::<Option<Moment>>("until")?))
    })?;
    let mut taken = Taken::default();
    rows.into_iter().for_each(|(cell, seat, until)| taken.add(cell, seat, until));
    Ok(taken)
}

/// Seats of cells that are taken for good.
pub fn for_good(tx: &mut Tx) -> Result<i64> {
    tx.count("SELECT COUNT(*) AS n FROM appointments_seats WHERE tenant = $1 AND until IS NULL", args![tx.tenant()])
}

/// How many cells of each counter are taken between two cells: who has least to do is asked first.
pub fn loads(tx: &mut Tx, counters: &[Id], (from, to): (i64, i64)) -> Result<HashMap<Id, i64>> {
    let mut args: Vec<Value> = args![tx.tenant(), from, to, tx.now()];
    let names: Vec<String> = counters
        .iter()
        .map(|counter| {
            args.push(Value::Text(counter.to_string()));
            format!("${}", args.len())
        })
        .collect();
    let sql = format!(
        "SELECT counter, COUNT(*) AS n FROM appointments_seats WHERE tenant = $1 AND counter IN ({})
         AND cell >= $2 AND cell < $3 AND (until IS NULL OR until > $4) GROUP BY counter",
        names.join(", ")
    );
    Ok(tx.all(&sql, args, |row| Ok((row.get("counter")?, row.get("n")?)))?.into_iter().collect())
}

/// Forgets what has run out before a moment, so that the tables stay small.
pub fn sweep(tx: &mut Tx, before: Moment) -> Result<()> {
    for table in ["appointments_seats", "appointments_claims"] {
        let sql = format!("DELETE FROM {table} WHERE tenant = $1 AND until IS NOT NULL AND until < $2");
        tx.execute(&sql, args![tx.tenant(), before])?;
    }
    Ok(())
}
