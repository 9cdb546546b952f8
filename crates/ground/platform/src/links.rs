//! Full addresses, for messages and papers that leave the program.

use crate::config::Config;
use kernel::Lang;
use store::{Result, Tx, args};

/// What an address starts with, as the configuration says.
pub(crate) struct Site {
    base: String,
    home: String,
}

impl Site {
    pub(crate) fn of(config: &Config) -> Site {
        let base = if config.public_url.is_empty() {
            format!("http://{}", config.listen)
        } else {
            config.public_url.trim_end_matches('/').to_owned()
        };
        Site { base, home: config.commune.clone() }
    }
}

/// The full address of a page of this commune in a language.
pub fn web_link(tx: &mut Tx, lang: Lang, path: &str) -> Result<String> {
    let site = tx.fact::<Site>()?;
    if *tx.tenant() == *site.home {
        return Ok(format!("{}/{}{path}", site.base, lang.code()));
    }
    let sql = "SELECT slug FROM platform_tenants WHERE tenant = $1";
    let slug: String = tx.one(sql, args![tx.tenant()], |row| row.get("slug"))?;
    Ok(format!("{}/c/{slug}/{}{path}", site.base, lang.code()))
}
