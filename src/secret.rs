//! Text that must not be printed.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// Text that must not be printed: `Debug` shows `***`.
///
/// It reads as a `str` otherwise, and travels to the API and back as it is.
///
/// ```
/// use sunshine_conversations::Secret;
///
/// let secret = Secret::from("5XJ85y");
/// assert_eq!(format!("{secret:?}"), "***");
/// assert_eq!(&*secret, "5XJ85y");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Deref for Secret {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
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
