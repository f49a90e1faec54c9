//! The tables of enumerations: [`open_enum!`].

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

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
            /// Any other value. Compare it with [`as_str`](Self::as_str), which also works after an update of this crate has
            /// added a variant for the value.
            Unknown($crate::open_enum::UnknownValue),
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

        #[allow(deprecated, reason = "deprecated values are read and written, too")]
        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unknown($crate::open_enum::UnknownValue::new(value)),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.as_str(), f)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::open_enum::text(deserializer)
            }
        }

        impl $crate::blank::Blank for $name {
            #[inline]
            fn blank() -> Self {
                <Self as ::core::convert::From<&str>>::from("")
            }
        }

        $crate::untagged::fits! { [$($also)?] $name fit_text_enum(&[$($value),*]) }
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
            /// Any other value. Compare it with [`value`](Self::value), which also works after an update of this crate has
            /// added a variant for the value.
            Unknown($crate::open_enum::UnknownValue<i64>),
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

        #[allow(deprecated, reason = "deprecated values are read and written, too")]
        impl ::core::convert::From<i64> for $name {
            #[inline]
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unknown($crate::open_enum::UnknownValue::new(value)),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.value(), f)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.value())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::open_enum::integer(deserializer).map(<Self as ::core::convert::From<i64>>::from)
            }
        }

        impl $crate::blank::Blank for $name {
            #[inline]
            fn blank() -> Self {
                <Self as ::core::convert::From<i64>>::from(0)
            }
        }

        $crate::untagged::fits! { [$($also)?] $name fit_integer_enum(&[$($value),*]) }
    };
    ($(#[$attribute:meta])* pub enum $name:ident: $type:ident $values:tt $(also $also:ident)?) => {
        ::core::compile_error!(::core::concat!(
            "enum `", ::core::stringify!($name), "`: the values are `str` or `i64`, not `", ::core::stringify!($type), "`"
        ));
    };
}

pub(crate) use open_enum;

/// A value of an enum that this version of the crate doesn't know.
///
/// It can't be matched or constructed outside of this crate. Otherwise, code that matches it would silently stop working
/// when a later version knows the value. Use `as_str` of the enum instead, and `From` to create an unknown value:
///
/// ```
/// use sunshine_conversations::models::ClientStatus;
///
/// let status = ClientStatus::from("resting");
/// match &status {
///     ClientStatus::Active => println!("active"),
///     other if other.as_str() == "resting" => println!("resting"),
///     other => println!("unknown status: {other}"),
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownValue<T = String>(T);

impl<T> UnknownValue<T> {
    pub(crate) fn new(value: impl Into<T>) -> Self {
        Self(value.into())
    }
}

impl UnknownValue {
    /// Returns the value as the API sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl UnknownValue<i64> {
    /// Returns the value as the API sent it.
    #[must_use]
    pub fn value(&self) -> i64 {
        self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for UnknownValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Reads an enumeration of texts.
pub(crate) fn text<'de, D, T>(deserializer: D) -> Result<T, D::Error>
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
    use serde_json::json;

    use super::UnknownValue;
    use crate::blank::Blank;

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
            ("Active", Status::Unknown(UnknownValue::new("Active"))),
            ("", Status::Unknown(UnknownValue::new(""))),
        ] {
            assert_eq!(Status::from(text), status);
            assert_eq!(serde_json::from_value::<Status>(json!(text)).unwrap(), status);
            assert_eq!((status.as_str(), status.to_string()), (text, text.to_owned()));
            assert_eq!(serde_json::to_value(&status).unwrap(), json!(text));
        }
        for other in [json!(1), json!(null), json!({}), json!([])] {
            assert!(serde_json::from_value::<Status>(other).is_err());
        }
        assert_eq!(Status::blank(), Status::Unknown(UnknownValue::new("")));
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
            ("7", Level::Unknown(UnknownValue::new(7)), "7"),
            ("1e3", Level::Unknown(UnknownValue::new(1000)), "1000"),
            ("9223372036854775807", Level::Unknown(UnknownValue::new(i64::MAX)), "9223372036854775807"),
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
        assert_eq!((Level::from(1), Level::from(2)), (Level::One, Level::Unknown(UnknownValue::new(2))));
    }
}
