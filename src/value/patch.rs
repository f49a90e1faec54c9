//! Nullable fields of update requests.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A nullable field of an update request: keep, clear (`null`) or set.
///
/// Use the setters of the model: `with_…` sets the field, and `clear_…` clears it. Without either, it is kept.
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
    /// The field isn't sent, and keeps its value.
    #[default]
    Keep,
    /// The field is sent as `null`.
    Clear,
    /// The field is sent with this value.
    Set(T),
}

impl<T> Patch<T> {
    /// Returns `true` if the field keeps its value.
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
