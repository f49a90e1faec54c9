// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a conversation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConversationUpdateBody {
    /// Friendly name of the conversation, which the business or the user may see.
    pub display_name: Patch<String>,
    /// Short description of the conversation; 1 to 100 characters.
    pub description: Patch<String>,
    /// URL of a custom icon for the conversation; 1 to 2048 characters.
    ///
    /// The image is a JPG, PNG or GIF.
    pub icon_url: Patch<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Patch<Json>,
}

impl ConversationUpdateBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: Patch::Keep, description: Patch::Keep, icon_url: Patch::Keep, metadata: Patch::Keep }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Patch::Set(display_name.into());
        self
    }

    /// Clears [`Self::display_name`]: the API sets it to `null`.
    #[inline]
    pub fn clear_display_name(mut self) -> Self {
        self.display_name = Patch::Clear;
        self
    }

    /// Sets [`Self::description`].
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Patch::Set(description.into());
        self
    }

    /// Clears [`Self::description`]: the API sets it to `null`.
    #[inline]
    pub fn clear_description(mut self) -> Self {
        self.description = Patch::Clear;
        self
    }

    /// Sets [`Self::icon_url`].
    pub fn with_icon_url(mut self, icon_url: impl Into<String>) -> Self {
        self.icon_url = Patch::Set(icon_url.into());
        self
    }

    /// Clears [`Self::icon_url`]: the API sets it to `null`.
    #[inline]
    pub fn clear_icon_url(mut self) -> Self {
        self.icon_url = Patch::Clear;
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Patch::Set(metadata.into());
        self
    }

    /// Clears [`Self::metadata`]: the API sets it to `null`.
    #[inline]
    pub fn clear_metadata(mut self) -> Self {
        self.metadata = Patch::Clear;
        self
    }
}

impl Default for ConversationUpdateBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ConversationUpdateBody {
    const NAME: &'static str = "ConversationUpdateBody";
    const KEYS: &'static [&'static str] = &["displayName", "description", "iconUrl", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = Patch::Keep;
        let mut description = Patch::Keep;
        let mut icon_url = Patch::Keep;
        let mut metadata = Patch::Keep;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut display_name),
                1 => object.value(&mut description),
                2 => object.value(&mut icon_url),
                3 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { display_name, description, icon_url, metadata })
    }
}

impl<'de> Deserialize<'de> for ConversationUpdateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ConversationUpdateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.patch("displayName", &self.display_name);
        object.patch("description", &self.description);
        object.patch("iconUrl", &self.icon_url);
        object.patch("metadata", &self.metadata);
        object.end()
    }
}
