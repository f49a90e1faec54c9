//! The tables of unions without a tag: [`untagged_union!`] finds the variant that fits.

use std::cell::Cell;
use std::cmp::Reverse;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::decode::fit::Sample;
use crate::decode::nesting::Level;
use crate::value::json::Json;

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
        $crate::decode::untagged::content_union! { boxed $(#[$attribute])* $name $variants }
    };
    ($(#[$attribute:meta])* pub enum $name:ident $variants:tt) => {
        $crate::decode::untagged::content_union! { plain $(#[$attribute])* $name $variants }
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
            $($(#[$variant_attribute])* $variant($crate::decode::union::held_type!($holds $type)),)*
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
                $crate::decode::untagged::by_content(
                    deserializer,
                    &[$((
                        <$type as $crate::decode::fit::Fit>::fit,
                        |json| ::core::option::Option::map($crate::decode::untagged::decoded(json), Self::$variant),
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

        $crate::decode::union::unknown_is_blank! { $name }

        impl $crate::decode::fit::Fit for $name {
            #[inline]
            fn fit(sample: &$crate::decode::fit::Sample) -> ::core::option::Option<usize> {
                [$(<$type as $crate::decode::fit::Fit>::fit(sample)),*].into_iter().flatten().max()
            }
        }
    };
}

pub(crate) use {content_union, untagged_union};

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
    serde_json::from_str(json.as_str()).ok()
}

#[cfg(test)]
mod tests;
