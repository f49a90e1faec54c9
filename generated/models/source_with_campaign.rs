// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Where a message came from, with the campaign that led to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SourceWithCampaign {
    /// Channel from which the message originated: `api`, `sdk`, `messenger` or one of many others.
    #[serde(rename = "type")]
    pub type_: String,
    /// ID of the integration that the message was sent from. Only for messages of users.
    #[serde(rename = "integrationId", skip_serializing_if = "Option::is_none")]
    pub integration_id: Option<String>,
    /// ID that the originating channel gave the message.
    #[serde(rename = "originalMessageId", skip_serializing_if = "Option::is_none")]
    pub original_message_id: Option<String>,
    /// Time at which the third-party channel received the message (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    #[serde(rename = "originalMessageTimestamp", skip_serializing_if = "Option::is_none")]
    pub original_message_timestamp: Option<String>,
    /// Client with which the user wrote the message or activity, if there is one.
    ///
    /// Absent from API responses; occurs only in webhook payloads, with the option `includeFullSource` on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<Client>,
    /// Device on which the user wrote the message or activity, if there is one.
    ///
    /// Absent from API responses; occurs only in webhook payloads, with the option `includeFullSource` on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// See [`Campaign`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<Campaign>,
}

impl SourceWithCampaign {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<String>) -> Self {
        Self {
            type_: type_.into(),
            integration_id: None,
            original_message_id: None,
            original_message_timestamp: None,
            client: None,
            device: None,
            campaign: None,
        }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = Some(integration_id.into());
        self
    }

    /// Sets [`Self::original_message_id`].
    pub fn with_original_message_id(mut self, original_message_id: impl Into<String>) -> Self {
        self.original_message_id = Some(original_message_id.into());
        self
    }

    /// Sets [`Self::original_message_timestamp`].
    pub fn with_original_message_timestamp(mut self, original_message_timestamp: impl Into<String>) -> Self {
        self.original_message_timestamp = Some(original_message_timestamp.into());
        self
    }

    /// Sets [`Self::client`].
    pub fn with_client(mut self, client: impl Into<Client>) -> Self {
        self.client = Some(client.into());
        self
    }

    /// Sets [`Self::device`].
    pub fn with_device(mut self, device: impl Into<Device>) -> Self {
        self.device = Some(device.into());
        self
    }

    /// Sets [`Self::campaign`].
    pub fn with_campaign(mut self, campaign: impl Into<Campaign>) -> Self {
        self.campaign = Some(campaign.into());
        self
    }
}
