//! Blank values: the start of a constructor, and the value of a field that the API should have sent.

use std::collections::BTreeMap;

use crate::{Extra, Id, Json, Number, Patch, Secret, SecretUrl, Time};

/// A type with a blank value: empty text, 0, `false`, an empty list, or a struct of blanks.
pub(crate) trait Blank {
    /// Returns the blank value.
    fn blank() -> Self;
}

/// Implements [`Blank`] for types whose default is blank.
macro_rules! blank {
    ($($type:ty),*) => {
        $(
            impl Blank for $type {
                #[inline]
                fn blank() -> Self {
                    Self::default()
                }
            }
        )*
    };
}

blank!(String, bool, i64, f64, Json, Time, Secret, SecretUrl, Extra);

impl Blank for Number {
    fn blank() -> Self {
        Self::from(0)
    }
}

impl<T> Blank for Option<T> {
    #[inline]
    fn blank() -> Self {
        None
    }
}

impl<T> Blank for Patch<T> {
    #[inline]
    fn blank() -> Self {
        Self::Keep
    }
}

impl<T> Blank for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<K, V> Blank for BTreeMap<K, V> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Blank> Blank for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<K> Blank for Id<K> {
    #[inline]
    fn blank() -> Self {
        Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_values_are_empty() {
        assert_eq!((String::blank(), bool::blank(), i64::blank(), f64::blank()), (String::new(), false, 0, 0.0));
        assert_eq!(Number::blank(), Number::from(0));
        assert_eq!(Json::blank().as_str(), "{}");
        assert!(
            Time::blank().as_str().is_empty() && Secret::blank().expose().is_empty() && Id::<()>::blank().is_empty()
        );
        assert!(Extra::blank().is_empty());
        assert_eq!(Option::<i64>::blank(), None);
        assert_eq!(Patch::<i64>::blank(), Patch::Keep);
        assert!(Vec::<i64>::blank().is_empty());
        assert_eq!(BTreeMap::<String, i64>::blank(), BTreeMap::new());
        assert_eq!(*Box::<i64>::blank(), 0);
    }
}
