// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a LINE integration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LineUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    #[serde(rename = "displayName", default, skip_serializing_if = "Patch::is_keep")]
    pub display_name: Patch<String>,
    /// ID of the integration's default responder, which is the one that sends messages to the end user.
    ///
    /// See the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    #[serde(rename = "defaultResponderId", default, skip_serializing_if = "Patch::is_keep")]
    pub default_responder_id: Patch<String>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`.
    ///
    /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
    /// regulations of every region in which it operates.
    #[serde(rename = "showAIDisclaimer", skip_serializing_if = "Option::is_none")]
    pub show_ai_disclaimer: Option<bool>,
}

impl LineUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: Patch::Keep, default_responder_id: Patch::Keep, show_ai_disclaimer: None }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Patch::Set(display_name.into());
        self
    }

    /// Clears [`Self::display_name`]: the API sets it to `null`.
    #[inline]
    pub fn clear_display_name(mut self) -> Self {
        self.display_name = Patch::Clear;
        self
    }

    /// Sets [`Self::default_responder_id`].
    pub fn with_default_responder_id(mut self, default_responder_id: impl Into<String>) -> Self {
        self.default_responder_id = Patch::Set(default_responder_id.into());
        self
    }

    /// Clears [`Self::default_responder_id`]: the API sets it to `null`.
    #[inline]
    pub fn clear_default_responder_id(mut self) -> Self {
        self.default_responder_id = Patch::Clear;
        self
    }

    /// Sets [`Self::show_ai_disclaimer`].
    pub fn with_show_ai_disclaimer(mut self, show_ai_disclaimer: impl Into<bool>) -> Self {
        self.show_ai_disclaimer = Some(show_ai_disclaimer.into());
        self
    }
}

impl Default for LineUpdate {
    fn default() -> Self {
        Self::new()
    }
}
