// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An app, with the subdomain of its account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppResponseWithSubdomain {
    /// See [`AppWithSubdomain`].
    pub app: AppWithSubdomain,
}

impl AppResponseWithSubdomain {
    /// Made of what is required; all else is unset.
    pub fn new(app: impl Into<AppWithSubdomain>) -> Self {
        Self { app: app.into() }
    }

    /// Sets [`Self::app`].
    pub fn with_app(mut self, app: impl Into<AppWithSubdomain>) -> Self {
        self.app = app.into();
        self
    }
}
