//! Fields that the API sent, and that this version of the crate doesn't know.

use std::fmt;
use std::slice;

use crate::value::json::{Json, Secretive};

/// The unknown fields of a model, in the order in which they were received.
///
/// Every model has them: `extra()` returns fields that are newer than this version of the crate, and `with_extra` adds
/// one to a request body. They are serialized after the known fields.
///
/// ```
/// use sunshine_conversations::models::Location;
///
/// let place: Location = serde_json::from_str(r#"{"name":"Acme","floor":2}"#)?;
/// assert_eq!(place.extra().get::<u32>("floor")?, Some(2));
/// assert_eq!(serde_json::to_string(&place)?, r#"{"name":"Acme","floor":2}"#);
///
/// let place = Location::new().with_name("Acme").with_extra("floor", 3);
/// assert_eq!(serde_json::to_string(&place)?, r#"{"name":"Acme","floor":3}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Models are equal only if their unknown fields are equal, too. Unknown fields are compared by value: their order and
/// the format of their JSON don't matter. `Debug` masks secrets.
#[derive(Clone, Default)]
pub struct Extra(
    /// One word in every model, because most don't have unknown or missing fields.
    Option<Box<Fields>>,
);

#[derive(Clone, Default)]
struct Fields {
    unknown: Vec<Entry>,
    missing: Missing,
}

/// The keys of fields that are blank because the API didn't send them.
#[derive(Clone)]
enum Missing {
    /// Some of them.
    Keys(Vec<&'static str>),
    /// All of a model that is missing itself, except these, which were set.
    AllBut(Vec<&'static str>),
}

/// An unknown field: its key and its value.
type Entry = (Box<str>, Json);

impl Default for Missing {
    fn default() -> Self {
        Self::Keys(Vec::new())
    }
}

impl Extra {
    /// Returns the value of a field as JSON. A field that is null is `Some`.
    #[must_use]
    pub fn get_raw(&self, key: &str) -> Option<&Json> {
        self.entries().iter().rfind(|(known, _)| **known == *key).map(|(_, json)| json)
    }

    /// Returns an iterator over the fields, in the order in which they were received.
    pub fn iter(&self) -> ExtraIter<'_> {
        ExtraIter(self.entries().iter())
    }

    /// Returns the number of fields.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Returns `true` if there are no unknown fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries().is_empty()
    }

    fn entries(&self) -> &[Entry] {
        self.0.as_ref().map_or(&[], |fields| fields.unknown.as_slice())
    }

    /// Adds a field after all others, without a search: a body with thousands of unknown fields must not be slow.
    pub(crate) fn push(&mut self, key: Box<str>, value: Json) {
        self.0.get_or_insert_default().unknown.push((key, value));
    }

    /// Returns the unknown fields of a model that is missing itself.
    #[cold]
    pub(crate) fn of_missing() -> Self {
        Self(Some(Box::new(Fields { unknown: Vec::new(), missing: Missing::AllBut(Vec::new()) })))
    }

    /// Remembers that a field is missing.
    #[cold]
    pub(crate) fn add_missing(&mut self, key: &'static str) {
        match &mut self.0.get_or_insert_default().missing {
            Missing::Keys(keys) => keys.push(key),
            Missing::AllBut(keys) => keys.retain(|known| *known != key),
        }
    }

    /// Removes a field from those that are missing.
    pub(crate) fn remove_missing(&mut self, key: &'static str) {
        match self.0.as_mut().map(|fields| &mut fields.missing) {
            Some(Missing::Keys(keys)) => keys.retain(|known| *known != key),
            Some(Missing::AllBut(keys)) => keys.push(key),
            None => {}
        }
    }

    /// Returns `true` if a field is missing.
    #[inline]
    pub(crate) fn is_missing(&self, key: &str) -> bool {
        match self.0.as_ref().map(|fields| &fields.missing) {
            Some(Missing::Keys(keys)) => keys.contains(&key),
            Some(Missing::AllBut(keys)) => !keys.contains(&key),
            None => false,
        }
    }

    /// Replaces a field, or adds it after all others.
    pub(crate) fn set(&mut self, key: String, value: Json) {
        let entries = &mut self.0.get_or_insert_default().unknown;
        let place = entries.iter().position(|(known, _)| **known == key).unwrap_or(entries.len());
        entries.retain(|(known, _)| **known != key);
        entries.insert(place, (key.into(), value));
    }

    /// Whether every field of this is in the other, too, with the same value. Of a key that occurs twice, the last counts.
    fn is_within(&self, other: &Self) -> bool {
        self.iter().all(|(key, _)| self.get_raw(key) == other.get_raw(key))
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.is_within(other) && other.is_within(self)
    }
}

/// With the values of secret fields masked.
impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(key, json)| (key, Secretive(key, json)))).finish()
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Json);
    type IntoIter = ExtraIter<'a>;

    fn into_iter(self) -> ExtraIter<'a> {
        self.iter()
    }
}

/// An iterator over unknown fields, created by [`Extra::iter`].
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct ExtraIter<'a>(slice::Iter<'a, Entry>);

impl<'a> Iterator for ExtraIter<'a> {
    type Item = (&'a str, &'a Json);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, json)| (&**key, json))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for ExtraIter<'_> {}

impl fmt::Debug for ExtraIter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone().map(|(key, json)| (key, Secretive(key, json)))).finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn extra<const N: usize>(fields: [(&str, &str); N]) -> Extra {
        let mut extra = Extra::default();
        fields.into_iter().for_each(|(key, json)| extra.push(key.into(), Json::from_text(json).unwrap()));
        extra
    }

    #[test]
    fn fields_are_read_by_key() {
        let extra = extra([("b", "1.10"), ("a", r#"{"c":[7]}"#), ("none", "null"), ("b", "2")]);
        assert_eq!(extra.get::<u32>("b").unwrap(), Some(2));
        assert_eq!(extra.get::<u32>("none").unwrap(), None);
        assert_eq!(extra.get::<u32>("absent").unwrap(), None);
        assert_eq!(extra.get_raw("none").unwrap().as_str(), "null");
        assert_eq!(extra.get_raw("absent"), None);
        let keys: Vec<&str> = extra.iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["b", "a", "none", "b"]);
        assert_eq!((extra.len(), extra.is_empty(), (&extra).into_iter().len()), (4, false, 4));
        assert_eq!((Extra::default().len(), Extra::default().is_empty()), (0, true));
    }

    #[test]
    fn an_error_names_the_field() {
        #[derive(serde::Deserialize, Debug)]
        struct Inner {
            #[allow(dead_code)]
            c: Vec<String>,
        }

        let error = extra([("a", r#"{"c":[7]}"#)]).get::<Inner>("a").unwrap_err();
        assert_eq!(error.field(), Some("a.c[0]"));
    }

    #[test]
    fn replaces_fields_without_reordering() {
        let mut extra = extra([("a", "1"), ("b", "2"), ("a", "3")]);
        extra.set("a".into(), Json::from(json!(4)));
        extra.set("c".into(), Json::from(json!(5)));
        let text: Vec<String> = extra.iter().map(|(key, json)| format!("{key}={}", json.as_str())).collect();
        assert_eq!(text, ["a=4", "b=2", "c=5"]);
    }

    #[test]
    fn fields_are_compared_by_value() {
        assert_eq!(extra([]), Extra::default());
        assert_eq!(extra([("a", "1"), ("b", "{ }")]), extra([("b", "{}"), ("a", "1")]));
        assert_ne!(extra([("a", "1")]), extra([("a", "2")]));
        assert_ne!(extra([("a", "1")]), extra([]));
        assert_ne!(extra([("a", "1")]), extra([("a", "1"), ("b", "2")]));
    }

    #[test]
    fn debug_masks_secrets() {
        let extra = extra([
            ("clientSecret", "\"hush1\""),
            ("info", r#"{"api_key":"hush2","password":["hush3"],"name":"Ada"}"#),
            ("tokens", r#"[{"token":"hush4"}]"#),
        ]);
        for text in [format!("{extra:?}"), format!("{extra:#?}"), format!("{:?}", extra.iter())] {
            assert!(!text.contains("hush") && text.contains("***") && text.contains("Ada"), "{text}");
        }
    }

    #[test]
    fn unknown_fields_take_one_word() {
        assert_eq!(size_of::<Extra>(), size_of::<usize>());
    }
}
