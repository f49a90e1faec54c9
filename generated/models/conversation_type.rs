// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Type of a conversation.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversationType {
    /// `personal`
    Personal,
    /// `sdkGroup`
    SdkGroup,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ConversationType {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Personal => "personal",
            Self::SdkGroup => "sdkGroup",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ConversationType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "personal" => Self::Personal,
            "sdkGroup" => Self::SdkGroup,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ConversationType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ConversationType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ConversationType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
