//! The caller of an operation.

use serde::{Deserialize, Serialize};

/// The scope of credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Scope {
    Account,
    App,
    Integration,
}

impl Scope {
    /// The scope's name in the document.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::App => "app",
            Self::Integration => "integration",
        }
    }
}

/// The owner of a request's credentials.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) scope: Scope,
    /// The app that the credentials belong to, except for accounts.
    pub(crate) app: Option<String>,
    /// The integration, for scope `integration`.
    pub(crate) integration: Option<String>,
    /// The service account, which has scope `account` but access to some apps only.
    pub(crate) service_account: Option<String>,
    pub(crate) key_id: String,
}

impl Caller {
    /// The caller of operations without authentication.
    pub(crate) fn unauthenticated() -> Self {
        Self::new(Scope::Integration, "")
    }

    pub(crate) fn is_unauthenticated(&self) -> bool {
        self.key_id.is_empty()
    }

    pub(crate) fn new(scope: Scope, key_id: &str) -> Self {
        Self { scope, app: None, integration: None, service_account: None, key_id: key_id.to_owned() }
    }
}
