//! Pages under `/admin`.

pub mod answers;
pub mod categories;
pub mod guide;
pub mod jobs;
pub mod profile;

use platform::Fields;
use std::collections::BTreeMap;

/// What a form holds, by the names of its fields.
fn typed_values(typed: Fields) -> BTreeMap<String, String> {
    typed.values.into_iter().collect()
}
