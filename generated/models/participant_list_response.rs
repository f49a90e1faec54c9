// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The participants returned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ParticipantListResponse {
    /// See [`Participant`].
    pub participants: Vec<Participant>,
    /// See [`Meta`].
    #[serde(default)]
    pub meta: Meta,
    /// See [`Links`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

impl Page for ParticipantListResponse {
    type Item = Participant;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.participants
    }
}
