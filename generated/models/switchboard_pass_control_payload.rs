// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`SwitchboardPassControlEvent`].
    pub struct SwitchboardPassControlPayload {
        /// Conversation of the switchboard event.
        ///
        /// On success, its `activeSwitchboardIntegration` is the switchboard integration that now controls it.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Reason for passing control, if any.
        option reason: SwitchboardReason = "reason", with_reason;
        /// The switchboard integration that had control before.
        option previous_active_switchboard_integration: SwitchboardIntegrationWebhook = "previousActiveSwitchboardIntegration", with_previous_active_switchboard_integration;
        /// Source of the change of control.
        option source: SourceWebhook = "source", with_source;
    }

    new()

    also blank
}
