//! Points in time, kept as the text that was sent.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// A point in time, as the API writes it: `2026-05-21T15:53:30.197Z`.
///
/// It reads as a `str`, and goes out again as it came in, also where it is no valid time. With the feature `jiff` it
/// converts from and to a [`jiff::Timestamp`](https://docs.rs/jiff/latest/jiff/struct.Timestamp.html).
///
/// ```
/// use sunshine_conversations::Time;
///
/// let time = Time::from("2026-05-21T15:53:30.197Z");
/// assert!(time.starts_with("2026-05-21"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Time(String);

impl Time {
    /// The text, as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The point in time. Needs the feature `jiff`.
    ///
    /// ```
    /// use sunshine_conversations::Time;
    ///
    /// assert_eq!(Time::from("2026-05-21T15:53:30.197Z").timestamp()?.as_millisecond(), 1_779_378_810_197);
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the text is no time with its offset from UTC. It stays readable as [`as_str`](Self::as_str).
    #[cfg(feature = "jiff")]
    pub fn timestamp(&self) -> crate::Result<jiff::Timestamp> {
        self.0.parse().map_err(|_| crate::Error::invalid("time", "is no time such as 2026-05-21T15:53:30.197Z"))
    }
}

impl Deref for Time {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
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

/// To the millisecond, as the API writes it.
#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Time {
    fn from(time: jiff::Timestamp) -> Self {
        Self(format!("{time:.3}"))
    }
}

#[cfg(all(test, feature = "jiff"))]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written() {
        let time = Time::from("2026-05-21T15:53:30.197Z");
        assert_eq!(Time::from(time.timestamp().unwrap()), time);
        assert_eq!(Time::from("2026-05-21T17:53:30.197+02:00").timestamp().unwrap(), time.timestamp().unwrap());
        for none in ["", "yesterday", "2026-05-21", "2026-05-21T15:53:30", "2026-13-21T15:53:30Z"] {
            let none = Time::from(none);
            assert!(none.timestamp().unwrap_err().to_string().contains("is no time"), "{none}");
        }
    }
}

#[cfg(test)]
mod tests_without_jiff {
    use super::*;

    #[test]
    fn a_time_is_its_text() {
        let text = "2026-05-21T15:53:30.197Z";
        let time = Time::from(text);
        assert!(time == *text && time == text && time == Time::from(text.to_owned()));
        let other = "2026-05-21T15:53:30.198Z";
        let later = Time::from(other);
        assert!(time != *other && time != other && time < later);
        // Deref: what text can do
        assert_eq!(time.split_once('T').map(|(day, _)| day), Some("2026-05-21"));
        assert_eq!((time.to_string(), format!("{time:?}")), (text.to_owned(), format!("{text:?}")));
    }
}
