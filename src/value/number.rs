//! Numbers of any size.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

/// A number: an integer or a decimal number, serialized as it was received.
///
/// ```
/// use sunshine_conversations::Number;
///
/// let size = Number::from(1024);
/// assert_eq!((size.as_u64(), size.as_f64()), (Some(1024), Some(1024.0)));
/// assert_eq!(Number::from(0.5).to_string(), "0.5");
/// assert!(size == 1024 && Number::from(0.5) == 0.5);
/// ```
///
/// It isn't an `f64`, which would round large integers and write `1024` as `1024.0`. Numbers are compared with integers and
/// `f64` by value.
// `None` is a number that JSON can't express: NaN or infinity.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Option<serde_json::Number>);

impl Number {
    /// Parses a JSON number.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Some).map(Self)
    }

    /// Returns the number if it is an integer that fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_ref()?.as_i64()
    }

    /// Returns the number if it is an integer that fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.0.as_ref()?.as_u64()
    }

    /// Compares by value: 5.0 is 5.
    fn is_equal(&self, integer: Self) -> bool {
        let is_float = self.0.as_ref().is_some_and(serde_json::Number::is_f64);
        *self == integer || (is_float && self.as_f64() == integer.as_f64())
    }

    /// Returns the nearest floating-point number. `None` if the number isn't finite.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.0.as_ref()?.as_f64()
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(number) => fmt::Display::fmt(number, f),
            None => f.write_str("NaN"),
        }
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {
        $(
            impl PartialEq<$integer> for Number {
                #[inline]
                fn eq(&self, other: &$integer) -> bool {
                    self.is_equal(Self::from(*other))
                }
            }

            impl From<$integer> for Number {
                #[inline]
                fn from(number: $integer) -> Self {
                    Self(Some(number.into()))
                }
            }
        )*
    };
}

from_integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

/// NaN and infinity can be converted, but a request that contains them isn't sent.
impl From<f64> for Number {
    #[inline]
    fn from(number: f64) -> Self {
        Self(serde_json::Number::from_f64(number))
    }
}

impl PartialEq<f64> for Number {
    #[inline]
    fn eq(&self, other: &f64) -> bool {
        self.as_f64() == Some(*other)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(number) => number.serialize(serializer),
            None => Err(ser::Error::custom("a number must be finite")),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_json::Number::deserialize(deserializer).map(Some).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_serialized_as_received() {
        for text in ["0", "-7", "18446744073709551615", "0.5", "1e300", "-0.0"] {
            let number: Number = serde_json::from_str(text).unwrap();
            let again: Number = serde_json::from_str(&serde_json::to_string(&number).unwrap()).unwrap();
            assert_eq!(number, again, "{text}");
        }
        assert_eq!(serde_json::to_string(&Number::from(usize::MAX)).unwrap(), usize::MAX.to_string());
        assert_eq!((Number::from(-1).as_u64(), Number::from(1.5).as_i64()), (None, None));
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let number = |text: &str| Number::parse(text).unwrap();
        assert!(number("5") == 5 && number("5.0") == 5_u8 && number("5") == 5.0 && number("-5") == -5_i64);
        assert!(number("5.5") != 5 && number("18446744073709551615") != u64::MAX - 1);
        let nan = Number::from(f64::NAN);
        assert!(nan != 0 && nan != 0.0);
        assert!(number("18446744073709551615") == u64::MAX);
    }

    #[test]
    fn numbers_that_are_not_finite_are_rejected() {
        for number in [f64::NAN, f64::INFINITY] {
            let error = serde_json::to_string(&Number::from(number)).unwrap_err().to_string();
            assert!(error.contains("finite"), "{error}");
        }
    }
}
