// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An activity to be posted, with who does it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ActivityPost {
    /// Type of the activity. An author of type `user` can use only `conversation:read`.
    #[serde(rename = "type")]
    pub type_: ActivityType,
    /// Author of the activity.
    pub author: Author,
}

impl ActivityPost {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<ActivityType>, author: impl Into<Author>) -> Self {
        Self { type_: type_.into(), author: author.into() }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ActivityType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<Author>) -> Self {
        self.author = author.into();
        self
    }
}
