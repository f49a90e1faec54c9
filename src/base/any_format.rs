//! Reads JSON text from any format: as it was sent from serde_json, converted from others such as YAML.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::Value;
use serde_json::value::RawValue;

/// Reads JSON text.
pub(crate) fn owned<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<RawValue>, D::Error> {
    let mut converted = None;
    match Box::<RawValue>::deserialize(AnyFormat { deserializer, converted: &mut converted }) {
        Err(error) => converted.ok_or(error),
        read => read,
    }
}

/// Borrows JSON text from the input, if the input is JSON text.
pub(crate) fn borrowed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'de, str>, D::Error> {
    let mut converted = None;
    match <&RawValue>::deserialize(AnyFormat { deserializer, converted: &mut converted }) {
        Ok(raw) => Ok(Cow::Borrowed(raw.get())),
        Err(error) => converted.map(|raw| Cow::Owned(Box::<str>::from(raw).into_string())).ok_or(error),
    }
}

/// Lets a `RawValue` be read, and converts the value if the format knows nothing of `RawValue`.
///
/// serde_json passes a map to the visitor of a `RawValue`, other formats a newtype.
struct AnyFormat<'a, D> {
    deserializer: D,
    converted: &'a mut Option<Box<RawValue>>,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for AnyFormat<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.deserializer.deserialize_any(visitor)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.deserializer.deserialize_newtype_struct(name, Bridge { visitor, converted: self.converted })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Bridge<'a, V> {
    visitor: V,
    converted: &'a mut Option<Box<RawValue>>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Bridge<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(map)
    }

    /// Text from a deserializer of nothing else, such as that of a tag.
    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.visit_newtype_struct(text.into_deserializer())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let text = Value::deserialize(deserializer)?.to_string();
        *self.converted = Some(RawValue::from_string(text).map_err(D::Error::custom)?);
        // The visitor can't return the text. Its caller takes it instead of this error.
        Err(D::Error::custom("converted to JSON"))
    }
}

#[cfg(test)]
mod tests {
    use serde::de::value::StrDeserializer;
    use serde_json::json;

    use super::*;

    #[test]
    fn json_is_read_as_it_was_sent() {
        let text = r#"{ "b": 1.10, "a": [ ] }"#;
        assert_eq!(owned(&mut serde_json::Deserializer::from_str(text)).unwrap().get(), text);
        let read = borrowed(&mut serde_json::Deserializer::from_slice(text.as_bytes())).unwrap();
        assert!(matches!(read, Cow::Borrowed(read) if read == text));
        assert!(owned(&mut serde_json::Deserializer::from_str("{")).is_err());
    }

    #[test]
    fn other_formats_are_converted() {
        assert_eq!(owned(json!({"a": [1, null]})).unwrap().get(), r#"{"a":[1,null]}"#);
        let yaml = "a: [1, ~]\nb: true\n";
        assert_eq!(owned(yaml_serde::Deserializer::from_str(yaml)).unwrap().get(), r#"{"a":[1,null],"b":true}"#);
        let read = borrowed(yaml_serde::Deserializer::from_str(yaml)).unwrap();
        assert_eq!(read, r#"{"a":[1,null],"b":true}"#);
        assert!(owned(yaml_serde::Deserializer::from_str("[1: 2")).is_err());
        let text: StrDeserializer<'_, serde_json::Error> = "a\"b".into_deserializer();
        assert_eq!(owned(text).unwrap().get(), r#""a\"b""#);
    }
}
