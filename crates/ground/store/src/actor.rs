//! Who acts, and what they may do where.

use kernel::{Id, Refusal};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The power to do one kind of thing. Declared as a const by a module; roles of the pack list it by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Permission(pub &'static str);

/// The person, program or part of the house that acts; it stands in every journal entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Actor {
    /// Nobody signed in.
    Public,
    /// A citizen with an account.
    Citizen { account: Id },
    /// A member of staff, with the grants valid today.
    Staff { account: Id, person: Id, grants: Arc<[Grant]> },
    /// A program with a key, such as an Open311 client.
    Key { key: Id, grants: Arc<[Grant]> },
    /// The house itself: jobs, commands, migrations.
    System { part: &'static str },
}

/// One dated grant, already reduced to what it allows: the permissions of its role, in a unit, in an area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Grant {
    pub role: String,
    pub permissions: Vec<String>,
    /// `None` means every unit.
    pub unit: Option<Id>,
    /// HCP code of the area whose subtree is meant; `None` means the whole commune.
    pub area: Option<String>,
}

impl Actor {
    pub const fn system() -> Actor {
        Actor::System { part: "house" }
    }

    pub fn grants(&self) -> &[Grant] {
        match self {
            Actor::Staff { grants, .. } | Actor::Key { grants, .. } => grants,
            _ => &[],
        }
    }

    /// Whether any grant of this actor carries the permission. A hole refuses.
    pub fn may(&self, permission: Permission) -> bool {
        matches!(self, Actor::System { .. }) || self.grants().iter().any(|grant| grant.allows(permission))
    }

    /// Fails with what is missing, for commands and actions that are reached without a page.
    pub fn must(&self, permission: Permission) -> Result<(), Refusal> {
        if self.may(permission) { Ok(()) } else { Err(Refusal::new("platform-not-allowed").with("permission", permission.0)) }
    }

    pub fn account(&self) -> Option<&Id> {
        match self {
            Actor::Citizen { account } | Actor::Staff { account, .. } => Some(account),
            _ => None,
        }
    }

    pub fn is_staff(&self) -> bool {
        matches!(self, Actor::Staff { .. })
    }
}

impl Grant {
    pub fn allows(&self, permission: Permission) -> bool {
        self.permissions.iter().any(|name| name == permission.0)
    }
}

/// As it stands in the journal: a kind and an id, never a name.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actor::Public => f.write_str("public"),
            Actor::Citizen { account } => write!(f, "citizen:{account}"),
            Actor::Staff { account, .. } => write!(f, "staff:{account}"),
            Actor::Key { key, .. } => write!(f, "key:{key}"),
            Actor::System { part } => write!(f, "system:{part}"),
        }
    }
}
