// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`update_switchboard`](crate::ApiClient::update_switchboard).
    pub struct SwitchboardUpdateBody {
        /// Whether the switchboard is enabled.
        ///
        /// Create it disabled so that no message is lost or misrouted while you configure it. As long as it is
        /// disabled, every integration linked to it receives all events.
        option enabled: bool = "enabled", with_enabled;
        /// ID of the switchboard integration that gets control of each new conversation.
        ///
        /// It also applies to conversations that are older than the switchboard's activation. The
        /// `defaultResponderId` of an individual integration overrides it in some cases; see the [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        option default_switchboard_integration_id: SwitchboardIntegrationId = "defaultSwitchboardIntegrationId", with_default_switchboard_integration_id;
    }

    new()
}

body_of! { Switchboard => SwitchboardUpdateBody }
