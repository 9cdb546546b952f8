//! The communes that this program serves, held in memory because every request asks for one.

use kernel::Label;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;
use store::{Result, Row, Tx, args};

kernel::words! {
    /// A listed commune has a name and areas; an open one serves its citizens.
    pub enum State { Listed = "listed", Open = "open" }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Commune {
    /// HCP code, the tenant of every row.
    pub code: Arc<str>,
    pub slug: String,
    pub host: Option<String>,
    /// Three letters of its public codes.
    pub prefix: String,
    pub name: Label,
    pub state: State,
    pub profile: Profile,
}

/// What a commune shows of itself; edited in the administration pages.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    pub motto: Option<Label>,
    /// Address of the emblem's blob, already re-encoded.
    pub emblem: Option<String>,
    /// Accent as `#rrggbb`; empty: the house's river blue.
    pub colour: String,
    pub phone: String,
    pub email: String,
    pub address: Option<Label>,
    pub hours: Option<Label>,
    /// Number of the declaration to the CNDP (law 09-08), shown on every form.
    pub cndp: String,
}

#[derive(Debug, Default)]
pub struct Communes {
    all: Vec<Arc<Commune>>,
    codes: HashMap<Arc<str>, usize>,
    slugs: HashMap<String, usize>,
    hosts: HashMap<String, usize>,
}

impl Communes {
    pub fn new(all: Vec<Commune>) -> Communes {
        let mut communes = Communes::default();
        for (place, commune) in all.into_iter().enumerate() {
            communes.codes.insert(commune.code.clone(), place);
            communes.slugs.insert(commune.slug.clone(), place);
            communes.hosts.extend(commune.host.clone().map(|host| (host, place)));
            communes.all.push(Arc::new(commune));
        }
        communes
    }

    pub fn by_code(&self, code: &str) -> Option<Arc<Commune>> {
        self.codes.get(code).map(|place| self.all[*place].clone())
    }

    pub fn by_slug_or_code(&self, name: &str) -> Option<Arc<Commune>> {
        self.slugs.get(name).map(|place| self.all[*place].clone()).or_else(|| self.by_code(name))
    }

    pub fn by_host(&self, host: &str) -> Option<Arc<Commune>> {
        self.hosts.get(host).map(|place| self.all[*place].clone())
    }

    pub fn all(&self) -> &[Arc<Commune>] {
        &self.all
    }

    pub fn open(&self) -> impl Iterator<Item = &Arc<Commune>> {
        self.all.iter().filter(|commune| commune.state == State::Open)
    }
}

/// Every commune, read in the name of the system over all tenants.
pub fn load(tx: &mut Tx) -> Result<Communes> {
    let profiles: HashMap<String, String> = tx
        .all("SELECT tenant, value FROM platform_settings WHERE key = 'profile'", vec![], |row| {
            Ok((row.get::<String>("tenant")?, row.get::<String>("value")?))
        })?
        .into_iter()
        .collect();
    let all = tx.all("SELECT * FROM platform_tenants ORDER BY tenant", vec![], |row| read(row, &profiles))?;
    Ok(Communes::new(all))
}

fn read(row: &Row, profiles: &HashMap<String, String>) -> Result<Commune> {
    let code: String = row.get("tenant")?;
    let profile = profiles.get(&code).map(|text| serde_json::from_str(text)).transpose()?.unwrap_or_default();
    Ok(Commune {
        slug: row.get("slug")?,
        host: row.get("host")?,
        prefix: row.get("prefix")?,
        name: serde_json::from_str(&row.get::<String>("name")?)?,
        state: row.get("state")?,
        code: code.into(),
        profile,
    })
}

/// Stores what a commune shows of itself. Requests see it once `App::refresh_communes` has run.
pub fn save_profile(tx: &mut Tx, profile: &Profile) -> Result<()> {
    tx.set_setting("profile", profile)?;
    tx.record("platform.profile_saved", tx.tenant(), profile)
}

/// The three letters of this commune's public codes.
pub fn prefix(tx: &mut Tx) -> Result<Arc<String>> {
    let sql = "SELECT prefix FROM platform_tenants WHERE tenant = $1";
    tx.remembered("communes.prefix", |tx| tx.one(sql, args![tx.tenant()], |row| row.get("prefix")))
}

/// The name of this commune.
pub fn name(tx: &mut Tx) -> Result<Label> {
    let sql = "SELECT name FROM platform_tenants WHERE tenant = $1";
    Ok(serde_json::from_str(&tx.one(sql, args![tx.tenant()], |row| row.get::<String>("name"))?)?)
}

/// Adds a commune, or opens one that was only listed.
pub fn add(tx: &mut Tx, commune: &Commune) -> Result<()> {
    tx.execute(
        "INSERT INTO platform_tenants (tenant, slug, host, prefix, name, state) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant) DO UPDATE SET state = excluded.state",
        args![&*commune.code, commune.slug, commune.host, commune.prefix, serde_json::to_string(&commune.name)?, commune.state],
    )
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn two_communes() -> Communes {
        let commune = |code: &str, slug: &str, host: Option<&str>| Commune {
            code: code.into(),
            slug: slug.into(),
            host: host.map(str::to_owned),
            prefix: slug[..3].to_uppercase(),
            name: Label::new(slug, slug),
            state: State::Open,
            profile: Profile::default(),
        };
        Communes::new(vec![commune("04.441.01.0", "sale", None), commune("04.421.01.0", "rabat", Some("rabat.test"))])
    }
}
