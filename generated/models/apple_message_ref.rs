// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Message reference that Apple returned.
    ///
    /// Used in [`DownloadMessageRefBody`].
    pub struct AppleMessageRef {
        /// The `interactiveDataRef` from the passthrough webhook.
        required interactive_data_ref: AppleInteractiveDataRef = "interactiveDataRef", with_interactive_data_ref;
    }

    new(interactive_data_ref: AppleInteractiveDataRef)
}
