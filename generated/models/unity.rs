// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A Unity SDK integration.
///
/// Integration type, here `unity`.
///
/// To set one up, call `CreateIntegration` with this type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unity {
    /// Unique id of the integration.
    pub id: String,
    /// See [`IntegrationStatus`].
    pub status: Option<IntegrationStatus>,
    /// Name by which people recognise the integration; at most 100 characters.
    pub display_name: Option<String>,
    /// Id of the integration's default responder, the one that sends messages to the end user.
    ///
    /// Details: [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    pub default_responder_id: Option<String>,
    /// See [`Responder`].
    pub default_responder: Option<Responder>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`. With `false`, complying with the AI regulations that apply to the
    /// integration, and to every region where it operates, becomes your responsibility.
    pub show_ai_disclaimer: Option<bool>,
    /// Whether end users can open the list of their conversations; shown by default.
    ///
    /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
    pub can_user_see_conversation_list: Option<bool>,
    /// Whether end users may start further conversations on the Unity integration, beyond their first.
    pub can_user_create_more_conversations: Option<bool>,
    /// Whether end users may send attachments; `true` by default. Zendesk Admin Center is the only place to
    /// change it.
    pub attachments_enabled: Option<bool>,
}

impl Unity {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            can_user_see_conversation_list: None,
            can_user_create_more_conversations: None,
            attachments_enabled: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::status`].
    pub fn with_status(mut self, status: impl Into<IntegrationStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::default_responder_id`].
    pub fn with_default_responder_id(mut self, default_responder_id: impl Into<String>) -> Self {
        self.default_responder_id = Some(default_responder_id.into());
        self
    }

    /// Sets [`Self::default_responder`].
    pub fn with_default_responder(mut self, default_responder: impl Into<Responder>) -> Self {
        self.default_responder = Some(default_responder.into());
        self
    }

    /// Sets [`Self::show_ai_disclaimer`].
    pub fn with_show_ai_disclaimer(mut self, show_ai_disclaimer: impl Into<bool>) -> Self {
        self.show_ai_disclaimer = Some(show_ai_disclaimer.into());
        self
    }

    /// Sets [`Self::can_user_see_conversation_list`].
    pub fn with_can_user_see_conversation_list(mut self, can_user_see_conversation_list: impl Into<bool>) -> Self {
        self.can_user_see_conversation_list = Some(can_user_see_conversation_list.into());
        self
    }

    /// Sets [`Self::can_user_create_more_conversations`].
    pub fn with_can_user_create_more_conversations(
        mut self,
        can_user_create_more_conversations: impl Into<bool>,
    ) -> Self {
        self.can_user_create_more_conversations = Some(can_user_create_more_conversations.into());
        self
    }

    /// Sets [`Self::attachments_enabled`].
    pub fn with_attachments_enabled(mut self, attachments_enabled: impl Into<bool>) -> Self {
        self.attachments_enabled = Some(attachments_enabled.into());
        self
    }
}

impl Default for Unity {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Unity {
    const NAME: &'static str = "Unity";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "canUserSeeConversationList",
        "canUserCreateMoreConversations",
        "attachmentsEnabled",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut status = None;
        let mut display_name = None;
        let mut default_responder_id = None;
        let mut default_responder = None;
        let mut show_ai_disclaimer = None;
        let mut can_user_see_conversation_list = None;
        let mut can_user_create_more_conversations = None;
        let mut attachments_enabled = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut status),
                2 => object.value(&mut display_name),
                3 => object.value(&mut default_responder_id),
                4 => object.value(&mut default_responder),
                5 => object.value(&mut show_ai_disclaimer),
                6 => object.value(&mut can_user_see_conversation_list),
                7 => object.value(&mut can_user_create_more_conversations),
                8 => object.value(&mut attachments_enabled),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id,
            status,
            display_name,
            default_responder_id,
            default_responder,
            show_ai_disclaimer,
            can_user_see_conversation_list,
            can_user_create_more_conversations,
            attachments_enabled,
        })
    }
}

impl<'de> Deserialize<'de> for Unity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Unity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("canUserSeeConversationList", &self.can_user_see_conversation_list);
        object.option("canUserCreateMoreConversations", &self.can_user_create_more_conversations);
        object.option("attachmentsEnabled", &self.attachments_enabled);
        object.end()
    }
}
