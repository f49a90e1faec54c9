// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Metadata of a response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Meta {
    /// Whether further records can be fetched.
    #[serde(rename = "hasMore", skip_serializing_if = "Option::is_none")]
    pub has_more: Option<bool>,
    /// Record ID to send as `page[after]` in a new request for the next page.
    ///
    /// Absent on the last page.
    #[serde(rename = "afterCursor", skip_serializing_if = "Option::is_none")]
    pub after_cursor: Option<String>,
    /// Record ID to send as `page[before]` in a new request for the previous page.
    ///
    /// Absent on the first page.
    #[serde(rename = "beforeCursor", skip_serializing_if = "Option::is_none")]
    pub before_cursor: Option<String>,
}

impl Meta {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { has_more: None, after_cursor: None, before_cursor: None }
    }

    /// Sets [`Self::has_more`].
    pub fn with_has_more(mut self, has_more: impl Into<bool>) -> Self {
        self.has_more = Some(has_more.into());
        self
    }

    /// Sets [`Self::after_cursor`].
    pub fn with_after_cursor(mut self, after_cursor: impl Into<String>) -> Self {
        self.after_cursor = Some(after_cursor.into());
        self
    }

    /// Sets [`Self::before_cursor`].
    pub fn with_before_cursor(mut self, before_cursor: impl Into<String>) -> Self {
        self.before_cursor = Some(before_cursor.into());
        self
    }
}

impl Default for Meta {
    fn default() -> Self {
        Self::new()
    }
}
