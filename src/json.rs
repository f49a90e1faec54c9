//! Free-form JSON, kept as the text that the API sent.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::marker::PhantomData;
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::any_format;
use crate::error::{Error, Result};
use crate::parameters::scalar_text;
use crate::redact;
use crate::repair::{from_json, or_repaired};

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
    const fn of(text: Box<RawValue>) -> Self {
        Self { text, index: OnceLock::new() }
    }

    /// Serializes a value.
    ///
    /// # Errors
    /// If `value` contains a map whose keys aren't text, or its `Serialize` implementation fails.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<Self> {
        serde_json::value::to_raw_value(value).map(Self::of).map_err(|e| Error::invalid("json", e.to_string()))
    }

    /// Parses JSON text.
    ///
    /// # Errors
    /// If the text isn't JSON.
    pub fn from_text(text: impl Into<String>) -> Result<Self> {
        RawValue::from_string(text.into()).map(Self::of).map_err(|error| Error::not_json(&error))
    }

    /// Returns the text as the API sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.get()
    }

    /// Decodes the JSON as your own type.
    ///
    /// ```
    /// use sunshine_conversations::Json;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Order {
    ///     number: u32,
    /// }
    ///
    /// let order: Order = Json::from_text(r#"{"number": 4711}"#)?.parse()?;
    /// assert_eq!(order.number, 4711);
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the JSON doesn't match the type. The error names the field.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T> {
        // From bytes, like responses, so that each type has one compiled decoder and not two.
        from_json(self.as_str().as_bytes()).map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// Returns the value of a key. `None` if the key is missing or null, or if the JSON isn't an object.
    ///
    /// # Errors
    /// If the value doesn't match `T`.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        if !self.is_object() {
            return Ok(None);
        }
        if self.as_str().len() >= LARGE {
            let index = self.index.get_or_init(|| Box::new(self.fields().into_iter().collect()));
            return index.get(key).map_or(Ok(None), |value| match value.parse() {
                Err(error) => Err(error.within(key)),
                value => value,
            });
        }
        let entry =
            |text: &[u8]| serde_json::Deserializer::from_slice(text).deserialize_map(Entry { key, value: PhantomData });
        or_repaired(self.as_str().as_bytes(), entry).map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// Returns the keys and values of an object in the order in which the API sent them.
    ///
    /// # Errors
    /// If the JSON isn't an object.
    #[inline]
    pub fn entries(&self) -> Result<impl Iterator<Item = (String, Json)>> {
        or_repaired(self.as_str().as_bytes(), |text| {
            serde_json::Deserializer::from_slice(text).deserialize_map(Entries)
        })
        .map(Vec::into_iter)
        .map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// Returns `true` if the JSON is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.as_str().starts_with('{')
    }

    /// Returns the fields of an object if their values can be any JSON; none if it isn't an object.
    pub(crate) fn fields(&self) -> Vec<(String, Json)> {
        if self.is_object() { self.entries().map(Iterator::collect).unwrap_or_default() } else { Vec::new() }
    }

    /// Returns text, also from a number or boolean.
    pub(crate) fn lenient_text(&self) -> Option<String> {
        scalar_text(&value(self.as_str().as_bytes()).ok()?)
    }

    /// Returns the text of a key.
    #[inline]
    pub(crate) fn text_of(&self, key: &str) -> Option<Cow<'_, str>> {
        self.get(key).ok().flatten().map(Cow::Owned)
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

/// Parses a value. It uses the parser that is compiled in serde_json; a generic one would be compiled again in this crate.
fn value(text: &[u8]) -> serde_json::Result<Value> {
    or_repaired(text, |text| str::from_utf8(text).map_err(serde::de::Error::custom)?.parse())
}

/// Returns the text of a JSON string with its quotes.
pub(crate) fn unescaped(string: &[u8]) -> Option<String> {
    value(string).ok()?.as_str().map(str::to_owned)
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

/// Decodes the value of one key and skips the others.
struct Entry<'a, T> {
    key: &'a str,
    value: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Entry<'_, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(matches) = map.next_key_seed(Matches(self.key))? {
            if matches {
                found = map.next_value()?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// Compares a key.
struct Matches<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Matches<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<bool, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Matches<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> std::result::Result<bool, E> {
        Ok(key == self.0)
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

    /// Large objects have an index.
    #[test]
    fn the_size_of_an_object_does_not_matter() {
        let fields = r#""a":1,"b":"two","a":3,"n":null,"o":{"x":[1,{"y":"z"}]},"\u0063":true,"s":"cut \ud83d""#;
        let small = Json::from_text(format!("{{{fields}}}")).unwrap();
        let large = Json::from_text(format!(r#"{{{fields},"filler":"{}"}}"#, "x".repeat(LARGE))).unwrap();
        for json in [&small, &large, &large.clone()] {
            for _ in 0..2 {
                assert_eq!(json.get::<u32>("a").unwrap(), Some(3));
                assert_eq!(json.get::<String>("b").unwrap().as_deref(), Some("two"));
                assert_eq!(json.get::<bool>("c").unwrap(), Some(true));
                assert_eq!(json.get::<String>("n").unwrap(), None);
                assert_eq!(json.get::<String>("missing").unwrap(), None);
                assert_eq!(json.get::<String>("s").unwrap().as_deref(), Some("cut \u{fffd}"));
                assert_eq!(json.get::<Json>("o").unwrap().unwrap().as_str(), r#"{"x":[1,{"y":"z"}]}"#);
                let error = json.get::<u32>("b").unwrap_err();
                assert_eq!(
                    (error.field(), error.to_string()),
                    (Some("b"), "at `b`: invalid type: string, expected u32".into())
                );
                let error = json.get::<BTreeMap<String, Vec<u32>>>("o").unwrap_err();
                assert_eq!(error.field(), Some("o.x[1]"), "{error}");
            }
        }
        assert!(large.index.get().is_some() && small.index.get().is_none());
    }
}
