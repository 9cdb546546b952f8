//! Keys that sign papers: a token file per person under a PIN, and the commune's seal; all in the data folder, per commune.
//!
//! `signing/<commune>/roots/*.pem` are the roots that verification trusts, `seal.pem` the commune's seal, `<person>.pem` the
//! token of a member of staff.

use kernel::{Id, Refusal};
use platform::{Config, Problem, Result};
use signing::{Fault, Purpose, Token};
use std::fs;
use std::path::{Path, PathBuf};

const YEARS_DAYS: u32 = 5 * 365;
const DAY_SECS: i64 = 86_400;

fn folder(config: &Config, tenant: &str) -> PathBuf {
    config.data.join("signing").join(tenant)
}

/// Roots that the verification trusts, DER.
pub fn trusted(config: &Config, tenant: &str) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder(config, tenant).join("roots")) else { return Vec::new() };
    let texts = entries.flatten().filter_map(|entry| fs::read_to_string(entry.path()).ok());
    texts.flat_map(|text| signing::certificates(&text)).collect()
}

/// What is wrong with a key, as a sentence.
pub fn refusal(fault: &Fault) -> Problem {
    match fault {
        Fault::Locked | Fault::WrongSecret => Refusal::new("documents-wrong-pin").at("pin").into(),
        Fault::Expired => Refusal::new("documents-key-expired").into(),
        Fault::NotYetValid => Refusal::new("documents-key-not-yet").into(),
        other => Problem::internal(other),
    }
}

/// The token of a person, opened with the PIN.
pub fn token(config: &Config, tenant: &str, person: &Id, pin: &str) -> Result<Token> {
    let path = folder(config, tenant).join(format!("{person}.pem"));
    let text = fs::read_to_string(&path).map_err(|_| Problem::from(Refusal::new("documents-no-key")))?;
    Token::open(&text, Some(pin)).map_err(|fault| refusal(&fault))
}

pub fn has_token(config: &Config, tenant: &str, person: &Id) -> bool {
    folder(config, tenant).join(format!("{person}.pem")).is_file()
}

/// The commune's seal; made with a root of its own the first time that it is needed.
pub fn seal(config: &Config, tenant: &str, name: &str, now_secs: i64) -> Result<Token> {
    let path = folder(config, tenant).join("seal.pem");
    if let Ok(text) = fs::read_to_string(&path) {
        return Token::open(&text, None).map_err(Problem::internal);
    }
    let root = root(config, tenant, name, now_secs)?;
    let seal = signing::make(name, Purpose::Signer, Some(&root), now_secs - DAY_SECS, YEARS_DAYS).map_err(Problem::internal)?;
    write(&path, &seal.to_pem(None).map_err(Problem::internal)?)?;
    Ok(seal)
}

/// Makes a token for a person under a PIN, issued by the commune's own root: for the demonstration and for advanced
/// signatures. A qualified one comes from an approved provider and is put in its place.
pub fn make_token(config: &Config, tenant: &str, commune: &str, person: &Id, name: &str, pin: &str, now_secs: i64) -> Result<()> {
    let root = root(config, tenant, commune, now_secs)?;
    let token = signing::make(name, Purpose::Signer, Some(&root), now_secs - DAY_SECS, YEARS_DAYS).map_err(Problem::internal)?;
    write(&folder(config, tenant).join(format!("{person}.pem")), &token.to_pem(Some(pin)).map_err(Problem::internal)?)
}

fn root(config: &Config, tenant: &str, name: &str, now_secs: i64) -> Result<Token> {
    let secret = folder(config, tenant).join("root-key.pem");
    if let Ok(text) = fs::read_to_string(&secret) {
        return Token::open(&text, None).map_err(Problem::internal);
    }
    let root = signing::make(&format!("{name} (root)"), Purpose::Root, None, now_secs - DAY_SECS, 10 * 365)
        .map_err(Problem::internal)?;
    let text = root.to_pem(None).map_err(Problem::internal)?;
    write(&secret, &text)?;
    let public: String = text
        .split_inclusive("-----END CERTIFICATE-----")
        .filter_map(|part| part.find("-----BEGIN CERTIFICATE-----").map(|at| &part[at..]))
        .collect();
    write(&folder(config, tenant).join("roots").join("own.pem"), &format!("{public}\n"))?;
    Ok(root)
}

/// Writes a file that only its owner reads, whole or not at all.
fn write(path: &Path, text: &str) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let parent = path.parent().ok_or_else(|| Problem::internal("a key without a folder"))?;
    fs::create_dir_all(parent)?;
    let fresh = path.with_extension("new");
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(fs::rename(&fresh, path)?)
}
