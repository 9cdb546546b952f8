//! What must hold for every module, asked of all of them.

use app::{modules, reference};
use platform::{Access, Module};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

const LONGEST_FILE: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// Files of the repository below a folder, without what is built.
fn files(below: &str) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![root().join(below)]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            if path.is_dir() && !matches!(name.to_str(), Some("target" | "node_modules" | "dist" | ".git")) {
                open.push(path);
            } else if path.is_file() {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Name of each crate of the workspace and the crates of the workspace that it names, outside of tests.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let said = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output();
    let said: serde_json::Value = serde_json::from_slice(&said.expect("cargo metadata").stdout).expect("its JSON");
    let packages = said["packages"].as_array().expect("packages");
    let ours: BTreeSet<&str> = packages.iter().filter_map(|one| one["name"].as_str()).collect();
    packages
        .iter()
        .map(|package| {
            let named = package["dependencies"].as_array().expect("dependencies").iter().filter(|one| one["kind"].is_null());
            let named = named.filter_map(|one| one["name"].as_str()).filter(|name| ours.contains(name)).map(str::to_owned);
            (package["name"].as_str().unwrap_or_default().to_owned(), named.collect())
        })
        .collect()
}

#[test]
fn order_is_respected() {
    let order: Vec<String> = modules::all().iter().map(|module| module.name.to_owned()).collect();
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut faults = Vec::new();
    for (name, named) in dependencies() {
        let Some(own) = place(&name) else { continue };
        faults.extend(
            named
                .iter()
                .filter(|other| place(other).is_some_and(|other| other >= own))
                .map(|other| format!("{name} names {other}, which stands after it in modules.rs")),
        );
        faults.extend(named.iter().filter(|other| *other == "app").map(|_| format!("{name} names the program itself")));
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_module_of_the_workspace_is_in_the_list() {
    let order: BTreeSet<String> = modules::all().iter().map(|module| module.name.to_owned()).collect();
    let floors = ["registers", "services", "chamber", "windows"];
    let folders =
        floors.iter().flat_map(|floor| std::fs::read_dir(root().join("crates").join(floor)).into_iter().flatten().flatten());
    let absent: Vec<String> = folders
        .filter(|folder| folder.path().join("Cargo.toml").is_file())
        .map(|folder| folder.file_name().to_string_lossy().into_owned())
        .filter(|name| !order.contains(name))
        .collect();
    assert_eq!(absent, Vec::<String>::new());
}

#[test]
fn roles_and_modules_name_the_same_permissions() {
    #[derive(serde::Deserialize)]
    struct Listed {
        permissions: BTreeSet<String>,
    }
    let listed: Listed = platform::Pack::Embedded
        .toml::<toml::Table>("roles.toml")
        .and_then(|table| table.try_into().map_err(platform::Problem::internal))
        .expect("roles.toml");
    let mut declared = BTreeMap::new();
    for module in modules::all() {
        for permission in module.declared_permissions() {
            assert_eq!(declared.insert(permission.0.to_owned(), module.name), None, "{} is declared twice", permission.0);
        }
    }
    assert_eq!(listed.permissions, declared.into_keys().collect());
}

#[test]
fn a_route_asks_for_a_permission_that_some_module_declares() {
    let all = modules::all();
    let declared: BTreeSet<&str> = all.iter().flat_map(|module| module.declared_permissions()).map(|one| one.0).collect();
    for route in all.iter().flat_map(|module| module.declared_routes()) {
        if let Access::Holds(permission) = route.info.access {
            assert!(
                declared.contains(permission.0),
                "{} {} needs the unknown {}",
                route.info.method,
                route.info.path,
                permission.0
            );
        }
    }
}

#[test]
fn no_module_touches_the_tables_of_another() {
    let owners: Vec<String> =
        modules::all().iter().map(|module| module.name.to_owned()).chain(["platform".into(), "access".into()]).collect();
    let mut faults = Vec::new();
    for path in files("crates") {
        let inside = shown(&path);
        let crate_name = inside.split('/').nth(2).unwrap_or_default().to_owned();
        let tests = inside.contains("/tests") || inside.starts_with("crates/ground/") || inside.starts_with("crates/app/");
        if !inside.ends_with(".rs") || tests {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source file");
        for (line, table) in tables_named(&text) {
            let owner = owners.iter().filter(|owner| table.starts_with(&format!("{owner}_"))).max_by_key(|owner| owner.len());
            if owner.is_some_and(|owner| *owner != crate_name) {
                faults.push(format!("{inside}:{line} names the table {table}"));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// Words that stand where SQL names a table, with their lines.
fn tables_named(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, words) in text.lines().enumerate() {
        let words: Vec<&str> = words.split(|c: char| c.is_whitespace() || "(),;\"".contains(c)).collect();
        for pair in words.windows(2) {
            if matches!(pair[0], "FROM" | "JOIN" | "INTO" | "UPDATE" | "TABLE")
                && pair[1].contains('_')
                && pair[1].chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
            {
                found.push((line + 1, pair[1].to_owned()));
            }
        }
    }
    found
}

#[test]
fn files_stay_short() {
    let ends = [".rs", ".html", ".css", ".js", ".mjs"];
    let sources = files("crates").into_iter().chain(files("web/src")).chain(files("tests"));
    let long: Vec<String> = sources
        .filter(|path| ends.iter().any(|end| path.to_string_lossy().ends_with(end)))
        .filter_map(|path| {
            let lines = std::fs::read_to_string(&path).ok()?.lines().count();
            (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines", shown(&path)))
        })
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn every_source_file_opens_with_a_sentence() {
    let sources = files("crates").into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let silent: Vec<String> = sources
        .filter(|path| !std::fs::read_to_string(path).is_ok_and(|text| text.starts_with("//! ")))
        .map(|path| shown(&path))
        .collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn the_generated_documents_are_up_to_date() {
    let folder = root().join("docs/generated");
    let stale: Vec<&str> = reference::pages(&modules::all())
        .expect("the documents")
        .into_iter()
        .filter(|(name, text)| std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| name)
        .collect();
    assert!(stale.is_empty(), "run `cargo run -p app -- generate-docs docs/generated`: {stale:?} changed");
}

#[tokio::test]
async fn every_module_holds_what_modules_promise() {
    // The town brings the look by itself.
    let others: Vec<Module> = modules::all().into_iter().filter(|module| module.name != "ui").collect();
    let town = testing::Town::with(others).await;
    let faults: Vec<String> = modules::all().iter().flat_map(|module| testing::check_module(&town.app, module)).collect();
    assert_eq!(faults, Vec::<String>::new());
}
