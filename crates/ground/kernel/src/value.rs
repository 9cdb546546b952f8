//! The two kinds a column may hold, text and whole number, and how our values pass through them.

use crate::{Day, Id, Moment, Money};
use std::sync::Arc;

/// What one column holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
}

/// Turns a Rust value into a parameter.
pub trait ToValue {
    fn to_value(&self) -> Value;
}

/// Reads a column.
pub trait FromValue: Sized {
    fn from_value(value: &Value) -> Option<Self>;
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, ToValue::to_value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            other => T::from_value(other).map(Some),
        }
    }
}

impl ToValue for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }
}

impl ToValue for str {
    fn to_value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl ToValue for Arc<str> {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl ToValue for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl ToValue for i64 {
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Int(int) => Some(*int),
            _ => None,
        }
    }
}

impl ToValue for Money {
    fn to_value(&self) -> Value {
        Value::Int(self.0)
    }
}

impl FromValue for Money {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Money)
    }
}

impl ToValue for Id {
    fn to_value(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

impl FromValue for Id {
    fn from_value(value: &Value) -> Option<Self> {
        String::from_value(value).map(Id::new)
    }
}

impl ToValue for Day {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Day {
    fn from_value(value: &Value) -> Option<Self> {
        Day::parse(&String::from_value(value)?)
    }
}

impl ToValue for Moment {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Moment {
    fn from_value(value: &Value) -> Option<Self> {
        Moment::parse(&String::from_value(value)?)
    }
}
