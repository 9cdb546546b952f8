//! Receipts and open orders of many subjects at once: what one person paid and owes.

use cases::Where;
use kernel::{Id, Moment, Money};
use platform::{Result, Tx, args};

const AT_ONCE: usize = 500;
/// Orders that one page bears.
const STEPS_MOST: i64 = 12;

/// What the payer may read of a receipt.
pub struct Receipt {
    pub id: Id,
    pub year: i64,
    pub number: i64,
    pub reference: String,
    pub amount: Money,
    pub paid_at: Moment,
}

pub struct OpenOrder {
    pub code: String,
    pub reference: String,
    pub amount: Money,
}

fn among(tx: &Tx, subjects: &[Id]) -> Where {
    let mut conditions = Where::tenant(tx);
    let values = subjects.iter().flat_map(|id| args![id]).collect();
    conditions.and(&format!("subject IN ({})", Where::marks(subjects.len())), values);
    conditions
}

/// Newest first.
pub fn receipts_of(tx: &mut Tx, subjects: &[Id], before: Option<&(Moment, String)>, limit: i64) -> Result<Vec<Receipt>> {
    let mut receipts = Vec::new();
    for some in subjects.chunks(AT_ONCE) {
        let mut conditions = among(tx, some);
        if let Some((at, id)) = before {
            conditions.and("(paid_at, id) < (?, ?)", args![*at, id]);
        }
        let (text, values) = conditions.parts();
        let sql = format!(
            "SELECT id, year, number, reference, amount, paid_at FROM payments_receipts WHERE {text}
             ORDER BY paid_at DESC, id DESC LIMIT {limit}"
        );
        receipts.extend(tx.all(&sql, values, |row| {
            Ok(Receipt {
                id: row.get("id")?,
                year: row.get("year")?,
                number: row.get("number")?,
                reference: row.get("reference")?,
                amount: Money(row.get("amount")?),
                paid_at: row.get("paid_at")?,
            })
        })?);
    }
    receipts.sort_by(|one, other| (other.paid_at, &other.id).cmp(&(one.paid_at, &one.id)));
    receipts.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(receipts)
}

pub fn orders_of(tx: &mut Tx, subjects: &[Id]) -> Result<Vec<OpenOrder>> {
    let mut orders = Vec::new();
    for some in subjects.chunks(AT_ONCE) {
        let mut conditions = among(tx, some);
        conditions.and("state = 'open'", vec![]);
        let (text, values) = conditions.parts();
        let sql =
            format!("SELECT code, reference, amount FROM payments_orders WHERE {text} ORDER BY made_at, id LIMIT {STEPS_MOST}");
        orders.extend(tx.all(&sql, values, |row| {
            Ok(OpenOrder { code: row.get("code")?, reference: row.get("reference")?, amount: Money(row.get("amount")?) })
        })?);
    }
    Ok(orders)
}
