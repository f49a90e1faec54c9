// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A reference of Apple Messages for Business to be downloaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DownloadMessageRefBody {
    /// ID of the user.
    #[serde(rename = "userId")]
    pub user_id: String,
    /// See [`AppleMessageRef`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apple: Option<AppleMessageRef>,
}

impl DownloadMessageRefBody {
    /// Made of what is required; all else is unset.
    pub fn new(user_id: impl Into<String>) -> Self {
        Self { user_id: user_id.into(), apple: None }
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = user_id.into();
        self
    }

    /// Sets [`Self::apple`].
    pub fn with_apple(mut self, apple: impl Into<AppleMessageRef>) -> Self {
        self.apple = Some(apple.into());
        self
    }
}
