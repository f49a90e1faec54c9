//! What the generated enumerations and unions have in common.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::{Error, locate};
use crate::json::{Json, ObjectText};

/// Reads an open enumeration.
pub(crate) fn open_enum<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> From<&'a str>,
{
    struct Text<T>(PhantomData<T>);

    impl<T: for<'a> From<&'a str>> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E>(self, text: &str) -> Result<T, E> {
            Ok(T::from(text))
        }
    }

    deserializer.deserialize_str(Text(PhantomData))
}

/// The value of an object that has this key and no other.
pub(crate) fn sole<T: DeserializeOwned, E: serde::de::Error>(json: &Json, key: &str) -> Result<Option<T>, E> {
    let Ok(entries) = json.entries() else { return Err(E::custom("invalid type: expected an object")) };
    if entries.count() != 1 {
        return Ok(None);
    }
    json.get(key).map_err(|e: Error| E::custom(e))
}

/// A union whose variants are told apart by the value of one key, which stands in none of them.
pub(crate) trait Tagged: Sized {
    /// The key.
    const TAG: &'static str;
    /// The values that have a variant.
    const KNOWN: &'static [&'static str];

    /// Reads the variant of a known tag.
    fn decode<'de, D: Deserializer<'de>>(tag: &str, content: D) -> Result<Self, D::Error>;

    /// Keeps an object with an unknown tag.
    fn unknown(json: Json) -> Self;
}

/// How many unions may lie in one another. Real bodies have four: an event, a quoted message, its content, an action.
///
/// Each takes the stack of its reader, and one that is read from its own text has a new limit of serde_json's besides.
/// A message that quotes a message that quotes a message must not end the program.
const DEEPEST: usize = 16;

thread_local! {
    /// How many unions this thread is reading.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// A union that is being read.
struct Level;

impl Level {
    fn enter<E: serde::de::Error>() -> Result<Self, E> {
        if DEPTH.get() == DEEPEST {
            return Err(E::custom(format_args!("more than {DEEPEST} unions lie in one another")));
        }
        DEPTH.set(DEPTH.get() + 1);
        Ok(Self)
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get().saturating_sub(1));
    }
}

/// Reads a tagged union.
///
/// What stands before the tag is remembered as text, mostly without being copied; from the tag on, the variant is read
/// straight from the input.
pub(crate) fn tagged<'de, D: Deserializer<'de>, T: Tagged>(deserializer: D) -> Result<T, D::Error> {
    let _level = Level::enter()?;
    deserializer.deserialize_map(Union(PhantomData))
}

struct Union<T>(PhantomData<T>);

/// A key or a tag, which is copied only where it has escapes or the input is no text.
#[derive(Deserialize)]
#[serde(transparent)]
struct Word<'a>(#[serde(borrow)] Cow<'a, str>);

/// A key, and the text of its value.
type Field<'de> = (&'de str, &'de RawValue);

impl<'de, T: Tagged> Visitor<'de> for Union<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the key `{}`", T::TAG)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        // JSON text does not tell how many keys are to come; a `Value` does, and has no text to lend.
        let is_text = map.size_hint().is_none();
        let mut before: Vec<Field<'de>> = Vec::new();
        while let Some(Word(key)) = map.next_key()? {
            if key == T::TAG {
                let Word(tag) = map.next_value()?;
                if !T::KNOWN.contains(&&*tag) {
                    return unknown(before, &tag, map);
                }
                let fields = Rest { before: before.into_iter(), value: None, map: &mut map };
                let union = T::decode(&tag, MapAccessDeserializer::new(fields));
                if union.is_err() {
                    // An error among the fields before the tag has no place in the input: it is that of the object.
                    while let Ok(Some(_)) = map.next_entry::<IgnoredAny, IgnoredAny>() {}
                }
                return union;
            }
            match key {
                Cow::Borrowed(key) if is_text => before.push((key, map.next_value()?)),
                key => return again(before, &key, map),
            }
        }
        Err(A::Error::missing_field(T::TAG))
    }
}

/// The fields of a union: those before its tag, which are read again, and those behind it.
struct Rest<'de, A> {
    before: std::vec::IntoIter<Field<'de>>,
    /// The field whose key was read last, where it stood before the tag.
    value: Option<Field<'de>>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Rest<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.value = self.before.next();
        match self.value {
            Some((key, _)) => seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        let Some((key, json)) = self.value.take() else { return self.map.next_value_seed(seed) };
        // As bytes, as answers are read: one reader of each type is compiled, and not two.
        let text = json.get().as_bytes();
        let mut json = serde_json::Deserializer::from_slice(text);
        seed.deserialize(&mut json).map_err(|e| A::Error::custom(nested(key, text, &e)))
    }
}

/// Keeps an object with an unknown tag.
fn unknown<'de, A: MapAccess<'de>, T: Tagged>(before: Vec<Field<'de>>, tag: &str, map: A) -> Result<T, A::Error> {
    let mut text = ObjectText::default();
    before.into_iter().for_each(|(key, json)| text.push(key, json.get()));
    text.push(T::TAG, &Value::from(tag).to_string());
    gather(map, &mut text, None)?;
    Json::from_text(text.finish()).map(T::unknown).map_err(A::Error::custom)
}

/// Reads a union whose input has no text to lend, or that has escapes in a key before the tag: puts the text together,
/// with the tag before the rest, and reads that.
fn again<'de, A: MapAccess<'de>, T: Tagged>(before: Vec<Field<'de>>, key: &str, mut map: A) -> Result<T, A::Error> {
    let mut text = ObjectText::default();
    before.into_iter().for_each(|(key, json)| text.push(key, json.get()));
    text.push(key, map.next_value::<Box<RawValue>>()?.get());
    let tag = gather(&mut map, &mut text, Some(T::TAG))?.ok_or_else(|| A::Error::missing_field(T::TAG))?;
    if !T::KNOWN.contains(&tag.as_str()) {
        text.push(T::TAG, &Value::from(tag).to_string());
        gather(map, &mut text, None)?;
        return Json::from_text(text.finish()).map(T::unknown).map_err(A::Error::custom);
    }
    gather(map, &mut text, None)?;
    let mut tagged = ObjectText::default();
    tagged.push(T::TAG, &Value::from(tag).to_string());
    tagged.append(text);
    let text = tagged.finish();
    let mut json = serde_json::Deserializer::from_slice(text.as_bytes());
    json.deserialize_map(Union(PhantomData)).map_err(|e| A::Error::custom(nested("", text.as_bytes(), &e)))
}

/// Adds the fields of an object to a text, up to the tag, which is given back.
fn gather<'de, A: MapAccess<'de>>(
    mut map: A,
    text: &mut ObjectText,
    tag: Option<&str>,
) -> Result<Option<String>, A::Error> {
    while let Some(key) = map.next_key::<String>()? {
        if tag == Some(key.as_str()) {
            return map.next_value().map(Some);
        }
        text.push(&key, map.next_value::<Box<RawValue>>()?.get());
    }
    Ok(None)
}

/// The message of an error inside a union, with the field where it happened.
fn nested(key: &str, text: &[u8], error: &serde_json::Error) -> String {
    let (field, message) = locate(text, error);
    let dot = if key.is_empty() || field.is_empty() || field.starts_with('[') { "" } else { "." };
    match [key, dot, &field].concat() {
        field if field.is_empty() => message,
        field => format!("at `{field}`: {message}"),
    }
}
