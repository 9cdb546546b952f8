//! SQL of proposed categories.

use georeport::{Definition, Service};
use platform::{Result, Row, Tx, args, json};

/// A service of another system: what it says, and the text of the category that it could become.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    pub source: String,
    pub service: Service,
    pub definition: Option<Definition>,
    pub body: String,
}

pub fn put(tx: &mut Tx, one: &Proposed, place: i64) -> Result<()> {
    let sql = "INSERT INTO open311_services (tenant, source, code, place, service, definition, body, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
               ON CONFLICT (tenant, source, code) DO UPDATE SET place = excluded.place, service = excluded.service,
                   definition = excluded.definition, body = excluded.body, at = excluded.at";
    let definition = one.definition.as_ref().map(json::to_string).transpose()?;
    let service = json::to_string(&one.service)?;
    tx.execute(sql, args![tx.tenant(), one.source, one.service.code, place, service, definition, one.body, tx.now()])
}

/// What the other system does not offer any more goes.
pub fn clear(tx: &mut Tx, source: &str) -> Result<()> {
    tx.execute("DELETE FROM open311_services WHERE tenant = $1 AND source = $2", args![tx.tenant(), source])
}

/// The services of one system, or of all, in their order.
pub fn of(tx: &mut Tx, source: Option<&str>) -> Result<Vec<Proposed>> {
    let sql = "SELECT * FROM open311_services WHERE tenant = $1 AND (source = $2 OR $3 = 'all') ORDER BY source, place";
    let every = if source.is_some() { "one" } else { "all" };
    tx.all(sql, args![tx.tenant(), source.unwrap_or(""), every], read)
}

fn read(row: &Row) -> Result<Proposed> {
    let definition: Option<String> = row.get("definition")?;
    Ok(Proposed {
        source: row.get("source")?,
        service: json::from_str(&row.get::<String>("service")?)?,
        definition: definition.map(|text| json::from_str(&text)).transpose()?,
        body: row.get("body")?,
    })
}
