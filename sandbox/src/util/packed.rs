//! JSON objects that are stored as text.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A JSON object as text, which takes a fraction of the memory of a map. Messages have several, and there may be many
/// messages.
#[derive(Clone)]
pub(crate) struct Packed(Box<str>);

impl Packed {
    pub(crate) fn object(&self) -> Object {
        serde_json::from_str(&self.0).unwrap_or_default()
    }

    /// The text of a key.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        match self.object().remove(key) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether a key has this text.
    pub(crate) fn is(&self, key: &str, text: &str) -> bool {
        self.text(key).as_deref() == Some(text)
    }
}

impl From<Object> for Packed {
    fn from(object: Object) -> Self {
        Self(Value::from(object).to_string().into())
    }
}

impl Serialize for Packed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(&self.0).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Packed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Object::deserialize(deserializer).map(Self::from)
    }
}

pub(crate) type Object = Map<String, Value>;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn it_is_an_object_in_both_directions() {
        let value = json!({"type": "text", "deep": {"a": [1, null, "é\n"]}});
        let packed: Packed = serde_json::from_value(value.clone()).expect("an object");
        assert_eq!(serde_json::to_value(&packed).expect("JSON"), value);
        let text = serde_json::to_string(&packed).expect("JSON");
        let again: Packed = serde_json::from_str(&text).expect("an object");
        assert_eq!(Value::from(again.object()), value);
        assert!(again.is("type", "text") && !again.is("deep", "text") && again.text("x").is_none());
        assert!(serde_json::from_str::<Packed>("[]").is_err());
    }
}
