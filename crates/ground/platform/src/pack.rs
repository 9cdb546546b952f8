//! The country as data: files of a pack, from inside the program or from a folder.

use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use store::{Problem, Result};

#[derive(RustEmbed)]
#[folder = "../../../packs/morocco"]
#[allow_missing = true]
struct Morocco;

/// A source of pack files.
#[derive(Debug, Clone, PartialEq)]
pub enum Pack {
    Embedded,
    Folder(PathBuf),
}

impl Pack {
    /// The pack in a folder, or the embedded one when `folder` is empty.
    pub fn at(folder: &str) -> Pack {
        if folder.is_empty() { Pack::Embedded } else { Pack::Folder(folder.into()) }
    }

    /// A file's text. Says which file is missing.
    pub fn text(&self, name: &str) -> Result<String> {
        let bytes = match self {
            Pack::Embedded => Morocco::get(name).map(|file| file.data.into_owned()),
            Pack::Folder(folder) => std::fs::read(folder.join(name)).ok(),
        };
        let bytes = bytes.ok_or_else(|| fault(name, "the file is missing"))?;
        String::from_utf8(bytes).map_err(|error| fault(name, error))
    }

    /// A TOML file as a typed value; unknown keys are refused by the type.
    pub fn toml<T: DeserializeOwned>(&self, name: &str) -> Result<T> {
        toml::from_str(&self.text(name)?).map_err(|error| fault(name, error))
    }

    /// Names of the files below a folder of the pack, sorted.
    pub fn list(&self, below: &str) -> Vec<String> {
        let mut names: Vec<String> = match self {
            Pack::Embedded => Morocco::iter().map(|name| name.into_owned()).filter(|name| name.starts_with(below)).collect(),
            Pack::Folder(folder) => {
                let entries = std::fs::read_dir(folder.join(below)).into_iter().flatten().flatten();
                entries.filter(|entry| entry.path().is_file()).map(|entry| join(below, &entry.path())).collect()
            }
        };
        names.sort();
        names
    }
}

fn join(below: &str, path: &Path) -> String {
    format!("{}/{}", below.trim_end_matches('/'), path.file_name().unwrap_or_default().to_string_lossy())
}

/// What is wrong in a pack file, as a refusal to start.
pub fn fault(name: &str, error: impl std::fmt::Display) -> Problem {
    kernel::Refusal::new("platform-pack-wrong").with("file", name).with("error", error).into()
}
