//! Integrations and their webhooks.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;

use crate::spec::document::document;
use crate::util::packed::Object;

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Integration {
    pub(crate) id: String,
    pub(crate) r#type: String,
    /// The switchboard integration that responds on this channel, if it isn't the switchboard's default.
    pub(crate) default_responder_id: Option<String>,
    /// The fields that the API shows; the channel's secrets aren't kept.
    pub(crate) fields: Object,
}

impl Integration {
    /// Whether it is a channel, and not a program with webhooks.
    pub(crate) fn is_channel(&self) -> bool {
        self.r#type != "custom" && document().integration_type(&self.r#type).is_some()
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Webhook {
    pub(crate) id: String,
    /// The version of the payloads.
    pub(crate) version: String,
    pub(crate) target: String,
    pub(crate) triggers: Vec<String>,
    /// The value of the header `X-API-Key`.
    pub(crate) secret: String,
    pub(crate) include_full_user: bool,
    pub(crate) include_full_source: bool,
}

impl Record for Integration {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Record for Webhook {
    fn id(&self) -> &str {
        &self.id
    }
}
