//! Users of Zendesk Support.

use serde::{Deserialize, Serialize};

/// A user of Zendesk Support, from which `SyncUser` copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ZendeskUser {
    /// The first name.
    pub given_name: Option<String>,
    /// The last name.
    pub surname: Option<String>,
    /// The user's external ID.
    pub external_id: Option<String>,
    /// The primary email address.
    pub email: Option<String>,
}
