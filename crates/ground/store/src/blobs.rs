//! Files: content-addressed, sealed, on disk before the row that names them commits.

use crate::problem::{Problem, Result};
use crate::seal::Keys;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
        let address = self.keys.blob_address(tenant, content)?;
        let path = self.path(tenant, &address)?;
        if path.exists() {
            return Ok(address);
        }
        let folder = path.parent().ok_or_else(|| Problem::internal("blob path"))?;
        fs::create_dir_all(folder)?;
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

    /// Removes the file: erasure of an attachment.
    pub fn erase(&self, tenant: &str, address: &str) -> Result<()> {
        match fs::remove_file(self.path(tenant, address)?) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_sealed_shared_and_erased() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Arc::new(Keys::fresh().unwrap());
        let blobs = Blobs::open(folder.path(), keys).unwrap();
        let address = blobs.put("04.441.01.0", b"marker-photo").unwrap();
        assert_eq!(blobs.put("04.441.01.0", b"marker-photo").unwrap(), address);
        assert_ne!(blobs.put("01.511.01.0", b"marker-photo").unwrap(), address);
        let path = blobs.path("04.441.01.0", &address).unwrap();
        let raw = fs::read(&path).unwrap();
        assert!(!raw.windows(6).any(|w| w == b"marker"));
        assert_eq!(blobs.get("04.441.01.0", &address).unwrap(), b"marker-photo");
        assert_eq!(blobs.get("01.511.01.0", &address), Err(Problem::NotFound));
        assert_eq!(blobs.get("04.441.01.0", "../../../etc/passwd"), Err(Problem::NotFound));
        blobs.erase("04.441.01.0", &address).unwrap();
        assert_eq!(blobs.get("04.441.01.0", &address), Err(Problem::NotFound));
    }
}
