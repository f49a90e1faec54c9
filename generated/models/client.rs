// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A client: a channel on which a user can be reached, such as a browser with the Web Messenger or a
    /// WhatsApp number.
    ///
    /// Used in [`ClientAddPayload`], [`ClientListResponse`], [`ClientRemovePayload`] and 7 more.
    pub struct Client {
        /// Unique ID of the client.
        required id: ClientId = "id", with_id;
        /// Integration type of the client.
        ///
        /// Any supported integration type; `sdk` covers integrations of type `ios`, `android`, `unity` and
        /// `web`.
        option type_: ClientType = "type", with_type;
        /// Status of the client: whether it can receive messages. One of `pending`, `inactive`, `active` or
        /// `blocked`.
        option status: ClientStatus = "status", with_status;
        /// ID of the integration for which the client was created. Not used by clients of type `sdk`, which
        /// combine several integrations.
        option integration_id: IntegrationId = "integrationId", with_integration_id;
        /// ID of the end user on an external channel; only for clients that are not SDK clients.
        ///
        /// On Twilio this is the phone number, on Facebook Messenger the page-scoped user ID.
        option external_id: String = "externalId" as Text, with_external_id;
        /// Time of the end user's latest interaction with this client (`YYYY-MM-DDThh:mm:ss.SSSZ`).
        option last_seen: Time = "lastSeen", with_last_seen;
        /// Time at which the client was added to the user (`YYYY-MM-DDThh:mm:ss.SSSZ`).
        option linked_at: Time = "linkedAt", with_linked_at;
        /// Display name of the end user on the channel.
        option display_name: String = "displayName", with_display_name;
        /// URL of the end user's avatar on the channel.
        option avatar_url: String = "avatarUrl", with_avatar_url;
        /// Curated, flat properties that differ by client platform. Any key may be absent.
        option info: Json = "info", with_info;
        /// Raw properties that differ by client platform. Any key may be absent.
        option raw: Json = "raw", with_raw;
    }

    new(id: ClientId)

    also blank
}
