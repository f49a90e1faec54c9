// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Settings of an app that can be customized.
    ///
    /// Used in [`App`], [`AppCreateBody`], [`AppWithSubdomain`] and [`AppUpdateBody`].
    pub struct AppSettings {
        /// Seconds without activity after which the messages of a conversation are deleted; at least 0.
        ///
        /// The deletion is automatic; see the [retention
        /// guide](https://docs.smooch.io/guide/creating-and-managing-apps/#conversation-retention-seconds).
        option conversation_retention_seconds: i64 = "conversationRetentionSeconds", with_conversation_retention_seconds;
        /// Whether Sunshine Conversations masks the credit card numbers that pass through it.
        option mask_credit_card_numbers: bool = "maskCreditCardNumbers", with_mask_credit_card_numbers;
        /// Whether users without a name are given the name of an animal.
        ///
        /// Details are in the [user naming
        /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/receiving-messages/#message-author-name).
        option use_animal_names: bool = "useAnimalNames", with_use_animal_names;
        /// Whether a click on a postback button adds a message to the conversation history.
        ///
        /// See the [guide to echo
        /// postbacks](https://docs.smooch.io/guide/creating-and-managing-apps/#echo-postbacks).
        option echo_postback: bool = "echoPostback", with_echo_postback;
        /// Setting for whether a channel event that is not a message starts a conversation.
        ///
        /// It controls whether such an event triggers the [conversation start
        /// event](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers) and
        /// counts as a monthly active user (MAU). A call of `startConversation()`, or its equivalent, in the
        /// Android, iOS or Web SDK always counts as a MAU.
        option ignore_auto_conversation_start: bool = "ignoreAutoConversationStart", with_ignore_auto_conversation_start;
        /// Whether a user may take part in more than one conversation.
        ///
        /// Once enabled, `multiConvo` **cannot be disabled again**.
        option multi_convo_enabled: bool = "multiConvoEnabled", with_multi_convo_enabled;
        /// Whether messages that Sunshine Conversations itself authors are localized.
        option app_localization_enabled: bool = "appLocalizationEnabled", with_app_localization_enabled;
        /// Whether the SDK has an "End Session" button with which users close their conversation session.
        ///
        /// Enabling it requires `multiConvo`.
        option end_session_enabled: bool = "endSessionEnabled", with_end_session_enabled;
        /// Setting for whether users can reopen a conversation after it has ended.
        ///
        /// Enabling it requires `multiConvo`.
        option disable_conversation_reopen: bool = "disableConversationReopen", with_disable_conversation_reopen;
    }

    new()
}
