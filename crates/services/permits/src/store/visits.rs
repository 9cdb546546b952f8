//! Rows of visits and of their photographs.

use crate::model::{Visit, VisitPhoto};
use kernel::Id;
use platform::{Result, Tx, args, json};

const VISITS: &str = "permits_visits";

pub fn add_visit(tx: &mut Tx, case: &Id, visit: &Visit, photos: &[VisitPhoto], key: Option<&Id>) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), VISITS, visit.id.as_str())?;
    let words = vault.seal(tx.keys(), "words", &visit.words)?;
    let parties = vault.seal(tx.keys(), "parties", &json::to_string(&visit.parties)?)?;
    tx.execute(
        "INSERT INTO permits_visits (tenant, case_id, id, done_at, done_by, verdict, points, vault, words, key, late, parties)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            tx.tenant(),
            case,
            visit.id,
            visit.done_at,
            tx.actor().to_string(),
            visit.finding,
            json::to_string(&visit.points)?,
            vault.wrapped(),
            words,
            key,
            visit.late,
            parties
        ],
    )?;
    for (id, photo) in visit.photos.iter().zip(photos) {
        tx.execute(
            "INSERT INTO permits_photos (tenant, visit, id, case_id, blob, thumb) VALUES ($1, $2, $3, $4, $5, $6)",
            args![tx.tenant(), visit.id, id, case, photo.blob, photo.thumb],
        )?;
    }
    Ok(())
}

/// The visit that was recorded under a key.
pub fn visit_of_key(tx: &mut Tx, case: &Id, key: &Id) -> Result<Option<Id>> {
    let sql = "SELECT id FROM permits_visits WHERE tenant = $1 AND case_id = $2 AND key = $3";
    tx.maybe(sql, args![tx.tenant(), case, key], |row| row.get("id"))
}

pub fn visits(tx: &mut Tx, case: &Id) -> Result<Vec<Visit>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM permits_visits WHERE tenant = $1 AND case_id = $2 ORDER BY done_at, id";
    let mut visits = tx.all(sql, args![tx.tenant(), case], |row| {
        let id: Id = row.get("id")?;
        let vault = keys.open_vault(&tenant, VISITS, id.as_str(), &row.get::<String>("vault")?)?;
        Ok(Visit {
            done_at: row.get("done_at")?,
            finding: row.get("verdict")?,
            points: json::from_str(&row.get::<String>("points")?)?,
            words: vault.open("words", &row.get::<String>("words")?)?,
            parties: match row.get::<Option<String>>("parties")? {
                Some(sealed) => json::from_str(&vault.open("parties", &sealed)?)?,
                None => Vec::new(),
            },
            late: row.get("late")?,
            photos: Vec::new(),
            id,
        })
    })?;
    for visit in &mut visits {
        let sql = "SELECT id FROM permits_photos WHERE tenant = $1 AND visit = $2 ORDER BY id";
        visit.photos = tx.all(sql, args![tx.tenant(), visit.id], |row| row.get("id"))?;
    }
    Ok(visits)
}

/// A photograph with the case that it belongs to.
pub fn photo(tx: &mut Tx, id: &Id) -> Result<(Id, VisitPhoto)> {
    let sql = "SELECT * FROM permits_photos WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tx.tenant(), id], |row| {
        Ok((row.get("case_id")?, VisitPhoto { blob: row.get("blob")?, thumb: row.get("thumb")? }))
    })
}
