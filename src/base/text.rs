//! Types that are text in JSON.
//!
//! serde's derive macro would be compiled for every user of the crate.

/// Serializes and deserializes types that hold a `String`.
macro_rules! serialized_as_text {
    ($($type:ident),*) => {
        $(
            impl ::serde::Serialize for $type {
                fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                    serializer.serialize_str(&self.0)
                }
            }

            impl<'de> ::serde::Deserialize<'de> for $type {
                fn deserialize<D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    <::std::string::String as ::serde::Deserialize>::deserialize(deserializer).map(Self)
                }
            }
        )*
    };
}

pub(crate) use serialized_as_text;
