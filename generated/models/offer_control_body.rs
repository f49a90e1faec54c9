// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Offers control of a conversation to a switchboard integration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OfferControlBody {
    /// Switchboard integration to make pending, given by `id`, `name` or `integrationType`.
    ///
    /// They are tried in that order. An ambiguous value is an error, for example `custom` when the
    /// switchboard has more than one integration of that type. The keyword `next` offers control to
    /// whichever integration the switchboard configuration puts next.
    ///
    /// The integration that is active already is not allowed.
    #[serde(rename = "switchboardIntegration")]
    pub switchboard_integration: String,
    /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
    ///
    /// Sent along in the webhooks `switchboard:offerControl` and `switchboard:offerControl:failure`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl OfferControlBody {
    /// Made of what is required; all else is unset.
    pub fn new(switchboard_integration: impl Into<String>) -> Self {
        Self { switchboard_integration: switchboard_integration.into(), metadata: None }
    }

    /// Sets [`Self::switchboard_integration`].
    pub fn with_switchboard_integration(mut self, switchboard_integration: impl Into<String>) -> Self {
        self.switchboard_integration = switchboard_integration.into();
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}
