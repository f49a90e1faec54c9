//! Free-form JSON, kept as the text that the API sent.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::OnceLock;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::base::any_format;
use crate::base::redact;
use crate::base::repair::{or_repaired, scalar_text, value};

/// Free-form JSON, such as `metadata`: the original text, parsed on demand.
///
/// The text is serialized unchanged, with the order of keys and the precision of numbers. Create it from pairs, from a
/// `BTreeMap` or `HashMap`, from [`serde_json::json!`], or with [`Json::new`] from any value that implements `Serialize`:
///
/// ```
/// use sunshine_conversations::{Json, serde_json};
///
/// let metadata = Json::from([("lang", "en-CA"), ("tier", "gold")]);
/// assert_eq!(metadata.get::<String>("lang")?.as_deref(), Some("en-CA"));
/// assert_eq!(metadata.get::<String>("absent")?, None);
///
/// let metadata = Json::from(serde_json::json!({"visits": 7, "vip": true}));
/// assert_eq!(metadata.get::<u32>("visits")?, Some(7));
/// for (key, value) in metadata.entries()? {
///     println!("{key}: {}", value.as_str());
/// }
///
/// let metadata = Json::from(std::collections::HashMap::from([("tier", "gold"), ("lang", "en-CA")]));
/// assert_eq!(metadata.as_str(), r#"{"lang":"en-CA","tier":"gold"}"#);
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
///
/// `Debug` masks the values of secret fields, and only prints the size of JSON of more than 64 kB. Compared by value:
/// formatting and key order don't matter.
pub struct Json {
    text: Box<RawValue>,
    /// The fields of a large object by key, after the first call of [`get`](Json::get).
    #[allow(clippy::box_collection, reason = "keeps the type small")]
    index: OnceLock<Box<BTreeMap<String, Json>>>,
}

/// The size of an object, in bytes, from which [`Json::get`] makes an index.
const LARGE: usize = 4096;

impl Json {
    pub(crate) const fn of(text: Box<RawValue>) -> Self {
        Self { text, index: OnceLock::new() }
    }

    /// Returns the text as the API sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.get()
    }

    /// Returns `true` if the JSON is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.as_str().starts_with('{')
    }

    /// Returns the fields of an object if their values can be any JSON; none if it isn't an object.
    pub(crate) fn fields(&self) -> Vec<(String, Json)> {
        if self.is_object() { self.read_entries().unwrap_or_default() } else { Vec::new() }
    }

    /// Reads the keys and values of an object.
    pub(crate) fn read_entries(&self) -> serde_json::Result<Vec<(String, Json)>> {
        or_repaired(self.as_str().as_bytes(), |text| serde_json::Deserializer::from_str(text).deserialize_map(Entries))
    }

    /// Returns the fields of a large object by key. `None` if the JSON isn't large.
    pub(crate) fn index(&self) -> Option<&BTreeMap<String, Json>> {
        let index = || self.index.get_or_init(|| Box::new(self.fields().into_iter().collect()));
        (self.as_str().len() >= LARGE).then(|| &**index())
    }

    /// Returns text, also from a number or boolean.
    pub(crate) fn lenient_text(&self) -> Option<String> {
        scalar_text(&value(self.as_str().as_bytes()).ok()?)
    }
}

/// Without the index.
impl Clone for Json {
    fn clone(&self) -> Self {
        Self::of(self.text.clone())
    }
}

/// The empty object.
impl Default for Json {
    fn default() -> Self {
        Self::from(Value::Object(serde_json::Map::new()))
    }
}

impl PartialEq for Json {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        if self.as_str() == other.as_str() {
            return true;
        }
        let parse = |json: &Self| value(json.as_str().as_bytes()).ok();
        parse(self).is_some_and(|value| Some(value) == parse(other))
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Secretive("", self).fmt(f)
    }
}

/// The JSON of a field. `Debug` masks its secrets.
pub(crate) struct Secretive<'a>(pub(crate) &'a str, pub(crate) &'a Json);

impl fmt::Debug for Secretive<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.1.as_str();
        if text.len() > redact::MAX_PRINTED {
            return write!(f, "<{} bytes of JSON>", text.len());
        }
        let masked = redact::mask_json(text, redact::is_secret(self.0));
        match value(masked.as_bytes()) {
            Ok(value) => fmt::Display::fmt(&value, f),
            // The JSON is valid, but its numbers are too large to be parsed, or it is nested too deeply.
            Err(_) => f.write_str(&masked),
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.text.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        any_format::owned(deserializer).map(Self::of)
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        // The text of a `Value` is always JSON.
        Self::of(RawValue::from_string(value.to_string()).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }
}

/// Converts scalars to `Json`.
macro_rules! from_scalars {
    ($($type:ty),*) => {
        $(
            impl From<$type> for Json {
                fn from(scalar: $type) -> Self {
                    Self::from(Value::from(scalar))
                }
            }
        )*
    };
}

from_scalars!(&str, String, Cow<'_, str>, bool, i32, u32, i64, u64, f64);

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<serde_json::Map<String, Value>> for Json {
    fn from(map: serde_json::Map<String, Value>) -> Self {
        Self::from(Value::Object(map))
    }
}

impl<K: Into<String>, V: Into<Value>, const N: usize> From<[(K, V); N]> for Json {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Json {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut text = ObjectText::default();
        for (key, value) in pairs {
            text.push(&key.into(), &value.into().to_string());
        }
        Self::of(RawValue::from_string(text.finish()).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }
}

/// An object with the entries in the order of their keys.
impl<K: Into<String>, V: Into<Value>> From<BTreeMap<K, V>> for Json {
    fn from(map: BTreeMap<K, V>) -> Self {
        map.into_iter().collect()
    }
}

/// An object with the entries in the order of their keys, so that equal maps have the same text.
impl<K: Into<String>, V: Into<Value>, S> From<HashMap<K, V, S>> for Json {
    fn from(map: HashMap<K, V, S>) -> Self {
        let mut entries: Vec<(String, V)> = map.into_iter().map(|(key, value)| (key.into(), value)).collect();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        entries.into_iter().collect()
    }
}

/// Builds the text of an object from its entries.
#[derive(Default)]
pub(crate) struct ObjectText(String);

impl ObjectText {
    /// Adds an entry; `value` is JSON.
    pub(crate) fn push(&mut self, key: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push_str(&Value::from(key).to_string());
        self.0.push(':');
        self.0.push_str(value);
    }

    /// Adds the entries of another object.
    pub(crate) fn append(&mut self, other: Self) {
        if let Some(entries) = other.0.strip_prefix('{') {
            self.0.push(if self.0.is_empty() { '{' } else { ',' });
            self.0.push_str(entries);
        }
    }

    pub(crate) fn finish(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }
}

/// Decodes an object and keeps the order of its keys.
struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, Json)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_objects_in_the_order_of_their_keys() {
        let sorted: BTreeMap<String, u32> = (0..50).map(|key| (format!("k{key:02}"), key)).collect();
        let hashed: HashMap<String, u32> = sorted.clone().into_iter().collect();
        let text = serde_json::to_string(&sorted).unwrap();
        assert_eq!((Json::from(sorted).as_str(), Json::from(hashed).as_str()), (text.as_str(), text.as_str()));
        let values = HashMap::from([("b", Value::Null), ("a", serde_json::json!([1.5, "\""]))]);
        assert_eq!(Json::from(values).as_str(), r#"{"a":[1.5,"\""],"b":null}"#);
        assert_eq!(Json::from(BTreeMap::<&str, bool>::new()).as_str(), "{}");
    }

    #[test]
    fn text_is_borrowed_or_owned() {
        let owned = "a\"b".to_owned();
        let texts = [Json::from(&owned), Json::from("a\"b"), Json::from(Cow::Borrowed("a\"b")), Json::from(owned)];
        assert!(texts.iter().all(|text| text.as_str() == r#""a\"b""#), "{texts:?}");
    }
}
