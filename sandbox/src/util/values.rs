//! Values of requests and responses.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::util::error::ApiError;
use crate::util::packed::Object;

pub(crate) fn view(record: &impl Serialize) -> Result<Value, ApiError> {
    serde_json::to_value(record).map_err(|error| ApiError::internal(error.to_string()))
}

pub(crate) fn text<'o>(object: &'o Object, key: &str) -> Option<&'o str> {
    object.get(key).and_then(Value::as_str)
}

/// For a nullable field of an update: absent is `None`, null is `Some(None)`.
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Returns the only present entry.
pub(crate) fn exactly_one<'b>(
    place: &str,
    given: BTreeMap<&'static str, Option<&'b str>>,
) -> Result<(&'static str, &'b str), ApiError> {
    let names = given.keys().copied().collect::<Vec<_>>().join(", ");
    let mut present = given.into_iter().filter_map(|(name, value)| Some((name, value?)));
    match (present.next(), present.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(ApiError::bad_request(format!("{place}: must have exactly one of {names}"))),
    }
}

pub(crate) fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

pub(crate) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
