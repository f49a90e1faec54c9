// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Data of the event; its fields vary with the event type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserRemovePayload {
    /// The removed user.
    pub user: Option<UserTruncated>,
}

impl UserRemovePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { user: None }
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<UserTruncated>) -> Self {
        self.user = Some(user.into());
        self
    }
}

impl Default for UserRemovePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for UserRemovePayload {
    const NAME: &'static str = "UserRemovePayload";
    const KEYS: &'static [&'static str] = &["user"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut user = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut user),
                _ => object.skip(),
            }?;
        }
        Ok(Self { user })
    }
}

impl<'de> Deserialize<'de> for UserRemovePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserRemovePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("user", &self.user);
        object.end()
    }
}
