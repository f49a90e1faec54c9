//! What the generated enumerations and unions have in common.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, Error as _, MapAccess, Visitor};
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
/// Where the tag comes first the variant is read straight from the input. Otherwise, and for an unknown tag, the
/// object's text is put together again and read from there.
pub(crate) fn tagged<'de, D: Deserializer<'de>, T: Tagged>(deserializer: D) -> Result<T, D::Error> {
    let _level = Level::enter()?;
    deserializer.deserialize_map(Union(PhantomData))
}

struct Union<T>(PhantomData<T>);

impl<'de, T: Tagged> Visitor<'de> for Union<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the key `{}`", T::TAG)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let Some(first) = map.next_key::<Cow<'de, str>>()? else { return Err(A::Error::missing_field(T::TAG)) };
        let mut text = ObjectText::default();
        let mut tag: Option<String> = None;
        if first == T::TAG {
            let value: String = map.next_value()?;
            if T::KNOWN.contains(&value.as_str()) {
                return T::decode(&value, MapAccessDeserializer::new(map));
            }
            text.push(T::TAG, &Value::from(value.as_str()).to_string());
            tag = Some(value);
        } else {
            text.push(&first, map.next_value::<Box<RawValue>>()?.get());
        }
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if tag.is_none() && key == T::TAG {
                let value: String = map.next_value()?;
                // A known tag is the variant, and stands in it no more.
                if !T::KNOWN.contains(&value.as_str()) {
                    text.push(T::TAG, &Value::from(value.as_str()).to_string());
                }
                tag = Some(value);
            } else {
                text.push(&key, map.next_value::<Box<RawValue>>()?.get());
            }
        }
        let tag = tag.ok_or_else(|| A::Error::missing_field(T::TAG))?;
        let text = text.finish();
        if T::KNOWN.contains(&tag.as_str()) {
            let mut content = serde_json::Deserializer::from_slice(text.as_bytes());
            T::decode(&tag, &mut content).map_err(|e| A::Error::custom(nested(&text, &e)))
        } else {
            Json::from_text(text).map(T::unknown).map_err(A::Error::custom)
        }
    }
}

/// The message of an error inside a union, with the field where it happened.
fn nested(text: &str, error: &serde_json::Error) -> String {
    let (field, message) = locate(text.as_bytes(), error);
    if field.is_empty() { message } else { format!("at `{field}`: {message}") }
}
