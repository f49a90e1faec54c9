// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The end user ended the conversation.
    ///
    /// Variant of [`ActivityMessage`].
    pub struct EndedByUser {
        /// Data of the activity; currently empty for `conversation:endedByUser`.
        option data: Json = "data", with_data;
    }

    tag "type" = "conversation:endedByUser"

    new()
}
