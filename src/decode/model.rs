//! The tables of structs: [`model!`] defines a struct, its constructor and setters, and how it is read and written.
//!
//! serde's derives could read and write the structs. Most of the build time of this crate was spent on their code.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

pub(crate) use serde::de::MapAccess;
use serde::de::{DeserializeSeed, Error, IgnoredAny, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::decode::blank::Blank;
use crate::decode::drift::{self, DriftKind};
use crate::decode::nesting::TAG_READ;
use crate::decode::sending::is_sending;
use crate::{Extra, Json, Patch};

/// Defines a struct from its table.
///
/// ```text
/// model! {
///     /// A user.
///     pub struct User {
///         /// Unique ID of the user.
///         required id: UserId = "id", with_id;
///         /// External ID of the user.
///         option external_id: String = "externalId" as Text, with_external_id;
///         #[deprecated = "Deprecated by the API."]
///         patch surname: String = "surname", with_surname, clear_surname;
///         option size: Number = "size", read_only;
///         option tags: [String] = "tags", with_tags;
///         option names: {String} = "names", with_names;
///         option parent: (Box<User>) = "parent";
///     }
///     tag "type"
///     new(id: UserId)
/// }
/// ```
///
/// A field has a kind, a name, a type (`T`, `[T]` for `Vec<T>`, `{T}` for `BTreeMap<String, T>`, or any type in
/// parentheses), its key in JSON, a lenient reader (see `lenient.rs`), and its setters or `read_only`:
///
/// | Kind | Field | If missing | If null | Written |
/// |---|---|---|---|---|
/// | `required` | `T` | error | error | unless the object was missing, and it is still blank |
/// | `default` | `T` | blank | blank | unless it was missing or null, and is still blank |
/// | `option` | `Option<T>` | `None` | `None` | if it is `Some` |
/// | `nullable` | `Option<T>` | `None` | `None` | unless it was missing, and is still `None` |
/// | `patch` | `Patch<T>` | `Keep` | `Clear` | unless it is `Keep` |
/// | `assigned` | `T`, a text or ID | empty | empty | unless it is empty; never in a request |
///
/// A field that is `read_only` isn't written in a request: see [`sending`](crate::decode::sending::sending).
/// The `tag` is the key that a union reads and writes for the struct. With a value (`tag "type" = "text"`), it is also written
/// outside of the union.
/// `new` lists the parameters of the constructor. Without parameters, the struct also implements `Default`.
/// `from` and `find` are its short forms: see `short_forms.rs`.
/// `also` lists features that only some structs need, because each increases build time: `blank` if a field of the
/// struct's
/// type may be missing or has to be set, `fits` if the struct is a variant of a union without a tag.
macro_rules! model {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $(
                $(#[doc = $doc:literal])*
                $(#[deprecated = $deprecated:literal])?
                $kind:ident $field:ident: $type:tt = $key:literal $(as $reader:ident)? $(, $option:ident)*;
            )*
        }
        $(tag $tag:literal $(= $value:literal)?)?
        $(new $parameters:tt)?
        $(from $from:ident $conversion:tt)?
        $(find $find:tt)?
        $(also $($also:ident)+)?
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $doc])*
                $(#[deprecated = $deprecated])?
                pub $field: $crate::decode::model::field_type!($kind $type),
            )*
            extra: $crate::Extra,
        }

        #[allow(deprecated, reason = "deprecated fields are set and read, too")]
        impl $name {
            $crate::decode::model::constructor! { $name [$($parameters)?] { $($kind $field)* } }

            $($crate::decode::model::setters! { [$($deprecated)?] $kind $key $field $type $($option)* })*

            /// Returns the fields that this version of the crate doesn't know.
            #[must_use]
            #[inline]
            pub fn extra(&self) -> &$crate::Extra {
                &self.extra
            }
        }

        $($crate::decode::model::default_impl! { $name $parameters })?
        $($crate::decode::short_forms::from_value! { $name $from $conversion })?
        $($crate::decode::short_forms::find_in_struct! { $name $find })?

        #[allow(deprecated, reason = "deprecated fields are read and written, too")]
        impl $crate::decode::model::Model for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const KEYS: &'static [&'static str] = &[$($key,)* $($tag)?];
            const KINDS: &'static [&'static str] =
                &[$(::core::concat!(::core::stringify!($kind), " ", ::core::stringify!($type))),*];
            const TAGS: &'static [&'static str] = &[$($tag)?];

            fn read<'de, A: $crate::decode::model::MapAccess<'de>>(
                mut reader: $crate::decode::model::Reader<A>,
            ) -> ::core::result::Result<Self, A::Error> {
                // No type of a field is named here, so a model can't be hidden by the name of this type.
                #[allow(non_camel_case_types, dead_code, clippy::enum_variant_names, reason = "numbers the fields")]
                enum Place {
                    $($field,)*
                }

                $(let mut $field = ::core::option::Option::None;)*
                while let ::core::option::Option::Some(place) = reader.next()? {
                    match place {
                        $(
                            _ if place == Place::$field as usize => {
                                $crate::decode::model::read_field!(reader $kind $field $($reader)?)
                            }
                        )*
                        _ => reader.rest(),
                    }?;
                }
                ::core::result::Result::Ok(Self {
                    $($field: $crate::decode::model::finish_field!(reader $kind $field $key),)*
                    extra: reader.into_extra(),
                })
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::decode::model::object(deserializer)
            }
        }

        $crate::decode::model::serialize! {
            $name [$($tag $($value)?)?] { $($kind $key $field $(, $option)*;)* }
        }
        $crate::decode::model::blank! { $name [$($($also)+)?] { $($kind $field)* } }
        $crate::decode::model::fits! { $name [$($kind)*] $($($also)+)? }
    };
}

/// The type of a field.
macro_rules! field_type {
    (option $type:tt) => { ::core::option::Option<$crate::decode::model::field_type!(required $type)> };
    (nullable $type:tt) => { ::core::option::Option<$crate::decode::model::field_type!(required $type)> };
    (patch $type:tt) => { $crate::Patch<$crate::decode::model::field_type!(required $type)> };
    (default $type:tt) => { $crate::decode::model::field_type!(required $type) };
    (assigned $type:tt) => { $crate::decode::model::field_type!(required $type) };
    (required [$item:ty]) => { ::std::vec::Vec<$item> };
    (required {$item:ty}) => { ::std::collections::BTreeMap<::std::string::String, $item> };
    (required ($type:ty)) => { $type };
    (required $type:ty) => { $type };
    ($kind:ident $type:tt) => {
        ::core::compile_error!(::core::concat!(
            "unknown kind of field `",
            ::core::stringify!($kind),
            "`: use required, default, option, nullable, patch or assigned"
        ))
    };
}

/// The type of a parameter that sets a field.
macro_rules! parameter_type {
    (bool) => { bool };
    (i64) => { i64 };
    (f64) => { f64 };
    ([$item:ty]) => { impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<$item>> };
    ({$item:ty}) => {
        impl ::core::iter::IntoIterator<
            Item = (impl ::core::convert::Into<::std::string::String>, impl ::core::convert::Into<$item>),
        >
    };
    (($type:ty)) => { impl ::core::convert::Into<$type> };
    ($type:ty) => { impl ::core::convert::Into<$type> };
}

/// Converts a parameter to the type of its field, without the `Option` or `Patch`.
macro_rules! converted {
    ([$item:ty] $parameter:ident) => {
        $crate::decode::model::list::<$item, _>($parameter)
    };
    ({$item:ty} $parameter:ident) => {
        $crate::decode::model::map::<_, $item, _, _>($parameter)
    };
    (($type:ty) $parameter:ident) => {
        ::core::convert::Into::<$type>::into($parameter)
    };
    (bool $parameter:ident) => {
        $parameter
    };
    (i64 $parameter:ident) => {
        $parameter
    };
    (f64 $parameter:ident) => {
        $parameter
    };
    ($type:tt $parameter:ident) => {
        ::core::convert::Into::<$type>::into($parameter)
    };
}

/// The constructor of a struct.
macro_rules! constructor {
    ($name:ident [] $fields:tt) => {};
    ($name:ident [()] { $($kind:ident $field:ident)* }) => {
        #[doc = ::core::concat!("Creates an empty `", ::core::stringify!($name), "`.")]
        #[inline]
        pub fn new() -> Self {
            Self { $($field: $crate::decode::model::blank_field!($kind),)* extra: $crate::Extra::default() }
        }

        $crate::decode::model::with_extra! {}
    };
    ($name:ident [($($parameter:ident: $type:tt),+ $(,)?)] { $($kind:ident $field:ident)* }) => {
        #[doc = ::core::concat!("Creates a new `", ::core::stringify!($name), "` with its required fields.")]
        pub fn new($($parameter: $crate::decode::model::parameter_type!($type)),+) -> Self {
            let mut model = Self { $($field: $crate::decode::model::blank_field!($kind),)* extra: $crate::Extra::default() };
            $(model.$parameter = ::core::convert::Into::into($crate::decode::model::converted!($type $parameter));)+
            model
        }

        $crate::decode::model::with_extra! {}
    };
}

/// The setter of unknown fields.
macro_rules! with_extra {
    () => {
        /// Adds a field that this version of the crate doesn't know, or replaces it.
        ///
        /// Ignored if the struct has a field with this key: use its setter.
        pub fn with_extra(
            mut self,
            key: impl ::core::convert::Into<::std::string::String>,
            value: impl ::core::convert::Into<$crate::Json>,
        ) -> Self {
            $crate::decode::model::set_extra(
                &mut self.extra,
                <Self as $crate::decode::model::Model>::KEYS,
                ::core::convert::Into::into(key),
                ::core::convert::Into::into(value),
            );
            self
        }
    };
}

/// Implements `Default` for a struct whose constructor doesn't have parameters.
macro_rules! default_impl {
    ($name:ident ()) => {
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }
    };
    ($name:ident $parameters:tt) => {};
}

/// Writes a struct. One that has a tag is a variant of a union, which writes its own tag.
macro_rules! serialize {
    ($name:ident [] $fields:tt) => {
        #[allow(deprecated, reason = "deprecated fields are written, too")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::decode::model::write_object! { self serializer ::core::option::Option::None, $fields }
            }
        }
    };
    ($name:ident [$tag:literal $($value:literal)?] $fields:tt) => {
        #[allow(deprecated, reason = "deprecated fields are written, too")]
        impl $crate::decode::model::Variant for $name {
            fn write<S: ::serde::Serializer>(
                &self,
                serializer: S,
                tag: ::core::option::Option<(&str, &str)>,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::decode::model::write_object! { self serializer tag, $fields }
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::decode::model::Variant::write(self, serializer, $crate::decode::model::own_tag!($tag $($value)?))
            }
        }
    };
}

/// Writes the tag and the fields of a struct.
macro_rules! write_object {
    (
        $model:ident $serializer:ident $tag:expr,
        { $($kind:ident $key:literal $field:ident $(, $option:ident)*;)* }
    ) => {{
        #[allow(unused_mut, reason = "a struct may be empty")]
        let mut writer = $crate::decode::model::Writer::new($serializer, $tag);
        $($crate::decode::model::write_field!(writer $kind $key, &$model.$field, &$model.extra $(, $option)*);)*
        writer.end(&$model.extra, <Self as $crate::decode::model::Model>::KEYS)
    }};
}

/// The tag that a variant has outside of its union, too.
macro_rules! own_tag {
    ($tag:literal) => {
        ::core::option::Option::None
    };
    ($tag:literal $value:literal) => {
        ::core::option::Option::Some(($tag, $value))
    };
}

/// A struct without values, for fields that may be missing.
macro_rules! blank {
    ($name:ident [blank $($fits:ident)?] { $($kind:ident $field:ident)* }) => {
        #[allow(deprecated, reason = "deprecated fields are blank, too")]
        impl $crate::decode::blank::Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self { $($field: $crate::decode::model::blank_field!($kind),)* extra: $crate::Extra::of_missing() }
            }
        }
    };
    ($name:ident $also:tt $fields:tt) => {};
}

/// A struct that is a variant of a union without a tag.
macro_rules! fits {
    ($name:ident $kinds:tt) => {};
    ($name:ident $kinds:tt blank) => {};
    ($name:ident [$($kind:ident)*] $(blank)? fits) => {
        impl $crate::decode::fit::Fit for $name {
            #[inline]
            fn fit(sample: &$crate::decode::fit::Sample) -> ::core::option::Option<usize> {
                sample.fit_model(<Self as $crate::decode::model::Model>::KEYS, &[$(::core::stringify!($kind)),*])
            }
        }
    };
}

/// The setters of a field.
macro_rules! setters {
    ($deprecated:tt $kind:ident $key:literal $field:ident $type:tt) => {};
    ($deprecated:tt $kind:ident $key:literal $field:ident $type:tt read_only) => {};
    ([$($deprecated:literal)?] $kind:ident $key:literal $field:ident $type:tt $with:ident $($clear:ident)?) => {
        #[doc = ::core::concat!("Sets [`Self::", ::core::stringify!($field), "`].")]
        $(#[deprecated = $deprecated])?
        pub fn $with(mut self, $field: $crate::decode::model::parameter_type!($type)) -> Self {
            self.$field = $crate::decode::model::set_field!($kind $crate::decode::model::converted!($type $field));
            $crate::decode::model::is_set! { $kind self.extra $key }
            self
        }

        $(
            #[doc = ::core::concat!(
                "Clears [`Self::", ::core::stringify!($field), "`]: the API sets it to `null`."
            )]
            #[inline]
            pub fn $clear(mut self) -> Self {
                self.$field = $crate::Patch::Clear;
                self
            }
        )?
    };
    ($deprecated:tt $kind:ident $key:literal $field:ident $type:tt $($option:ident)+) => {
        ::core::compile_error!(::core::concat!(
            "field `",
            ::core::stringify!($field),
            "`: after the key, use `read_only`, or the names of its setters (`with_…`, and `clear_…` for a patch)"
        ));
    };
}

/// Remembers that a field which may be missing has been set.
macro_rules! is_set {
    (required $model:ident.$extra:ident $key:literal) => {
        $model.$extra.remove_missing($key);
    };
    (default $model:ident.$extra:ident $key:literal) => {
        $model.$extra.remove_missing($key);
    };
    ($kind:ident $model:ident.$extra:ident $key:literal) => {};
}

/// A field that has a value.
macro_rules! set_field {
    (option $value:expr) => {
        ::core::option::Option::Some($value)
    };
    (nullable $value:expr) => {
        ::core::option::Option::Some($value)
    };
    (patch $value:expr) => {
        $crate::Patch::Set($value)
    };
    ($kind:ident $value:expr) => {
        $value
    };
}

/// A field without a value.
macro_rules! blank_field {
    (option) => {
        ::core::option::Option::None
    };
    (nullable) => {
        ::core::option::Option::None
    };
    (patch) => {
        $crate::Patch::Keep
    };
    ($kind:ident) => {
        $crate::decode::blank::Blank::blank()
    };
}

/// Reads the value of a field.
macro_rules! read_field {
    ($object:ident option $field:ident) => {
        $object.option(&mut $field)
    };
    ($object:ident required $field:ident) => {
        $object.required(&mut $field)
    };
    ($object:ident nullable $field:ident) => {
        $object.required(&mut $field)
    };
    ($object:ident patch $field:ident) => {
        $object.required(&mut $field)
    };
    ($object:ident $kind:ident $field:ident) => {
        $object.option(&mut $field)
    };
    ($object:ident patch $field:ident $reader:ident) => {
        $object.patch_with($crate::decode::model::lenient_reader!($reader), &mut $field)
    };
    ($object:ident $kind:ident $field:ident $reader:ident) => {
        $object.option_with($crate::decode::model::lenient_reader!($reader), &mut $field)
    };
}

/// A reader of `lenient.rs`.
macro_rules! lenient_reader {
    (Text) => {
        $crate::decode::lenient::Text
    };
    (Digits) => {
        $crate::decode::lenient::Digits
    };
    (List) => {
        $crate::decode::lenient::List
    };
    ($other:ident) => {
        ::core::compile_error!(::core::concat!(
            "unknown lenient reader `",
            ::core::stringify!($other),
            "`: use Text, Digits or List"
        ))
    };
}

/// The value of a field when the object ends.
macro_rules! finish_field {
    ($object:ident option $field:ident $key:literal) => {
        $field
    };
    ($object:ident required $field:ident $key:literal) => {
        $crate::decode::model::require($field, $key)?
    };
    ($object:ident patch $field:ident $key:literal) => {
        ::core::option::Option::unwrap_or_default($field)
    };
    ($object:ident nullable $field:ident $key:literal) => {
        $object.or_blank($field, $key)
    };
    ($object:ident default $field:ident $key:literal) => {
        $object.or_blank($field, $key)
    };
    ($object:ident $kind:ident $field:ident $key:literal) => {
        ::core::option::Option::unwrap_or_else($field, $crate::decode::blank::Blank::blank)
    };
}

/// Writes a field.
macro_rules! write_field {
    ($object:ident $kind:ident $key:literal, $value:expr, $extra:expr, read_only) => {
        if !$object.is_sending() {
            $crate::decode::model::write_field!($object $kind $key, $value, $extra);
        }
    };
    ($object:ident required $key:literal, $value:expr, $extra:expr $(, $setter:ident)*) => {
        if !$crate::decode::model::is_missing($extra, $key, $value) {
            $object.required($key, $value);
        }
    };
    ($object:ident default $key:literal, $value:expr, $extra:expr $(, $setter:ident)*) => {
        if !$crate::decode::model::is_missing($extra, $key, $value) {
            $object.required($key, $value);
        }
    };
    ($object:ident nullable $key:literal, $value:expr, $extra:expr $(, $setter:ident)*) => {
        if !$crate::decode::model::is_missing($extra, $key, $value) {
            $object.required($key, $value);
        }
    };
    ($object:ident $kind:ident $key:literal, $value:expr, $extra:expr $(, $setter:ident)*) => {
        $object.$kind($key, $value)
    };
}

pub(crate) use {
    blank, blank_field, constructor, converted, default_impl, field_type, finish_field, fits, is_set, lenient_reader,
    model, own_tag, parameter_type, read_field, serialize, set_field, setters, with_extra, write_field, write_object,
};

/// A struct that is read from an object.
pub(crate) trait Model: Sized {
    /// The name of the struct in errors.
    const NAME: &'static str;
    /// The key of each field, then the tag if there is one.
    const KEYS: &'static [&'static str];
    /// The kind and type of each field: `patch Json`.
    const KINDS: &'static [&'static str];
    /// The tag, if there is one.
    const TAGS: &'static [&'static str];

    /// Reads the fields.
    fn read<'de, A: MapAccess<'de>>(reader: Reader<A>) -> Result<Self, A::Error>;
}

/// A struct that is a variant of a union with a tag.
pub(crate) trait Variant {
    /// Writes an object: the key and value of the tag, then the fields.
    fn write<S: Serializer>(&self, serializer: S, tag: Option<(&str, &str)>) -> Result<S::Ok, S::Error>;
}

/// Reads a struct.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Model>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_struct(T::NAME, T::KEYS, Object(PhantomData))
}

struct Object<T>(PhantomData<T>);

impl<'de, T: Model> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let extra = Extra::default();
        let is_tag_read = !T::TAGS.is_empty() && map.size_hint() == TAG_READ;
        let tag = u32::try_from(T::KEYS.len().saturating_sub(1)).ok().and_then(|place| 1_u64.checked_shl(place));
        let seen = if is_tag_read { tag.unwrap_or_default() } else { 0 };
        T::read(Reader { map, name: T::NAME, keys: T::KEYS, seen, seen_beyond: None, next: 0, unknown: None, extra })
    }
}

/// An object that is being read.
pub(crate) struct Reader<A> {
    map: A,
    /// The name of the struct.
    name: &'static str,
    keys: &'static [&'static str],
    /// The first 64 keys that were read, a bit each.
    seen: u64,
    /// The others that were read.
    #[allow(clippy::box_collection, reason = "one word, because few structs have so many fields")]
    seen_beyond: Option<Box<Vec<usize>>>,
    /// The key that probably follows: the API keeps an order.
    next: usize,
    /// The key that was read last, if it is unknown.
    unknown: Option<Box<str>>,
    /// The unknown fields.
    extra: Extra,
}

impl<'de, A: MapAccess<'de>> Reader<A> {
    /// Reads the next key and returns its place among the keys. That of an unknown key is beyond them.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<Option<usize>, A::Error> {
        let key = Key { keys: self.keys, next: self.next, unknown: &mut self.unknown };
        let Some(place) = self.map.next_key_seed(key)? else { return Ok(None) };
        if let Some(key) = self.keys.get(place) {
            let is_duplicate = if place < 64 {
                let bit = 1_u64 << place;
                let is_duplicate = self.seen & bit != 0;
                self.seen |= bit;
                is_duplicate
            } else {
                seen_before(&mut self.seen_beyond, place)
            };
            if is_duplicate {
                return Err(A::Error::duplicate_field(key));
            }
            self.next = place + 1;
        }
        Ok(Some(place))
    }

    /// Reads the value of a field that may be null.
    #[inline]
    pub(crate) fn option<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) -> Result<(), A::Error> {
        *field = self.map.next_value()?;
        Ok(())
    }

    /// Reads the value of a field that must not be null, unless its type allows that: see [`given`].
    #[inline]
    pub(crate) fn required<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) -> Result<(), A::Error> {
        *field = Some(self.map.next_value()?);
        Ok(())
    }

    /// Reads the value of a field with a lenient reader.
    pub(crate) fn option_with<V, I, T>(&mut self, visitor: V, field: &mut Option<T>) -> Result<(), A::Error>
    where
        V: Visitor<'de, Value = Option<I>>,
        I: Into<T>,
    {
        *field = self.map.next_value_seed(Any(visitor))?.map(Into::into);
        Ok(())
    }

    /// Reads the value of a patch with a lenient reader.
    pub(crate) fn patch_with<V, I, T>(&mut self, visitor: V, field: &mut Option<Patch<T>>) -> Result<(), A::Error>
    where
        V: Visitor<'de, Value = Option<I>>,
        I: Into<T>,
    {
        let value = self.map.next_value_seed(Any(visitor))?;
        *field = Some(value.map_or(Patch::Clear, |value| Patch::Set(value.into())));
        Ok(())
    }

    /// Keeps the value of an unknown key, and skips that of a tag.
    pub(crate) fn rest(&mut self) -> Result<(), A::Error> {
        match self.unknown.take() {
            Some(key) => {
                drift::found(DriftKind::Field, self.name, &key);
                self.extra.push(key, self.map.next_value::<Json>()?);
            }
            None => drop(self.map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }

    /// Returns the value of a field, or a blank one if the field is missing or null, which is remembered.
    #[inline]
    pub(crate) fn or_blank<T: Blank>(&mut self, field: Option<T>, key: &'static str) -> T {
        field.unwrap_or_else(|| {
            self.extra.add_missing(key);
            T::blank()
        })
    }

    /// Returns the unknown fields.
    #[inline]
    pub(crate) fn into_extra(self) -> Extra {
        self.extra
    }
}

/// Adds a place, and returns `true` if it was added before.
#[cold]
#[allow(clippy::box_collection, reason = "one word, because few structs have so many fields")]
fn seen_before(seen: &mut Option<Box<Vec<usize>>>, place: usize) -> bool {
    let seen = seen.get_or_insert_default();
    let is_known = seen.contains(&place);
    if !is_known {
        seen.push(place);
    }
    is_known
}

struct Any<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Any<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_any(self.0)
    }
}

/// Returns `true` if the API didn't send a field, and it hasn't been set.
#[inline]
pub(crate) fn is_missing<T: Blank + PartialEq>(extra: &Extra, key: &str, value: &T) -> bool {
    extra.is_missing(key) && *value == T::blank()
}

/// The value of a required field.
pub(crate) fn require<T, E: Error>(field: Option<T>, key: &'static str) -> Result<T, E> {
    field.ok_or_else(|| E::missing_field(key))
}

/// Finds the place of a key, beginning with the one that probably follows.
struct Key<'a> {
    keys: &'static [&'static str],
    next: usize,
    /// Receives the key if it is unknown.
    unknown: &'a mut Option<Box<str>>,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<usize, E> {
        if self.keys.get(self.next).is_some_and(|known| *known == key) {
            return Ok(self.next);
        }
        let (before, after) = self.keys.split_at_checked(self.next).unwrap_or((self.keys, &[]));
        let place = |keys: &[&str]| keys.iter().position(|known| *known == key);
        Ok(place(after).map(|place| self.next + place).or_else(|| place(before)).unwrap_or_else(|| {
            *self.unknown = Some(key.into());
            usize::MAX
        }))
    }
}

/// An object that is being written.
///
/// The first error is kept until the end, so each field is one call.
pub(crate) struct Writer<S: Serializer> {
    map: Result<S::SerializeMap, S::Error>,
    is_sending: bool,
}

impl<S: Serializer> Writer<S> {
    pub(crate) fn new(serializer: S, tag: Option<(&str, &str)>) -> Self {
        let mut writer = Self { map: serializer.serialize_map(None), is_sending: is_sending() };
        if let Some((key, value)) = tag {
            writer.required(key, value);
        }
        writer
    }

    /// Returns `true` if this object is a part of a request.
    pub(crate) fn is_sending(&self) -> bool {
        self.is_sending
    }

    pub(crate) fn required<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        if let Ok(map) = &mut self.map
            && let Err(error) = map.serialize_entry(key, value)
        {
            self.map = Err(error);
        }
    }

    pub(crate) fn option<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(key, value);
        }
    }

    pub(crate) fn patch<T: Serialize>(&mut self, key: &str, value: &Patch<T>) {
        if !value.is_keep() {
            self.required(key, value);
        }
    }

    pub(crate) fn assigned(&mut self, key: &str, value: &str) {
        if !value.is_empty() && !self.is_sending {
            self.required(key, value);
        }
    }

    /// Writes the unknown fields, and ends the object.
    pub(crate) fn end(mut self, extra: &Extra, keys: &[&str]) -> Result<S::Ok, S::Error> {
        if !extra.is_empty() {
            self.extra(extra, keys);
        }
        self.map?.end()
    }

    fn extra(&mut self, extra: &Extra, keys: &[&str]) {
        extra.iter().filter(|(key, _)| !keys.contains(key)).for_each(|(key, value)| self.required(key, value));
    }
}

/// Sets an unknown field, unless its key is known.
pub(crate) fn set_extra(extra: &mut Extra, keys: &[&str], key: String, value: Json) {
    if !keys.contains(&key.as_str()) {
        extra.set(key, value);
    }
}

/// Collects a list, and converts its items.
pub(crate) fn list<T, I>(items: I) -> Vec<T>
where
    I: IntoIterator,
    I::Item: Into<T>,
{
    items.into_iter().map(Into::into).collect()
}

/// Collects a map, and converts its keys and values.
pub(crate) fn map<K, T, V, I>(entries: I) -> BTreeMap<String, T>
where
    K: Into<String>,
    V: Into<T>,
    I: IntoIterator<Item = (K, V)>,
{
    entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect()
}

#[cfg(test)]
mod tests;
