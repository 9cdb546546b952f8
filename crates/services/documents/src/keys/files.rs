//! Files of the data folder: keys that an earlier version kept there, and roots that the machine's keeper trusts.

use super::{Holder, Place};
use platform::Config;
use std::fs;
use std::path::PathBuf;

fn folder(config: &Config, tenant: &str) -> PathBuf {
    config.data.join("signing").join(tenant)
}

/// The certificates in `signing/<commune>/roots/*.pem`.
pub fn roots(config: &Config, tenant: &str) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder(config, tenant).join("roots")) else { return Vec::new() };
    let texts = entries.flatten().filter_map(|entry| fs::read_to_string(entry.path()).ok());
    texts.flat_map(|text| signing::certificates(&text)).collect()
}

/// A key that lies where they lay before the store kept them.
pub fn old(config: &Config, tenant: &str, holder: &Holder) -> Option<Place> {
    let name = match holder {
        Holder::Person(id) => format!("{id}.pem"),
        Holder::Office(_) => return None,
        Holder::Seal => "seal.pem".into(),
        Holder::Root => "root-key.pem".into(),
    };
    fs::read_to_string(folder(config, tenant).join(name)).ok().map(Place::File)
}
