// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An Android SDK integration.
///
/// Integration type, here `android`.
///
/// To set one up, open the [Firebase Console](https://console.firebase.google.com/) and, in the settings,
/// generate a private key on the Service accounts tab. The generated JSON file holds `project_id`,
/// `client_email` and `private_key`: pass these to `CreateIntegration`.
///
/// **Note:** the legacy HTTP and XMPP APIs of Firebase Cloud Messaging are deprecated. The legacy
/// credentials `serverKey` and `senderId` stop working as of June 2024; replace them with credentials based
/// on OAuth 2.0 access tokens.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Android {
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
    /// Project id from the generated private key file.
    pub project_id: Option<String>,
    /// Client email address from the generated private key file.
    pub client_email: Option<String>,
    /// Private key from the generated private key file.
    pub private_key: Option<Secret>,
    /// Server key shown in the FCM console.
    ///
    /// Deprecated by the API.
    pub server_key: Option<Secret>,
    /// Sender id shown in the FCM console.
    ///
    /// Deprecated by the API.
    pub sender_id: Option<String>,
    /// Whether end users can open the list of their conversations; shown by default.
    ///
    /// Takes effect only in apps that have `settings.multiConvoEnabled` set to `true`.
    pub can_user_see_conversation_list: Option<bool>,
    /// Whether end users may start further conversations on the Android integration, beyond their first.
    pub can_user_create_more_conversations: Option<bool>,
    /// Whether end users may send attachments; `true` by default. Zendesk Admin Center is the only place to
    /// change it.
    pub attachments_enabled: Option<bool>,
}

impl Android {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            id: String::new(),
            status: None,
            display_name: None,
            default_responder_id: None,
            default_responder: None,
            show_ai_disclaimer: None,
            project_id: None,
            client_email: None,
            private_key: None,
            server_key: None,
            sender_id: None,
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

    /// Sets [`Self::project_id`].
    pub fn with_project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Sets [`Self::client_email`].
    pub fn with_client_email(mut self, client_email: impl Into<String>) -> Self {
        self.client_email = Some(client_email.into());
        self
    }

    /// Sets [`Self::private_key`].
    pub fn with_private_key(mut self, private_key: impl Into<Secret>) -> Self {
        self.private_key = Some(private_key.into());
        self
    }

    /// Sets [`Self::server_key`].
    pub fn with_server_key(mut self, server_key: impl Into<Secret>) -> Self {
        self.server_key = Some(server_key.into());
        self
    }

    /// Sets [`Self::sender_id`].
    pub fn with_sender_id(mut self, sender_id: impl Into<String>) -> Self {
        self.sender_id = Some(sender_id.into());
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

impl Default for Android {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Android {
    const NAME: &'static str = "Android";
    const KEYS: &'static [&'static str] = &[
        "id",
        "status",
        "displayName",
        "defaultResponderId",
        "defaultResponder",
        "showAIDisclaimer",
        "projectId",
        "clientEmail",
        "privateKey",
        "serverKey",
        "senderId",
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
        let mut project_id = None;
        let mut client_email = None;
        let mut private_key = None;
        let mut server_key = None;
        let mut sender_id = None;
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
                6 => object.value(&mut project_id),
                7 => object.value(&mut client_email),
                8 => object.value(&mut private_key),
                9 => object.value(&mut server_key),
                10 => object.value(&mut sender_id),
                11 => object.value(&mut can_user_see_conversation_list),
                12 => object.value(&mut can_user_create_more_conversations),
                13 => object.value(&mut attachments_enabled),
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
            project_id,
            client_email,
            private_key,
            server_key,
            sender_id,
            can_user_see_conversation_list,
            can_user_create_more_conversations,
            attachments_enabled,
        })
    }
}

impl<'de> Deserialize<'de> for Android {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Android {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("status", &self.status);
        object.option("displayName", &self.display_name);
        object.option("defaultResponderId", &self.default_responder_id);
        object.option("defaultResponder", &self.default_responder);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("projectId", &self.project_id);
        object.option("clientEmail", &self.client_email);
        object.option("privateKey", &self.private_key);
        object.option("serverKey", &self.server_key);
        object.option("senderId", &self.sender_id);
        object.option("canUserSeeConversationList", &self.can_user_see_conversation_list);
        object.option("canUserCreateMoreConversations", &self.can_user_create_more_conversations);
        object.option("attachmentsEnabled", &self.attachments_enabled);
        object.end()
    }
}
