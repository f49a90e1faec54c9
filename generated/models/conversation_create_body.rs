// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A conversation to be created.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationCreateBody {
    /// See [`ConversationType`].
    pub type_: ConversationType,
    /// Users who take part in the conversation.
    ///
    /// A `personal` conversation requires exactly 1; an `sdkGroup` conversation takes at most 10 and may
    /// omit the field to start with no participants.
    pub participants: Option<Vec<ParticipantCreate>>,
    /// Friendly name of the conversation, which the business or the user may see.
    pub display_name: Option<String>,
    /// Short description of the conversation; 1 to 100 characters.
    pub description: Option<String>,
    /// URL of a custom icon for the conversation; 1 to 2048 characters.
    ///
    /// The image is a JPG, PNG or GIF.
    pub icon_url: Option<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
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

impl Fields for ConversationCreateBody {
    const NAME: &'static str = "ConversationCreateBody";
    const KEYS: &'static [&'static str] =
        &["type", "participants", "displayName", "description", "iconUrl", "metadata"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut participants = None;
        let mut display_name = None;
        let mut description = None;
        let mut icon_url = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut type_),
                1 => object.value(&mut participants),
                2 => object.value(&mut display_name),
                3 => object.value(&mut description),
                4 => object.value(&mut icon_url),
                5 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_: given(type_, "type")?, participants, display_name, description, icon_url, metadata })
    }
}

impl<'de> Deserialize<'de> for ConversationCreateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationCreateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("type", &self.type_);
        object.option("participants", &self.participants);
        object.option("displayName", &self.display_name);
        object.option("description", &self.description);
        object.option("iconUrl", &self.icon_url);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
