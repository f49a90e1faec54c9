// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Links to the previous and the next page, where there are such pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Links {
    /// Link to the previous page; absent on the first page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prev: Option<String>,
    /// Link to the next page; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl Links {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { prev: None, next: None }
    }

    /// Sets [`Self::prev`].
    pub fn with_prev(mut self, prev: impl Into<String>) -> Self {
        self.prev = Some(prev.into());
        self
    }

    /// Sets [`Self::next`].
    pub fn with_next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }
}

impl Default for Links {
    fn default() -> Self {
        Self::new()
    }
}
