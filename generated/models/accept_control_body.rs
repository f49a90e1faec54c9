// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`accept_control`](crate::ApiClient::accept_control).
    pub struct AcceptControlBody {
        /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
        ///
        /// Included in the webhooks `switchboard:acceptControl` and `switchboard:acceptControl:failure`.
        option metadata: Json = "metadata", with_metadata;
    }

    new()
}
