//! Room on the disk, as the system's `df` tells it.

use std::path::Path;
use std::process::Command;

/// Bytes free and in all on the disk of a folder; `None` when the system does not say.
pub fn room(folder: &Path) -> Option<(u64, u64)> {
    let said = Command::new("df").args(["-P", "-k", "--"]).arg(folder).env("LC_ALL", "C").output().ok()?;
    read(&String::from_utf8_lossy(&said.stdout))
}

fn read(said: &str) -> Option<(u64, u64)> {
    let mut columns = said.lines().nth(1)?.split_whitespace().skip(1);
    let (total, _used, free) = (columns.next()?, columns.next()?, columns.next()?);
    Some((free.parse::<u64>().ok()? * 1_024, total.parse::<u64>().ok()? * 1_024))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_is_read_from_what_the_system_says() {
        let said = "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/vda1 1000 400 600 40% /\n";
        assert_eq!(read(said), Some((600 * 1_024, 1_000 * 1_024)));
        assert_eq!(read("nothing"), None);
        assert!(room(Path::new("/")).is_some_and(|(free, total)| free <= total));
    }
}
