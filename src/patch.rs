//! A nullable field in the body of an update.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A nullable field in the body of an update: left alone, cleared, or set.
///
/// The setters of the models do the choosing: `with_…` sets, `clear_…` clears, neither keeps.
///
/// ```
/// use sunshine_conversations::models::ProfileUpdate;
///
/// let change = ProfileUpdate::new().with_given_name("Ada").clear_surname();
/// assert_eq!(serde_json::to_string(&change)?, r#"{"givenName":"Ada","surname":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Patch<T> {
    /// Not sent: the field stays as it is.
    #[default]
    Keep,
    /// Sent as `null`.
    Clear,
    /// Sent.
    Set(T),
}

impl<T> Patch<T> {
    /// Whether the field stays as it is.
    pub fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

/// Sets the field.
impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => serializer.serialize_some(value),
            Self::Keep | Self::Clear => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Clear, Self::Set))
    }
}
