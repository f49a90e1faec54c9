// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A quoted message that only the channel has.
    ///
    /// Variant of [`QuotedMessage`].
    pub struct QuotedMessageExternalMessageId {
        /// External ID of the quoted message.
        option external_message_id: String = "externalMessageId", with_external_message_id;
    }

    tag "type" = "externalMessageId"

    new()
}
