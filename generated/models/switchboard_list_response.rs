// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`list_switchboards`](crate::ApiClient::list_switchboards).
    pub struct SwitchboardListResponse {
        /// The switchboards returned.
        required switchboards: [Switchboard] = "switchboards";
    }
}

page! { SwitchboardListResponse: Switchboard in switchboards }
