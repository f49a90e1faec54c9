// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppListResponse {
    /// The apps returned.
    pub apps: Vec<App>,
    /// See [`Meta`].
    #[serde(default)]
    pub meta: Meta,
    /// See [`Links`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

impl Page for AppListResponse {
    type Item = App;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.apps
    }
}
