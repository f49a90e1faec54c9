// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The participants returned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ParticipantListResponse {
    /// The API's `participants`.
    pub participants: Vec<Participant>,
    /// The API's `meta`.
    #[serde(default)]
    pub meta: Meta,
    /// The API's `links`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

impl Page for ParticipantListResponse {
    type Item = Participant;
    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.participants
    }
}
