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

/// The keyed mark that makes a link: only the house can make it, and for one purpose only. Long enough that nobody guesses it.
pub fn link_mark(tx: &Tx, purpose: &str, of: &str) -> Result<String> {
    let half = |place: u8| tx.keys().lookup(&tx.tenant(), &format!("{purpose}.{place}"), of);
    Ok(half(1)? + &half(2)?)
}

/// Whether a mark is the one that is expected. Takes as long whatever differs.
pub fn is_same_mark(expected: &str, given: &str) -> bool {
    expected.len() == given.len() && expected.bytes().zip(given.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}
