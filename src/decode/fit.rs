//! How well a JSON value fits a type: for unions without a tag.

use std::collections::BTreeMap;

use serde_json::{Number, Value};

use crate::value::json::Json;
use crate::{Id, Secret, Time};

/// A type that is a variant of a union without a tag.
macro_rules! fits {
    ([] $name:ident $($fit:tt)*) => {};
    ([fits] $name:ident $fit:ident($($known:expr),*)) => {
        impl $crate::decode::fit::Fit for $name {
            #[inline]
            fn fit(sample: &$crate::decode::fit::Sample) -> ::core::option::Option<usize> {
                sample.$fit($($known),*)
            }
        }
    };
}

pub(crate) use fits;

/// A type of a variant.
pub(crate) trait Fit {
    /// Returns how well a value fits the type: for an object, the number of known keys. `None` if it doesn't.
    fn fit(sample: &Sample) -> Option<usize>;
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
    pub(crate) fn of(json: &Json) -> Option<Self> {
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
