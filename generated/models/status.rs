// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Status of the integration.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IntegrationStatus {
    /// `inactive`
    Inactive,
    /// `active`
    Active,
    /// `error`
    Error,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl IntegrationStatus {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Inactive => "inactive",
            Self::Active => "active",
            Self::Error => "error",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for IntegrationStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "inactive" => Self::Inactive,
            "active" => Self::Active,
            "error" => Self::Error,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for IntegrationStatus {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for IntegrationStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for IntegrationStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
