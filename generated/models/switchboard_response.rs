// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Response of [`create_switchboard`](crate::ApiClient::create_switchboard) and
    /// [`update_switchboard`](crate::ApiClient::update_switchboard).
    pub struct SwitchboardResponse {
        /// The switchboard.
        required switchboard: Switchboard = "switchboard";
    }
}
