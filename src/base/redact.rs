//! Masks secrets in text that a person reads: errors, logs and `Debug`.

use std::ops::Range;

use serde::de::IgnoredAny;

use crate::base::repair::{repaired, unescaped};
use crate::secret_fields::SECRET_FIELDS;
use crate::secret_names::is_secret_name;

/// In bytes. Masking a shorter text would make unrelated words unreadable.
const SHORTEST_SECRET: usize = 4;
/// The longest JSON that is printed or logged, in bytes.
pub(crate) const MAX_PRINTED: usize = 64 * 1024;
/// Replaces a secret in text.
const MASK: &str = "***";

/// Secrets that a text may quote.
///
/// They are recognized as they are, and as they are written in JSON, a URL, a form and HTML.
#[derive(Default)]
pub(crate) struct Secrets(Vec<String>);

impl Secrets {
    pub(crate) fn new(mut secrets: Vec<String>) -> Self {
        secrets.retain(|secret| secret.len() >= SHORTEST_SECRET);
        secrets.sort_unstable();
        secrets.dedup();
        Self(secrets)
    }

    /// Masks the secrets in a text.
    pub(crate) fn mask(&self, text: String) -> String {
        if self.0.is_empty() {
            return text;
        }
        let (mut masked, mut copied, mut at) = (String::new(), 0, 0);
        while at < text.len() {
            match self.longest_at(text.as_bytes().get(at..).unwrap_or_default()) {
                Some(length) => {
                    masked.push_str(text.get(copied..at).unwrap_or_default());
                    masked.push_str(MASK);
                    at += length;
                    copied = at;
                }
                None => at += 1,
            }
        }
        if copied == 0 {
            return text;
        }
        masked.push_str(text.get(copied..).unwrap_or_default());
        masked
    }

    /// Returns the length of the longest secret at the start of a text, as it is written there.
    fn longest_at(&self, text: &[u8]) -> Option<usize> {
        // The secrets that begin with the `depth` bytes read so far: neighbors, because they are sorted.
        let mut candidates = self.0.as_slice();
        let (mut depth, mut at, mut longest) = (0, 0, None);
        loop {
            let (escape, length) = unescape(text.get(at..).unwrap_or_default());
            let escaped = starting_with(candidates, depth, escape.as_bytes());
            let (next, read, length) = match escaped {
                next if !escape.is_empty() && !next.is_empty() => (next, escape.len(), length),
                _ => {
                    let Some(byte) = text.get(at..=at) else { return longest };
                    (starting_with(candidates, depth, byte), 1, 1)
                }
            };
            if next.is_empty() {
                return longest;
            }
            (candidates, depth, at) = (next, depth + read, at + length);
            if let Some((_, longer)) = candidates.split_first().filter(|(first, _)| first.len() == depth) {
                longest = Some(at);
                candidates = longer;
            }
        }
    }
}

/// Returns the candidates that have some bytes at a position. All of them have the same bytes before.
fn starting_with<'a>(candidates: &'a [String], depth: usize, bytes: &[u8]) -> &'a [String] {
    let start = candidates.partition_point(|secret| part(secret, depth, bytes.len()) < bytes);
    let end = candidates.partition_point(|secret| part(secret, depth, bytes.len()) <= bytes);
    candidates.get(start..end).unwrap_or_default()
}

fn part(secret: &str, start: usize, length: usize) -> &[u8] {
    let rest = secret.as_bytes().get(start..).unwrap_or_default();
    rest.get(..length).unwrap_or(rest)
}

/// Returns the character that is escaped at the start of a text, and the length of the escape sequence.
fn unescape(text: &[u8]) -> (Escaped, usize) {
    match text {
        [b'+', ..] => (Escaped::of(' '), 1),
        [b'%', high, low, ..] => match (hex(*high), hex(*low)) {
            (Some(high), Some(low)) => (Escaped::byte(high * 16 + low), 3),
            _ => (Escaped::default(), 0),
        },
        [b'\\', b'u', rest @ ..] => match code_unit(rest) {
            Some(high @ 0xd800..0xdc00) => match rest.get(4..).and_then(|rest| code_unit(rest.strip_prefix(b"\\u")?)) {
                Some(low @ 0xdc00..0xe000) => (Escaped::code(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)), 12),
                _ => (Escaped::default(), 0),
            },
            Some(code) => (Escaped::code(code), 6),
            None => (Escaped::default(), 0),
        },
        [b'\\', short, ..] => {
            let character = match short {
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'"' | b'\\' | b'/' => char::from(*short),
                _ => return (Escaped::default(), 0),
            };
            (Escaped::of(character), 2)
        }
        [b'&', rest @ ..] => entity(rest).map_or((Escaped::default(), 0), |(escaped, length)| (escaped, length + 1)),
        _ => (Escaped::default(), 0),
    }
}

/// Returns the character of an HTML entity, and the length of the text after the `&`.
fn entity(text: &[u8]) -> Option<(Escaped, usize)> {
    let end = text.iter().take(10).position(|&byte| byte == b';')?;
    let escaped = match str::from_utf8(text.get(..end)?).ok()? {
        "amp" => Escaped::of('&'),
        "lt" => Escaped::of('<'),
        "gt" => Escaped::of('>'),
        "quot" => Escaped::of('"'),
        "apos" => Escaped::of('\''),
        number => {
            let digits = number.strip_prefix('#')?;
            match digits.strip_prefix(['x', 'X']) {
                Some(digits) => Escaped::code(u32::from_str_radix(digits, 16).ok()?),
                None => Escaped::code(digits.parse().ok()?),
            }
        }
    };
    Some((escaped, end + 1))
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn code_unit(digits: &[u8]) -> Option<u32> {
    let digits = digits.get(..4).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
    u32::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()
}

/// The bytes of an escaped character; none if there is no escape sequence.
#[derive(Default)]
struct Escaped {
    bytes: [u8; 4],
    length: usize,
}

impl Escaped {
    fn of(character: char) -> Self {
        let mut bytes = [0; 4];
        let length = character.encode_utf8(&mut bytes).len();
        Self { bytes, length }
    }

    fn byte(byte: u8) -> Self {
        Self { bytes: [byte, 0, 0, 0], length: 1 }
    }

    fn code(code: u32) -> Self {
        char::from_u32(code).map_or_else(Self::default, Self::of)
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.length == 0
    }

    fn len(&self) -> usize {
        self.length
    }
}

/// Returns `true` if a field holds a secret, according to the document or its name.
pub(crate) fn is_secret(key: &str) -> bool {
    SECRET_FIELDS.contains(&key) || is_secret_name(key)
}

/// A scalar in JSON that is secret or contains secrets.
enum Found {
    /// The value of a secret field.
    Secret,
    /// The text of a string that is a URL with secrets.
    Url(String),
    /// The value of a field `code` of the outermost object.
    Code,
}

/// Visits the scalars of JSON text that are secret. `in_secret` is whether the text is the value of a secret field.
///
/// It reads the text itself, because a parser rejects some valid JSON: numbers that are too large, and more levels than a
/// call stack can hold.
fn each_secret(json: &str, in_secret: bool, mut visit: impl FnMut(Range<usize>, Found)) {
    /// Whether an array is the value of a secret field; `None` for objects, whose fields have names.
    type Container = Option<bool>;
    let mut containers: Vec<Container> = Vec::new();
    let (mut secret, mut code) = (in_secret, false);
    let bytes = json.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'{' => {
                containers.push(None);
                secret = false;
            }
            b'[' => containers.push(Some(secret)),
            b'}' | b']' => {
                containers.pop();
            }
            b',' => (secret, code) = (containers.last().copied().flatten().unwrap_or(false), false),
            b'"' => {
                at = end_of_string(bytes, at);
                let string = json.get(start..at).unwrap_or_default();
                let after = bytes.get(at..).unwrap_or_default().trim_ascii_start();
                if after.starts_with(b":") && containers.last() == Some(&None) {
                    let key = unescaped(string.as_bytes()).unwrap_or_default();
                    (secret, code) = (is_secret(&key), containers.len() == 1 && key == "code");
                } else if secret {
                    visit(start..at, Found::Secret);
                } else if code {
                    visit(start..at, Found::Code);
                } else if let Some(text) = unescaped(string.as_bytes()).filter(|text| !url_secrets(text).is_empty()) {
                    visit(start..at, Found::Url(text));
                }
            }
            b'-' | b'0'..=b'9' | b't' | b'f' => {
                let is_end = |byte: &u8| matches!(byte, b',' | b'}' | b']') || byte.is_ascii_whitespace();
                at = bytes.iter().skip(at).position(is_end).map_or(bytes.len(), |length| at + length);
                if secret {
                    visit(start..at, Found::Secret);
                }
            }
            _ => {}
        }
    }
}

/// Returns the position after the closing quote of a string.
fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Returns the positions of the secrets in a URL: the user name and password, and the values of secret parameters.
fn url_secrets(text: &str) -> Vec<Range<usize>> {
    let mut secrets = Vec::new();
    let Some(scheme) = text.find("://") else { return secrets };
    let start = scheme + "://".len();
    let rest = text.get(start..).unwrap_or_default();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((user, _)) = authority.rsplit_once('@').filter(|(user, _)| !user.is_empty()) {
        secrets.push(start..start + user.len());
    }
    let Some(query) = rest.find('?') else { return secrets };
    let mut at = start + query + 1;
    for parameter in text.get(at..).unwrap_or_default().split(['&', '#']) {
        if let Some((name, value)) = parameter.split_once('=')
            && !value.is_empty()
            && (is_secret(name) || ["key", "sig", "auth", "pass", "pwd", "code"].contains(&name))
        {
            let start = at + name.len() + 1;
            secrets.push(start..start + value.len());
        }
        at += parameter.len() + 1;
    }
    secrets
}

/// Masks the secrets in a URL.
pub(crate) fn mask_url(url: &str) -> String {
    replaced(url, url_secrets(url).into_iter().map(|range| (range, MASK.to_owned())))
}

/// Masks the secrets in JSON text.
pub(crate) fn mask_json(json: &str, in_secret: bool) -> String {
    let mut masks = Vec::new();
    each_secret(json, in_secret, |range, found| match found {
        Found::Secret => masks.push((range, format!("\"{MASK}\""))),
        Found::Url(url) => masks.push((range, serde_json::Value::from(mask_url(&url)).to_string())),
        // In responses, `code` is the code of an error.
        Found::Code => {}
    });
    replaced(json, masks)
}

/// Replaces ranges of a text, which are in order.
fn replaced(text: &str, replacements: impl IntoIterator<Item = (Range<usize>, String)>) -> String {
    let (mut result, mut copied) = (String::with_capacity(text.len()), 0);
    for (range, replacement) in replacements {
        result.push_str(text.get(copied..range.start).unwrap_or_default());
        result.push_str(&replacement);
        copied = range.end;
    }
    result.push_str(text.get(copied..).unwrap_or_default());
    result
}

/// Returns a body for the log: JSON with its secrets masked, or the length if it isn't JSON.
pub(crate) fn mask_body(body: &[u8]) -> String {
    if body.len() > MAX_PRINTED {
        return format!("{} bytes", body.len());
    }
    let repaired = repaired(body);
    match repaired.as_deref().map_or_else(|| str::from_utf8(body), Ok) {
        Ok(text) if serde_json::from_str::<IgnoredAny>(text).is_ok() => mask_json(text.trim(), false),
        _ => format!("{} bytes that aren't JSON", body.len()),
    }
}

/// Returns the secrets in the JSON of a request, so that they can be masked wherever they are quoted.
pub(crate) fn secrets_in(json: &[u8]) -> Vec<String> {
    let mut secrets = Vec::new();
    let json = String::from_utf8_lossy(json);
    each_secret(&json, false, |range, found| match found {
        // A number or boolean isn't the text of a key or token.
        Found::Secret | Found::Code => {
            secrets.extend(
                json.get(range).filter(|text| text.starts_with('"')).and_then(|text| unescaped(text.as_bytes())),
            );
        }
        Found::Url(url) => {
            secrets.extend(url_secrets(&url).into_iter().filter_map(|range| url.get(range).map(str::to_owned)))
        }
    });
    secrets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(secrets: &[&str], text: &str) -> String {
        Secrets::new(secrets.iter().map(|&secret| secret.to_owned()).collect()).mask(text.to_owned())
    }

    #[test]
    fn the_longest_secret_is_masked() {
        assert_eq!(masked(&["token", "token-1", "oken"], "a token-1, a token-2, a ttoken"), "a ***, a ***-2, a t***");
        assert_eq!(masked(&["abcd"], "abcdabcd abc abcéabcd"), "****** abc abcé***");
        assert_eq!(masked(&[], "text"), "text");
        assert_eq!(masked(&["one", "", "a"], "a one"), "a one");
        assert_eq!(masked(&["word"], ""), "");
        assert_eq!(masked(&["word"], "wor"), "wor");
        assert_eq!(masked(&["é/é="], "%c3%A9/\\u00e9%3D é%2Fé="), "*** ***");
    }

    #[test]
    fn incomplete_escapes_are_text() {
        for text in [
            "%",
            "%4",
            "%zz",
            "\\",
            "\\u",
            "\\u12",
            "\\ud83d",
            "\\ud83d\\u0041",
            "\\x",
            "&",
            "&;",
            "&#;",
            "&#x;",
            "&#xd800;",
        ] {
            assert_eq!(masked(&["secret"], text), text);
            assert_eq!(masked(&[&format!("{text}secret")], &format!("a{text}secret")), "a***", "{text}");
        }
    }

    #[test]
    fn json_keeps_everything_but_its_secrets() {
        for (json, expected) in [
            (
                r#"{"a": 1, "secret" : "x", "b": [true, null, {"token": 1.5e3}]}"#,
                r#"{"a": 1, "secret" : "***", "b": [true, null, {"token": "***"}]}"#,
            ),
            (r#"{"password":["x",["y",false]],"z":["x"]}"#, r#"{"password":["***",["***","***"]],"z":["x"]}"#),
            (
                r#"{"password":{"name":"x","secret":"y"},"z":"x"}"#,
                r#"{"password":{"name":"x","secret":"***"},"z":"x"}"#,
            ),
            (r#"{"secret":null,"secret":"","code":"x"}"#, r#"{"secret":null,"secret":"***","code":"x"}"#),
            (r#"["https://u:p@h/?token=t&a=b","mailto:a@b"]"#, r#"["https://***@h/?token=***&a=b","mailto:a@b"]"#),
            (r#"{"\"secret\":\" x":"\\","secret":"\"}"}"#, r#"{"\"secret\":\" x":"\\","secret":"***"}"#),
            ("7", "7"),
            ("\"secret\"", "\"secret\""),
        ] {
            assert_eq!(mask_json(json, false), expected);
        }
        assert_eq!(mask_json(r#"["x",{"a":"b"}]"#, true), r#"["***",{"a":"b"}]"#);
        // Text that isn't JSON doesn't panic.
        for text in ["", "{", "\"", "\"\\", "{\"a\"", "]]]", "{\"secret\":", ":", "{\"secret\":\"é"] {
            mask_json(text, false);
            mask_json(text, true);
        }
    }

    #[test]
    fn urls_keep_everything_but_their_secrets() {
        for (url, expected) in [
            ("https://example.com/hook", "https://example.com/hook"),
            ("https://user@example.com/@x?y=1", "https://***@example.com/@x?y=1"),
            ("https://user:p@ss@example.com", "https://***@example.com"),
            ("http://h?token=a#b", "http://h?token=***#b"),
            ("http://h/?a=token&api_key=b&sig=&code=c", "http://h/?a=token&api_key=***&sig=&code=***"),
            ("text?token=a", "text?token=a"),
            ("://@?", "://@?"),
        ] {
            assert_eq!(mask_url(url), expected);
        }
    }
}
