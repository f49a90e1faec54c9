// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A conversation to be created.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConversationCreateBody {
    /// See [`ConversationType`].
    #[serde(rename = "type")]
    pub type_: ConversationType,
    /// Users who take part in the conversation.
    ///
    /// A `personal` conversation requires exactly 1; an `sdkGroup` conversation takes at most 10 and may
    /// omit the field to start with no participants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participants: Option<Vec<ParticipantCreate>>,
    /// Friendly name of the conversation, which the business or the user may see.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Short description of the conversation; 1 to 100 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// URL of a custom icon for the conversation; 1 to 2048 characters.
    ///
    /// The image is a JPG, PNG or GIF.
    #[serde(rename = "iconUrl", skip_serializing_if = "Option::is_none")]
    pub icon_url: Option<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl ConversationCreateBody {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<ConversationType>) -> Self {
        Self {
            type_: type_.into(),
            participants: None,
            display_name: None,
            description: None,
            icon_url: None,
            metadata: None,
        }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ConversationType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::participants`].
    pub fn with_participants(mut self, participants: impl IntoIterator<Item = impl Into<ParticipantCreate>>) -> Self {
        self.participants = Some(participants.into_iter().map(Into::into).collect());
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

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}
