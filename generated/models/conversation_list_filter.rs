// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Whose conversations to list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationListFilter {
    /// ID of the user.
    ///
    /// Exactly one of `userId` and `userExternalId` must be given.
    pub user_id: Option<String>,
    /// External ID of the user.
    ///
    /// Exactly one of `userId` and `userExternalId` must be given.
    pub user_external_id: Option<String>,
}

impl ConversationListFilter {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { user_id: None, user_external_id: None }
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`Self::user_external_id`].
    pub fn with_user_external_id(mut self, user_external_id: impl Into<String>) -> Self {
        self.user_external_id = Some(user_external_id.into());
        self
    }
}

impl Default for ConversationListFilter {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationListFilter {
    const NAME: &'static str = "ConversationListFilter";
    const KEYS: &'static [&'static str] = &["userId", "userExternalId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut user_id = None;
        let mut user_external_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut user_id),
                1 => object.value(&mut user_external_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { user_id, user_external_id })
    }
}

impl<'de> Deserialize<'de> for ConversationListFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationListFilter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("userId", &self.user_id);
        object.option("userExternalId", &self.user_external_id);
        object.end()
    }
}
