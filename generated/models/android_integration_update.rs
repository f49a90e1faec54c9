// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Changes to an Android SDK integration.
    ///
    /// Used in [`IntegrationUpdate`].
    pub struct AndroidIntegrationUpdate {
        /// Display name of the integration; 1 to 100 characters. Set it to `null` to remove it.
        patch display_name: String = "displayName", with_display_name, clear_display_name;
        /// ID of the integration's default responder, which is the one that sends messages to the end user.
        ///
        /// See the [Switchboard
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
        patch default_responder_id: String = "defaultResponderId", with_default_responder_id, clear_default_responder_id;
        /// Whether end users see a disclaimer on messages that an AI responder generates.
        ///
        /// Defaults to `true`.
        ///
        /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
        /// regulations of every region in which it operates.
        option show_ai_disclaimer: bool = "showAIDisclaimer", with_show_ai_disclaimer;
        /// Project ID from the generated private key file; at least 1 character.
        ///
        /// Write-only: not in responses.
        patch project_id: String = "projectId", with_project_id, clear_project_id;
        /// Client email address from the generated private key file; at least 1 character.
        ///
        /// Write-only: not in responses.
        patch client_email: String = "clientEmail", with_client_email, clear_client_email;
        /// Private key from the generated private key file; at least 1 character.
        ///
        /// Write-only: not in responses.
        patch private_key: Secret = "privateKey", with_private_key, clear_private_key;
        /// Server key shown in the FCM console; at least 1 character.
        ///
        /// Write-only: not in responses.
        #[deprecated = "Deprecated by the API."]
        patch server_key: Secret = "serverKey", with_server_key, clear_server_key;
        /// Sender ID shown in the FCM console; at least 1 character.
        #[deprecated = "Deprecated by the API."]
        patch sender_id: String = "senderId", with_sender_id, clear_sender_id;
        /// Whether end users can open the list of their conversations; shown by default.
        ///
        /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
        option can_user_see_conversation_list: bool = "canUserSeeConversationList", with_can_user_see_conversation_list;
        /// Whether end users may start further conversations on the Android integration, beyond their first.
        option can_user_create_more_conversations: bool = "canUserCreateMoreConversations", with_can_user_create_more_conversations;
    }

    new()

    also fits
}

body_of! { AndroidIntegration => AndroidIntegrationUpdate }
