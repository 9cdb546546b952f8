//! Rows of orders, their steps and their proofs.

use crate::model::{Course, Doubt, Entry, Order, Proof, Sent, Step};
use kernel::{Id, Moment, Point};
use platform::store::Value;
use platform::{Count, Cursor, Result, Row, Tx, args, json};

const TABLE: &str = "contractors_orders";

/// Whether it is new: a case is in one contractor's hands at a time.
pub fn insert(tx: &mut Tx, order: &Order) -> Result<bool> {
    let changed = tx.changed(
        "INSERT INTO contractors_orders
         (tenant, id, case_id, code, category, contract, unit, rule, state, given_at, reached_at, penalty_at, area, quarter, lat_e6,
          lon_e6, asset, vault, way, delivery, attempts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 0)
         ON CONFLICT DO NOTHING",
        args![
            tx.tenant(),
            order.id,
            order.case_id,
            order.code,
            order.category,
            order.contract,
            order.unit,
            order.rule,
            order.state,
            order.given_at,
            order.reached_at,
            order.penalty_at,
            order.place.area,
            order.place.quarter,
            order.place.point.map(Point::lat_e6),
            order.place.point.map(Point::lon_e6),
            order.place.asset,
            order.vault,
            order.sent.way,
            order.sent.delivery
        ],
    )?;
    Ok(changed == 1)
}

pub fn update(tx: &mut Tx, order: &Order) -> Result<()> {
    let trouble = match &order.sent.trouble {
        Some(trouble) => Some(json::to_string(trouble)?),
        None => None,
    };
    tx.execute(
        "UPDATE contractors_orders SET state = $3, reached_at = $4, planned_on = $5, claimed_at = $6, ended_at = $7, penalty_at = $8,
         delivery = $9, attempts = $10, next_at = $11, trouble = $12, outside = $13, tried_at = $14, token = $15 WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            order.id,
            order.state,
            order.reached_at,
            order.planned_on,
            order.claimed_at,
            order.ended_at,
            order.penalty_at,
            order.sent.delivery,
            order.sent.attempts,
            order.sent.next_at,
            trouble,
            order.sent.outside,
            order.sent.tried_at,
            order.sent.token
        ],
    )
}

/// Locks the row where rows are locked one by one.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Order> {
    let sql = format!("SELECT * FROM contractors_orders WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

/// The order that a case is in now.
pub fn open_of_case(tx: &mut Tx, case: &Id) -> Result<Option<Order>> {
    let sql = "SELECT * FROM contractors_orders WHERE tenant = $1 AND case_id = $2 AND ended_at IS NULL";
    tx.maybe(sql, args![tx.tenant(), case], read)
}

/// All that a case ever was in, the newest first.
pub fn of_case(tx: &mut Tx, case: &Id) -> Result<Vec<Order>> {
    let sql = "SELECT * FROM contractors_orders WHERE tenant = $1 AND case_id = $2 ORDER BY given_at DESC, id DESC";
    tx.all(sql, args![tx.tenant(), case], read)
}

/// The order of a contract that the other system knows under a number.
pub fn by_outside(tx: &mut Tx, contract: &Id, outside: &str) -> Result<Option<Order>> {
    let sql = "SELECT * FROM contractors_orders WHERE tenant = $1 AND contract = $2 AND outside = $3";
    tx.maybe(sql, args![tx.tenant(), contract, outside], read)
}

/// Open orders of a contract that the other system knows, with their numbers.
pub fn known_outside(tx: &mut Tx, contract: &Id, limit: i64) -> Result<Vec<Order>> {
    let sql = "SELECT * FROM contractors_orders WHERE tenant = $1 AND contract = $2 AND outside IS NOT NULL AND ended_at IS NULL
               ORDER BY outside LIMIT $3";
    tx.all(sql, args![tx.tenant(), contract, limit], read)
}

/// What a list is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Which {
    /// To be done by the contractor.
    Work,
    /// To be looked at by the service: proofs, refusals, deliveries that failed for good.
    Look,
    /// Open, whatever its state: what is to be done, then what waits to be looked at.
    Open,
    /// Ended.
    Ended,
}

impl Which {
    fn sql(self) -> &'static str {
        match self {
            Which::Work => "ended_at IS NULL AND state IN ('given', 'accepted', 'planned')",
            Which::Look => "ended_at IS NULL AND (state IN ('proved', 'refused') OR delivery = 'dead')",
            Which::Open => "ended_at IS NULL",
            Which::Ended => "ended_at IS NOT NULL",
        }
    }

    /// What a list is sorted by.
    fn key(self) -> &'static str {
        match self {
            Which::Open => "(CASE WHEN state IN ('proved', 'refused') THEN '1' ELSE '0' END || given_at)",
            _ => "given_at",
        }
    }

    /// The page after this order.
    pub fn after(self, order: &Order) -> Cursor {
        let given = order.given_at.to_string();
        let sort = if self == Which::Open { format!("{}{given}", u8::from(order.waits())) } else { given };
        Cursor { sort, id: order.id.to_string() }
    }
}

fn within(which: Which, units: &[Id]) -> (String, Vec<Value>) {
    let marks: Vec<String> = (0..units.len()).map(|place| format!("${}", place + 2)).collect();
    (
        format!("tenant = $1 AND unit IN ({}) AND {}", marks.join(", "), which.sql()),
        units.iter().flat_map(|unit| args![unit]).collect(),
    )
}

/// A page of the orders of these units, the oldest first; ended ones the newest first, open ones by what they wait for.
pub fn list(tx: &mut Tx, which: Which, units: &[Id], after: Option<&Cursor>, limit: i64) -> Result<Vec<Order>> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let (mut text, more) = within(which, units);
    let mut values = args![tx.tenant()];
    values.extend(more);
    let (sign, order) = if which == Which::Ended { ("<", "DESC") } else { (">", "ASC") };
    let key = which.key();
    if let Some(cursor) = after {
        let at = values.len() + 1;
        text.push_str(&format!(" AND ({key} {sign} ${at} OR ({key} = ${at} AND id {sign} ${}))", at + 1));
        values.extend(args![cursor.sort, cursor.id]);
    }
    let sql = format!("SELECT * FROM contractors_orders WHERE {text} ORDER BY {key} {order}, id {order} LIMIT {limit}");
    tx.all(&sql, values, read)
}

pub fn counting(tx: &Tx, which: Which, units: &[Id]) -> Option<Count> {
    if units.is_empty() {
        return None;
    }
    let (text, more) = within(which, units);
    let mut values = args![tx.tenant()];
    values.extend(more);
    Some(Count::of(format!("SELECT COUNT(*) AS n FROM contractors_orders WHERE {text}"), values))
}

/// How the orders of a contract ran that were given since a moment.
pub fn courses(tx: &mut Tx, contract: &Id, since: Moment) -> Result<Vec<Course>> {
    let sql = "SELECT o.rule, o.state, o.given_at, o.reached_at, o.claimed_at, o.ended_at,
               CASE WHEN EXISTS (SELECT 1 FROM contractors_grounds g
                 JOIN contractors_penalties p ON p.tenant = g.tenant AND p.id = g.penalty
                 WHERE g.tenant = o.tenant AND g.order_id = o.id AND p.state IN ('signed', 'contested', 'upheld'))
               THEN 1 ELSE 0 END AS fined
               FROM contractors_orders o WHERE o.tenant = $1 AND o.contract = $2 AND o.given_at >= $3";
    tx.all(sql, args![tx.tenant(), contract, since], |row| {
        Ok(Course {
            rule: row.get("rule")?,
            state: row.get("state")?,
            given_at: row.get("given_at")?,
            reached_at: row.get("reached_at")?,
            claimed_at: row.get("claimed_at")?,
            ended_at: row.get("ended_at")?,
            fined: row.get::<i64>("fined")? == 1,
        })
    })
}

/// Orders whose time has run out, the longest first.
pub fn due(tx: &mut Tx, now: Moment, limit: i64) -> Result<Vec<Order>> {
    let sql = "SELECT * FROM contractors_orders WHERE tenant = $1 AND ended_at IS NULL AND penalty_at <= $2
               ORDER BY penalty_at, id LIMIT $3";
    tx.all(sql, args![tx.tenant(), now, limit], read)
}

fn read(row: &Row) -> Result<Order> {
    Ok(Order {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        code: row.get("code")?,
        category: row.get("category")?,
        contract: row.get("contract")?,
        unit: row.get("unit")?,
        rule: row.get("rule")?,
        state: row.get("state")?,
        given_at: row.get("given_at")?,
        reached_at: row.get("reached_at")?,
        planned_on: row.get("planned_on")?,
        claimed_at: row.get("claimed_at")?,
        ended_at: row.get("ended_at")?,
        penalty_at: row.get("penalty_at")?,
        place: super::read_spot(row)?,
        sent: Sent {
            way: row.get("way")?,
            delivery: row.get("delivery")?,
            attempts: row.get("attempts")?,
            next_at: row.get("next_at")?,
            trouble: row.get::<Option<String>>("trouble")?.map(|text| json::from_str(&text)).transpose()?,
            outside: row.get("outside")?,
            tried_at: row.get("tried_at")?,
            token: row.get("token")?,
        },
        vault: row.get("vault")?,
    })
}

/// The key under which the words of a new order are sealed.
pub fn new_vault(tx: &Tx, id: &Id) -> Result<String> {
    Ok(tx.keys().new_vault(&tx.tenant(), TABLE, id.as_str())?.wrapped().to_owned())
}

pub fn add_step(tx: &mut Tx, order: &Order, step: Step, words: &str) -> Result<()> {
    let sql = "SELECT COUNT(*) AS n FROM contractors_steps WHERE tenant = $1 AND order_id = $2";
    let seq = tx.count(sql, args![tx.tenant(), order.id])? + 1;
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, order.id.as_str(), &order.vault)?;
    let words = (!words.is_empty()).then(|| vault.seal(tx.keys(), &format!("step/{seq}"), words)).transpose()?;
    tx.execute(
        "INSERT INTO contractors_steps (tenant, order_id, seq, at, actor, step, words) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tx.tenant(), order.id, seq, tx.now(), tx.actor().to_string(), step, words],
    )
}

/// What happened to an order, the oldest first.
pub fn steps(tx: &mut Tx, order: &Order) -> Result<Vec<Entry>> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, order.id.as_str(), &order.vault)?;
    let sql = "SELECT * FROM contractors_steps WHERE tenant = $1 AND order_id = $2 ORDER BY seq";
    tx.all(sql, args![tx.tenant(), order.id], |row| {
        let seq: i64 = row.get("seq")?;
        let words = row.get::<Option<String>>("words")?;
        let words = words.map(|sealed| vault.open(&format!("step/{seq}"), &sealed)).transpose()?;
        Ok(Entry { at: row.get("at")?, actor: row.get("actor")?, step: row.get("step")?, words })
    })
}

pub fn add_proof(tx: &mut Tx, order: &Id, proof: &Proof) -> Result<()> {
    let doubts: Vec<&str> = proof.doubts.iter().map(|doubt| doubt.as_str()).collect();
    tx.execute(
        "INSERT INTO contractors_proofs (tenant, order_id, id, side, blob, thumb, at, taken_at, lat_e6, lon_e6, doubts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tx.tenant(),
            order,
            proof.id,
            proof.side,
            proof.blob,
            proof.thumb,
            proof.at,
            proof.taken_at,
            proof.point.map(Point::lat_e6),
            proof.point.map(Point::lon_e6),
            json::to_string(&doubts)?
        ],
    )
}

pub fn proofs(tx: &mut Tx, order: &Id) -> Result<Vec<Proof>> {
    let sql = "SELECT * FROM contractors_proofs WHERE tenant = $1 AND order_id = $2 ORDER BY at, id";
    tx.all(sql, args![tx.tenant(), order], |row| {
        let point = row.get::<Option<i64>>("lat_e6")?.zip(row.get::<Option<i64>>("lon_e6")?);
        let doubts: Vec<String> = json::from_str(&row.get::<String>("doubts")?)?;
        Ok(Proof {
            id: row.get("id")?,
            side: row.get("side")?,
            blob: row.get("blob")?,
            thumb: row.get("thumb")?,
            at: row.get("at")?,
            taken_at: row.get("taken_at")?,
            point: point.and_then(|(lat, lon)| Point::from_e6(lat, lon)),
            doubts: doubts.iter().filter_map(|word| Doubt::parse(word)).collect(),
        })
    })
}
