// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Where something came from, as webhooks carry it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SourceWebhook {
    /// Channel that the message came from, for example `api`, `sdk` or `messenger`; many others occur.
    pub type_: Option<String>,
    /// ID of the integration that the message was sent from; user messages only.
    pub integration_id: Option<String>,
    /// ID that the originating channel gave the message.
    pub original_message_id: Option<String>,
    /// Time at which the third-party channel got the message, in the form `YYYY-MM-DDThh:mm:ss.SSSZ`.
    pub original_message_timestamp: Option<String>,
    /// Client that the user wrote the message or activity from, where there is one.
    ///
    /// Present only when the webhook has `includeFullSource` enabled.
    pub client: Option<Client>,
    /// Device that the user wrote the message or activity from, where there is one.
    ///
    /// Present only when the webhook has `includeFullSource` enabled.
    pub device: Option<Device>,
}

impl SourceWebhook {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            type_: None,
            integration_id: None,
            original_message_id: None,
            original_message_timestamp: None,
            client: None,
            device: None,
        }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
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
}

impl Default for SourceWebhook {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for SourceWebhook {
    const NAME: &'static str = "SourceWebhook";
    const KEYS: &'static [&'static str] =
        &["type", "integrationId", "originalMessageId", "originalMessageTimestamp", "client", "device"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut integration_id = None;
        let mut original_message_id = None;
        let mut original_message_timestamp = None;
        let mut client = None;
        let mut device = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut type_),
                1 => object.value(&mut integration_id),
                2 => object.value(&mut original_message_id),
                3 => object.value(&mut original_message_timestamp),
                4 => object.value(&mut client),
                5 => object.value(&mut device),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_, integration_id, original_message_id, original_message_timestamp, client, device })
    }
}

impl<'de> Deserialize<'de> for SourceWebhook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SourceWebhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("type", &self.type_);
        object.option("integrationId", &self.integration_id);
        object.option("originalMessageId", &self.original_message_id);
        object.option("originalMessageTimestamp", &self.original_message_timestamp);
        object.option("client", &self.client);
        object.option("device", &self.device);
        object.end()
    }
}
