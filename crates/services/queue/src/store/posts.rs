//! SQL of posts: which agent sits at which counter.

use crate::model::{Pause, Post};
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args};

/// Whether the seat was free.
pub fn open(tx: &mut Tx, post: &Post, seat: i64) -> Result<bool> {
    let sql = "INSERT INTO queue_posts (tenant, id, site, counter, seat, agent, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
               ON CONFLICT DO NOTHING";
    let values = args![tx.tenant(), post.id, post.site, post.counter, seat, post.agent, post.opened_at];
    Ok(tx.changed(sql, values)? == 1)
}

pub fn close(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE queue_posts SET closed_at = $3 WHERE tenant = $1 AND id = $2 AND closed_at IS NULL";
    Ok(tx.changed(sql, args![tx.tenant(), id, tx.now()])? == 1)
}

pub fn pause(tx: &mut Tx, id: &Id, pause: Option<Pause>) -> Result<()> {
    let at = pause.map(|_| tx.now());
    let sql = "UPDATE queue_posts SET paused_at = $3, pause = $4 WHERE tenant = $1 AND id = $2 AND closed_at IS NULL";
    tx.execute(sql, args![tx.tenant(), id, at, pause])
}

/// The open post of an agent; locks it where rows are locked one by one.
pub fn of(tx: &mut Tx, agent: &str) -> Result<Option<Post>> {
    let sql = format!("SELECT * FROM queue_posts WHERE tenant = $1 AND agent = $2 AND closed_at IS NULL{}", tx.for_update());
    tx.maybe(&sql, args![tx.tenant(), agent], read)
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Post> {
    tx.one("SELECT * FROM queue_posts WHERE tenant = $1 AND id = $2 AND closed_at IS NULL", args![tx.tenant(), id], read)
}

/// Those that are open at a site.
pub fn at(tx: &mut Tx, site: &Id) -> Result<Vec<Post>> {
    let sql = "SELECT * FROM queue_posts WHERE tenant = $1 AND site = $2 AND closed_at IS NULL ORDER BY counter, seat";
    tx.all(sql, args![tx.tenant(), site], read)
}

/// Nobody sits at a counter at night.
pub fn close_before(tx: &mut Tx, moment: Moment) -> Result<()> {
    let sql = "UPDATE queue_posts SET closed_at = $3 WHERE tenant = $1 AND opened_at < $2 AND closed_at IS NULL";
    tx.execute(sql, args![tx.tenant(), moment, tx.now()])
}

fn read(row: &Row) -> Result<Post> {
    Ok(Post {
        id: row.get("id")?,
        site: row.get("site")?,
        counter: row.get("counter")?,
        agent: row.get("agent")?,
        opened_at: row.get("opened_at")?,
        paused: row.get::<Option<Moment>>("paused_at")?.zip(row.get::<Option<Pause>>("pause")?),
    })
}
