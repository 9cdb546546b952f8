//! SQL of written mandates. The name, the contact and the code of the citizen are sealed under the paper's own key.

use crate::model::{Paper, Scan};
use kernel::{Id, Lang};
use platform::store::seal::ERASED;
use platform::{Keys, Problem, Result, Row, Tx, args, json};

const TABLE: &str = "assisted_papers";

pub fn new_vault(tx: &Tx, id: &Id) -> Result<String> {
    Ok(tx.keys().new_vault(&tx.tenant(), TABLE, id.as_str())?.wrapped().to_owned())
}

fn code_key(tx: &Tx, code: &str) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "assisted-paper", code)
}

pub fn insert(tx: &mut Tx, paper: &Paper) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.open_vault(&tenant, TABLE, paper.id.as_str(), &paper.vault)?;
    let scan = paper.scan.as_ref();
    let code_key = code_key(tx, &paper.code)?;
    tx.execute(
        "INSERT INTO assisted_papers (tenant, id, holder, person, vault, name, contact, code, code_key, lang, procedures, scan, scan_kind, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        args![
            tenant,
            paper.id,
            paper.holder,
            paper.person,
            paper.vault,
            vault.seal(&keys, "name", &paper.name)?,
            vault.seal(&keys, "contact", paper.contact.as_str())?,
            vault.seal(&keys, "code", &paper.code)?,
            code_key,
            paper.lang.code(),
            json::to_string(&paper.procedures)?,
            scan.map(|scan| scan.blob.clone()),
            scan.map(|scan| scan.kind.clone()),
            paper.created_at
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Paper> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM assisted_papers WHERE tenant = $1 AND id = $2 AND vault <> $3";
    tx.one(sql, args![tenant, id, ERASED], |row| read(row, &tenant, &keys))
}

pub fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Paper>> {
    let (tenant, keys, key) = (tx.tenant(), tx.keys().clone(), code_key(tx, code)?);
    let sql = "SELECT * FROM assisted_papers WHERE tenant = $1 AND code_key = $2 AND vault <> $3";
    tx.maybe(sql, args![tenant, key, ERASED], |row| read(row, &tenant, &keys))
}

/// The papers of a holder, newest first. One whose citizen was erased is absent.
pub fn of_holder(tx: &mut Tx, holder: &Id, limit: i64) -> Result<Vec<Paper>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM assisted_papers WHERE tenant = $1 AND holder = $2 AND vault <> $3 ORDER BY id DESC LIMIT $4";
    tx.all(sql, args![tenant, holder, ERASED, limit], |row| read(row, &tenant, &keys))
}

/// The scans of a citizen's papers, whose files go with him.
pub fn scans_of(tx: &mut Tx, person: &Id) -> Result<Vec<String>> {
    let sql = "SELECT scan FROM assisted_papers WHERE tenant = $1 AND person = $2 AND scan IS NOT NULL";
    tx.all(sql, args![tx.tenant(), person], |row| row.get("scan"))
}

/// Forgets the citizen; the lines of the journal keep ids.
pub fn erase_of(tx: &mut Tx, person: &Id) -> Result<()> {
    let sql =
        "UPDATE assisted_papers SET vault = $3, name = '', contact = '', code = '', code_key = id, scan = NULL, scan_kind = NULL
               WHERE tenant = $1 AND person = $2";
    tx.execute(sql, args![tx.tenant(), person, ERASED])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Paper> {
    let (id, wrapped): (Id, String) = (row.get("id")?, row.get("vault")?);
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &wrapped)?;
    let contact = people::contact::parse(&vault.open("contact", &row.get::<String>("contact")?)?);
    let scan = match (row.get::<Option<String>>("scan")?, row.get::<Option<String>>("scan_kind")?) {
        (Some(blob), Some(kind)) => Some(Scan { blob, kind }),
        _ => None,
    };
    Ok(Paper {
        holder: row.get("holder")?,
        person: row.get("person")?,
        name: vault.open("name", &row.get::<String>("name")?)?,
        contact: contact.ok_or_else(|| Problem::internal("the contact of a paper"))?,
        code: vault.open("code", &row.get::<String>("code")?)?,
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("language"))?,
        procedures: json::from_str(&row.get::<String>("procedures")?)?,
        scan,
        created_at: row.get("created_at")?,
        vault: wrapped,
        id,
    })
}
