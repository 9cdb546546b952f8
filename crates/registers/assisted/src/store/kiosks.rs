//! SQL of kiosks and of visits at them.

use crate::model::{Kiosk, Visit};
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args, json};

pub fn insert(tx: &mut Tx, kiosk: &Kiosk) -> Result<()> {
    let (link_key, link_until) = kiosk.link.clone().unzip();
    tx.execute(
        "INSERT INTO assisted_kiosks (tenant, id, name, site, procedures, link_key, link_until, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            tx.tenant(),
            kiosk.id,
            kiosk.name,
            kiosk.site,
            json::to_string(&kiosk.procedures)?,
            link_key,
            link_until,
            kiosk.created_at
        ],
    )
}

pub fn update(tx: &mut Tx, kiosk: &Kiosk) -> Result<()> {
    let (link_key, link_until) = kiosk.link.clone().unzip();
    tx.execute(
        "UPDATE assisted_kiosks SET procedures = $3, link_key = $4, link_until = $5, device_key = $6, set_up_at = $7, ended_at = $8
         WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            kiosk.id,
            json::to_string(&kiosk.procedures)?,
            link_key,
            link_until,
            kiosk.device,
            kiosk.set_up_at,
            kiosk.ended_at
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Kiosk> {
    tx.one("SELECT * FROM assisted_kiosks WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

pub fn all(tx: &mut Tx) -> Result<Vec<Kiosk>> {
    tx.all("SELECT * FROM assisted_kiosks WHERE tenant = $1 ORDER BY id DESC", args![tx.tenant()], read)
}

fn read(row: &Row) -> Result<Kiosk> {
    Ok(Kiosk {
        id: row.get("id")?,
        name: row.get("name")?,
        site: row.get("site")?,
        procedures: json::from_str(&row.get::<String>("procedures")?)?,
        link: row.get::<Option<String>>("link_key")?.zip(row.get::<Option<Moment>>("link_until")?),
        device: row.get("device_key")?,
        set_up_at: row.get("set_up_at")?,
        seen_at: row.get("seen_at")?,
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
    })
}

pub fn begin_visit(tx: &mut Tx, id: &str, kiosk: &Id) -> Result<()> {
    tx.execute(
        "INSERT INTO assisted_visits (tenant, id, kiosk, begun_at, seen_at) VALUES ($1, $2, $3, $4, $4)",
        args![tx.tenant(), id, kiosk, tx.now()],
    )?;
    tx.execute("UPDATE assisted_kiosks SET seen_at = $3 WHERE tenant = $1 AND id = $2", args![tx.tenant(), kiosk, tx.now()])
}

pub fn visit(tx: &mut Tx, id: &str) -> Result<Option<Visit>> {
    tx.maybe("SELECT * FROM assisted_visits WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], |row| {
        Ok(Visit {
            id: row.get("id")?,
            kiosk: row.get("kiosk")?,
            draft: row.get("draft")?,
            seen_at: row.get("seen_at")?,
            ended_at: row.get("ended_at")?,
        })
    })
}

/// Notes that somebody is there, with what the visit names now.
pub fn touch_visit(tx: &mut Tx, visit: &Visit) -> Result<()> {
    tx.execute(
        "UPDATE assisted_visits SET seen_at = $3, draft = $4 WHERE tenant = $1 AND id = $2 AND ended_at IS NULL",
        args![tx.tenant(), visit.id, tx.now(), visit.draft],
    )
}

/// Ends a visit; it names nothing any more.
pub fn end_visit(tx: &mut Tx, id: &str) -> Result<()> {
    let sql = "UPDATE assisted_visits SET ended_at = $3, draft = NULL WHERE tenant = $1 AND id = $2 AND ended_at IS NULL";
    tx.execute(sql, args![tx.tenant(), id, tx.now()])
}

/// Ends whatever is open at a kiosk: one person at a time.
pub fn end_visits_at(tx: &mut Tx, kiosk: &Id) -> Result<()> {
    let sql = "UPDATE assisted_visits SET ended_at = $3, draft = NULL WHERE tenant = $1 AND kiosk = $2 AND ended_at IS NULL";
    tx.execute(sql, args![tx.tenant(), kiosk, tx.now()])
}

pub fn sweep_visits(tx: &mut Tx, before: Moment) -> Result<()> {
    tx.execute("DELETE FROM assisted_visits WHERE tenant = $1 AND seen_at < $2", args![tx.tenant(), before])
}

/// Visits since a moment, for the page of the administrator.
pub fn visits_since(tx: &mut Tx, kiosk: &Id, since: Moment) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM assisted_visits WHERE tenant = $1 AND kiosk = $2 AND begun_at > $3";
    tx.count(sql, args![tx.tenant(), kiosk, since])
}
