// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Data of the event; its fields vary with the event type.
    ///
    /// Used in [`SwitchboardOfferControlFailureEvent`].
    pub struct SwitchboardOfferControlFailurePayload {
        /// Details of the failure.
        option error: Json = "error", with_error;
        /// Conversation of the switchboard event.
        option conversation: ConversationTruncated = "conversation", with_conversation;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    new()

    also blank
}
