//! The tables of unions: [`union!`] for those with a tag, [`keyed_union!`] for objects with one key.

use std::any::type_name;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Error as _, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::base::any_format;
use crate::decode::blank::Blank;
use crate::decode::drift::{self, DriftKind};
use crate::decode::nesting::{Level, TAG_READ};
use crate::error::{Error, locate::locate};
use crate::value::json::{Json, ObjectText};

/// Defines a union whose variants are distinguished by a tag. The tag isn't a field of the variants.
///
/// ```text
/// union! {
///     /// Content of a message.
///     pub enum Content by "type" {          // `by "type" boxed`: the variants hold a `Box<T>`
///         /// `text`
///         Text(TextMessage) = "text",
///     }
///     common { id: MessageId = "id" required; created_at: Time = "createdAt" default; brand: String = "brand" option }
///     text Text(TextMessage)                // the variant that text converts to
///     find { … }                            // see `short_forms.rs`
/// }
/// ```
///
/// A variant whose type an earlier variant has is marked: `Note(TextMessage) = "note" again`.
///
/// The table of each variant names the tag, too: otherwise, the variant keeps it as an unknown field, and it is written
/// twice. The fields in `common` are fields of every variant, of the same type: each becomes a method of the union.
macro_rules! union {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident by $tag:literal boxed $variants:tt
        $(common $common:tt)?
        $(text $text:ident($text_type:ty))?
        $(find $find:tt)?
        $(also $also:ident)?
    ) => {
        $crate::decode::union::tagged_union! { boxed $(#[$attribute])* $name $tag $variants $variants $($common)? $(also $also)? }
        $($crate::decode::short_forms::from_text! { $name text => Self::$text(::std::boxed::Box::new(<$text_type>::from(text))) })?
        $($crate::decode::short_forms::find_in_union! { $name $find })?
    };
    (
        $(#[$attribute:meta])*
        pub enum $name:ident by $tag:literal $variants:tt
        $(common $common:tt)?
        $(text $text:ident($text_type:ty))?
        $(find $find:tt)?
        $(also $also:ident)?
    ) => {
        $crate::decode::union::tagged_union! { plain $(#[$attribute])* $name $tag $variants $variants $($common)? $(also $also)? }
        $($crate::decode::short_forms::from_text! { $name text => Self::$text(<$text_type>::from(text)) })?
        $($crate::decode::short_forms::find_in_union! { $name $find })?
    };
}

/// A union with a tag: [`union!`] with its variants twice, once as they are.
macro_rules! tagged_union {
    (
        $holds:ident
        $(#[$attribute:meta])*
        $name:ident $tag:literal
        { $($(#[$variant_attribute:meta])* $variant:ident($type:ty) = $value:literal $($again:ident)?),* $(,)? }
        $variants:tt
        $({ $($common:ident: $common_type:tt = $key:literal $kind:ident);* $(;)? })?
        $(also $also:ident)?
    ) => {
        $(#[$attribute])*
        #[doc = ""]
        #[doc = ::core::concat!(
            "Distinguished by `", $tag, "`. An unknown `", $tag, "` is kept as `Unknown`, with its JSON. A known one whose \
             content doesn't match the schema is an error."
        )]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_attribute])*
                $variant($crate::decode::union::held_type!($holds $type)),
            )*
            /// Any other value, as the API sent it.
            Unknown($crate::Json),
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(
                        Self::$variant(content) => $crate::decode::model::Variant::write(
                            ::core::borrow::Borrow::<$type>::borrow(content),
                            serializer,
                            ::core::option::Option::Some(($tag, $value)),
                        ),
                    )*
                    Self::Unknown(json) => ::serde::Serialize::serialize(json, serializer),
                }
            }
        }

        impl $name {
            #[doc = ::core::concat!("Returns the `", $tag, "` that distinguishes the variants.")]
            #[must_use]
            #[inline]
            pub fn type_(&self) -> ::std::borrow::Cow<'_, str> {
                match self {
                    $(Self::$variant(_) => ::std::borrow::Cow::Borrowed($value),)*
                    Self::Unknown(json) => $crate::decode::union::text_in(json, $tag),
                }
            }

            $($($crate::decode::union::accessor! { $kind $common $common_type $key $variants })*)?
        }

        impl $crate::decode::union::Tagged for $name {
            const TAG: &'static str = $tag;
            const KNOWN: &'static [&'static str] = &[$($value),*];

            #[allow(unused_variables, reason = "a union may be empty")]
            fn decode<'de, D: ::serde::Deserializer<'de>>(
                tag: &str,
                content: D,
            ) -> ::core::result::Result<Self, D::Error> {
                match tag {
                    $($value => ::serde::Deserialize::deserialize(content).map(Self::$variant),)*
                    _ => ::core::result::Result::Err(::serde::de::Error::unknown_variant(tag, Self::KNOWN)),
                }
            }

            #[inline]
            fn unknown(json: $crate::Json) -> Self {
                Self::Unknown(json)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::decode::union::tagged(deserializer)
            }
        }

        $($crate::decode::union::from_variant! { $name $variant $type $(, $again)? })*

        $crate::decode::union::unknown_is_blank! { $name }

        $crate::decode::fit::fits! { [$($also)?] $name fit_tagged($tag, &[$($value),*]) }
    };
}

/// Converts the type of a variant to the union, unless an earlier variant has the same type.
macro_rules! from_variant {
    ($name:ident $variant:ident $type:ty) => {
        impl ::core::convert::From<$type> for $name {
            #[inline]
            fn from(content: $type) -> Self {
                Self::$variant(::core::convert::Into::into(content))
            }
        }
    };
    ($name:ident $variant:ident $type:ty, again) => {};
}

/// The content of a variant.
macro_rules! held_type {
    (plain $type:ty) => { $type };
    (boxed $type:ty) => { ::std::boxed::Box<$type> };
}

/// A method that returns a field of every variant.
macro_rules! accessor {
    (option $field:ident String $key:literal
     { $($(#[$attribute:meta])* $variant:ident($type:ty) = $value:literal $($again:ident)?),* $(,)? }) => {
        #[doc = ::core::concat!("Returns the `", $key, "` of any variant.")]
        #[must_use]
        #[inline]
        pub fn $field(&self) -> ::core::option::Option<::std::borrow::Cow<'_, str>> {
            match self {
                $(Self::$variant(content) => content.$field.as_deref().map(::std::borrow::Cow::Borrowed),)*
                Self::Unknown(json) => json.text_of($key),
            }
        }
    };
    (option $field:ident $field_type:tt $key:literal
     { $($(#[$attribute:meta])* $variant:ident($type:ty) = $value:literal $($again:ident)?),* $(,)? }) => {
        #[doc = ::core::concat!("Returns the `", $key, "` of any variant.")]
        #[must_use]
        #[inline]
        pub fn $field(
            &self,
        ) -> ::core::option::Option<::std::borrow::Cow<'_, $crate::decode::model::field_type!(required $field_type)>> {
            match self {
                $(Self::$variant(content) => content.$field.as_ref().map(::std::borrow::Cow::Borrowed),)*
                Self::Unknown(json) => json.get($key).ok().flatten().map(::std::borrow::Cow::Owned),
            }
        }
    };
    (patch $field:ident $field_type:tt $key:literal $variants:tt) => {
        ::core::compile_error!("a common field is required, default, option or assigned");
    };
    ($kind:ident $field:ident String $key:literal
     { $($(#[$attribute:meta])* $variant:ident($type:ty) = $value:literal $($again:ident)?),* $(,)? }) => {
        #[doc = ::core::concat!("Returns the `", $key, "` of any variant. Empty if it is missing.")]
        #[must_use]
        #[inline]
        pub fn $field(&self) -> ::std::borrow::Cow<'_, str> {
            match self {
                $(Self::$variant(content) => ::std::borrow::Cow::Borrowed(&content.$field),)*
                Self::Unknown(json) => $crate::decode::union::text_in(json, $key),
            }
        }
    };
    ($kind:ident $field:ident $field_type:tt $key:literal
     { $($(#[$attribute:meta])* $variant:ident($type:ty) = $value:literal $($again:ident)?),* $(,)? }) => {
        #[doc = ::core::concat!("Returns the `", $key, "` of any variant. Empty if it is missing.")]
        #[must_use]
        #[inline]
        pub fn $field(&self) -> ::std::borrow::Cow<'_, $crate::decode::model::field_type!($kind $field_type)> {
            match self {
                $(Self::$variant(content) => ::std::borrow::Cow::Borrowed(&content.$field),)*
                Self::Unknown(json) => ::std::borrow::Cow::Owned($crate::decode::union::value_in(json, $key)),
            }
        }
    };
}

/// Defines a union of objects with one key, which is the variant.
///
/// ```text
/// keyed_union! {
///     /// Participant that leaves a conversation.
///     pub enum ParticipantLeaveBody {
///         /// ID of the user.
///         UserId(UserId) = "userId",
///     }
/// }
/// ```
macro_rules! keyed_union {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $($(#[$variant_attribute:meta])* $variant:ident($type:ty) = $key:literal),* $(,)?
        }
        $(also $also:ident)?
    ) => {
        $(#[$attribute])*
        #[doc = ""]
        #[doc = "An object with one key, which is the variant."]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attribute])* $variant($type),)*
            /// Any other value, as the API sent it.
            Unknown($crate::Json),
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => serializer.collect_map([($key, value)]),)*
                    Self::Unknown(json) => ::serde::Serialize::serialize(json, serializer),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                let (json, _level) = $crate::decode::union::nested_json(deserializer)?;
                $(
                    if let ::core::option::Option::Some(value) = $crate::decode::union::single_entry(&json, $key)? {
                        return ::core::result::Result::Ok(Self::$variant(value));
                    }
                )*
                ::core::result::Result::Ok(Self::Unknown(json))
            }
        }

        $crate::decode::union::unknown_is_blank! { $name }

        $crate::decode::fit::fits! { [$($also)?] $name fit_keyed(&[$($key),*]) }
    };
}

/// Implements `Blank` for a union: `Unknown` with an empty object.
macro_rules! unknown_is_blank {
    ($name:ident) => {
        impl $crate::decode::blank::Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self::Unknown($crate::decode::blank::Blank::blank())
            }
        }
    };
}

pub(crate) use {accessor, from_variant, held_type, keyed_union, tagged_union, union, unknown_is_blank};

/// The text of a key; empty if there is none.
pub(crate) fn text_in<'a>(json: &'a Json, key: &str) -> Cow<'a, str> {
    json.text_of(key).unwrap_or_default()
}

/// The value of a key; blank if there is none that fits.
pub(crate) fn value_in<T: DeserializeOwned + Blank>(json: &Json, key: &str) -> T {
    json.get(key).ok().flatten().unwrap_or_else(T::blank)
}

/// Reads an object that may hold unions which are read from its text.
///
/// The level lasts as long as they are read.
pub(crate) fn nested_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(Json, Level), D::Error> {
    let level = Level::enter()?;
    Json::deserialize(deserializer).map(|json| (json, level))
}

/// The value of an object that has this key and no other.
pub(crate) fn single_entry<T: DeserializeOwned, E: serde::de::Error>(json: &Json, key: &str) -> Result<Option<T>, E> {
    let Ok(entries) = json.entries() else { return Err(E::custom("invalid type: expected an object")) };
    if entries.count() != 1 {
        return Ok(None);
    }
    json.get(key).map_err(|e: Error| E::custom(e))
}

/// A union whose variants are distinguished by the value of one key, which isn't a field of the variants.
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

/// Reads a tagged union.
///
/// Fields before the tag are buffered as text, usually without a copy. After the tag, the variant is decoded directly from
/// the input.
pub(crate) fn tagged<'de, D: Deserializer<'de>, T: Tagged>(deserializer: D) -> Result<T, D::Error> {
    let _level = Level::enter()?;
    deserializer.deserialize_map(Union(PhantomData))
}

struct Union<T>(PhantomData<T>);

/// A key or a tag, which is only copied if it contains escapes or the input isn't text.
struct Word<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Word<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(WordVisitor)
    }
}

struct WordVisitor;

impl<'de> Visitor<'de> for WordVisitor {
    type Value = Word<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<Word<'de>, E> {
        Ok(Word(Cow::Borrowed(text)))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Word<'de>, E> {
        Ok(Word(Cow::Owned(text.to_owned())))
    }
}

/// A key, and the text of its value.
type Field<'de> = (&'de str, &'de str);

/// JSON text that is borrowed from the input, or converted if the input is another format.
struct Text<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        any_format::borrowed(deserializer).map(Self)
    }
}

impl<'de, T: Tagged> Visitor<'de> for Union<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the key `{}`", T::TAG)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        // The number of keys is unknown for JSON text. It is known for a `Value`, which lacks text to borrow.
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
                    // An error in the fields before the tag doesn't have a position in the input, so it gets that of
                    // the object.
                    while let Ok(Some(_)) = map.next_entry::<IgnoredAny, IgnoredAny>() {}
                }
                return union;
            }
            match key {
                Cow::Borrowed(key) if is_text => match map.next_value()? {
                    Text(Cow::Borrowed(text)) => {
                        // One allocation for most unions, and none if the tag is first.
                        if before.is_empty() {
                            before.reserve(8);
                        }
                        before.push((key, text));
                    }
                    Text(Cow::Owned(text)) => return again(before, key, &text, map),
                },
                key => {
                    let value = map.next_value::<Json>()?;
                    return again(before, &key, value.as_str(), map);
                }
            }
        }
        Err(A::Error::missing_field(T::TAG))
    }
}

/// The fields of a union but for its tag: those before the tag, which are read again, and those behind it.
///
/// Marks the tag as read for the variant, so that a second one is a duplicate: see [`TAG_READ`].
struct Rest<'de, A> {
    before: std::vec::IntoIter<Field<'de>>,
    /// The field whose key was read last, if it is before the tag.
    value: Option<Field<'de>>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Rest<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.value = self.before.next();
        match self.value {
            Some((key, _)) => seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        let Some((key, json)) = self.value.take() else { return self.map.next_value_seed(seed) };
        // As text, as responses are read: one reader of each type is compiled instead of two.
        let mut value = serde_json::Deserializer::from_str(json);
        seed.deserialize(&mut value).map_err(|e| A::Error::custom(nested(key, json, &e)))
    }

    fn size_hint(&self) -> Option<usize> {
        TAG_READ
    }
}

/// Keeps an object with an unknown tag.
fn unknown<'de, A: MapAccess<'de>, T: Tagged>(before: Vec<Field<'de>>, tag: &str, map: A) -> Result<T, A::Error> {
    drift::found(DriftKind::Tag, type_name::<T>(), tag);
    let mut text = ObjectText::default();
    before.into_iter().for_each(|(key, json)| text.push(key, json));
    text.push(T::TAG, &Value::from(tag).to_string());
    gather(map, &mut text, None)?;
    Json::from_text(text.finish()).map(T::unknown).map_err(A::Error::custom)
}

/// Decodes a union whose text can't be borrowed, or that has escapes in a key before the tag: builds the text with the tag
/// first, and decodes it.
fn again<'de, A: MapAccess<'de>, T: Tagged>(
    before: Vec<Field<'de>>,
    key: &str,
    value: &str,
    mut map: A,
) -> Result<T, A::Error> {
    let mut text = ObjectText::default();
    before.into_iter().for_each(|(key, json)| text.push(key, json));
    text.push(key, value);
    let tag = gather(&mut map, &mut text, Some(T::TAG))?.ok_or_else(|| A::Error::missing_field(T::TAG))?;
    if !T::KNOWN.contains(&tag.as_str()) {
        drift::found(DriftKind::Tag, type_name::<T>(), &tag);
        text.push(T::TAG, &Value::from(tag).to_string());
        gather(map, &mut text, None)?;
        return Json::from_text(text.finish()).map(T::unknown).map_err(A::Error::custom);
    }
    gather(map, &mut text, None)?;
    let mut tagged = ObjectText::default();
    tagged.push(T::TAG, &Value::from(tag).to_string());
    tagged.append(text);
    let text = tagged.finish();
    let mut json = serde_json::Deserializer::from_str(&text);
    json.deserialize_map(Union(PhantomData)).map_err(|e| A::Error::custom(nested("", &text, &e)))
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
        text.push(&key, map.next_value::<Json>()?.as_str());
    }
    Ok(None)
}

/// The message of an error inside a union, with the field.
fn nested(key: &str, text: &str, error: &serde_json::Error) -> String {
    let (field, message) = locate(text.as_bytes(), error);
    let dot = if key.is_empty() || field.is_empty() || field.starts_with('[') { "" } else { "." };
    match [key, dot, &field].concat() {
        field if field.is_empty() => message,
        field => format!("at `{field}`: {message}"),
    }
}

#[cfg(test)]
mod tests;
