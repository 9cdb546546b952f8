//! Nouns: a company or an association, and the people who act for it.

use kernel::{Day, Id, Moment};
use sending::To;

kernel::words! {
    pub enum OrganisationKind { Company = "company", Association = "association" }
}

kernel::words! {
    /// Who binds it by law (manager, president), or whom that one has mandated.
    pub enum Role { Legal = "legal", Delegate = "delegate" }
}

/// A company or an association. Its name may be its owner's: sealed like a person's.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    pub id: Id,
    pub kind: OrganisationKind,
    pub name: String,
    /// ICE of a company; number of the declaration receipt of an association.
    pub number: String,
    /// Where the commune writes to it.
    pub contact: To,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewOrganisation {
    pub kind: OrganisationKind,
    pub name: String,
    pub number: String,
    pub contact: To,
}

/// A person acts for an organisation, from a day to a day, with a paper that staff saw.
#[derive(Debug, Clone, PartialEq)]
pub struct Representative {
    pub id: Id,
    pub organisation: Id,
    pub person: Id,
    pub role: Role,
    pub proof: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub ended_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewRepresentative {
    pub organisation: Id,
    pub person: Id,
    pub role: Role,
    pub proof: String,
    pub starts_on: Day,
    pub ends_on: Day,
}

/// What somebody may do today.
#[derive(Debug, Clone, PartialEq)]
pub struct Acting {
    pub organisation: Organisation,
    pub role: Role,
    pub until: Day,
}

impl Representative {
    pub fn holds_on(&self, day: Day) -> bool {
        self.ended_at.is_none() && self.starts_on <= day && day <= self.ends_on
    }
}
