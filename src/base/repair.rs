//! Repairs JSON text that isn't well-formed Unicode.
//!
//! Text that is cut inside of an emoji ends with half of a surrogate pair, which `JSON.stringify` writes as `\ud83d`.
//! Rust's strings can't hold it. Only text that can't be decoded is repaired, so well-formed text takes no extra time.

use serde::de::{DeserializeOwned, Error as _};
use serde_json::Value;

/// Decodes JSON, and repairs it if necessary.
pub(crate) fn from_json<T: DeserializeOwned>(text: &[u8]) -> serde_json::Result<T> {
    or_repaired(text, |text| serde_json::from_str(text))
}

/// Decodes text. If that fails and the text can be repaired, decodes the repaired text.
///
/// UTF-8 is validated once: serde_json would validate each string by itself, which takes longer.
pub(crate) fn or_repaired<T>(text: &[u8], decode: impl Fn(&str) -> serde_json::Result<T>) -> serde_json::Result<T> {
    let decoded = str::from_utf8(text).map_err(serde_json::Error::custom).and_then(&decode);
    decoded.or_else(|error| match repaired(text) {
        Some(text) => decode(&text),
        None => Err(error),
    })
}

/// Parses a value. It uses the parser that is compiled in serde_json; a generic one would be compiled again in this crate.
pub(crate) fn value(text: &[u8]) -> serde_json::Result<Value> {
    or_repaired(text, str::parse)
}

/// Returns the text of a JSON string with its quotes.
pub(crate) fn unescaped(string: &[u8]) -> Option<String> {
    value(string).ok()?.as_str().map(str::to_owned)
}

/// Returns the text of a string, number or boolean.
pub(crate) fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Replaces lone surrogates and invalid UTF-8 with U+FFFD, and removes a byte order mark. `None` if the text contains none
/// of them.
pub(crate) fn repaired(text: &[u8]) -> Option<String> {
    let without_mark = text.strip_prefix(b"\xef\xbb\xbf");
    let mut repaired = String::from_utf8_lossy(without_mark.unwrap_or(text)).into_owned();
    let replaced = replace_lone_surrogates(&mut repaired);
    (replaced || without_mark.is_some() || repaired.as_bytes() != text).then_some(repaired)
}

/// Replaces escapes of lone surrogates with `\ufffd`, which is as long.
fn replace_lone_surrogates(text: &mut String) -> bool {
    let mut replaced = false;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        match surrogate(text, at) {
            Some(0xd800..0xdc00) if matches!(surrogate(text, at + 6), Some(0xdc00..0xe000)) => at += 12,
            Some(_) => {
                text.replace_range(at + 2..at + 6, "fffd");
                replaced = true;
                at += 6;
            }
            // Another escape, such as an escaped backslash.
            None => at += 2,
        }
    }
    replaced
}

/// Returns the surrogate that is escaped at a position.
fn surrogate(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
    let code = u32::from_str_radix(digits, 16).ok()?;
    (0xd800..0xe000).contains(&code).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired_text(text: impl AsRef<[u8]>) -> Option<String> {
        repaired(text.as_ref())
    }

    #[test]
    fn well_formed_text_is_unchanged() {
        for text in ["", "{}", r#""Grüße 😀""#, r#""😀""#, r#""\\ud83d""#, r#""\u00e9\n\"\\""#, "\\", "\\u12"] {
            assert_eq!(repaired_text(text), None, "{text}");
        }
    }

    #[test]
    fn lone_surrogates_are_replaced() {
        for (text, expected) in [
            (r#""cut \ud83d""#, r#""cut \ufffd""#),
            (r#""\uD83D\ud83d\ude00\uDE00""#, r#""\ufffd\ud83d\ude00\ufffd""#),
            (r#""\ud83dx\\ud83d""#, r#""\ufffdx\\ud83d""#),
            (r#"{"\udc00":"\ud83d\u0041"}"#, r#"{"\ufffd":"\ufffd\u0041"}"#),
        ] {
            assert_eq!(repaired_text(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn invalid_utf8_and_byte_order_marks_are_replaced() {
        assert_eq!(repaired_text(b"\"a\xff\xf0\x9f\x98b\"").as_deref(), Some("\"a\u{fffd}\u{fffd}b\""));
        assert_eq!(repaired_text("\u{feff}{}").as_deref(), Some("{}"));
        assert_eq!(repaired_text("{\"a\":\"\u{feff}\"}"), None);
    }
}
