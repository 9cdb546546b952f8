//! Work nobody waits for.

use crate::store::kiosks;
use platform::{Ctx, Job, Result, Tx};
use serde::{Deserialize, Serialize};

pub const ERASE: &str = "assisted.erase_scans";
/// A visit names nothing after its end; its row counts for the page of the kiosk, then goes.
const VISIT_DAYS: i64 = 30;

#[derive(Serialize, Deserialize)]
pub struct Erase {
    pub blobs: Vec<String>,
}

/// Removes the scans of papers whose citizen was erased.
pub async fn erase_scans(ctx: Ctx, job: Job) -> Result<()> {
    let asked: Erase = job.payload()?;
    let (blobs, tenant) = (ctx.app().blobs().clone(), ctx.commune().code.clone());
    asked.blobs.iter().try_for_each(|blob| blobs.erase(&tenant, blob))
}

pub fn sweep(tx: &mut Tx) -> Result<()> {
    kiosks::sweep_visits(tx, tx.now().plus_secs(-VISIT_DAYS * 86_400))
}
