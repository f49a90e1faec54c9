// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserUpdatePayload {
    /// The user after the update.
    pub user: Option<User>,
    /// Why the user was updated, where that applies.
    ///
    /// * `authentication`: a user without authentication became an
    ///   [authenticated](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/intro-to-users/) one.
    /// * `localeDetection`: the locale was detected automatically from messages sent.
    pub reason: Option<UserUpdateReason>,
    /// Where the creation came from.
    pub source: Option<SourceWebhook>,
}

impl UserUpdatePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { user: None, reason: None, source: None }
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::reason`].
    pub fn with_reason(mut self, reason: impl Into<UserUpdateReason>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<SourceWebhook>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Default for UserUpdatePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for UserUpdatePayload {
    const NAME: &'static str = "UserUpdatePayload";
    const KEYS: &'static [&'static str] = &["user", "reason", "source"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut user = None;
        let mut reason = None;
        let mut source = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut user),
                1 => object.value(&mut reason),
                2 => object.value(&mut source),
                _ => object.skip(),
            }?;
        }
        Ok(Self { user, reason, source })
    }
}

impl<'de> Deserialize<'de> for UserUpdatePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserUpdatePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("user", &self.user);
        object.option("reason", &self.reason);
        object.option("source", &self.source);
        object.end()
    }
}

/// Why the user was updated, where that applies.
///
/// * `authentication`: a user without authentication became an
///   [authenticated](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/intro-to-users/) one.
/// * `localeDetection`: the locale was detected automatically from messages sent.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserUpdateReason {
    /// `authentication`
    Authentication,
    /// `localeDetection`
    LocaleDetection,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl UserUpdateReason {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Authentication => "authentication",
            Self::LocaleDetection => "localeDetection",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for UserUpdateReason {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "authentication" => Self::Authentication,
            "localeDetection" => Self::LocaleDetection,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for UserUpdateReason {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for UserUpdateReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for UserUpdateReason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
