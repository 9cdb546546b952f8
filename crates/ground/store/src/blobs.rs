//! Files: sealed, on disk before the row that names them commits. Each is kept under an address of its own, also when another
//! file has the same content: who erases his file never erases somebody else's.

use crate::problem::{Problem, Result};
use crate::seal::Keys;
use kernel::Moment;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A staged file older than this was left by a process that ended.
const DAY_SECS: i64 = 86_400;

/// The sealed files of all communes, below one folder.
#[derive(Clone)]
pub struct Blobs {
    root: PathBuf,
    keys: Arc<Keys>,
}

impl Blobs {
    pub fn open(root: &Path, keys: Arc<Keys>) -> Result<Self> {
        fs::create_dir_all(root)?;
        Ok(Blobs { root: root.to_owned(), keys })
    }

    /// Seals, writes, fsyncs file and folder, and gives the address. Blocking: call it through `ctx.keep_file`.
    pub fn put(&self, tenant: &str, content: &[u8]) -> Result<String> {
        let address = crate::seal::hex(&self.keys.random::<32>()?);
        let path = self.path(tenant, &address)?;
        let folder = path.parent().ok_or_else(|| Problem::internal("blob path"))?;
        make_folder(folder)?;
        let sealed = self.keys.seal_blob(tenant, &address, content)?;
        let staged = folder.join(format!(".{}.{}", &address[..16], crate::seal::hex(&self.keys.random::<4>()?)));
        let mut file = fs::File::create_new(&staged)?;
        let written = file.write_all(&sealed).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&staged, &path));
        if let Err(error) = written {
            let _ = fs::remove_file(&staged);
            return Err(error.into());
        }
        fs::File::open(folder)?.sync_all()?;
        Ok(address)
    }

    /// The content behind an address. `NotFound` when it was erased.
    pub fn get(&self, tenant: &str, address: &str) -> Result<Vec<u8>> {
        let sealed = fs::read(self.path(tenant, address)?).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Problem::NotFound,
            _ => error.into(),
        })?;
        self.keys.open_blob(tenant, address, &sealed)
    }

    /// Tells whether the same content came before, without telling what it is.
    pub fn mark(&self, tenant: &str, content: &[u8]) -> Result<String> {
        self.keys.mark(tenant, content)
    }

    /// Removes the file: erasure of an attachment.
    pub fn erase(&self, tenant: &str, address: &str) -> Result<()> {
        match fs::remove_file(self.path(tenant, address)?) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Removes what was being written when a process ended: staged files older than a day. Says how many.
    pub fn sweep(&self, now: Moment) -> Result<usize> {
        let mut swept = 0;
        for tenant in folders(&self.root)? {
            for folder in folders(&tenant)? {
                for entry in fs::read_dir(folder)? {
                    let entry = entry?;
                    let staged = entry.file_name().to_string_lossy().starts_with('.');
                    let age = entry
                        .metadata()
                        .and_then(|about| about.modified())
                        .ok()
                        .and_then(|at| jiff::Timestamp::try_from(at).ok());
                    if staged && age.is_some_and(|at| now.secs_since(Moment(at)) > DAY_SECS) {
                        fs::remove_file(entry.path())?;
                        swept += 1;
                    }
                }
            }
        }
        Ok(swept)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    fn path(&self, tenant: &str, address: &str) -> Result<PathBuf> {
        let safe =
            |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'.') && !text.contains("..");
        if !safe(tenant) || !safe(address) || address.len() < 8 {
            return Err(Problem::NotFound);
        }
        Ok(self.root.join(tenant).join(&address[..2]).join(address))
    }
}

/// A folder is on disk only when the folder above it says so too.
fn make_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_folder(above)?;
        match fs::create_dir(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error.into()),
            _ => fs::File::open(above)?.sync_all()?,
        }
    }
    Ok(())
}

fn folders(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.push(entry.path());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_sealed_and_erased_alone() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Arc::new(Keys::fresh().unwrap());
        let blobs = Blobs::open(folder.path(), keys).unwrap();
        let address = blobs.put("04.441.01.0", b"marker-photo").unwrap();
        let same = blobs.put("04.441.01.0", b"marker-photo").unwrap();
        assert_ne!(same, address);
        let path = blobs.path("04.441.01.0", &address).unwrap();
        let raw = fs::read(&path).unwrap();
        assert!(!raw.windows(6).any(|w| w == b"marker"));
        assert_eq!(blobs.get("04.441.01.0", &address).unwrap(), b"marker-photo");
        assert_eq!(blobs.get("01.511.01.0", &address), Err(Problem::NotFound));
        assert_eq!(blobs.get("04.441.01.0", "../../../etc/passwd"), Err(Problem::NotFound));
        let staged = path.with_file_name(".staged");
        fs::write(&staged, b"half").unwrap();
        let written = Moment(jiff::Timestamp::try_from(staged.metadata().unwrap().modified().unwrap()).unwrap());
        assert_eq!(blobs.sweep(written).unwrap(), 0);
        assert_eq!(blobs.sweep(written.plus_secs(DAY_SECS + 2)).unwrap(), 1);
        assert!(path.exists() && !staged.exists());
        blobs.erase("04.441.01.0", &address).unwrap();
        assert_eq!(blobs.get("04.441.01.0", &address), Err(Problem::NotFound));
        assert_eq!(blobs.get("04.441.01.0", &same).unwrap(), b"marker-photo", "somebody else's file stays");
    }
}
