//! Rows of an answer and parameters of a statement.

use crate::problem::{Problem, Result};
use kernel::{FromValue, Value};
use std::sync::Arc;

/// A row of an answer, read by column name.
#[derive(Debug, Clone)]
pub struct Row {
    pub(crate) columns: Arc<[String]>,
    pub(crate) values: Vec<Value>,
}

impl Row {
    /// The value of a column. A name that is not in the answer, or a value of another kind, is a fault of the query.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T> {
        let place = self.columns.iter().position(|name| name == column);
        let place = place.ok_or_else(|| Problem::internal(format!("no column {column}")))?;
        T::from_value(&self.values[place]).ok_or_else(|| Problem::internal(format!("column {column} holds another kind")))
    }
}

/// The parameters of a statement, in the order of `$1 $2 …`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::ToValue::to_value(&$value)),*] };
}
