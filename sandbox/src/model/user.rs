//! Users.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;
use crate::util::packed::Object;

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) authenticated: bool,
    pub(crate) external_id: Option<String>,
    #[serde(default)]
    pub(crate) zendesk_id: Option<String>,
    pub(crate) brand_id: Option<String>,
    pub(crate) signed_up_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to_be_retained: Option<bool>,
    pub(crate) profile: Object,
    pub(crate) metadata: Object,
    pub(crate) identities: Vec<Identity>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Identity {
    pub(crate) r#type: String,
    pub(crate) value: String,
}

impl Record for User {
    fn id(&self) -> &str {
        &self.id
    }
}
