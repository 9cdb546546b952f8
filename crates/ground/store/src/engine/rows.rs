//! The rows of a whole store as lines of JSON, one file per table: the same from both engines, for both.

use super::dialect::quoted;
use super::row::Row;
use super::tx::Conn;
use crate::problem::{Problem, Result};
use kernel::Value;
use serde_json::{Map, Value as Json};
use std::io::{BufRead, Write};

/// Rows of one INSERT: large enough to spare round trips, small enough for every engine's count of parameters.
const GROUP: usize = 25;

/// Writes every row of a table. Says how many.
pub(crate) fn write(conn: &mut Conn, table: &str, out: &mut impl Write) -> Result<u64> {
    let mut count = 0;
    conn.each(&format!("SELECT * FROM {}", quoted(table)), &mut |row| {
        serde_json::to_writer(&mut *out, &line(row))?;
        count += 1;
        Ok(out.write_all(b"\n")?)
    })?;
    Ok(count)
}

fn line(row: Row) -> Map<String, Json> {
    let json = |value| match value {
        Value::Null => Json::Null,
        Value::Int(int) => Json::from(int),
        Value::Text(text) => Json::String(text),
    };
    row.columns.iter().cloned().zip(row.values.into_iter().map(json)).collect()
}

fn row(text: &str) -> Result<(Vec<String>, Vec<Value>)> {
    let value = |json| match json {
        Json::Null => Ok(Value::Null),
        Json::String(text) => Ok(Value::Text(text)),
        Json::Number(number) => number.as_i64().map(Value::Int).ok_or_else(|| Problem::internal("a number that is not whole")),
        _ => Err(Problem::internal("a row holds texts and whole numbers")),
    };
    let map: Map<String, Json> = serde_json::from_str(text)?;
    let (columns, values): (Vec<String>, Vec<Json>) = map.into_iter().unzip();
    Ok((columns, values.into_iter().map(value).collect::<Result<_>>()?))
}

/// Collects rows of one table and inserts them in groups.
pub(crate) struct Loader<'t> {
    table: &'t str,
    columns: Vec<String>,
    waiting: Vec<Value>,
    count: u64,
}

impl<'t> Loader<'t> {
    pub(crate) fn new(table: &'t str) -> Self {
        Loader { table, columns: Vec::new(), waiting: Vec::new(), count: 0 }
    }

    pub(crate) fn add(&mut self, conn: &mut Conn, columns: &[String], values: Vec<Value>) -> Result<()> {
        if self.columns != columns {
            self.flush(conn)?;
            self.columns = columns.to_vec();
        }
        self.waiting.extend(values);
        self.count += 1;
        if self.waiting.len() >= GROUP * self.columns.len() { self.flush(conn) } else { Ok(()) }
    }

    /// Inserts what waits. Says how many rows were added in all.
    pub(crate) fn finish(mut self, conn: &mut Conn) -> Result<u64> {
        self.flush(conn)?;
        Ok(self.count)
    }

    fn flush(&mut self, conn: &mut Conn) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let width = self.columns.len();
        let marks = |first: usize| (first..first + width).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        let rows: Vec<String> = (0..self.waiting.len() / width).map(|place| format!("({})", marks(place * width + 1))).collect();
        let columns: Vec<String> = self.columns.iter().map(|name| quoted(name)).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES {}", quoted(self.table), columns.join(", "), rows.join(", "));
        conn.execute(&sql, std::mem::take(&mut self.waiting))?;
        Ok(())
    }
}

/// Loads a file that [`write`] made.
pub(crate) fn load_lines(conn: &mut Conn, table: &str, file: impl BufRead) -> Result<u64> {
    let mut loader = Loader::new(table);
    for text in file.lines() {
        let (columns, values) = row(&text?)?;
        loader.add(conn, &columns, values)?;
    }
    loader.finish(conn)
}

/// Copies a table from one database to another.
pub(crate) fn copy(from: &mut Conn, to: &mut Conn, table: &str) -> Result<u64> {
    let mut loader = Loader::new(table);
    from.each(&format!("SELECT * FROM {}", quoted(table)), &mut |row| loader.add(to, &row.columns, row.values))?;
    loader.finish(to)
}
