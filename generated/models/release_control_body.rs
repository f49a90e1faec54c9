// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`release_control`](crate::ApiClient::release_control).
    pub struct ReleaseControlBody {
        /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
        ///
        /// Included in the webhook `switchboard:releaseControl`.
        option metadata: Json = "metadata", with_metadata;
    }

    new()
}
