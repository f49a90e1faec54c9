// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Settings of an app that can be customized.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppSettings {
    /// Seconds without activity after which the messages of a conversation are deleted; at least 0.
    ///
    /// The deletion is automatic; the [retention
    /// guide](https://docs.smooch.io/guide/creating-and-managing-apps/#conversation-retention-seconds) says
    /// more.
    pub conversation_retention_seconds: Option<i64>,
    /// Whether Sunshine Conversations masks the credit card numbers that pass through it.
    pub mask_credit_card_numbers: Option<bool>,
    /// Whether users without a name are given the name of an animal.
    ///
    /// Details are in the [user naming
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/receiving-messages/#message-author-name).
    pub use_animal_names: Option<bool>,
    /// Whether a click on a postback button adds a message to the conversation history.
    ///
    /// The [guide to echo
    /// postbacks](https://docs.smooch.io/guide/creating-and-managing-apps/#echo-postbacks) says more.
    pub echo_postback: Option<bool>,
    /// Setting for whether a channel event that is not a message starts a conversation.
    ///
    /// It governs whether such an event triggers the [conversation start
    /// event](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers) and
    /// counts as a monthly active user (MAU). A call of `startConversation()`, or its equivalent, in the
    /// Android, iOS or Web SDK counts as a MAU whatever the value here.
    pub ignore_auto_conversation_start: Option<bool>,
    /// Whether a user may take part in more than one conversation.
    ///
    /// Once enabled, `multiConvo` **cannot be disabled again**.
    pub multi_convo_enabled: Option<bool>,
    /// Whether messages that Sunshine Conversations itself authors are localized.
    pub app_localization_enabled: Option<bool>,
    /// Whether the SDK has an "End Session" button with which users close their conversation session.
    ///
    /// Enabling it requires `multiConvo`.
    pub end_session_enabled: Option<bool>,
    /// Setting for whether users can reopen a conversation after it has ended.
    ///
    /// Enabling it requires `multiConvo`.
    pub disable_conversation_reopen: Option<bool>,
}

impl AppSettings {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            conversation_retention_seconds: None,
            mask_credit_card_numbers: None,
            use_animal_names: None,
            echo_postback: None,
            ignore_auto_conversation_start: None,
            multi_convo_enabled: None,
            app_localization_enabled: None,
            end_session_enabled: None,
            disable_conversation_reopen: None,
        }
    }

    /// Sets [`Self::conversation_retention_seconds`].
    pub fn with_conversation_retention_seconds(mut self, conversation_retention_seconds: impl Into<i64>) -> Self {
        self.conversation_retention_seconds = Some(conversation_retention_seconds.into());
        self
    }

    /// Sets [`Self::mask_credit_card_numbers`].
    pub fn with_mask_credit_card_numbers(mut self, mask_credit_card_numbers: impl Into<bool>) -> Self {
        self.mask_credit_card_numbers = Some(mask_credit_card_numbers.into());
        self
    }

    /// Sets [`Self::use_animal_names`].
    pub fn with_use_animal_names(mut self, use_animal_names: impl Into<bool>) -> Self {
        self.use_animal_names = Some(use_animal_names.into());
        self
    }

    /// Sets [`Self::echo_postback`].
    pub fn with_echo_postback(mut self, echo_postback: impl Into<bool>) -> Self {
        self.echo_postback = Some(echo_postback.into());
        self
    }

    /// Sets [`Self::ignore_auto_conversation_start`].
    pub fn with_ignore_auto_conversation_start(mut self, ignore_auto_conversation_start: impl Into<bool>) -> Self {
        self.ignore_auto_conversation_start = Some(ignore_auto_conversation_start.into());
        self
    }

    /// Sets [`Self::multi_convo_enabled`].
    pub fn with_multi_convo_enabled(mut self, multi_convo_enabled: impl Into<bool>) -> Self {
        self.multi_convo_enabled = Some(multi_convo_enabled.into());
        self
    }

    /// Sets [`Self::app_localization_enabled`].
    pub fn with_app_localization_enabled(mut self, app_localization_enabled: impl Into<bool>) -> Self {
        self.app_localization_enabled = Some(app_localization_enabled.into());
        self
    }

    /// Sets [`Self::end_session_enabled`].
    pub fn with_end_session_enabled(mut self, end_session_enabled: impl Into<bool>) -> Self {
        self.end_session_enabled = Some(end_session_enabled.into());
        self
    }

    /// Sets [`Self::disable_conversation_reopen`].
    pub fn with_disable_conversation_reopen(mut self, disable_conversation_reopen: impl Into<bool>) -> Self {
        self.disable_conversation_reopen = Some(disable_conversation_reopen.into());
        self
    }
}

impl Default for AppSettings {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for AppSettings {
    const NAME: &'static str = "AppSettings";
    const KEYS: &'static [&'static str] = &[
        "conversationRetentionSeconds",
        "maskCreditCardNumbers",
        "useAnimalNames",
        "echoPostback",
        "ignoreAutoConversationStart",
        "multiConvoEnabled",
        "appLocalizationEnabled",
        "endSessionEnabled",
        "disableConversationReopen",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut conversation_retention_seconds = None;
        let mut mask_credit_card_numbers = None;
        let mut use_animal_names = None;
        let mut echo_postback = None;
        let mut ignore_auto_conversation_start = None;
        let mut multi_convo_enabled = None;
        let mut app_localization_enabled = None;
        let mut end_session_enabled = None;
        let mut disable_conversation_reopen = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut conversation_retention_seconds),
                1 => object.value(&mut mask_credit_card_numbers),
                2 => object.value(&mut use_animal_names),
                3 => object.value(&mut echo_postback),
                4 => object.value(&mut ignore_auto_conversation_start),
                5 => object.value(&mut multi_convo_enabled),
                6 => object.value(&mut app_localization_enabled),
                7 => object.value(&mut end_session_enabled),
                8 => object.value(&mut disable_conversation_reopen),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            conversation_retention_seconds,
            mask_credit_card_numbers,
            use_animal_names,
            echo_postback,
            ignore_auto_conversation_start,
            multi_convo_enabled,
            app_localization_enabled,
            end_session_enabled,
            disable_conversation_reopen,
        })
    }
}

impl<'de> Deserialize<'de> for AppSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppSettings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("conversationRetentionSeconds", &self.conversation_retention_seconds);
        object.option("maskCreditCardNumbers", &self.mask_credit_card_numbers);
        object.option("useAnimalNames", &self.use_animal_names);
        object.option("echoPostback", &self.echo_postback);
        object.option("ignoreAutoConversationStart", &self.ignore_auto_conversation_start);
        object.option("multiConvoEnabled", &self.multi_convo_enabled);
        object.option("appLocalizationEnabled", &self.app_localization_enabled);
        object.option("endSessionEnabled", &self.end_session_enabled);
        object.option("disableConversationReopen", &self.disable_conversation_reopen);
        object.end()
    }
}
