//! From the SQL both engines speak to what each wants in a table definition, and to the one thing in which questions differ: how
//! a column is named. Nothing else ever differs.

use crate::tables::APPEND_ONLY;
use std::borrow::Cow;

/// The statements of one migration step. A semicolon inside a string or a comment ends nothing.
pub(super) fn statements(sql: &str) -> Vec<String> {
    let (mut found, mut current) = (Vec::new(), String::new());
    let (mut quote, mut comment) = (false, false);
    let mut letters = sql.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' if comment => comment = false,
            _ if comment => continue,
            '-' if !quote && letters.peek() == Some(&'-') => {
                comment = true;
                continue;
            }
            '\'' => quote = !quote,
            ';' if !quote => {
                found.push(std::mem::take(&mut current));
                continue;
            }
            _ => {}
        }
        current.push(letter);
    }
    found.push(current);
    found.into_iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

/// The table that a statement creates.
pub(super) fn created_table(statement: &str) -> Option<&str> {
    let mut words = statement.split_whitespace();
    let create = words.next()?.eq_ignore_ascii_case("CREATE") && words.next()?.eq_ignore_ascii_case("TABLE");
    let name = create.then(|| words.next())??;
    let end = name.find('(').unwrap_or(name.len());
    Some(&name[..end])
}

/// Ends the definition of a table whose rows are little more than their key: SQLite then keeps key and row in one tree.
const CLUSTERED: &str = "/* clustered */";

/// SQLite: 64-bit whole numbers are called INTEGER, and STRICT holds columns to their type as PostgreSQL does.
pub(super) fn for_sqlite(statement: &str) -> String {
    let mut words = String::with_capacity(statement.len() + 8);
    for (place, part) in statement.split("BIGINT").enumerate() {
        words.push_str(if place == 0 { "" } else { "INTEGER" });
        words.push_str(part);
    }
    match (created_table(statement), statement.ends_with(CLUSTERED)) {
        (None, _) => words,
        (Some(_), false) => words + " STRICT",
        (Some(_), true) => words + " STRICT, WITHOUT ROWID",
    }
}

/// PostgreSQL: columns by their names. `unit || ''` keeps an index from SQLite, or leads it to one; PostgreSQL knows how its rows
/// lie, loses sight of that behind an expression, and behind a fence of communes takes no index for one: it might leak.
pub(super) fn plainly(sql: &str) -> Cow<'_, str> {
    if !sql.contains("|| ''") && !sql.contains("'' ||") {
        return Cow::Borrowed(sql);
    }
    Cow::Owned(sql.replace(" || ''", "").replace("'' || ", ""))
}

/// PostgreSQL: a table with communes in it shows each only its own rows, and is granted to the application.
pub(super) fn for_postgres(statement: &str, role: &str) -> Vec<String> {
    let mut all = vec![plainly(statement).into_owned()];
    let Some(table) = created_table(statement) else { return all };
    if has_tenant(statement) {
        let own = "tenant = current_setting('app.tenant', true) OR current_setting('app.tenant', true) = '*'";
        all.push(format!("ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"));
        all.push(format!("ALTER TABLE {table} FORCE ROW LEVEL SECURITY"));
        all.push(format!("CREATE POLICY {table}_own ON {table} USING ({own}) WITH CHECK ({own})"));
    }
    let rights = if APPEND_ONLY.contains(&table) { "SELECT, INSERT" } else { "SELECT, INSERT, UPDATE, DELETE" };
    all.push(format!("GRANT {rights} ON {table} TO {}", quoted(role)));
    all
}

fn has_tenant(statement: &str) -> bool {
    let words: Vec<&str> =
        statement.split(|c: char| c.is_whitespace() || c == '(' || c == ',').filter(|w| !w.is_empty()).collect();
    words.windows(2).any(|pair| pair[0].eq_ignore_ascii_case("tenant") && pair[1].eq_ignore_ascii_case("TEXT"))
}

/// A name as SQL takes it, whatever it holds.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_cut_at_its_own_semicolons_only() {
        let step = "CREATE TABLE a_x (tenant TEXT NOT NULL); -- a; b\nINSERT INTO a_x VALUES ('one; two''s');";
        assert_eq!(statements(step), ["CREATE TABLE a_x (tenant TEXT NOT NULL)", "INSERT INTO a_x VALUES ('one; two''s')"]);
    }

    #[test]
    fn a_table_of_communes_is_fenced_and_a_plain_one_is_not() {
        let fenced = for_postgres("CREATE TABLE a_x(\n tenant TEXT NOT NULL, n BIGINT)", "app");
        assert_eq!(fenced.len(), 5);
        assert!(fenced[2].contains("a_x FORCE ROW LEVEL SECURITY"));
        assert_eq!(for_postgres("CREATE TABLE a_y (key TEXT)", "app").len(), 2);
        assert_eq!(for_postgres("CREATE INDEX a_i ON a_x (tenant)", "app").len(), 1);
        assert_eq!(for_sqlite("CREATE TABLE a_x (n BIGINT)"), "CREATE TABLE a_x (n INTEGER) STRICT");
        assert!(for_sqlite("CREATE TABLE a_x (n BIGINT) /* clustered */").ends_with(" STRICT, WITHOUT ROWID"));
        assert_eq!(for_sqlite("CREATE INDEX i ON a_x (n)"), "CREATE INDEX i ON a_x (n)");
    }

    #[test]
    fn a_column_that_is_hidden_from_sqlite_has_its_name_elsewhere() {
        let hidden = "SELECT 1 FROM t WHERE phase || '' = 'filed' AND '' || unit IN ($1) AND a || ' ' || b = $2";
        assert_eq!(plainly(hidden), "SELECT 1 FROM t WHERE phase = 'filed' AND unit IN ($1) AND a || ' ' || b = $2");
        let index = for_postgres("CREATE INDEX i ON t (tenant, (unit || ''), id) WHERE phase || '' = 'filed'", "app");
        assert_eq!(index, ["CREATE INDEX i ON t (tenant, (unit), id) WHERE phase = 'filed'"]);
    }
}
