//! The methods of [`value`](crate::value) that return this crate's error.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserializer, Serialize};
use serde_json::value::RawValue;

use crate::base::repair::{from_json, or_repaired};
#[cfg(feature = "jiff1")]
use crate::error::ErrorKind;
use crate::error::{Error, Result};
use crate::value::extra::Extra;
use crate::value::json::{Json, ObjectText};
#[cfg(feature = "jiff1")]
use crate::value::time::Time;

impl Json {
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
        if let Some(index) = self.index() {
            return index.get(key).map_or(Ok(None), |value| match value.parse() {
                Err(error) => Err(error.within(key)),
                value => value,
            });
        }
        let entry =
            |text: &str| serde_json::Deserializer::from_str(text).deserialize_map(Entry { key, value: PhantomData });
        or_repaired(self.as_str().as_bytes(), entry).map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// Returns the keys and values of an object in the order in which the API sent them.
    ///
    /// # Errors
    /// If the JSON isn't an object.
    #[inline]
    pub fn entries(&self) -> Result<impl Iterator<Item = (String, Json)>> {
        let entries = self.read_entries().map(Vec::into_iter);
        entries.map_err(|e| Error::mismatch(self.as_str().as_bytes(), &e))
    }

    /// Returns the text of a key.
    #[inline]
    pub(crate) fn text_of(&self, key: &str) -> Option<Cow<'_, str>> {
        self.get(key).ok().flatten().map(Cow::Owned)
    }
}

impl Extra {
    /// Returns the value of a field as a `T`. A field that is absent or null is `None`.
    ///
    /// If the field was sent more than once, the last one counts.
    ///
    /// # Errors
    /// Returns an error that names the field if its value isn't a valid `T`.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let Some(json) = self.get_raw(key) else { return Ok(None) };
        json.parse().or_else(|_| {
            // Within its object, so that the error names the field.
            let mut text = ObjectText::default();
            text.push(key, json.as_str());
            Json::from_text(text.finish())?.get(key)
        })
    }
}

#[cfg(feature = "jiff1")]
impl Time {
    /// Returns the point in time. Needs the feature `jiff1`.
    ///
    /// ```
    /// use sunshine_conversations::Time;
    ///
    /// assert_eq!(Time::from("2026-05-21T15:53:30.197Z").timestamp()?.as_millisecond(), 1_779_378_810_197);
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the text isn't a time with an offset from UTC. [`as_str`](Self::as_str) still returns it.
    pub fn timestamp(&self) -> Result<jiff::Timestamp> {
        let invalid =
            || Error::new(ErrorKind::Decode, "invalid time; expected something like 2026-05-21T15:53:30.197Z");
        self.as_str().parse().map_err(|_| invalid())
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Large objects have an index.
    #[test]
    fn the_size_of_an_object_does_not_matter() {
        let fields = r#""a":1,"b":"two","a":3,"n":null,"o":{"x":[1,{"y":"z"}]},"\u0063":true,"s":"cut \ud83d""#;
        let small = Json::from_text(format!("{{{fields}}}")).unwrap();
        let large = Json::from_text(format!(r#"{{{fields},"filler":"{}"}}"#, "x".repeat(5000))).unwrap();
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
        assert!(large.index().is_some() && small.index().is_none());
    }
}
