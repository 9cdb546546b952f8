//! Rows of orders, bordereaux and letters.

use crate::model::{Bordereau, BordereauState, Entry, Letter, LetterState, News, Order, Stage};
use kernel::{Day, Id};
use platform::{Result, Row, Tx, args, json};

const ORDERS: &str = "post_orders";

pub fn add(tx: &mut Tx, order: &Order) -> Result<()> {
    tx.execute(
        "INSERT INTO post_orders (tenant, case_id, code, stage, since, doubts, vault) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT DO NOTHING",
        args![tx.tenant(), order.case, order.code, order.stage, order.since, json::to_string(&order.doubts)?, order.vault],
    )
}

/// A vault for a new order; the entry of the register is sealed in it.
pub fn new_vault(tx: &mut Tx, case: &Id) -> Result<String> {
    Ok(tx.keys().new_vault(&tx.tenant(), ORDERS, case.as_str())?.wrapped().to_owned())
}

/// Writes stage, doubts and entry.
pub fn update(tx: &mut Tx, order: &Order) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), ORDERS, order.case.as_str(), &order.vault)?;
    let entry = order.entry.as_ref().map(|entry| vault.seal(tx.keys(), "entry", &json::to_string(entry)?)).transpose()?;
    let by = order.entry.as_ref().map(|_| tx.actor().to_string());
    tx.execute(
        "UPDATE post_orders SET stage = $3, since = $4, doubts = $5, entry = $6, found_at = $7, found_by = COALESCE(found_by, $8)
         WHERE tenant = $1 AND case_id = $2",
        args![tx.tenant(), order.case, order.stage, order.since, json::to_string(&order.doubts)?, entry, order.found_at, by],
    )
}

pub fn order(tx: &mut Tx, case: &Id) -> Result<Option<Order>> {
    let read = reader(tx);
    tx.maybe("SELECT * FROM post_orders WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case], read)
}

/// Orders at a stage, those that wait longest first.
pub fn at(tx: &mut Tx, stage: Stage, limit: i64) -> Result<Vec<Order>> {
    let read = reader(tx);
    let sql = "SELECT * FROM post_orders WHERE tenant = $1 AND stage = $2 ORDER BY since, case_id LIMIT $3";
    tx.all(sql, args![tx.tenant(), stage, limit], read)
}

fn reader(tx: &Tx) -> impl Fn(&Row) -> Result<Order> + use<> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    move |row| {
        let (case, wrapped): (Id, String) = (row.get("case_id")?, row.get("vault")?);
        let sealed: Option<String> = row.get("entry")?;
        let entry = match sealed.filter(|_| wrapped != platform::store::seal::ERASED) {
            Some(sealed) => {
                let vault = keys.open_vault(&tenant, ORDERS, case.as_str(), &wrapped)?;
                Some(json::from_str::<Entry>(&vault.open("entry", &sealed)?)?)
            }
            None => None,
        };
        Ok(Order {
            code: row.get("code")?,
            stage: row.get("stage")?,
            since: row.get("since")?,
            doubts: json::from_str(&row.get::<String>("doubts")?)?,
            found_at: row.get("found_at")?,
            vault: wrapped,
            entry,
            case,
        })
    }
}

/// Forgets the key of orders that ended before a day: the entry cannot be read any more.
pub fn erase_ended(tx: &mut Tx, before: kernel::Moment) -> Result<u64> {
    tx.changed(
        "UPDATE post_orders SET vault = $3, entry = NULL WHERE tenant = $1 AND stage IN ('done', 'dropped') AND since < $2 AND vault <> $3",
        args![tx.tenant(), before, platform::store::seal::ERASED],
    )
}

pub fn open_bordereau(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute(
        "INSERT INTO post_bordereaux (tenant, id, state, opened_at, opened_by, deposit) VALUES ($1, $2, $3, $4, $5, '')",
        args![tx.tenant(), id, BordereauState::Open, tx.now(), tx.actor().to_string()],
    )
}

pub fn update_bordereau(tx: &mut Tx, one: &Bordereau) -> Result<()> {
    let (year, number) = one.number.unzip();
    let closed = (one.state == BordereauState::Closed).then(|| tx.now());
    tx.execute(
        "UPDATE post_bordereaux SET state = $3, year = $4, number = $5, closed_at = COALESCE(closed_at, $6), handed_on = $7, deposit = $8
         WHERE tenant = $1 AND id = $2",
        args![tx.tenant(), one.id, one.state, year, number, closed, one.handed_on, one.deposit],
    )
}

/// Locks the row where rows are locked one by one.
pub fn bordereau(tx: &mut Tx, id: &Id) -> Result<Bordereau> {
    let sql = format!("SELECT * FROM post_bordereaux WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read_bordereau)
}

/// The newest bordereaux first.
pub fn bordereaux(tx: &mut Tx, limit: i64) -> Result<Vec<Bordereau>> {
    let sql = "SELECT * FROM post_bordereaux WHERE tenant = $1 ORDER BY opened_at DESC, id DESC LIMIT $2";
    tx.all(sql, args![tx.tenant(), limit], read_bordereau)
}

fn read_bordereau(row: &Row) -> Result<Bordereau> {
    Ok(Bordereau {
        id: row.get("id")?,
        state: row.get("state")?,
        opened_at: row.get("opened_at")?,
        number: row.get::<Option<i64>>("year")?.zip(row.get::<Option<i64>>("number")?),
        handed_on: row.get("handed_on")?,
        deposit: row.get("deposit")?,
    })
}

pub fn add_letter(tx: &mut Tx, letter: &Letter) -> Result<()> {
    tx.execute(
        "INSERT INTO post_letters (tenant, id, case_id, code, bordereau, position, tracking, state, since)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            tx.tenant(),
            letter.id,
            letter.case,
            letter.code,
            letter.bordereau,
            letter.position,
            letter.tracking,
            letter.state,
            letter.since
        ],
    )
}

/// Takes a letter out of a bordereau that is not closed yet; its number is free again.
pub fn remove_letter(tx: &mut Tx, letter: &Letter) -> Result<()> {
    let sql = "DELETE FROM post_letters WHERE tenant = $1 AND id = $2 AND state = 'prepared'";
    tx.execute(sql, args![tx.tenant(), letter.id])
}

pub fn letters_in(tx: &mut Tx, bordereau: &Id) -> Result<Vec<Letter>> {
    let sql = "SELECT * FROM post_letters WHERE tenant = $1 AND bordereau = $2 ORDER BY position";
    tx.all(sql, args![tx.tenant(), bordereau], read_letter)
}

/// The letters of an order, the last one last.
pub fn letters_of(tx: &mut Tx, case: &Id) -> Result<Vec<Letter>> {
    let sql = "SELECT * FROM post_letters WHERE tenant = $1 AND case_id = $2 ORDER BY since, id";
    tx.all(sql, args![tx.tenant(), case], read_letter)
}

pub fn by_tracking(tx: &mut Tx, tracking: &str) -> Result<Option<Letter>> {
    let sql = "SELECT * FROM post_letters WHERE tenant = $1 AND tracking = $2";
    tx.maybe(sql, args![tx.tenant(), tracking], read_letter)
}

fn read_letter(row: &Row) -> Result<Letter> {
    Ok(Letter {
        id: row.get("id")?,
        case: row.get("case_id")?,
        code: row.get("code")?,
        bordereau: row.get("bordereau")?,
        position: row.get("position")?,
        tracking: row.get("tracking")?,
        state: row.get("state")?,
        since: row.get("since")?,
    })
}

/// What is known of a letter from a day on.
pub fn tell(tx: &mut Tx, letter: &Id, state: LetterState, on: Day) -> Result<()> {
    let sql = "UPDATE post_letters SET state = $3, since = $4 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), letter, state, tx.now()])?;
    let sql = "SELECT COUNT(*) AS n FROM post_news WHERE tenant = $1 AND letter = $2";
    let seq = tx.count(sql, args![tx.tenant(), letter])? + 1;
    tx.execute(
        "INSERT INTO post_news (tenant, letter, seq, state, on_day, at, by_whom) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tx.tenant(), letter, seq, state, on, tx.now(), tx.actor().to_string()],
    )
}

pub fn news(tx: &mut Tx, letter: &Id) -> Result<Vec<News>> {
    let sql = "SELECT state, on_day FROM post_news WHERE tenant = $1 AND letter = $2 ORDER BY seq";
    tx.all(sql, args![tx.tenant(), letter], |row| Ok(News { state: row.get("state")?, on: row.get("on_day")? }))
}
