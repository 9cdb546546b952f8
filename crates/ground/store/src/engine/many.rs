//! Rows of one table, many in a statement: what one action writes by the hundred.

use super::tx::Tx;
use crate::problem::Result;
use kernel::Value;

/// Rows of one statement. Few sizes, so that few statements are prepared: 64 rows of the widest table are far from the 32,766
/// parameters that SQLite takes.
const GROUPS: [usize; 2] = [64, 4];

impl Tx<'_> {
    /// Inserts rows that are equally wide. `into` is the statement up to its values, such as `INSERT INTO t (a, b)`.
    pub fn insert_rows(&mut self, into: &str, rows: &[Vec<Value>]) -> Result<()> {
        let mut rest = rows;
        for group in GROUPS {
            while rest.len() >= group {
                self.insert_group(into, &rest[..group])?;
                rest = &rest[group..];
            }
        }
        if rest.is_empty() { Ok(()) } else { self.insert_group(into, rest) }
    }

    fn insert_group(&mut self, into: &str, rows: &[Vec<Value>]) -> Result<()> {
        let width = rows.first().map_or(0, Vec::len);
        debug_assert!(rows.iter().all(|row| row.len() == width), "rows of one width");
        self.execute(&format!("{into} VALUES {}", marks(rows.len(), width)), rows.concat())
    }
}

/// `($1, $2), ($3, $4)` for two rows of two.
fn marks(rows: usize, width: usize) -> String {
    let mut text = String::with_capacity(rows * width * 7);
    for place in 1..=rows * width {
        text.push_str(match (place % width.max(1), place) {
            (1, 1) => "(",
            (1, _) => "), (",
            (_, 1) => "(",
            _ if width == 1 => "), (",
            _ => ", ",
        });
        text.push('$');
        text.push_str(&place.to_string());
    }
    text.push(')');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_its_own_marks() {
        assert_eq!(marks(1, 3), "($1, $2, $3)");
        assert_eq!(marks(2, 2), "($1, $2), ($3, $4)");
        assert_eq!(marks(3, 1), "($1), ($2), ($3)");
    }
}
