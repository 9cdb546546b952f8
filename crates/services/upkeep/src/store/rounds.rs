//! Rounds, their stops and what was noted at them.

use crate::model::{NewNote, Note, Photo, Round, Stop};
use kernel::{Day, Id};
use platform::{Count, Result, Row, Tx, args};

const NOTES: &str = "upkeep_notes";
/// A round with how far it is.
const ROUND: &str = "SELECT r.id, r.title, r.kind, r.unit, r.planned_on, r.made_by, r.made_at, r.ended_at,
    (SELECT COUNT(*) FROM upkeep_stops WHERE tenant = r.tenant AND round = r.id) AS stops,
    (SELECT COUNT(*) FROM upkeep_notes WHERE tenant = r.tenant AND round = r.id) AS noted,
    (SELECT COUNT(*) FROM upkeep_notes WHERE tenant = r.tenant AND round = r.id AND finding = 'broken') AS broken
    FROM upkeep_rounds AS r";

pub fn add(tx: &mut Tx, round: &Round, assets: &[Id]) -> Result<()> {
    tx.execute(
        "INSERT INTO upkeep_rounds (tenant, id, title, kind, unit, planned_on, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![tx.tenant(), round.id, round.title, round.kind, round.unit, round.planned_on, round.made_by, round.made_at],
    )?;
    for (place, asset) in assets.iter().enumerate() {
        let sql = "INSERT INTO upkeep_stops (tenant, round, seq, asset) VALUES ($1, $2, $3, $4)";
        tx.execute(sql, args![tx.tenant(), round.id, place as i64 + 1, asset])?;
    }
    Ok(())
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Round> {
    tx.one(&format!("{ROUND} WHERE r.tenant = $1 AND r.id = $2"), args![tx.tenant(), id], read)
}

/// Those that go on, and those planned since a day; the next first.
pub fn since(tx: &mut Tx, day: Day, limit: i64) -> Result<Vec<Round>> {
    let sql = format!(
        "{ROUND} WHERE r.tenant = $1 AND (r.ended_at IS NULL OR r.planned_on >= $2)
         ORDER BY CASE WHEN r.ended_at IS NULL THEN 0 ELSE 1 END, r.planned_on, r.id LIMIT $3"
    );
    tx.all(&sql, args![tx.tenant(), day, limit], read)
}

pub fn count_open(tx: &Tx) -> Count {
    Count::of("SELECT COUNT(*) AS n FROM upkeep_rounds WHERE tenant = $1 AND ended_at IS NULL", args![tx.tenant()])
}

/// Whether it went on until now.
pub fn end(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE upkeep_rounds SET ended_at = $3 WHERE tenant = $1 AND id = $2 AND ended_at IS NULL";
    Ok(tx.changed(sql, args![tx.tenant(), id, tx.now()])? == 1)
}

/// Every stop without words: for lists.
pub fn stops(tx: &mut Tx, round: &Id) -> Result<Vec<Stop>> {
    let sql = "SELECT s.seq, s.asset, n.finding, n.photo, n.thumb, n.case_id, n.at, n.by_whom FROM upkeep_stops AS s
               LEFT JOIN upkeep_notes AS n ON n.tenant = s.tenant AND n.round = s.round AND n.seq = s.seq
               WHERE s.tenant = $1 AND s.round = $2 ORDER BY s.seq";
    tx.all(sql, args![tx.tenant(), round], |row| {
        let note = row.get::<Option<String>>("finding")?.map(|_| note(row, String::new())).transpose()?;
        Ok(Stop { seq: row.get("seq")?, asset: row.get("asset")?, note })
    })
}

/// One stop with its words opened.
pub fn stop(tx: &mut Tx, round: &Id, seq: i64) -> Result<Stop> {
    let asset = tx.one(
        "SELECT asset FROM upkeep_stops WHERE tenant = $1 AND round = $2 AND seq = $3",
        args![tx.tenant(), round, seq],
        |row| row.get("asset"),
    )?;
    let (keys, tenant, place) = (tx.keys().clone(), tx.tenant(), row_name(round, seq));
    let sql = "SELECT * FROM upkeep_notes WHERE tenant = $1 AND round = $2 AND seq = $3";
    let note = tx.maybe(sql, args![tx.tenant(), round, seq], |row| {
        let vault = keys.open_vault(&tenant, NOTES, &place, &row.get::<String>("vault")?)?;
        note(row, vault.open("words", &row.get::<String>("words")?)?)
    })?;
    Ok(Stop { seq, asset, note })
}

/// The round and stop that were noted under a key.
pub fn of_key(tx: &mut Tx, key: &Id) -> Result<Option<(Id, i64)>> {
    let sql = "SELECT round, seq FROM upkeep_notes WHERE tenant = $1 AND key = $2";
    tx.maybe(sql, args![tx.tenant(), key], |row| Ok((row.get("round")?, row.get("seq")?)))
}

/// Whether it is the first note of the stop.
pub fn note_at(tx: &mut Tx, round: &Id, seq: i64, new: &NewNote, case: Option<&Id>) -> Result<bool> {
    let vault = tx.keys().new_vault(&tx.tenant(), NOTES, &row_name(round, seq))?;
    let words = vault.seal(tx.keys(), "words", &new.words)?;
    let (photo, thumb) = new.photo.as_ref().map(|photo| (&photo.blob, &photo.thumb)).unzip();
    let changed = tx.changed(
        "INSERT INTO upkeep_notes (tenant, round, seq, key, finding, vault, words, photo, thumb, case_id, at, by_whom)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING",
        args![
            tx.tenant(),
            round,
            seq,
            new.key,
            new.finding,
            vault.wrapped(),
            words,
            photo,
            thumb,
            case,
            tx.now(),
            tx.actor().to_string()
        ],
    )?;
    Ok(changed == 1)
}

fn row_name(round: &Id, seq: i64) -> String {
    format!("{round}/{seq}")
}

fn note(row: &Row, words: String) -> Result<Note> {
    let photo = row.get::<Option<String>>("photo")?.zip(row.get::<Option<String>>("thumb")?);
    Ok(Note {
        finding: row.get("finding")?,
        words,
        photo: photo.map(|(blob, thumb)| Photo { blob, thumb }),
        case: row.get("case_id")?,
        at: row.get("at")?,
        by: row.get("by_whom")?,
    })
}

fn read(row: &Row) -> Result<Round> {
    Ok(Round {
        id: row.get("id")?,
        title: row.get("title")?,
        kind: row.get("kind")?,
        unit: row.get("unit")?,
        planned_on: row.get("planned_on")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
        ended_at: row.get("ended_at")?,
        stops: row.get("stops")?,
        noted: row.get("noted")?,
        broken: row.get("broken")?,
    })
}
