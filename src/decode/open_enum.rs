//! The tables of enumerations: [`open_enum!`].

use std::any::type_name;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

use crate::decode::drift::{self, DriftKind};
use crate::decode::sending::is_sending;
use crate::decode::typos;

/// Defines an enumeration that keeps unknown values.
///
/// ```text
/// open_enum! {
///     /// Status of a client.
///     pub enum ClientStatus: str {           // or `: i64` for integers
///         /// `active`
///         Active = "active",
///     }
///     also fits                              // if the enumeration is a variant of a union without a tag
/// }
/// ```
macro_rules! open_enum {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident: str {
            $($(#[$variant_attribute:meta])* $variant:ident = $value:literal),* $(,)?
        }
        $(also $also:ident)?
    ) => {
        $(#[$attribute])*
        #[doc = ""]
        #[doc = "Non-exhaustive: unrecognized values are kept as `Unknown` and serialized unchanged."]
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attribute])* $variant,)*
            /// Any other value. Compare the enum with text, which also works after an update of this crate has added a
            /// variant for the value.
            Unknown($crate::decode::open_enum::UnknownValue),
        }

        #[allow(deprecated, reason = "deprecated values are read and written, too")]
        impl $name {
            /// Returns the value as the API writes it.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        $crate::decode::open_enum::open! { $name [&str] { $($variant = $value)* } }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                $crate::decode::open_enum::OpenEnum::find(value, $crate::decode::open_enum::Origin::Program)
            }
        }

        impl ::core::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(value: &::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(value)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(value: ::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(&value)
            }
        }

        impl ::core::convert::From<::std::borrow::Cow<'_, str>> for $name {
            #[inline]
            fn from(value: ::std::borrow::Cow<'_, str>) -> Self {
                <Self as ::core::convert::From<&str>>::from(&value)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            #[inline]
            fn from_str(value: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok($crate::decode::open_enum::OpenEnum::find(value, $crate::decode::open_enum::Origin::Program))
            }
        }

        impl ::core::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl ::core::cmp::PartialEq<$name> for str {
            #[inline]
            fn eq(&self, other: &$name) -> bool {
                self == other.as_str()
            }
        }

        impl ::core::cmp::PartialEq<$name> for &str {
            #[inline]
            fn eq(&self, other: &$name) -> bool {
                *self == other.as_str()
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.as_str(), f)
            }
        }

        #[allow(deprecated, reason = "deprecated values are read and written, too")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.written(::core::stringify!($name)).as_str(),
                })
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::decode::open_enum::text(deserializer)
            }
        }

        impl $crate::decode::blank::Blank for $name {
            #[inline]
            fn blank() -> Self {
                $crate::decode::open_enum::OpenEnum::find("", $crate::decode::open_enum::Origin::Api)
            }
        }

        $crate::decode::fit::fits! { [$($also)?] $name fit_text_enum(&[$($value),*]) }
    };
    (
        $(#[$attribute:meta])*
        pub enum $name:ident: i64 {
            $($(#[$variant_attribute:meta])* $variant:ident = $value:literal),* $(,)?
        }
        $(also $also:ident)?
    ) => {
        $(#[$attribute])*
        #[doc = ""]
        #[doc = "Non-exhaustive: unrecognized values are kept as `Unknown` and serialized unchanged."]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attribute])* $variant,)*
            /// Any other value. Compare the enum with a number, which also works after an update of this crate has added a
            /// variant for the value.
            Unknown($crate::decode::open_enum::UnknownValue<i64>),
        }

        #[allow(deprecated, reason = "deprecated values are read and written, too")]
        impl $name {
            /// Returns the value as the API writes it.
            #[must_use]
            #[inline]
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.value(),
                }
            }
        }

        $crate::decode::open_enum::open! { $name [i64] { $($variant = $value)* } }

        impl ::core::convert::From<i64> for $name {
            #[inline]
            fn from(value: i64) -> Self {
                $crate::decode::open_enum::OpenEnum::find(value, $crate::decode::open_enum::Origin::Program)
            }
        }

        impl ::core::cmp::PartialEq<i64> for $name {
            #[inline]
            fn eq(&self, other: &i64) -> bool {
                self.value() == *other
            }
        }

        impl ::core::cmp::PartialEq<$name> for i64 {
            #[inline]
            fn eq(&self, other: &$name) -> bool {
                *self == other.value()
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.value(), f)
            }
        }

        #[allow(deprecated, reason = "deprecated values are read and written, too")]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.written(::core::stringify!($name)).value(),
                })
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::decode::open_enum::number(deserializer)
            }
        }

        impl $crate::decode::blank::Blank for $name {
            #[inline]
            fn blank() -> Self {
                $crate::decode::open_enum::OpenEnum::find(0, $crate::decode::open_enum::Origin::Api)
            }
        }

        $crate::decode::fit::fits! { [$($also)?] $name fit_integer_enum(&[$($value),*]) }
    };
    ($(#[$attribute:meta])* pub enum $name:ident: $type:ident $values:tt $(also $also:ident)?) => {
        ::core::compile_error!(::core::concat!(
            "enum `", ::core::stringify!($name), "`: the values are `str` or `i64`, not `", ::core::stringify!($type), "`"
        ));
    };
}

/// The values that an enumeration knows.
macro_rules! open {
    ($name:ident [$repr:ty] { $($variant:ident = $value:literal)* }) => {
        #[allow(deprecated, reason = "deprecated values are known, too")]
        impl $name {
            /// The values that this version of the crate knows.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// Returns `true` if this version of the crate knows the value: it isn't `Unknown`.
            #[must_use]
            #[inline]
            pub fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }

        #[allow(deprecated, reason = "deprecated values are read and written, too")]
        impl $crate::decode::open_enum::OpenEnum<$repr> for $name {
            #[inline]
            fn find(value: $repr, origin: $crate::decode::open_enum::Origin) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unknown($crate::decode::open_enum::UnknownValue::new(value, origin)),
                }
            }

            #[inline]
            fn has_variant(&self) -> bool {
                self.is_known()
            }
        }
    };
}

pub(crate) use {open, open_enum};

/// An enumeration that keeps unknown values.
pub(crate) trait OpenEnum<V> {
    /// Returns the variant of a value, or keeps the value.
    fn find(value: V, origin: Origin) -> Self;

    /// Returns `true` if the value isn't unknown.
    fn has_variant(&self) -> bool;
}

/// The origin of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The program made it, for example from a literal, in which there may be a typing error.
    Program,
    /// The API sent it.
    Api,
}

/// A value of an enum that this version of the crate doesn't know.
///
/// It can't be matched or constructed outside of this crate. Otherwise, code that matches it would silently stop working
/// when a later version knows the value. Compare the enum with text instead, and use `From` to create an unknown value:
///
/// ```
/// use sunshine_conversations::models::ClientStatus;
///
/// let status = ClientStatus::from("resting");
/// assert!(status == "resting" && !status.is_known());
/// match &status {
///     ClientStatus::Active => println!("active"),
///     other if other == "resting" => println!("resting"),
///     other => println!("unknown status: {other}"),
/// }
/// ```
///
/// The first time that a request contains an unknown value which the API hadn't sent, the crate logs a warning with the name
/// of the enum, because it may be a typing error.
#[derive(Clone, Copy)]
pub struct UnknownValue<T = Box<str>> {
    value: T,
    origin: Origin,
}

impl<T: Hash> UnknownValue<T> {
    pub(crate) fn new(value: impl Into<T>, origin: Origin) -> Self {
        Self { value: value.into(), origin }
    }

    /// Returns the value to write. Warns if it is sent to the API, and wasn't received from it.
    #[inline]
    pub(crate) fn written(&self, name: &str) -> &Self {
        if self.origin == Origin::Program && is_sending() {
            typos::report(name, &self.value);
        }
        self
    }
}

impl UnknownValue {
    /// Returns the value as the API writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl UnknownValue<i64> {
    /// Returns the value as the API writes it.
    #[must_use]
    pub fn value(&self) -> i64 {
        self.value
    }
}

impl<T: PartialEq> PartialEq for UnknownValue<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for UnknownValue<T> {}

impl<T: Hash> Hash for UnknownValue<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl<T: fmt::Debug> fmt::Debug for UnknownValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// Reads an enumeration of texts.
pub(crate) fn text<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> OpenEnum<&'a str>,
{
    struct Text<T>(PhantomData<T>);

    impl<T: for<'a> OpenEnum<&'a str>> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E>(self, text: &str) -> Result<T, E> {
            let value = T::find(text, Origin::Api);
            // An empty text isn't a new value.
            if !value.has_variant() && !text.is_empty() {
                drift::found(DriftKind::EnumValue, type_name::<T>(), text);
            }
            Ok(value)
        }
    }

    deserializer.deserialize_str(Text(PhantomData))
}

/// Reads an enumeration of integers.
#[allow(dead_code, reason = "used if the document needs it")]
pub(crate) fn number<'de, D: Deserializer<'de>, T: OpenEnum<i64>>(deserializer: D) -> Result<T, D::Error> {
    let number = integer(deserializer)?;
    let value = T::find(number, Origin::Api);
    if !value.has_variant() {
        drift::found(DriftKind::EnumValue, type_name::<T>(), &number.to_string());
    }
    Ok(value)
}

/// Reads an integer, which may be written as `1.0`.
pub(crate) fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    struct Integer;

    impl Visitor<'_> for Integer {
        type Value = i64;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an integer")
        }

        fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
            Ok(number)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
            number.try_into().map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
        }

        fn visit_f64<E: Error>(self, number: f64) -> Result<i64, E> {
            // An integral float is printed without a fraction: `1e3` as 1000.
            number.to_string().parse().map_err(|_| E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    deserializer.deserialize_i64(Integer)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::collections::HashSet;

    use serde_json::json;

    use super::{Origin, UnknownValue};
    use crate::decode::blank::Blank;

    open_enum! {
        /// Status.
        pub enum Status: str {
            /// `active`
            Active = "active",
            /// `ACTIVE`
            ActiveUpper = "ACTIVE",
            /// `Unknown`
            UnknownUnknown = "Unknown",
            #[deprecated = "Deprecated by the API."]
            Old = "old",
        }
    }

    open_enum! {
        /// Status.
        pub enum WithEmpty: str {
            Empty = "",
            Some = "some",
            None = "none",
        }
    }

    open_enum! {
        /// Level.
        pub enum Level: i64 {
            /// `1`
            One = 1,
            Minus = -1,
            Zero = 0,
        }
    }

    #[test]
    fn texts_are_distinct_and_round_trip() {
        for (text, status) in [
            ("active", Status::Active),
            ("ACTIVE", Status::ActiveUpper),
            ("Unknown", Status::UnknownUnknown),
            ("Active", Status::Unknown(UnknownValue::new("Active", Origin::Api))),
            ("", Status::Unknown(UnknownValue::new("", Origin::Api))),
        ] {
            assert_eq!(Status::from(text), status);
            assert_eq!(serde_json::from_value::<Status>(json!(text)).unwrap(), status);
            assert_eq!((status.as_str(), status.to_string()), (text, text.to_owned()));
            assert_eq!(serde_json::to_value(&status).unwrap(), json!(text));
        }
        for other in [json!(1), json!(null), json!({}), json!([])] {
            assert!(serde_json::from_value::<Status>(other).is_err());
        }
        assert_eq!(Status::blank(), Status::Unknown(UnknownValue::new("", Origin::Api)));
        assert_eq!(format!("{:>8}", Status::Active), "  active");
    }

    #[test]
    fn an_empty_value_is_a_variant() {
        assert_eq!(WithEmpty::from(""), WithEmpty::Empty);
        assert_eq!(WithEmpty::blank(), WithEmpty::Empty);
        assert_eq!((WithEmpty::from("some"), WithEmpty::from("none")), (WithEmpty::Some, WithEmpty::None));
    }

    #[test]
    fn integers_are_read_and_written() {
        for (text, level, written) in [
            ("1", Level::One, "1"),
            ("1.0", Level::One, "1"),
            ("-1", Level::Minus, "-1"),
            ("-10e-1", Level::Minus, "-1"),
            ("0", Level::Zero, "0"),
            ("7", Level::Unknown(UnknownValue::new(7, Origin::Program)), "7"),
            ("1e3", Level::Unknown(UnknownValue::new(1000, Origin::Program)), "1000"),
            (
                "9223372036854775807",
                Level::Unknown(UnknownValue::new(i64::MAX, Origin::Program)),
                "9223372036854775807",
            ),
        ] {
            let read: Level = serde_json::from_str(text).unwrap();
            assert_eq!(read, level);
            assert_eq!(serde_json::to_string(&read).unwrap(), written);
            assert_eq!(read.to_string(), written);
        }
        for other in ["1.5", "\"1\"", "true", "null", "{}", "[1]", "9223372036854775808", "1e300"] {
            assert!(serde_json::from_str::<Level>(other).is_err(), "{other}");
        }
        assert_eq!(Level::blank(), Level::Zero);
        assert_eq!(
            (Level::from(1), Level::from(2)),
            (Level::One, Level::Unknown(UnknownValue::new(2, Origin::Program)))
        );
    }

    #[test]
    fn known_values_are_listed() {
        let active = [Status::Active, Status::ActiveUpper, Status::UnknownUnknown];
        assert_eq!((&Status::KNOWN[..3], Status::KNOWN.len()), (&active[..], 4));
        for status in Status::KNOWN {
            assert_eq!((&Status::from(status.as_str()), status.is_known()), (status, true));
        }
        assert_eq!(Level::KNOWN, [Level::One, Level::Minus, Level::Zero]);
        assert!(Level::KNOWN.iter().all(Level::is_known));
        assert!(!Status::from("other").is_known() && !Level::from(7).is_known());
    }

    #[test]
    fn values_are_made_from_text_and_compared_with_it() {
        let owned = "active".to_owned();
        let texts = [Status::from(&owned), Status::from(owned.clone()), Status::from(Cow::Borrowed("active"))];
        for status in texts.into_iter().chain(["active".parse().unwrap()]) {
            assert_eq!(status, Status::Active);
        }
        for (text, status) in [("active", Status::Active), ("other", Status::from("other"))] {
            assert_eq!([status == *text, status == text, *text == status, text == status], [true; 4]);
            let other = "ACTIVE";
            assert_eq!([status == *other, status == other, *other == status, other == status], [false; 4]);
        }
        assert!(Level::One == 1 && 7 == Level::from(7) && Level::One != -1 && -1 != Level::from(7));
    }

    #[test]
    fn the_origin_of_a_value_takes_no_space_and_is_not_compared() {
        assert_eq!(size_of::<Status>(), size_of::<String>());
        assert_eq!(size_of::<Level>(), 2 * size_of::<i64>());
        let read: Status = serde_json::from_value(json!("other")).unwrap();
        assert_eq!(HashSet::from([read, Status::from("other")]).len(), 1);
    }
}
