//! Short forms of the models: [`from_value!`] converts text or an enum to a model, and [`find_in_struct!`] and
//! [`find_in_union!`] define methods that return a part of a model.

use serde::de::DeserializeOwned;

use crate::value::json::Json;

/// Converts a value to a struct.
///
/// ```text
/// from AuthorType {
///     type_ => Self::new(type_),
///     /// Returns `true` if [`Self::type_`] is `user`.
///     is_user: User,                        // tests the field `type_` of the struct
/// }
/// from String {
///     text => Self::new().with_text(text),  // converts any text
/// }
/// ```
macro_rules! from_value {
    ($name:ident String { $value:ident => $make:expr $(,)? }) => {
        $crate::decode::short_forms::from_text! { $name $value => $make }
    };
    (
        $name:ident $type:ident {
            $value:ident => $make:expr
            $(, $(#[$attribute:meta])* $test:ident: $variant:ident)* $(,)?
        }
    ) => {
        impl ::core::convert::From<$type> for $name {
            #[inline]
            fn from($value: $type) -> Self {
                $make
            }
        }

        impl $name {
            $(
                $(#[$attribute])*
                #[must_use]
                #[inline]
                pub fn $test(&self) -> bool {
                    ::core::matches!(self.$value, $type::$variant)
                }
            )*
        }
    };
}

/// Converts any text.
macro_rules! from_text {
    ($name:ident $text:ident => $make:expr) => {
        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from($text: ::std::string::String) -> Self {
                $make
            }
        }

        impl ::core::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(text: &::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(text)
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                <Self as ::core::convert::From<::std::string::String>>::from(::core::convert::Into::into(text))
            }
        }

        impl ::core::convert::From<::std::borrow::Cow<'_, str>> for $name {
            #[inline]
            fn from(text: ::std::borrow::Cow<'_, str>) -> Self {
                <Self as ::core::convert::From<::std::string::String>>::from(::core::convert::Into::into(text))
            }
        }
    };
}

/// Defines a method of a struct that returns a part of one of its fields.
///
/// ```text
/// find {
///     /// Returns the `text` of [`Self::content`], if it has one.
///     text(model) => model.content.as_ref()?.text(),
/// }
/// ```
macro_rules! find_in_struct {
    ($name:ident { $(#[$attribute:meta])* $method:ident($model:ident) => $value:expr $(,)? }) => {
        #[allow(deprecated, reason = "deprecated fields are returned, too")]
        impl $name {
            $(#[$attribute])*
            #[must_use]
            #[inline]
            pub fn $method(&self) -> ::core::option::Option<&str> {
                let $model = self;
                $value
            }
        }
    };
}

/// Defines methods of a union that return a part of the variants which have one.
///
/// ```text
/// find {
///     /// Returns the `text` of a variant that has one, unless it is read-only. `None` for an unknown variant.
///     text: String {
///         Text(content) => content.text.as_ref()?,
///     }
///     /// Returns the ID of the event's user, if it has one. If the type of the event is unknown, the ID is `payload.user.id`.
///     user_id: UserId = ["payload", "user", "id"] {
///         UserUpdate(event) => &event.payload.user.as_ref()?.id,
///     }
/// }
/// ```
macro_rules! find_in_union {
    (
        $name:ident {
            $(
                $(#[$attribute:meta])*
                $method:ident: $type:ident $(= $keys:tt)? { $($variant:ident($content:ident) => $value:expr),* $(,)? }
            )*
        }
    ) => {
        #[allow(deprecated, unreachable_patterns, reason = "deprecated fields are returned, too; a union may be small")]
        impl $name {
            $($crate::decode::short_forms::finder! {
                [$(#[$attribute])*] $method $type $($keys)? { $($variant($content) => $value),* }
            })*
        }
    };
}

/// A method of a union that returns text, an ID, or a struct.
macro_rules! finder {
    ([$(#[$attribute:meta])*] $method:ident String { $($variant:ident($content:ident) => $value:expr),* }) => {
        $(#[$attribute])*
        #[must_use]
        #[inline]
        pub fn $method(&self) -> ::core::option::Option<&str> {
            let text: &::std::string::String = match self {
                $(Self::$variant($content) => $value,)*
                _ => return ::core::option::Option::None,
            };
            ::core::option::Option::Some(text)
        }
    };
    ([$(#[$attribute:meta])*] $method:ident $type:ident { $($variant:ident($content:ident) => $value:expr),* }) => {
        $(#[$attribute])*
        #[must_use]
        #[inline]
        pub fn $method(&self) -> ::core::option::Option<&$type> {
            ::core::option::Option::Some(match self {
                $(Self::$variant($content) => $value,)*
                _ => return ::core::option::Option::None,
            })
        }
    };
    (
        [$(#[$attribute:meta])*] $method:ident $type:ident [$($key:literal),*]
        { $($variant:ident($content:ident) => $value:expr),* }
    ) => {
        $(#[$attribute])*
        #[must_use]
        #[inline]
        pub fn $method(&self) -> ::core::option::Option<::std::borrow::Cow<'_, $type>> {
            let id: &$type = match self {
                $(Self::$variant($content) => $value,)*
                Self::Unknown(json) => {
                    return $crate::decode::short_forms::value_at(json, &[$($key),*])
                        .filter(|id: &$type| !id.is_empty())
                        .map(::std::borrow::Cow::Owned);
                }
                _ => return ::core::option::Option::None,
            };
            // Blank if the API left it out.
            (!id.is_empty()).then_some(::std::borrow::Cow::Borrowed(id))
        }
    };
}

pub(crate) use {find_in_struct, find_in_union, finder, from_text, from_value};

/// Returns the value that some keys lead to.
pub(crate) fn value_at<T: DeserializeOwned>(json: &Json, keys: &[&str]) -> Option<T> {
    match keys {
        [] => json.parse().ok(),
        [key, rest @ ..] => value_at(&json.get(key).ok()??, rest),
    }
}
