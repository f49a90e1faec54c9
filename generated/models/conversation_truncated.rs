// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The fields of a conversation that webhook events contain.
    ///
    /// Used in [`ClientAddPayload`], [`ClientRemovePayload`], [`ClientUpdatePayload`] and 20 more.
    pub struct ConversationTruncated {
        /// Unique ID of the conversation.
        default id: ConversationId = "id", with_id;
        /// Type of a conversation.
        option type_: ConversationType = "type", with_type;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
        /// Switchboard integration that has control of the conversation; absent if there is none.
        option active_switchboard_integration: SwitchboardIntegrationWebhook = "activeSwitchboardIntegration", with_active_switchboard_integration;
        /// Switchboard integration that waits for control; absent if control was never offered to one.
        option pending_switchboard_integration: SwitchboardIntegrationWebhook = "pendingSwitchboardIntegration", with_pending_switchboard_integration;
        /// The ID of the brand that the conversation belongs to.
        ///
        /// Read-only: not sent in requests.
        option brand_id: String = "brandId", read_only;
    }

    new(id: ConversationId)
}
