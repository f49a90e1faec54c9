// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Confirmation options of the link request.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientConfirmation {
    /// Type of confirmation.
    pub type_: ClientConfirmationType,
    /// Optional message with which to reach out to the user.
    ///
    /// Only the types `text` and `image` are allowed, and only actions of type `link`. The message does not
    /// become part of the user's conversation.
    pub message: Option<MessagePost>,
}

impl ClientConfirmation {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<ClientConfirmationType>) -> Self {
        Self { type_: type_.into(), message: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ClientConfirmationType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<MessagePost>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl Fields for ClientConfirmation {
    const NAME: &'static str = "ClientConfirmation";
    const KEYS: &'static [&'static str] = &["type", "message"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut message = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut type_),
                1 => object.value(&mut message),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_: given(type_, "type")?, message })
    }
}

impl<'de> Deserialize<'de> for ClientConfirmation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientConfirmation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("type", &self.type_);
        object.option("message", &self.message);
        object.end()
    }
}

/// Type of confirmation.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientConfirmationType {
    /// `immediate`
    Immediate,
    /// `userActivity`
    UserActivity,
    /// `prompt`
    Prompt,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ClientConfirmationType {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Immediate => "immediate",
            Self::UserActivity => "userActivity",
            Self::Prompt => "prompt",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientConfirmationType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "immediate" => Self::Immediate,
            "userActivity" => Self::UserActivity,
            "prompt" => Self::Prompt,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ClientConfirmationType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ClientConfirmationType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClientConfirmationType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
