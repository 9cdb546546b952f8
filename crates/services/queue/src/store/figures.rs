//! SQL of what was served, and of the figures of a day.

use crate::model::{Figures, Served};
use crate::rules::estimate::LATEST;
use kernel::{Day, Id, Moment};
use platform::{Result, Row, Tx, args};
use std::collections::BTreeMap;

pub fn note(tx: &mut Tx, served: &Served) -> Result<()> {
    tx.execute(
        "INSERT INTO queue_served (tenant, id, site, matter, day, waited_secs, served_secs, outcome, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            tx.tenant(),
            tx.new_id(),
            served.site,
            served.matter,
            tx.today(),
            served.waited_secs,
            served.served_secs,
            served.outcome,
            tx.now()
        ],
    )
}

/// How long the last people of each matter took at the counters of a site, since a moment.
pub fn took(tx: &mut Tx, site: &Id, since: Moment) -> Result<BTreeMap<String, Vec<i64>>> {
    let sql = "SELECT matter, served_secs FROM (
                   SELECT matter, served_secs, ROW_NUMBER() OVER (PARTITION BY matter ORDER BY ended_at DESC) AS place
                   FROM queue_served WHERE tenant = $1 AND site = $2 AND ended_at > $3) AS latest
               WHERE place <= $4";
    let mut took: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    let rows = tx.all(sql, args![tx.tenant(), site, since, LATEST], |row| {
        Ok((row.get::<String>("matter")?, row.get::<i64>("served_secs")?))
    })?;
    rows.into_iter().for_each(|(matter, secs)| took.entry(matter).or_default().push(secs));
    Ok(took)
}

/// Waits of a day by matter, in seconds, for one site.
pub fn waits(tx: &mut Tx, site: &str, matter: &str, day: Day) -> Result<Vec<i64>> {
    let sql =
        "SELECT waited_secs FROM queue_served WHERE tenant = $1 AND site = $2 AND matter = $3 AND day = $4 ORDER BY waited_secs";
    tx.all(sql, args![tx.tenant(), site, matter, day], |row| row.get("waited_secs"))
}

/// How many tickets of a day there were, by site and matter, and how many of them nobody answered.
pub fn counted(tx: &mut Tx, day: Day) -> Result<Vec<(String, String, i64, i64)>> {
    let sql = "SELECT site, matter, COUNT(*) AS n, SUM(CASE WHEN state = 'missed' THEN 1 ELSE 0 END) AS missed
               FROM queue_tickets WHERE tenant = $1 AND day = $2 GROUP BY site, matter ORDER BY site, matter";
    tx.all(sql, args![tx.tenant(), day], |row| Ok((row.get("site")?, row.get("matter")?, row.get("n")?, row.get("missed")?)))
}

/// Days that have tickets and no figures yet.
pub fn uncounted(tx: &mut Tx, before: Day) -> Result<Vec<Day>> {
    let sql = "SELECT DISTINCT day FROM queue_tickets WHERE tenant = $1 AND day < $2
               AND day NOT IN (SELECT day FROM queue_days WHERE tenant = $1) ORDER BY day";
    tx.all(sql, args![tx.tenant(), before], |row| row.get("day"))
}

pub fn keep(tx: &mut Tx, one: &Figures) -> Result<()> {
    tx.execute(
        "INSERT INTO queue_days (tenant, site, matter, day, tickets, served, missed, wait_median_secs, wait_p90_secs)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
        args![
            tx.tenant(),
            one.site,
            one.matter,
            one.day,
            one.tickets,
            one.served,
            one.missed,
            one.wait_median_secs,
            one.wait_p90_secs
        ],
    )
}

/// For the dataset: in the order of day, site and matter, after a key made of the three.
pub fn after(tx: &mut Tx, key: &str, limit: i64) -> Result<Vec<Figures>> {
    let sql = "SELECT * FROM queue_days WHERE tenant = $1 AND (day || '/' || site || '/' || matter) > $2
               ORDER BY day, site, matter LIMIT $3";
    tx.all(sql, args![tx.tenant(), key, limit], read)
}

fn read(row: &Row) -> Result<Figures> {
    Ok(Figures {
        site: row.get("site")?,
        matter: row.get("matter")?,
        day: row.get("day")?,
        tickets: row.get("tickets")?,
        served: row.get("served")?,
        missed: row.get("missed")?,
        wait_median_secs: row.get("wait_median_secs")?,
        wait_p90_secs: row.get("wait_p90_secs")?,
    })
}
