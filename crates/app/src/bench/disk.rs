//! What the disk does by itself: pages appended and made durable one after the other.

use platform::Result;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const PAGE: usize = 4_096;
const PAGES: u64 = 1_024;

/// `fdatasync` after each page of a file that is already as long as it gets, as a write-ahead log is.
pub fn syncs_per_second(folder: &Path, each: Duration) -> Result<f64> {
    use std::os::unix::fs::FileExt;
    let path = folder.join("sync");
    let mut file = File::create(&path)?;
    let page = [0x5A_u8; PAGE];
    for _ in 0..PAGES {
        file.write_all(&page)?;
    }
    file.sync_all()?;
    let (began, mut count) = (Instant::now(), 0_u64);
    while began.elapsed() < each {
        file.write_all_at(&page, count % PAGES * PAGE as u64)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = count as f64 / began.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}
