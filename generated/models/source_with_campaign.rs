// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Where a message came from, with the campaign that led to it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SourceWithCampaign {
    /// Channel from which the message originated: `api`, `sdk`, `messenger` or one of many others.
    pub type_: String,
    /// ID of the integration that the message was sent from. Only for messages of users.
    pub integration_id: Option<String>,
    /// ID that the originating channel gave the message.
    pub original_message_id: Option<String>,
    /// Time at which the third-party channel received the message (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    pub original_message_timestamp: Option<String>,
    /// Client with which the user wrote the message or activity, if there is one.
    ///
    /// Absent from API responses; occurs only in webhook payloads, with the option `includeFullSource` on.
    pub client: Option<Client>,
    /// Device on which the user wrote the message or activity, if there is one.
    ///
    /// Absent from API responses; occurs only in webhook payloads, with the option `includeFullSource` on.
    pub device: Option<Device>,
    /// See [`Campaign`].
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

impl Fields for SourceWithCampaign {
    const NAME: &'static str = "SourceWithCampaign";
    const KEYS: &'static [&'static str] =
        &["type", "integrationId", "originalMessageId", "originalMessageTimestamp", "client", "device", "campaign"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut integration_id = None;
        let mut original_message_id = None;
        let mut original_message_timestamp = None;
        let mut client = None;
        let mut device = None;
        let mut campaign = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut type_),
                1 => object.value(&mut integration_id),
                2 => object.value(&mut original_message_id),
                3 => object.value(&mut original_message_timestamp),
                4 => object.value(&mut client),
                5 => object.value(&mut device),
                6 => object.value(&mut campaign),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            type_: given(type_, "type")?,
            integration_id,
            original_message_id,
            original_message_timestamp,
            client,
            device,
            campaign,
        })
    }
}

impl<'de> Deserialize<'de> for SourceWithCampaign {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SourceWithCampaign {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("type", &self.type_);
        object.option("integrationId", &self.integration_id);
        object.option("originalMessageId", &self.original_message_id);
        object.option("originalMessageTimestamp", &self.original_message_timestamp);
        object.option("client", &self.client);
        object.option("device", &self.device);
        object.option("campaign", &self.campaign);
        object.end()
    }
}
