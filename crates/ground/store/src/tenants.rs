//! The communes that have rows in this store.

use crate::args;
use crate::engine::{Scope, Store};
use crate::problem::Result;

impl Store {
    /// HCP code of every commune, in order: those that are registered and those that only left a journal.
    pub async fn tenants(&self) -> Result<Vec<String>> {
        let sql = "SELECT tenant FROM platform_tenants UNION SELECT tenant FROM platform_heads ORDER BY tenant";
        self.read(Scope::everywhere(), move |tx| tx.all(sql, args![], |row| row.get("tenant"))).await
    }
}
