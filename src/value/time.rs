//! Points in time, kept as the text that the API sent.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::base::text::serialized_as_text;

/// A point in time in ISO 8601 format, for example `2026-05-21T15:53:30.197Z`.
///
/// The text is kept and serialized unchanged, even if it isn't a valid time. Comparison is by instant: offsets from UTC and
/// any number of decimals are taken into account. A leap second is between the seconds around it. Text that isn't a time with
/// an offset is before all times, and compared as text.
///
/// ```
/// use sunshine_conversations::Time;
///
/// let sent = Time::from("2026-05-21T17:53:30+02:00");
/// assert!(sent.as_str().starts_with("2026-05-21"));
/// assert!(sent == "2026-05-21T15:53:30Z" && sent < Time::from("2026-05-21T16:00:00Z"));
///
/// let mut times = [Time::from("2026-05-21T16:00:00.5Z"), Time::from("2026-05-21T16:00:00Z"), sent];
/// times.sort();
/// assert_eq!(times[0], "2026-05-21T17:53:30+02:00");
/// assert_eq!(times[2], "2026-05-21T16:00:00.500Z");
/// ```
///
/// With the feature `jiff1`, a time converts from and to a
/// [`jiff::Timestamp`](https://docs.rs/jiff/1/jiff/struct.Timestamp.html).
#[derive(Clone, Default)]
pub struct Time(String);

serialized_as_text!(Time);

impl Time {
    /// Returns the text as the API sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
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

/// The order of times, without a copy.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key<'a> {
    /// Text that isn't a time.
    Text(&'a str),
    Instant {
        /// The second, counted from 1970. A leap second has the number of the second before it.
        second: i64,
        is_leap: bool,
        /// The decimals, without zeros at the end.
        fraction: &'a str,
    },
}

impl<'a> Key<'a> {
    fn of(text: &'a str) -> Self {
        parse(text).unwrap_or(Self::Text(text))
    }
}

/// Parses a time of RFC 3339. Separators may be lower case, and the offset may lack its colon or its minutes.
fn parse(text: &str) -> Option<Key<'_>> {
    let (year, rest) = number(text, 4)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (hour, rest) = number(rest.strip_prefix(['T', 't', ' '])?, 2)?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = number(rest.strip_prefix(':')?, 2)?;
    let (fraction, rest) = match rest.strip_prefix(['.', ',']) {
        Some(rest) => rest.split_at_checked(rest.bytes().take_while(u8::is_ascii_digit).count())?,
        None => ("0", rest),
    };
    let offset = offset(rest)?;
    if day < 1 || day > days_in(year, month)? || hour > 23 || minute > 59 || second > 60 || fraction.is_empty() {
        return None;
    }
    Some(Key::Instant {
        second: ((days_since_1970(year, month, day) * 24 + hour) * 60 + minute - offset) * 60 + second.min(59),
        is_leap: second == 60,
        fraction: fraction.trim_end_matches('0'),
    })
}

/// Parses a number of some digits, and returns the text after it.
fn number(text: &str, digits: usize) -> Option<(i64, &str)> {
    let (number, rest) = text.split_at_checked(digits)?;
    Some((number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse().ok())??, rest))
}

/// Parses an offset from UTC, in minutes: `Z`, `+02:00`, `+0200` or `+02`.
fn offset(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, rest) = number(text.strip_prefix(['+', '-'])?, 2)?;
    let minutes = match rest {
        "" => 0,
        _ => number(rest.strip_prefix(':').unwrap_or(rest), 2).filter(|(_, rest)| rest.is_empty())?.0,
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn days_in(year: i64, month: i64) -> Option<i64> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// Counts days in years that begin in March, so that the leap day is the last one. The months have 31, 30, 31, 30 and 31 days,
/// which is 153 in five.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + day - 719_469
}

impl PartialEq for Time {
    fn eq(&self, other: &Self) -> bool {
        *self == *other.as_str()
    }
}

impl Eq for Time {}

impl PartialOrd for Time {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Time {
    fn cmp(&self, other: &Self) -> Ordering {
        Key::of(&self.0).cmp(&Key::of(&other.0))
    }
}

impl Hash for Time {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key::of(&self.0).hash(state);
    }
}

impl PartialEq<str> for Time {
    fn eq(&self, other: &str) -> bool {
        self.0 == other || Key::of(&self.0) == Key::of(other)
    }
}

impl PartialEq<&str> for Time {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl From<String> for Time {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&String> for Time {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl From<Cow<'_, str>> for Time {
    fn from(text: Cow<'_, str>) -> Self {
        Self(text.into_owned())
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

    #[test]
    fn orders_as_timestamps_do() {
        // About every 11 hours, in offsets between -23 and 23 hours.
        let second = |step: i64| step * 39_916_801 % 8_000_000_000 - 4_000_000_000;
        let times: Vec<Time> = (0..4_000)
            .map(|step| {
                let offset = jiff::tz::Offset::from_seconds((step % 47 - 23) as i32 * 3600).unwrap();
                let timestamp = jiff::Timestamp::new(second(step), 0).unwrap();
                Time::from(timestamp.display_with_offset(offset).to_string())
            })
            .collect();
        for pair in times.windows(2) {
            let timestamps = [pair[0].timestamp().unwrap(), pair[1].timestamp().unwrap()];
            assert_eq!(pair[0].cmp(&pair[1]), timestamps[0].cmp(&timestamps[1]), "{pair:?}");
            let Key::Instant { second, .. } = Key::of(pair[0].as_str()) else { panic!("{pair:?}") };
            assert_eq!(second, timestamps[0].as_second(), "{pair:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn keeps_the_text() {
        let text = "2026-05-21T17:53:30.197+02:00";
        let time = Time::from(text);
        assert!(time == *text && time == text && time == Time::from(text.to_owned()) && time == Time::from(&time.0));
        let other = "2026-05-21T15:53:30.198Z";
        let later = Time::from(other);
        assert!(time != *other && time != other && time != later);
        assert_eq!((time.to_string(), format!("{time:?}")), (text.to_owned(), format!("{text:?}")));
        assert_eq!(serde_json::to_string(&time).unwrap(), format!("{text:?}"));
    }

    #[test]
    fn instants_are_in_order() {
        let in_order = [
            "",
            "2026-02-29T00:00:00Z",
            "2026-05-21T15:53:30",
            "yesterday",
            "0001-01-01T00:00:00+23:59",
            "1969-12-31T23:59:59.999Z",
            "1970-01-01T00:00:00Z",
            "2000-02-29T23:59:59Z",
            "2000-03-01T00:00:00Z",
            "2016-12-31T23:59:59.9Z",
            "2016-12-31T23:59:60Z",
            "2017-01-01T01:59:60.5+02:00",
            "2017-01-01T00:00:00Z",
            "2026-05-21T17:53:30.197+02:00",
            "2026-05-21T15:53:30.1970000000000000001Z",
            "2026-05-21T15:53:30.2Z",
            "2026-05-21T10:54:00-05:00",
            "2026-05-21T16:00:00Z",
            "9999-12-31T23:59:59-23:59",
        ]
        .map(Time::from);
        for (place, time) in in_order.iter().enumerate() {
            for (other_place, other) in in_order.iter().enumerate() {
                assert_eq!(time.cmp(other), place.cmp(&other_place), "{time} and {other}");
                assert_eq!(time == other, place == other_place, "{time} and {other}");
            }
        }
    }

    #[test]
    #[allow(clippy::cmp_owned, reason = "the comparisons are tested")]
    fn the_same_instant_has_several_texts() {
        let same = [
            "2026-05-21T15:53:30Z",
            "2026-05-21T15:53:30.000Z",
            "2026-05-21t15:53:30,0z",
            "2026-05-21 15:53:30+00:00",
            "2026-05-21T17:53:30+02:00",
            "2026-05-21T17:53:30+0200",
            "2026-05-22T00:53:30+09",
            "2026-05-21T10:23:30-05:30",
        ];
        for text in same {
            assert_eq!(Time::from(text), Time::from(same[0]), "{text}");
            assert!(Time::from(same[0]) == text && Time::from(text).cmp(&Time::from(same[0])).is_eq());
        }
        assert_eq!(same.map(Time::from).into_iter().collect::<HashSet<_>>().len(), 1);
    }

    #[test]
    #[allow(clippy::cmp_owned, reason = "the comparisons are tested")]
    fn other_text_is_not_an_instant() {
        for text in [
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-04-00T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-04-01T24:00:00Z",
            "2026-04-01T00:60:00Z",
            "2026-04-01T00:00:61Z",
            "2026-04-01T00:00:00.Z",
            "2026-04-01T00:00:00+24:00",
            "2026-04-01T00:00:00+01:60",
            "2026-04-01T00:00:00+01:0",
            "2026-04-01T00:00:00 Z",
            "2026-04-01T00:00:00ZZ",
            "+026-04-01T00:00:00Z",
            "2026-04-01T00:00:0\u{e9}",
            "2026-04-01",
        ] {
            assert!(parse(text).is_none(), "{text}");
            assert!(Time::from(text) < Time::from("0001-01-01T00:00:00Z") && Time::from(text) == Time::from(text));
        }
    }
}
