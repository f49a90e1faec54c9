//! The differences between expected JSON and actual JSON.

use serde_json::Value;

/// Lists the places in which a value differs from the expected one. Objects may have further keys.
pub(crate) fn differences(place: &str, expected: &Value, actual: &Value) -> Vec<String> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            let of_key = |(key, expected): (&String, &Value)| {
                differences(&format!("{place}.{key}"), expected, actual.get(key).unwrap_or(&Value::Null))
            };
            expected.iter().flat_map(of_key).collect()
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            let items = expected.iter().zip(actual).enumerate();
            items.flat_map(|(index, (a, b))| differences(&format!("{place}[{index}]"), a, b)).collect()
        }
        _ if expected == actual => Vec::new(),
        _ => vec![format!("{place}: expected {expected}, was {actual}")],
    }
}
