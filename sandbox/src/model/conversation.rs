//! Conversations and their participants.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;
use crate::model::switchboard::Control;
use crate::model::user::User;
use crate::util::packed::Object;

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Conversation {
    pub(crate) id: String,
    pub(crate) r#type: Kind,
    pub(crate) is_default: bool,
    pub(crate) display_name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) icon_url: Option<String>,
    pub(crate) metadata: Object,
    pub(crate) business_last_read: Option<String>,
    pub(crate) last_updated_at: String,
    pub(crate) created_at: String,
    /// The active and the pending switchboard integration.
    #[serde(flatten)]
    pub(crate) control: Control,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Kind {
    Personal,
    SdkGroup,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Participant {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) user_external_id: Option<String>,
    pub(crate) unread_count: u32,
    pub(crate) last_read: Option<String>,
    pub(crate) client_associations: Vec<ClientAssociation>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientAssociation {
    pub(crate) r#type: String,
    pub(crate) client_id: String,
}

impl Conversation {
    pub(crate) fn new(id: String, r#type: Kind, created_at: String) -> Self {
        Self {
            id,
            r#type,
            is_default: false,
            display_name: None,
            description: None,
            icon_url: None,
            metadata: Object::new(),
            business_last_read: None,
            last_updated_at: created_at.clone(),
            created_at,
            control: Control::default(),
        }
    }
}

impl Participant {
    pub(crate) fn new(id: String, user: &User) -> Self {
        Self {
            id,
            user_id: user.id.clone(),
            user_external_id: user.external_id.clone(),
            unread_count: 0,
            last_read: None,
            client_associations: Vec::new(),
        }
    }
}

impl Record for Conversation {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Record for Participant {
    fn id(&self) -> &str {
        &self.id
    }
}
