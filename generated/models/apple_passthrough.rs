// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The message as Apple Messages for Business sent it.
    ///
    /// Used in [`PassthroughMessagingPayload`].
    pub struct ApplePassthrough {
        /// The interactive message, if Apple sent it in full.
        option interactive_data: Json = "interactiveData", with_interactive_data;
        /// Reference to the interactive message, for `DownloadMessageRef`.
        option interactive_data_ref: AppleInteractiveDataRef = "interactiveDataRef", with_interactive_data_ref;
    }

    new()
}
