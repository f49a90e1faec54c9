// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Where the message was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeliveryDestination {
    /// Channel that the message was sent to.
    ///
    /// For example `web`, `ios`, `android`, `messenger`, `viber`, `telegram`, `wechat`, `line`, `twilio`,
    /// `api` or `notification`; any other channel can occur.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    /// ID of the integration that the message was sent to.
    #[serde(rename = "integrationId", skip_serializing_if = "Option::is_none")]
    pub integration_id: Option<String>,
}

impl DeliveryDestination {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, integration_id: None }
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
}

impl Default for DeliveryDestination {
    fn default() -> Self {
        Self::new()
    }
}
