// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A conversation between the business and one or more users.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Conversation {
    /// Unique ID of the conversation.
    pub id: String,
    /// See [`ConversationType`].
    pub type_: Option<ConversationType>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// Switchboard integration that has control of the conversation; absent if there is none.
    pub active_switchboard_integration: Option<SwitchboardIntegrationWebhook>,
    /// Switchboard integration that waits for control; absent if control was never offered to one.
    pub pending_switchboard_integration: Option<SwitchboardIntegrationWebhook>,
    /// Whether this is the user's default conversation.
    ///
    /// `true` only for the earliest personal conversation that was created for that user.
    pub is_default: Option<bool>,
    /// Friendly name of the conversation, which the business or the user may see.
    pub display_name: Option<String>,
    /// Short description of the conversation; 1 to 100 characters.
    pub description: Option<String>,
    /// URL of a custom icon for the conversation; 1 to 2048 characters.
    ///
    /// The image is a JPG, PNG or GIF.
    pub icon_url: Option<String>,
    /// ISO 8601 timestamp of when the role business last marked the conversation as read.
    ///
    /// The format is `YYYY-MM-DDThh:mm:ss.SSSZ`.
    pub business_last_read: Option<Time>,
    /// ISO 8601 timestamp of the last message received, or of creation while there is none.
    ///
    /// The format is `YYYY-MM-DDThh:mm:ss.SSSZ`.
    pub last_updated_at: Option<Time>,
    /// ISO 8601 timestamp of the creation of the conversation (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    pub created_at: Option<Time>,
}

impl Conversation {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            type_: None,
            metadata: None,
            active_switchboard_integration: None,
            pending_switchboard_integration: None,
            is_default: None,
            display_name: None,
            description: None,
            icon_url: None,
            business_last_read: None,
            last_updated_at: None,
            created_at: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ConversationType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::active_switchboard_integration`].
    pub fn with_active_switchboard_integration(
        mut self,
        active_switchboard_integration: impl Into<SwitchboardIntegrationWebhook>,
    ) -> Self {
        self.active_switchboard_integration = Some(active_switchboard_integration.into());
        self
    }

    /// Sets [`Self::pending_switchboard_integration`].
    pub fn with_pending_switchboard_integration(
        mut self,
        pending_switchboard_integration: impl Into<SwitchboardIntegrationWebhook>,
    ) -> Self {
        self.pending_switchboard_integration = Some(pending_switchboard_integration.into());
        self
    }

    /// Sets [`Self::is_default`].
    pub fn with_is_default(mut self, is_default: impl Into<bool>) -> Self {
        self.is_default = Some(is_default.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::description`].
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`Self::icon_url`].
    pub fn with_icon_url(mut self, icon_url: impl Into<String>) -> Self {
        self.icon_url = Some(icon_url.into());
        self
    }

    /// Sets [`Self::business_last_read`].
    pub fn with_business_last_read(mut self, business_last_read: impl Into<Time>) -> Self {
        self.business_last_read = Some(business_last_read.into());
        self
    }

    /// Sets [`Self::last_updated_at`].
    pub fn with_last_updated_at(mut self, last_updated_at: impl Into<Time>) -> Self {
        self.last_updated_at = Some(last_updated_at.into());
        self
    }

    /// Sets [`Self::created_at`].
    pub fn with_created_at(mut self, created_at: impl Into<Time>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }
}

impl Fields for Conversation {
    const NAME: &'static str = "Conversation";
    const KEYS: &'static [&'static str] = &[
        "id",
        "type",
        "metadata",
        "activeSwitchboardIntegration",
        "pendingSwitchboardIntegration",
        "isDefault",
        "displayName",
        "description",
        "iconUrl",
        "businessLastRead",
        "lastUpdatedAt",
        "createdAt",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut type_ = None;
        let mut metadata = None;
        let mut active_switchboard_integration = None;
        let mut pending_switchboard_integration = None;
        let mut is_default = None;
        let mut display_name = None;
        let mut description = None;
        let mut icon_url = None;
        let mut business_last_read = None;
        let mut last_updated_at = None;
        let mut created_at = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut type_),
                2 => object.value(&mut metadata),
                3 => object.value(&mut active_switchboard_integration),
                4 => object.value(&mut pending_switchboard_integration),
                5 => object.value(&mut is_default),
                6 => object.value(&mut display_name),
                7 => object.value(&mut description),
                8 => object.value(&mut icon_url),
                9 => object.value(&mut business_last_read),
                10 => object.value(&mut last_updated_at),
                11 => object.value(&mut created_at),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id: given(id, "id")?,
            type_,
            metadata,
            active_switchboard_integration,
            pending_switchboard_integration,
            is_default,
            display_name,
            description,
            icon_url,
            business_last_read,
            last_updated_at,
            created_at,
        })
    }
}

impl<'de> Deserialize<'de> for Conversation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Conversation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("type", &self.type_);
        object.option("metadata", &self.metadata);
        object.option("activeSwitchboardIntegration", &self.active_switchboard_integration);
        object.option("pendingSwitchboardIntegration", &self.pending_switchboard_integration);
        object.option("isDefault", &self.is_default);
        object.option("displayName", &self.display_name);
        object.option("description", &self.description);
        object.option("iconUrl", &self.icon_url);
        object.option("businessLastRead", &self.business_last_read);
        object.option("lastUpdatedAt", &self.last_updated_at);
        object.option("createdAt", &self.created_at);
        object.end()
    }
}
