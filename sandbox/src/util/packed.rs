//! JSON objects that are stored as text.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A JSON object as text, which takes a fraction of the memory of a map. Messages have several, and there may be many
/// messages. The authors and sources of successive messages are often equal, and share their text.
#[derive(Clone)]
pub(crate) struct Packed(Arc<str>);

/// How many recent texts each thread keeps to share them.
const RECENT: usize = 256;

thread_local! {
    static TEXTS: RefCell<[Option<Arc<str>>; RECENT]> = const { RefCell::new([const { None }; RECENT]) };
}

/// Returns the text, or a recent one that is equal.
fn shared(text: &str) -> Arc<str> {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let slot = usize::try_from(hasher.finish() % RECENT as u64).unwrap_or_default();
    TEXTS.with_borrow_mut(|texts| match &texts[slot] {
        Some(recent) if **recent == *text => Arc::clone(recent),
        _ => Arc::clone(texts[slot].insert(text.into())),
    })
}

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
        Self(shared(&Value::from(object).to_string()))
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

    #[test]
    fn equal_texts_are_shared() {
        let packed = |text: &str| serde_json::from_str::<Packed>(text).expect("an object");
        let (one, other) = (packed(r#"{"type": "api"}"#), packed(r#"{"type":"api"}"#));
        assert!(Arc::ptr_eq(&one.0, &other.0));
        for number in 0..2_000 {
            assert_eq!(packed(&json!({"n": number}).to_string()).object()["n"], number);
        }
    }
}
