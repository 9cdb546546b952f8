//! A commune's own settings: a key and a value in JSON, edited in pages.

use crate::args;
use crate::engine::Tx;
use crate::problem::Result;
use serde::{Serialize, de::DeserializeOwned};

impl Tx<'_> {
    /// The value of a setting of this commune, when it was ever set.
    pub fn setting<T: DeserializeOwned>(&mut self, key: &str) -> Result<Option<T>> {
        let sql = "SELECT value FROM platform_settings WHERE tenant = $1 AND key = $2";
        self.maybe(sql, args![self.tenant(), key], |row| Ok(serde_json::from_str(&row.get::<String>("value")?)?))
    }

    pub fn set_setting(&mut self, key: &str, value: &impl Serialize) -> Result<()> {
        let value = serde_json::to_string(value)?;
        self.execute(
            "INSERT INTO platform_settings (tenant, key, value) VALUES ($1, $2, $3)
             ON CONFLICT (tenant, key) DO UPDATE SET value = excluded.value",
            args![self.tenant(), key, value],
        )
    }
}
