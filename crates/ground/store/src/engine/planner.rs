//! What the planner of SQLite is told of our tables.
//!
//! Every key begins with the commune, and a file holds one or few of them. Without figures SQLite takes "of this commune" for ten
//! rows, and reads a whole clustered table through its key where an index on the next column would find one row. Figures that it
//! gathers itself are those of the moment: gathered on a small table they mislead once it has grown, and plans change under our
//! feet. So it is told once, after each migration: a commune has all the rows, and what follows it selects.

use crate::problem::Result;
use rusqlite::Connection;

const ROWS: u32 = 1 << 20;
/// How many rows one more column leaves, as SQLite assumes by itself.
const LEFT: [u32; 6] = [10, 9, 8, 7, 6, 5];

struct Index {
    table: String,
    name: String,
    unique: bool,
    columns: Vec<String>,
}

/// Writes the figures for every index there is, in place of any others, and loads them into this connection.
pub(super) fn tell(connection: &Connection) -> Result<()> {
    // Makes the table of figures where there is none.
    connection.execute_batch("ANALYZE sqlite_schema; BEGIN IMMEDIATE; DELETE FROM sqlite_stat1")?;
    for index in indexes(connection)? {
        let sql = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)";
        connection.execute(sql, (&index.table, &index.name, figures(&index)))?;
    }
    Ok(connection.execute_batch("COMMIT; ANALYZE sqlite_schema")?)
}

/// Whether every index has its figures: a migration may have made others, or the file is of before they were told.
pub(super) fn is_told(connection: &Connection) -> Result<bool> {
    let table = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'";
    if connection.query_row(table, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(false);
    }
    let mut known = connection.prepare("SELECT 1 FROM sqlite_stat1 WHERE idx = ?1 AND stat = ?2")?;
    for index in indexes(connection)? {
        if !known.exists((&index.name, figures(&index)))? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn indexes(connection: &Connection) -> Result<Vec<Index>> {
    // The key of a clustered table goes by the name of its table.
    let sql = "SELECT t.name, CASE WHEN t.wr AND l.origin = 'pk' THEN t.name ELSE l.name END, l.\"unique\",
               (SELECT GROUP_CONCAT(name) FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno))
               FROM pragma_table_list t JOIN pragma_index_list(t.name) l
               WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        let columns: String = row.get(3)?;
        let columns = columns.split(',').map(str::to_owned).collect();
        Ok(Index { table: row.get(0)?, name: row.get(1)?, unique: row.get(2)?, columns })
    })?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

/// The rows of the table, then how many share the first column, the first two, and so on.
fn figures(index: &Index) -> String {
    let of_commune = index.columns.first().is_some_and(|column| column == "tenant");
    let mut left = LEFT.iter().copied().chain(std::iter::repeat(LEFT[5]));
    let mut figures = vec![ROWS];
    for (place, _) in index.columns.iter().enumerate() {
        let last = place + 1 == index.columns.len();
        figures.push(match place {
            _ if last && index.unique => 1,
            0 if of_commune => ROWS,
            _ => left.next().unwrap_or(LEFT[5]),
        });
    }
    figures.iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(connection: &Connection, sql: &str) -> String {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(3)).unwrap();
        rows.map(std::result::Result::unwrap).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_clustered_table_is_not_read_whole_where_an_index_finds_the_row() {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE seats (tenant TEXT, counter TEXT, cell INTEGER, booking TEXT, until TEXT, PRIMARY KEY (tenant, counter, cell))
                 WITHOUT ROWID; CREATE INDEX seats_booking ON seats (tenant, booking);
                 CREATE TABLE bookings (tenant TEXT, id TEXT, day TEXT, PRIMARY KEY (tenant, id)); CREATE INDEX bookings_day ON bookings (tenant, day)",
            )
            .unwrap();
        let update = "UPDATE seats SET until = 'x' WHERE tenant = 't' AND booking = 'b' AND (until IS NULL OR until > 'y')";
        assert!(plan(&connection, update).contains("PRIMARY KEY (tenant=?)"), "SQLite needs to be told no more");
        tell(&connection).unwrap();
        tell(&connection).unwrap();
        assert!(plan(&connection, update).contains("seats_booking (tenant=? AND booking=?)"));
        let find = "SELECT * FROM bookings WHERE tenant = 't' AND id = 'i' AND day > 'd'";
        assert!(plan(&connection, find).contains("(tenant=? AND id=?)"));
    }

    #[test]
    fn the_commune_selects_nothing_and_a_whole_key_one_row() {
        let index = |unique, columns: &[&str]| Index {
            table: "t".into(),
            name: "i".into(),
            unique,
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        };
        assert_eq!(figures(&index(true, &["tenant", "id"])), "1048576 1048576 1");
        assert_eq!(figures(&index(false, &["tenant", "day", "site"])), "1048576 1048576 10 9");
        assert_eq!(figures(&index(true, &["key"])), "1048576 1");
    }
}
