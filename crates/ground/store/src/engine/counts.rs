//! Counts that are asked together: to the server of a database a question costs more than what it counts.

use super::row::Row;
use super::tx::Tx;
use crate::problem::Result;
use kernel::Value;

/// A question for one whole number, the only column of its only row.
#[derive(Debug, Clone)]
pub struct Count {
    sql: String,
    args: Vec<Value>,
}

impl Count {
    pub fn of(sql: impl Into<String>, args: Vec<Value>) -> Count {
        Count { sql: sql.into(), args }
    }
}

impl Tx<'_> {
    /// The answers to all of these, in their order and at the same moment.
    pub fn counts(&mut self, counts: Vec<Count>) -> Result<Vec<i64>> {
        if counts.is_empty() {
            return Ok(Vec::new());
        }
        let (mut columns, mut args) = (Vec::with_capacity(counts.len()), Vec::new());
        for (place, count) in counts.into_iter().enumerate() {
            columns.push(format!("({}) AS n{place}", later(&count.sql, args.len())));
            args.extend(count.args);
        }
        let number = |row: &Row, place: usize| Ok(row.get::<Option<i64>>(&format!("n{place}"))?.unwrap_or(0));
        let read = |row: &Row| (0..columns.len()).map(|place| number(row, place)).collect();
        self.one(&format!("SELECT {}", columns.join(", ")), args, read)
    }
}

/// The same statement behind so many parameters of others.
fn later(sql: &str, before: usize) -> String {
    let mut parts = sql.split('$');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let number: usize = part[..digits].parse().unwrap_or_default();
        text.push_str(&format!("${}{}", number + before, &part[digits..]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_move_behind_those_of_others() {
        let sql = "SELECT COUNT(*) AS n FROM a WHERE tenant = $1 AND b IN ($2, $10) AND c = $2";
        assert_eq!(later(sql, 3), "SELECT COUNT(*) AS n FROM a WHERE tenant = $4 AND b IN ($5, $13) AND c = $5");
        assert_eq!(later("SELECT 1 AS n", 7), "SELECT 1 AS n");
    }
}
