//! The tables of unions without a tag: [`untagged_union!`] finds the variant that fits.

use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value};

use crate::json::Json;
use crate::union::Level;
use crate::{Id, Secret, Time};

/// Defines a union whose variants are distinguished by their content.
///
/// ```text
/// untagged_union! {
///     /// Target of a job.
///     pub enum Target {                     // `pub enum Target boxed {`: the variants hold a `Box<T>`
///         /// A poll.
///         Poll(Poll),
///         /// A name.
///         Text(String),
///     }
/// }
/// ```
///
/// The type of the JSON value decides first. Among objects, it is the variant whose required keys are all present and
/// which knows most of the keys. If its content doesn't match the schema, the next one is tried. If no variant fits, the
/// value is `Unknown`.
macro_rules! untagged_union {
    ($(#[$attribute:meta])* pub enum $name:ident boxed $variants:tt) => {
        $crate::untagged::content_union! { boxed $(#[$attribute])* $name $variants }
    };
    ($(#[$attribute:meta])* pub enum $name:ident $variants:tt) => {
        $crate::untagged::content_union! { plain $(#[$attribute])* $name $variants }
    };
}

/// A union without a tag.
macro_rules! content_union {
    (
        $holds:ident
        $(#[$attribute:meta])*
        $name:ident { $($(#[$variant_attribute:meta])* $variant:ident($type:ty)),* $(,)? }
    ) => {
        $(#[$attribute])*
        #[doc = ""]
        #[doc = "Distinguished by content. A value that matches no variant is kept as `Unknown`, with its JSON."]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attribute])* $variant($crate::union::held_type!($holds $type)),)*
            /// Any other value, as the API sent it.
            Unknown($crate::Json),
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(content) => ::serde::Serialize::serialize(content, serializer),)*
                    Self::Unknown(json) => ::serde::Serialize::serialize(json, serializer),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::untagged::by_content(
                    deserializer,
                    &[$((
                        <$type as $crate::untagged::Fit>::fit,
                        |json| ::core::option::Option::map($crate::untagged::decoded(json), Self::$variant),
                    )),*],
                    Self::Unknown,
                )
            }
        }

        $(
            impl ::core::convert::From<$type> for $name {
                #[inline]
                fn from(content: $type) -> Self {
                    Self::$variant(::core::convert::Into::into(content))
                }
            }
        )*

        $crate::union::unknown_is_blank! { $name }

        impl $crate::untagged::Fit for $name {
            #[inline]
            fn fit(sample: &$crate::untagged::Sample) -> ::core::option::Option<usize> {
                [$(<$type as $crate::untagged::Fit>::fit(sample)),*].into_iter().flatten().max()
            }
        }
    };
}

/// A type that is a variant of a union without a tag.
macro_rules! fits {
    ([] $name:ident $($fit:tt)*) => {};
    ([fits] $name:ident $fit:ident($($known:expr),*)) => {
        impl $crate::untagged::Fit for $name {
            #[inline]
            fn fit(sample: &$crate::untagged::Sample) -> ::core::option::Option<usize> {
                sample.$fit($($known),*)
            }
        }
    };
}

pub(crate) use {content_union, fits, untagged_union};

/// A type of a variant.
pub(crate) trait Fit {
    /// Returns how well a value fits the type: for an object, the number of known keys. `None` if it doesn't.
    fn fit(sample: &Sample) -> Option<usize>;
}

/// A variant of the union `T`: how well a value fits, and how it is read.
type Variant<T> = (fn(&Sample) -> Option<usize>, fn(&Json) -> Option<T>);

/// How many variants are tried in vain for one body.
///
/// Each try reads the value again, and the unions in it, too: without a limit, a small body could take hours.
const MOST_FAILURES: u32 = 64;

thread_local! {
    static FAILURES: Cell<u32> = const { Cell::new(0) };
}

/// Reads a union by its content.
pub(crate) fn by_content<'de, D, T>(
    deserializer: D,
    variants: &[Variant<T>],
    unknown: fn(Json) -> T,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    let json = Json::deserialize(deserializer)?;
    if Level::is_outermost() {
        FAILURES.set(0);
    }
    // An error would make the union around this one try its other variants.
    if Level::is_deepest() {
        return Ok(unknown(json));
    }
    let _level = Level::enter()?;
    let Some(sample) = Sample::of(&json) else { return Ok(unknown(json)) };
    let mut fitting: Vec<_> =
        variants.iter().filter_map(|(fit, decode)| Some((Reverse(fit(&sample)?), decode))).collect();
    fitting.sort_by_key(|(fit, _)| *fit);
    for (_, decode) in fitting {
        if FAILURES.get() >= MOST_FAILURES {
            break;
        }
        if let Some(variant) = decode(&json) {
            return Ok(variant);
        }
        FAILURES.set(FAILURES.get() + 1);
    }
    Ok(unknown(json))
}

/// Reads a variant.
pub(crate) fn decoded<T: DeserializeOwned>(json: &Json) -> Option<T> {
    serde_json::from_slice(json.as_str().as_bytes()).ok()
}

/// The shape of a JSON value.
pub(crate) enum Sample {
    Null,
    Bool,
    Number(Number),
    Text(String),
    /// A list, and its first item.
    List(Option<Json>),
    /// An object: its keys and values.
    Object(Vec<(String, Json)>),
}

impl Sample {
    fn of(json: &Json) -> Option<Self> {
        let text = json.as_str().as_bytes();
        Some(match text.first()? {
            b'{' => Self::Object(json.entries().ok()?.collect()),
            b'[' => Self::List(json.parse::<Vec<Json>>().ok()?.into_iter().next()),
            _ => match json.parse().ok()? {
                Value::Bool(_) => Self::Bool,
                Value::Number(number) => Self::Number(number),
                Value::String(text) => Self::Text(text),
                _ => Self::Null,
            },
        })
    }

    fn value(&self, key: &str) -> Option<&Json> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// How well an object fits a struct: the number of known keys, if the required ones are among them.
    pub(crate) fn fit_model(&self, keys: &[&str], kinds: &[&str]) -> Option<usize> {
        let Self::Object(entries) = self else { return None };
        let mut required =
            keys.iter().zip(kinds).filter(|(_, kind)| matches!(**kind, "required" | "default")).map(|(key, _)| *key);
        required
            .all(|key| self.value(key).is_some())
            .then(|| entries.iter().filter(|(key, _)| keys.contains(&key.as_str())).count())
    }

    /// How well an object fits a tagged union: all of its keys may be known, if the tag is.
    pub(crate) fn fit_tagged(&self, tag: &str, known: &[&str]) -> Option<usize> {
        let Self::Object(entries) = self else { return None };
        let tag: String = self.value(tag)?.parse().ok()?;
        Some(if known.contains(&tag.as_str()) { entries.len() } else { 0 })
    }

    /// How well an object fits a union of objects with one key.
    pub(crate) fn fit_keyed(&self, keys: &[&str]) -> Option<usize> {
        let Self::Object(entries) = self else { return None };
        let [(key, _)] = entries.as_slice() else { return None };
        keys.contains(&key.as_str()).then_some(1)
    }

    /// How well a text fits an enumeration: better than `String` if the value is known, worse if not.
    pub(crate) fn fit_text_enum(&self, known: &[&str]) -> Option<usize> {
        let Self::Text(text) = self else { return None };
        Some(if known.contains(&text.as_str()) { 2 } else { 0 })
    }

    /// How well a number fits an enumeration: better than `i64` if the value is known, worse if not.
    pub(crate) fn fit_integer_enum(&self, known: &[i64]) -> Option<usize> {
        let number = self.integer()?;
        Some(if known.contains(&number) { 3 } else { 0 })
    }

    fn integer(&self) -> Option<i64> {
        let Self::Number(number) = self else { return None };
        number.as_i64()
    }
}

/// Implements [`Fit`] for types that are text in JSON.
macro_rules! fit_text {
    ($($type:ty),*) => {
        $(
            impl Fit for $type {
                fn fit(sample: &Sample) -> Option<usize> {
                    matches!(sample, Sample::Text(_)).then_some(1)
                }
            }
        )*
    };
}

fit_text!(String, Time, Secret);

impl<K> Fit for Id<K> {
    fn fit(sample: &Sample) -> Option<usize> {
        String::fit(sample)
    }
}

impl Fit for bool {
    fn fit(sample: &Sample) -> Option<usize> {
        matches!(sample, Sample::Bool).then_some(1)
    }
}

impl Fit for i64 {
    fn fit(sample: &Sample) -> Option<usize> {
        sample.integer().map(|_| 2)
    }
}

/// Numbers that would be rounded don't fit.
impl Fit for f64 {
    fn fit(sample: &Sample) -> Option<usize> {
        const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
        let Sample::Number(number) = sample else { return None };
        let magnitude = number.as_i64().map(i64::unsigned_abs).or_else(|| number.as_u64());
        magnitude.is_none_or(|magnitude| magnitude <= EXACT).then_some(1)
    }
}

impl Fit for crate::Number {
    fn fit(sample: &Sample) -> Option<usize> {
        matches!(sample, Sample::Number(_)).then_some(1)
    }
}

impl Fit for Json {
    fn fit(_: &Sample) -> Option<usize> {
        Some(0)
    }
}

/// A list fits as well as its first item.
impl<T: Fit> Fit for Vec<T> {
    fn fit(sample: &Sample) -> Option<usize> {
        let Sample::List(first) = sample else { return None };
        let Some(first) = first else { return Some(0) };
        T::fit(&Sample::of(first)?)
    }
}

/// A map fits as well as its first value.
impl<T: Fit> Fit for BTreeMap<String, T> {
    fn fit(sample: &Sample) -> Option<usize> {
        let Sample::Object(entries) = sample else { return None };
        let Some((_, first)) = entries.first() else { return Some(0) };
        T::fit(&Sample::of(first)?).map(|_| 0)
    }
}

impl<T: Fit> Fit for Option<T> {
    fn fit(sample: &Sample) -> Option<usize> {
        if matches!(sample, Sample::Null) { Some(0) } else { T::fit(sample) }
    }
}

impl<T: Fit> Fit for Box<T> {
    fn fit(sample: &Sample) -> Option<usize> {
        T::fit(sample)
    }
}

#[cfg(test)]
mod tests;
