//! Free-form JSON, kept as the text that was sent.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::any_format;
use crate::error::{ApiError, Error, Result};
use crate::models::SECRET_FIELDS;
use crate::parameters::scalar_text;
use crate::secret_names::is_secret_name;

/// Free-form JSON, such as `metadata`: kept as the text that was sent, and read when asked.
///
/// Numbers, the order of keys and everything else go out again as they came in. It is built from pairs, from
/// [`serde_json::json!`], or from anything that serializes:
///
/// ```
/// use sunshine_conversations::Json;
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
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
///
/// `Debug` prints the JSON with the values of secret fields masked. Two are equal when they mean the same.
#[derive(Clone)]
pub struct Json(Box<RawValue>);

impl Json {
    /// The JSON of anything that serializes.
    ///
    /// # Errors
    /// When `value` has a map with keys that are not text, or its `Serialize` fails.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<Self> {
        serde_json::value::to_raw_value(value).map(Self).map_err(|e| Error::invalid("json", e.to_string()))
    }

    /// JSON from its text.
    ///
    /// # Errors
    /// When the text is not JSON.
    pub fn from_text(text: impl Into<String>) -> Result<Self> {
        RawValue::from_string(text.into()).map(Self).map_err(|e| Error::invalid("json", e.to_string()))
    }

    /// The text, as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// All of it as a type of yours.
    ///
    /// # Errors
    /// When it does not fit; the error names the field.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T> {
        // As bytes, as answers are read: one reader of each type is compiled, and not two.
        serde_json::from_slice(self.as_str().as_bytes()).map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// The value of a key: `None` where it is absent or null, or where this is no object.
    ///
    /// # Errors
    /// When the value does not fit `T`.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        if !self.is_object() {
            return Ok(None);
        }
        let mut deserializer = serde_json::Deserializer::from_slice(self.as_str().as_bytes());
        deserializer
            .deserialize_map(Entry { key, value: PhantomData })
            .map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// The keys and their values, in the order in which they were sent.
    ///
    /// # Errors
    /// When this is no object.
    #[inline]
    pub fn entries(&self) -> Result<impl Iterator<Item = (String, Json)>> {
        let mut deserializer = serde_json::Deserializer::from_slice(self.as_str().as_bytes());
        deserializer
            .deserialize_map(Entries)
            .map(Vec::into_iter)
            .map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// Whether it is an object.
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

    /// Text under a key.
    #[inline]
    pub(crate) fn text_of(&self, key: &str) -> Option<Cow<'_, str>> {
        self.get(key).ok().flatten().map(Cow::Owned)
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
        match value(self.as_str().as_bytes()) {
            Ok(value) => fmt::Display::fmt(&without_secrets(value), f),
            // Too deeply nested to be read; it was checked to be JSON when it came.
            Err(_) => f.write_str("<JSON>"),
        }
    }
}

/// The JSON of a field, which prints with its secrets masked.
pub(crate) struct Secretive<'a>(pub(crate) &'a str, pub(crate) &'a Json);

impl fmt::Debug for Secretive<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match value(self.1.as_str().as_bytes()) {
            Ok(mut value) => {
                each_secret(&mut value, is_secret(self.0), &mut |secret| *secret = Value::from("***"));
                fmt::Display::fmt(&value, f)
            }
            Err(_) => f.write_str("<JSON>"),
        }
    }
}

/// Reads a value of which the type does not matter: serde_json has compiled the reader, and a generic one would be compiled
/// again in this crate.
fn value(text: &[u8]) -> serde_json::Result<Value> {
    str::from_utf8(text).map_err(serde::de::Error::custom)?.parse()
}

/// A value with its secrets masked.
fn without_secrets(mut value: Value) -> Value {
    each_secret(&mut value, false, &mut |secret| *secret = Value::from("***"));
    value
}

/// A body as it may be logged: JSON with its secrets masked, or how long it is where it is no JSON.
pub(crate) fn masked(body: &[u8]) -> String {
    match value(body) {
        Ok(value) => without_secrets(value).to_string(),
        Err(_) => format!("{} bytes that are not JSON", body.len()),
    }
}

/// A text as it stands in JSON, without its quotes.
pub(crate) fn escaped(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default().to_owned()
}

/// The text that stands in JSON, quotes included.
pub(crate) fn unescaped(string: &[u8]) -> Option<String> {
    value(string).ok()?.as_str().map(str::to_owned)
}

/// Returns the errors in a response body.
pub(crate) fn errors_in(body: &[u8]) -> Vec<ApiError> {
    let body = str::from_utf8(body).ok().and_then(|text| Json::from_text(text).ok());
    let Some(errors) = body.and_then(|body| body.get::<Json>("errors").ok()?) else { return Vec::new() };
    // An object or text is one error.
    let list = errors.to::<Vec<Json>>().unwrap_or_else(|_| vec![errors]);
    list.iter().filter_map(ApiError::from_json).collect()
}

/// Returns `true` if a field holds a secret: the document says so, or its name does.
fn is_secret(key: &str) -> bool {
    SECRET_FIELDS.contains(&key) || is_secret_name(key)
}

/// Visits every scalar in a secret field.
fn each_secret(value: &mut Value, in_secret: bool, visit: &mut dyn FnMut(&mut Value)) {
    match value {
        // An object under the name of a secret, such as the `key` of an answer, has names of its own.
        Value::Object(map) => {
            for (key, value) in map {
                each_secret(value, is_secret(key), visit);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|member| each_secret(member, in_secret, visit)),
        Value::Null => {}
        scalar if in_secret => visit(scalar),
        _ => {}
    }
}

/// In bytes. Keys and tokens are longer by far; what is shorter is a part of words.
const SHORTEST_SECRET: usize = 8;

/// The secrets in a JSON text, so that they can be found where they are quoted.
pub(crate) fn secrets_in(json: &[u8]) -> Vec<String> {
    let mut secrets = Vec::new();
    let mut json = value(json).unwrap_or_default();
    let mut keep = |value: &mut Value| {
        secrets.extend(value.as_str().filter(|text| text.len() >= SHORTEST_SECRET).map(str::to_owned));
    };
    each_secret(&mut json, false, &mut keep);
    // The code that OAuth trades for a token; in answers, the field of this name is the code of an error.
    if let Some(code) = json.get_mut("code") {
        keep(code);
    }
    secrets
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        any_format::owned(deserializer).map(Self)
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        // The text of a `Value` is JSON by construction; `null` stands in for the impossible.
        Self(RawValue::from_string(value.to_string()).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }
}

/// Converts scalars, so that they can be passed for a `Json`.
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

from_scalars!(&str, String, bool, i32, u32, i64, u64, f64);

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
        Self(RawValue::from_string(text.finish()).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }
}

/// The text of an object, from its entries.
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

/// Reads the value of one key and passes over the rest.
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

/// Whether a key is the one looked for.
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

/// Reads an object without losing the order of its keys.
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
