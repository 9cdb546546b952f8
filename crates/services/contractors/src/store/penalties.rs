//! Rows of penalties and of the reports they stand for.

use crate::model::{Order, Penalty, PenaltyState};
use kernel::{Day, Id, Money, Point};
use platform::store::Value;
use platform::{Count, Cursor, Result, Row, Tx, args};

const TABLE: &str = "contractors_penalties";

/// Whether it is new: one spot is counted once a day.
pub fn insert(tx: &mut Tx, penalty: &Penalty) -> Result<bool> {
    let changed = tx.changed(
        "INSERT INTO contractors_penalties
         (tenant, id, contract, edition, unit, rule, spot, day, case_id, code, area, quarter, lat_e6, lon_e6, asset, amount, state,
          due_at, drafted_at, vault)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) ON CONFLICT DO NOTHING",
        args![
            tx.tenant(),
            penalty.id,
            penalty.contract,
            penalty.edition,
            penalty.unit,
            penalty.rule,
            penalty.spot,
            penalty.day,
            penalty.case_id,
            penalty.code,
            penalty.place.area,
            penalty.place.quarter,
            penalty.place.point.map(Point::lat_e6),
            penalty.place.point.map(Point::lon_e6),
            penalty.place.asset,
            penalty.amount.0,
            penalty.state,
            penalty.due_at,
            penalty.drafted_at,
            penalty.vault
        ],
    )?;
    Ok(changed == 1)
}

pub fn new_vault(tx: &Tx, id: &Id) -> Result<String> {
    Ok(tx.keys().new_vault(&tx.tenant(), TABLE, id.as_str())?.wrapped().to_owned())
}

/// Writes where a penalty stands, with its words sealed.
pub fn update(tx: &mut Tx, penalty: &Penalty) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, penalty.id.as_str(), &penalty.vault)?;
    let seal = |column: &str, text: &Option<String>| text.as_ref().map(|text| vault.seal(tx.keys(), column, text)).transpose();
    let (contest, decision) = (seal("contest", &penalty.contest)?, seal("decision", &penalty.decision)?);
    tx.execute(
        "UPDATE contractors_penalties SET state = $3, signed_at = $4, signed_by = $5, contest_until = $6, contested_at = $7,
         decided_at = $8, decided_by = $9, statement = $10, contest = $11, decision = $12 WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            penalty.id,
            penalty.state,
            penalty.signed_at,
            penalty.signed_by,
            penalty.contest_until,
            penalty.contested_at,
            penalty.decided_at,
            penalty.decided_at.map(|_| tx.actor().to_string()),
            penalty.statement,
            contest,
            decision
        ],
    )
}

/// Locks the row where rows are locked one by one.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Penalty> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = format!("SELECT * FROM contractors_penalties WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], |row| read(row, &keys, &tenant))
}

fn some(tx: &mut Tx, condition: &str, more: Vec<Value>) -> Result<Vec<Penalty>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let mut values = args![tx.tenant()];
    values.extend(more);
    let sql = format!("SELECT * FROM contractors_penalties WHERE tenant = $1 AND {condition}");
    tx.all(&sql, values, |row| read(row, &keys, &tenant))
}

/// Those of one rule on one day.
pub fn of_day(tx: &mut Tx, contract: &Id, rule: &str, day: Day) -> Result<Vec<Penalty>> {
    some(tx, "contract = $2 AND rule = $3 AND day = $4 ORDER BY id", args![contract, rule, day])
}

/// Those of a month that no earlier statement counts, by day: a late decision comes into the next one.
pub fn of_month(tx: &mut Tx, contract: &Id, month: &str, last: Day) -> Result<Vec<Penalty>> {
    let condition =
        "contract = $2 AND day <= $3 AND (statement = $4 OR statement IS NULL AND state <> 'dropped') ORDER BY day, id";
    some(tx, condition, args![contract, last, month])
}

/// Those of a contract, the newest first.
pub fn newest(tx: &mut Tx, contract: &Id, limit: i64) -> Result<Vec<Penalty>> {
    some(tx, "contract = $2 ORDER BY day DESC, id DESC LIMIT $3", args![contract, limit])
}

/// Those that stand for reports of an order, by day.
pub fn of_order(tx: &mut Tx, order: &Id) -> Result<Vec<Penalty>> {
    let condition = "id IN (SELECT penalty FROM contractors_grounds WHERE tenant = $1 AND order_id = $2) ORDER BY day, id";
    some(tx, condition, args![order])
}

/// Those in a state, of these units, the oldest first.
pub fn in_state(tx: &mut Tx, state: PenaltyState, units: &[Id], limit: i64) -> Result<Vec<Penalty>> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<String> = (0..units.len()).map(|place| format!("${}", place + 4)).collect();
    let condition = format!("state = $2 AND unit IN ({}) ORDER BY day, id LIMIT $3", marks.join(", "));
    let mut values = args![state, limit];
    values.extend(units.iter().flat_map(|unit| args![unit]));
    some(tx, &condition, values)
}

/// A page of what these units have been told of, the newest day first.
pub fn known(tx: &mut Tx, units: &[Id], after: Option<&Cursor>, limit: i64) -> Result<Vec<Penalty>> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = args![limit];
    values.extend(units.iter().flat_map(|unit| args![unit]));
    let marks: Vec<String> = (0..units.len()).map(|place| format!("${}", place + 3)).collect();
    let mut condition = format!("unit IN ({}) AND state <> 'draft'", marks.join(", "));
    if let Some(cursor) = after {
        let at = units.len() + 3;
        condition.push_str(&format!(" AND (day < ${at} OR (day = ${at} AND id < ${}))", at + 1));
        values.extend(args![cursor.sort, cursor.id]);
    }
    some(tx, &format!("{condition} ORDER BY day DESC, id DESC LIMIT $2"), values)
}

/// How many of a contract since a day, and what they come to, by month and state.
pub fn by_month(tx: &mut Tx, contract: &Id, since: Day) -> Result<Vec<(String, PenaltyState, i64, Money)>> {
    let sql =
        "SELECT SUBSTR(day, 1, 7) AS month, state, COUNT(*) AS n, CAST(SUM(amount) AS BIGINT) AS total FROM contractors_penalties
               WHERE tenant = $1 AND contract = $2 AND day >= $3 GROUP BY SUBSTR(day, 1, 7), state";
    tx.all(sql, args![tx.tenant(), contract, since], |row| {
        Ok((row.get("month")?, row.get("state")?, row.get("n")?, Money(row.get("total")?)))
    })
}

/// For the dataset: in the order of their ids, drafts left out.
pub fn after(tx: &mut Tx, id: &str, limit: i64) -> Result<Vec<Penalty>> {
    some(tx, "id > $2 AND state <> 'draft' ORDER BY id LIMIT $3", args![id, limit])
}

fn read(row: &Row, keys: &platform::Keys, tenant: &str) -> Result<Penalty> {
    let id: Id = row.get("id")?;
    let wrapped: String = row.get("vault")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &wrapped)?;
    let open = |column: &str| row.get::<Option<String>>(column)?.map(|sealed| vault.open(column, &sealed)).transpose();
    Ok(Penalty {
        contract: row.get("contract")?,
        edition: row.get("edition")?,
        unit: row.get("unit")?,
        rule: row.get("rule")?,
        spot: row.get("spot")?,
        day: row.get("day")?,
        case_id: row.get("case_id")?,
        code: row.get("code")?,
        place: super::read_spot(row)?,
        amount: Money(row.get("amount")?),
        state: row.get("state")?,
        due_at: row.get("due_at")?,
        drafted_at: row.get("drafted_at")?,
        signed_at: row.get("signed_at")?,
        signed_by: row.get("signed_by")?,
        contest_until: row.get("contest_until")?,
        contested_at: row.get("contested_at")?,
        decided_at: row.get("decided_at")?,
        statement: row.get("statement")?,
        contest: open("contest")?,
        decision: open("decision")?,
        vault: wrapped,
        id,
    })
}

/// Ties a report to the penalty that stands for it. Once, however often it is seen.
pub fn add_ground(tx: &mut Tx, penalty: &Id, order: &Order) -> Result<bool> {
    let changed = tx.changed(
        "INSERT INTO contractors_grounds (tenant, penalty, order_id, case_id, code, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING",
        args![tx.tenant(), penalty, order.id, order.case_id, order.code, tx.now()],
    )?;
    Ok(changed == 1)
}

/// Case ids and codes of the reports that a penalty stands for: the one that bears it, then by the hour at which they joined.
pub fn grounds(tx: &mut Tx, penalty: &Id) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT g.case_id, g.code FROM contractors_grounds g
               JOIN contractors_penalties p ON p.tenant = g.tenant AND p.id = g.penalty
               WHERE g.tenant = $1 AND g.penalty = $2
               ORDER BY CASE WHEN g.case_id = p.case_id THEN 0 ELSE 1 END, g.at, g.order_id";
    tx.all(sql, args![tx.tenant(), penalty], |row| Ok((row.get("case_id")?, row.get("code")?)))
}

/// Objections that nobody has answered.
pub fn contested(tx: &Tx, units: &[Id]) -> Option<Count> {
    if units.is_empty() {
        return None;
    }
    let marks: Vec<String> = (0..units.len()).map(|place| format!("${}", place + 2)).collect();
    let sql = format!(
        "SELECT COUNT(*) AS n FROM contractors_penalties WHERE tenant = $1 AND state = 'contested' AND unit IN ({})",
        marks.join(", ")
    );
    let mut values = args![tx.tenant()];
    values.extend(units.iter().flat_map(|unit| args![unit]));
    Some(Count::of(sql, values))
}
