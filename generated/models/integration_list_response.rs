// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The API's `integrationListResponse`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IntegrationListResponse {
    /// The integrations returned.
    pub integrations: Vec<Integration>,
    /// The API's `meta`.
    #[serde(default)]
    pub meta: Meta,
    /// The API's `links`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

impl Page for IntegrationListResponse {
    type Item = Integration;
    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.integrations
    }
}
