//! Roles of the pack: plain lists of permissions, checked against those that the modules declare.

use crate::pack::{Pack, fault};
use kernel::Label;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use store::Result;

/// What a member of staff is: a name in four languages and the permissions that come with it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: String,
    pub name: Label,
    #[serde(default)]
    pub hint: Option<Label>,
    pub permissions: Vec<String>,
    /// Whether signing in takes a second factor.
    #[serde(default)]
    pub second_factor: bool,
    /// Works for someone else than the commune: a contractor, a program.
    #[serde(default)]
    pub external: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RolesFile {
    /// Every permission that a role may name; the program compares the list with what its modules declare.
    permissions: BTreeSet<String>,
    role: Vec<Role>,
}

/// The roles by id, in the order of the pack.
pub type Roles = BTreeMap<String, Role>;

/// Reads `roles.toml`. A role that names an unknown permission stops the start.
pub fn load(pack: &Pack) -> Result<Roles> {
    let file: RolesFile = pack.toml("roles.toml")?;
    for role in &file.role {
        if let Some(unknown) = role.permissions.iter().find(|name| !file.permissions.contains(*name)) {
            return Err(fault("roles.toml", format!("role {} names the unknown permission {unknown}", role.id)));
        }
    }
    Ok(file.role.into_iter().map(|role| (role.id.clone(), role)).collect())
}
