//! Papers of many cases at once: what one person has.

use super::{open, read};
use crate::model::Paper;
use cases::Where;
use kernel::{Day, Id, Moment};
use platform::{Result, Tx, args};

const AT_ONCE: usize = 500;

/// Papers issued in these cases, newest first.
pub fn issued_of(tx: &mut Tx, cases: &[Id], before: Option<&(Moment, String)>, limit: i64) -> Result<Vec<Paper>> {
    let mut papers = Vec::new();
    for some in cases.chunks(AT_ONCE) {
        let mut conditions = Where::tenant(tx);
        conditions.and("state = 'issued'", vec![]);
        conditions.and(&format!("case_id IN ({})", Where::marks(some.len())), some.iter().flat_map(|id| args![id]).collect());
        if let Some((at, id)) = before {
            conditions.and("(issued_at, id) < (?, ?)", args![*at, id]);
        }
        let (text, values) = conditions.parts();
        let sql = format!("SELECT * FROM documents_papers WHERE {text} ORDER BY issued_at DESC, id DESC LIMIT {limit}");
        for found in tx.all(&sql, values, read)? {
            papers.push(open(tx, found)?);
        }
    }
    papers.sort_by(|one, other| (other.issued_at, &other.id).cmp(&(one.issued_at, &one.id)));
    papers.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(papers)
}

/// Papers issued in these cases that end between two days.
pub fn ending_of(tx: &mut Tx, cases: &[Id], from: Day, to: Day) -> Result<Vec<Paper>> {
    let mut papers = Vec::new();
    for some in cases.chunks(AT_ONCE) {
        let mut conditions = Where::tenant(tx);
        conditions.and("state = 'issued' AND begun_on IS NULL AND expired_at IS NULL", vec![]);
        conditions.and("valid_until >= ? AND valid_until <= ?", args![from, to]);
        conditions.and(&format!("case_id IN ({})", Where::marks(some.len())), some.iter().flat_map(|id| args![id]).collect());
        let (text, values) = conditions.parts();
        for found in tx.all(&format!("SELECT * FROM documents_papers WHERE {text} ORDER BY valid_until, id"), values, read)? {
            papers.push(open(tx, found)?);
        }
    }
    Ok(papers)
}
