//! Readers for the fields that the API is known to send otherwise than its document declares them.

use serde::{Deserialize, Deserializer, de};
use serde_json::{Number, Value};

/// Text, also where a number or a boolean was sent.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::Bool(flag) => Ok(Some(flag.to_string())),
        Value::Array(_) | Value::Object(_) => Err(de::Error::custom("invalid type: expected a string")),
    }
}

/// A number, also where it was sent as text.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Number>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Number(number) => Ok(Some(number)),
        Value::String(text) => {
            text.parse().map(Some).map_err(|_| de::Error::custom("invalid value: expected a number, or one as text"))
        }
        _ => Err(de::Error::custom("invalid type: expected a number")),
    }
}

/// A list of text, also where one text was sent: the list as JSON, or its only member.
pub(crate) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(serde_json::from_str(&text).unwrap_or_else(|_| vec![text]))),
        other => {
            Vec::deserialize(other).map(Some).map_err(|_| de::Error::custom("invalid type: expected a list of strings"))
        }
    }
}
