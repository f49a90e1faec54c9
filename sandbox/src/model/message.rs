//! Messages of conversations.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;
use crate::util::packed::Packed;

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) received: String,
    pub(crate) author: Packed,
    pub(crate) content: Packed,
    pub(crate) source: Packed,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) quoted_message: Option<Packed>,
    pub(crate) metadata: Option<Packed>,
    /// The system activity that the message describes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) activity: Option<Packed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) deleted: Option<bool>,
}

/// The client that a message of the business was sent to.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Destination {
    pub(crate) message_id: String,
    /// `None` for a silent message.
    pub(crate) client_id: Option<String>,
}

impl Record for Destination {
    fn id(&self) -> &str {
        &self.message_id
    }
}

impl Record for Message {
    fn id(&self) -> &str {
        &self.id
    }
}
