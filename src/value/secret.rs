//! Text that must not be printed.

use std::borrow::Cow;
use std::fmt;

use subtle::ConstantTimeEq;

use crate::base::redact::mask_url;
use crate::base::text::serialized_as_text;

/// A secret, such as a key or token. `Debug` prints `***`.
///
/// A secret is serialized in full. Comparison takes the same time for all secrets of the same length.
///
/// ```
/// use sunshine_conversations::Secret;
///
/// let secret = Secret::from("5XJ85y");
/// assert_eq!(format!("{secret:?}"), "***");
/// assert_eq!(secret.expose(), "5XJ85y");
/// ```
#[derive(Clone, Default)]
pub struct Secret(String);

impl Secret {
    /// Returns the secret text.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Checks a key ID, secret or token. Secrets from files often end with a line break, with which they would never match.
pub(crate) fn check_white_space(text: &str) -> Result<(), &'static str> {
    // Copied text may contain the two that aren't white space in Unicode.
    let is_space = |character: char| character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}');
    if text.starts_with(is_space) || text.ends_with(is_space) || text.contains(['\r', '\n']) {
        return Err("must not begin or end with white space, or contain line breaks");
    }
    Ok(())
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl From<Cow<'_, str>> for Secret {
    fn from(text: Cow<'_, str>) -> Self {
        Self(text.into_owned())
    }
}

/// A URL that may contain secrets, such as the target of a webhook.
///
/// `Debug` masks the user name and password, and the values of query parameters whose names are those of secrets. A URL is
/// serialized in full.
///
/// ```
/// use sunshine_conversations::SecretUrl;
///
/// let target = SecretUrl::from("https://user:5XJ85y@example.com/hook?id=1&token=k3y");
/// assert_eq!(format!("{target:?}"), "\"https://***@example.com/hook?id=1&token=***\"");
/// assert_eq!(target.as_str(), "https://user:5XJ85y@example.com/hook?id=1&token=k3y");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SecretUrl(String);

serialized_as_text!(Secret, SecretUrl);

impl SecretUrl {
    /// Returns the URL in full.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&mask_url(&self.0), f)
    }
}

impl AsRef<str> for SecretUrl {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<String> for SecretUrl {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for SecretUrl {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&String> for SecretUrl {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl From<Cow<'_, str>> for SecretUrl {
    fn from(text: Cow<'_, str>) -> Self {
        Self(text.into_owned())
    }
}

impl From<SecretUrl> for String {
    fn from(url: SecretUrl) -> Self {
        url.0
    }
}

impl PartialEq<str> for SecretUrl {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for SecretUrl {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}
