//! Points in time, kept as the text that the API sent.

use std::fmt;

use crate::text::serialized_as_text;

/// A point in time in ISO 8601 format, for example `2026-05-21T15:53:30.197Z`.
///
/// The text is kept and serialized unchanged, even if it isn't a valid time. Times are compared as text for equality. They
/// aren't ordered, because the order of the text isn't the order in time if offsets or fractions differ. With the feature
/// `jiff1`, a time converts from and to a [`jiff::Timestamp`](https://docs.rs/jiff/1/jiff/struct.Timestamp.html), which is
/// ordered.
///
/// ```
/// use sunshine_conversations::Time;
///
/// let time = Time::from("2026-05-21T15:53:30.197Z");
/// assert!(time.as_str().starts_with("2026-05-21"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Time(String);

serialized_as_text!(Time);

impl Time {
    /// Returns the text as the API sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the point in time. Needs the feature `jiff1`.
    ///
    /// ```
    /// use sunshine_conversations::Time;
    ///
    /// assert_eq!(Time::from("2026-05-21T15:53:30.197Z").timestamp()?.as_millisecond(), 1_779_378_810_197);
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the text isn't a time with an offset from UTC. [`as_str`](Self::as_str) still returns it.
    #[cfg(feature = "jiff1")]
    pub fn timestamp(&self) -> crate::Result<jiff::Timestamp> {
        use crate::error::{Error, ErrorKind};
        let invalid =
            || Error::new(ErrorKind::Decode, "invalid time; expected something like 2026-05-21T15:53:30.197Z");
        self.0.parse().map_err(|_| invalid())
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for Time {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Time {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl From<String> for Time {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Time {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Rounds down to milliseconds, the precision of the API.
#[cfg(feature = "jiff1")]
impl From<jiff::Timestamp> for Time {
    fn from(time: jiff::Timestamp) -> Self {
        Self(format!("{time:.3}"))
    }
}

#[cfg(all(test, feature = "jiff1"))]
mod tests_with_jiff {
    use super::*;

    #[test]
    fn converts_from_and_to_timestamps() {
        let time = Time::from("2026-05-21T15:53:30.197Z");
        assert_eq!(Time::from(time.timestamp().unwrap()), time);
        assert_eq!(Time::from("2026-05-21T17:53:30.197+02:00").timestamp().unwrap(), time.timestamp().unwrap());
        for none in ["", "yesterday", "2026-05-21", "2026-05-21T15:53:30", "2026-13-21T15:53:30Z"] {
            let none = Time::from(none);
            assert!(none.timestamp().unwrap_err().to_string().contains("invalid time"), "{none}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_text() {
        let text = "2026-05-21T15:53:30.197Z";
        let time = Time::from(text);
        assert!(time == *text && time == text && time == Time::from(text.to_owned()));
        let other = "2026-05-21T15:53:30.198Z";
        let later = Time::from(other);
        assert!(time != *other && time != other && time != later);
        assert_eq!((time.to_string(), format!("{time:?}")), (text.to_owned(), format!("{text:?}")));
    }
}
