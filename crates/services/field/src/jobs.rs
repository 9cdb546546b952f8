//! Work nobody waits for. Every job is safe to run twice.

use crate::store;
use platform::{Ctx, Job, Result, Tx};

pub const ERASE: &str = "field.erase_photos";
/// A photograph that came late waits this long for somebody to look at it.
const KEPT_DAYS: i64 = 365;
const AT_ONCE: i64 = 500;

/// Photographs that no file took over are erased in the end; that something came, and when, stays.
pub fn forget(tx: &mut Tx) -> Result<()> {
    let before = tx.now().plus_secs(-KEPT_DAYS * 86_400);
    let mut erased = Vec::new();
    for (key, photo, thumb) in store::photos_before(tx, before, AT_ONCE)? {
        store::drop_photo(tx, &key)?;
        erased.extend([photo, thumb]);
    }
    if erased.is_empty() { Ok(()) } else { tx.job(ERASE, &erased) }
}

pub async fn erase(ctx: Ctx, job: Job) -> Result<()> {
    let erased: Vec<String> = job.payload()?;
    let (blobs, tenant) = (ctx.app().blobs().clone(), ctx.commune().code.clone());
    erased.iter().try_for_each(|blob| blobs.erase(&tenant, blob))
}
