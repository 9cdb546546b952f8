//! The one configuration file: every key has a default, a reason, and an environment variable.

mod limits;

pub use limits::Limits;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use store::{Place, Problem, Result, database_file};

/// What the machine's keeper decides. A commune's own settings live in its database and are edited in pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Folder of the database, the sealed files, the key and the backups.
    pub data: PathBuf,
    /// Address and port to listen on.
    pub listen: String,
    /// Address that people type, such as `https://services.sale.ma`; empty: taken from the request.
    pub public_url: String,
    /// HCP code of the commune shown when neither host nor path names one.
    pub commune: String,
    /// Folder of the country pack; empty: the pack inside the program.
    pub pack: String,
    /// What is logged: `error`, `warn`, `info`, `debug`, or a filter of the `tracing` kind.
    pub log: String,
    /// True behind a reverse proxy that sets `X-Forwarded-For` and `X-Forwarded-Proto`.
    pub behind_proxy: bool,
    /// Demonstration mode: visible outbox, hand on the clock, the API key `demo`. Never with real people.
    pub demo: bool,
    /// Issuer of a provider of identity on this machine that the demonstration offers at sign-in (`tests/identity`); empty: none.
    pub demo_identity: String,
    pub database: Database,
    pub tls: Tls,
    pub mail: Mail,
    pub sms: Sms,
    pub backup: Backup,
    pub signing: Signing,
    pub scanner: Scanner,
    pub limits: Limits,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Database {
    /// `postgres://…` for PostgreSQL; empty: SQLite in the data folder.
    pub url: String,
    /// `postgres://…` of the role that owns the tables, used by `migrate` and `commune add`; empty: the same as `url`.
    pub owner_url: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Tls {
    /// PEM file of the certificate chain; empty: plain HTTP, behind a proxy.
    pub certificate: String,
    /// PEM file of the private key.
    pub key: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// `smtp://user:password@host:587` (STARTTLS) or `smtps://…`; empty: e-mail is not sent and says so.
    pub smtp_url: String,
    /// Sender, such as `Commune de Salé <services@sale.ma>`.
    pub from: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sms {
    /// Address of the HTTP gateway; `{to}` and `{text}` are replaced, or sent as JSON when absent. Empty: no SMS.
    pub gateway_url: String,
    /// Value of the `Authorization` header.
    pub authorization: String,
    /// Secret that the gateway sends with each SMS to the commune (`POST /sms/in`), at least 20 characters; empty: no SMS is taken.
    pub incoming_secret: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Backup {
    /// Civil hour of the nightly backup, 0 to 23; 24: never.
    pub hour: i8,
    /// Folder of the backups; empty: `backups` in the data folder.
    pub folder: String,
    /// Second folder, on another machine's disk, that each backup is copied to; empty: none, and the doctor says so.
    pub off_host: String,
    /// Backups kept.
    pub keep: usize,
}

/// Keys that sign papers, and the authority that stamps the time. Which key is whose is said by `jamaa signer`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Signing {
    /// PKCS #11 library of the cards, sticks or hardware module of this machine (`.so`); empty: keys are token files.
    pub library: String,
    /// Days before the end of a certificate from which the doctor and the signing page speak of it.
    pub warn_days: i64,
    /// Address of the time-stamp authority (RFC 3161); empty: signatures carry no time stamp (PAdES B-B).
    pub stamp_url: String,
    /// Seconds that the authority may take.
    pub stamp_seconds: u64,
    /// PEM file of the authority's root, which the verification then trusts.
    pub stamp_certificate: String,
    /// When the authority does not answer: `later` signs and adds the stamp when it answers again, `never` signs without, `refuse` does not sign.
    pub stamp_absent: String,
    /// Wrong PINs in a row after which a key is locked for a day, or until an administrator unlocks it.
    pub wrong_pins: u32,
}

/// The virus scanner that looks at what people send.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Scanner {
    /// ClamAV's clamd: `host:port`, or the path of its socket; empty: no file is looked at, and the desk is told so.
    pub address: String,
    /// Seconds that it may take for one file.
    pub seconds: u64,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            data: PathBuf::from("data"),
            listen: "127.0.0.1:8080".into(),
            public_url: String::new(),
            commune: "04.441.01.0".into(),
            pack: String::new(),
            log: "info".into(),
            behind_proxy: false,
            demo: false,
            demo_identity: String::new(),
            database: Database::default(),
            tls: Tls::default(),
            mail: Mail::default(),
            sms: Sms::default(),
            backup: Backup::default(),
            signing: Signing::default(),
            scanner: Scanner::default(),
            limits: Limits::default(),
        }
    }
}

impl Default for Backup {
    fn default() -> Self {
        Backup { hour: 2, folder: String::new(), off_host: String::new(), keep: 14 }
    }
}

impl Default for Signing {
    fn default() -> Self {
        Signing {
            library: String::new(),
            warn_days: 30,
            stamp_url: String::new(),
            stamp_seconds: 5,
            stamp_certificate: String::new(),
            stamp_absent: "later".into(),
            wrong_pins: 10,
        }
    }
}

impl Default for Scanner {
    fn default() -> Self {
        Scanner { address: String::new(), seconds: 60 }
    }
}

impl Config {
    /// Reads the file, if one is named, then the environment (`JAMAA_LISTEN`, `JAMAA_DATABASE_URL`…). Unknown keys are refused.
    pub fn load(file: Option<&Path>, env: impl Fn(&str) -> Option<String>) -> Result<Config> {
        let text = match file {
            Some(path) => std::fs::read_to_string(path).map_err(|error| refusal(&path.display().to_string(), error))?,
            None => String::new(),
        };
        let origin = file.map_or_else(|| "environment".into(), |path| path.display().to_string());
        let mut table: toml::Table = text.parse().map_err(|error| refusal(&origin, error))?;
        let known = toml::Table::try_from(Config::default()).map_err(Problem::internal)?;
        overlay(&mut table, &known, "JAMAA", &env)?;
        table.try_into().map_err(|error| refusal(&origin, error))
    }

    /// Refuses values that would be silently useless.
    pub fn check(&self) -> Result<()> {
        let wrong = |key: &str, value: &dyn std::fmt::Display, needed: &str| {
            let refusal = kernel::Refusal::new("platform-config-value").with("key", key);
            Problem::from(refusal.with("value", value).with("needed", needed))
        };
        let begins = |text: &str, schemes: &[&str]| text.is_empty() || schemes.iter().any(|scheme| text.starts_with(scheme));
        let level = |text: &str| ["off", "error", "warn", "info", "debug", "trace"].contains(&text);
        if !(0..=24).contains(&self.backup.hour) {
            return Err(wrong("backup.hour", &self.backup.hour, "0 … 24"));
        }
        if !begins(&self.public_url, &["https://", "http://"]) {
            return Err(wrong("public_url", &self.public_url, "https://…"));
        }
        if !begins(&self.mail.smtp_url, &["smtp://", "smtps://"]) {
            return Err(wrong("mail.smtp_url", &"…", "smtp://… / smtps://…"));
        }
        for (key, url) in [("sms.gateway_url", &self.sms.gateway_url), ("signing.stamp_url", &self.signing.stamp_url)] {
            if !begins(url, &["https://", "http://"]) {
                return Err(wrong(key, &"…", "https://…"));
            }
        }
        if (1..20).contains(&self.sms.incoming_secret.len()) {
            return Err(wrong("sms.incoming_secret", &"…", "20 …"));
        }
        if !begins(&self.demo_identity, &["http://127.0.0.1:", "http://localhost:", "https://"]) {
            return Err(wrong("demo_identity", &self.demo_identity, "http://127.0.0.1:9400"));
        }
        if !["later", "never", "refuse"].contains(&self.signing.stamp_absent.as_str()) {
            return Err(wrong("signing.stamp_absent", &self.signing.stamp_absent, "later, never, refuse"));
        }
        for (key, seconds) in [("signing.stamp_seconds", self.signing.stamp_seconds), ("scanner.seconds", self.scanner.seconds)] {
            if !(1..=600).contains(&seconds) {
                return Err(wrong(key, &seconds, "1 … 600"));
            }
        }
        let scanner = &self.scanner.address;
        if !scanner.is_empty() && !scanner.starts_with('/') && !scanner.contains(':') {
            return Err(wrong("scanner.address", scanner, "host:3310, /run/clamav/clamd.ctl"));
        }
        if self.tls.certificate.is_empty() != self.tls.key.is_empty() {
            return Err(wrong("tls.certificate, tls.key", &"…", "2 × PEM"));
        }
        if self.log.split(',').any(|part| !part.contains(['=', '[']) && !level(part.trim())) {
            return Err(wrong("log", &self.log, "error, warn, info, debug"));
        }
        Ok(())
    }

    /// The environment variables that are read, and the folder's.
    pub fn variables() -> Result<Vec<String>> {
        let known = toml::Table::try_from(Config::default()).map_err(Problem::internal)?;
        let mut names = Vec::new();
        name_variables(&mut names, &known, "JAMAA");
        Ok(names)
    }

    pub fn place(&self) -> Place {
        match self.database.url.as_str() {
            "" => Place::File(database_file(&self.data)),
            url => Place::Url(url.into()),
        }
    }

    /// The place as its owner opens it, to migrate.
    pub fn owner_place(&self) -> Place {
        match self.database.owner_url.as_str() {
            "" => self.place(),
            url => Place::Url(url.into()),
        }
    }

    /// The base map, when the keeper has put one there: streets and water below the commune's own drawings.
    pub fn map_file(&self) -> PathBuf {
        self.data.join("map.pmtiles")
    }

    pub fn key_file(&self) -> PathBuf {
        self.data.join("root.key")
    }

    pub fn blob_folder(&self) -> PathBuf {
        self.data.join("blobs")
    }

    pub fn backup_folder(&self) -> PathBuf {
        if self.backup.folder.is_empty() { self.data.join("backups") } else { PathBuf::from(&self.backup.folder) }
    }

    /// The reference of every key, as `docs/generated/config.md`.
    pub fn reference() -> Result<String> {
        let schema = schemars::schema_for!(Config).to_value();
        let known = toml::Table::try_from(Config::default()).map_err(Problem::internal)?;
        let mut out = String::from(
            "# Configuration\n\nGenerated from the program; do not edit.\n\n| key | default | environment | meaning |\n|---|---|---|---|\n",
        );
        describe(&mut out, &known, "", &schema, &schema);
        Ok(out)
    }
}

fn name_variables(names: &mut Vec<String>, known: &toml::Table, prefix: &str) {
    for (key, value) in known {
        let name = format!("{prefix}_{}", key.to_uppercase());
        match value {
            toml::Value::Table(inner) => name_variables(names, inner, &name),
            _ => names.push(name),
        }
    }
}

fn refusal(origin: &str, error: impl std::fmt::Display) -> Problem {
    kernel::Refusal::new("platform-config-wrong").with("file", origin).with("error", error).into()
}

/// Puts the environment over the file, key by known key, each in the kind of its default.
fn overlay(table: &mut toml::Table, known: &toml::Table, prefix: &str, env: &impl Fn(&str) -> Option<String>) -> Result<()> {
    for (key, default) in known {
        let name = format!("{prefix}_{}", key.to_uppercase());
        if let toml::Value::Table(inner) = default {
            let slot = table.entry(key.clone()).or_insert_with(|| toml::Value::Table(toml::Table::new()));
            let slot = slot.as_table_mut().ok_or_else(|| refusal(key, "a section is expected"))?;
            overlay(slot, inner, &name, env)?;
        } else if let Some(text) = env(&name) {
            let value = match default {
                toml::Value::Integer(_) => text.parse().ok().map(toml::Value::Integer),
                toml::Value::Boolean(_) => text.parse().ok().map(toml::Value::Boolean),
                _ => Some(toml::Value::String(text.clone())),
            };
            table.insert(key.clone(), value.ok_or_else(|| refusal(&name, format!("{text:?} is not of the right kind")))?);
        }
    }
    Ok(())
}

fn describe(out: &mut String, known: &toml::Table, prefix: &str, at: &serde_json::Value, root: &serde_json::Value) {
    let (sections, keys): (Vec<_>, Vec<_>) = known.iter().partition(|(_, value)| value.is_table());
    for (key, default) in keys {
        let meaning = at["properties"][key]["description"].as_str().unwrap_or("").replace('\n', " ");
        let name = format!("{prefix}{key}");
        let variable = format!("JAMAA_{}", name.replace('.', "_").to_uppercase());
        out.push_str(&format!("| `{name}` | `{default}` | `{variable}` | {meaning} |\n"));
    }
    for (key, value) in sections {
        let pointer = at["properties"][key]["$ref"].as_str().unwrap_or("").trim_start_matches('#').to_owned();
        if let (Some(inner), Some(section)) = (value.as_table(), root.pointer(&pointer)) {
            describe(out, inner, &format!("{prefix}{key}."), section, root);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_is_over_the_file_and_unknown_keys_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("jamaa.toml");
        std::fs::write(&file, "listen = \"0.0.0.0:80\"\n[limits]\nform_bytes = 5\n").unwrap();
        let env = |name: &str| (name == "JAMAA_LIMITS_FORM_BYTES").then(|| "7".to_owned());
        let config = Config::load(Some(&file), env).unwrap();
        assert_eq!((config.listen.as_str(), config.limits.form_bytes), ("0.0.0.0:80", 7));
        assert!(Config::load(Some(&file), |name| (name == "JAMAA_DEMO").then(|| "perhaps".to_owned())).is_err());
        std::fs::write(&file, "lisen = \"0.0.0.0:80\"\n").unwrap();
        assert_eq!(Config::load(Some(&file), |_| None).unwrap_err().code(), "platform-config-wrong");
    }

    #[test]
    fn values_that_would_be_silently_useless_are_refused() {
        Config::default().check().unwrap();
        let changes: [fn(&mut Config); 11] = [
            |config| config.demo_identity = "http://id.example.ma".into(),
            |config| config.signing.stamp_url = "tsa.example.ma".into(),
            |config| config.signing.stamp_absent = "perhaps".into(),
            |config| config.signing.stamp_seconds = 0,
            |config| config.scanner.address = "clamd".into(),
            |config| config.backup.hour = 99,
            |config| config.public_url = "services.example.ma".into(),
            |config| config.mail.smtp_url = "mail.example.ma".into(),
            |config| config.tls.certificate = "/etc/x.pem".into(),
            |config| config.log = "loud".into(),
            |config| config.sms.gateway_url = "sms.example.ma".into(),
        ];
        for change in changes {
            let mut config = Config::default();
            change(&mut config);
            assert_eq!(config.check().unwrap_err().code(), "platform-config-value");
        }
        let filtered = Config { log: "info,hyper=warn".into(), ..Config::default() };
        filtered.check().unwrap();
        assert!(Config::variables().unwrap().contains(&"JAMAA_BACKUP_OFF_HOST".to_owned()));
    }

    #[test]
    fn every_key_has_a_meaning() {
        let reference = Config::reference().unwrap();
        assert!(reference.contains("| `backup.hour` |"), "{reference}");
        assert!(!reference.contains("|  |"), "{reference}");
    }
}
