// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a Twitter (X) integration.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TwitterUpdate {
    /// Name by which people recognise the integration; 1 to 100 characters. Set it to `null` to remove it.
    pub display_name: Patch<String>,
    /// ID of the integration's default responder, which is the one that sends messages to the end user.
    ///
    /// See the [Switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#default-integration-assignment).
    pub default_responder_id: Patch<String>,
    /// Whether end users see a disclaimer on messages that an AI responder generates.
    ///
    /// An absent value counts as `true`.
    ///
    /// **Important:** with `false`, it is up to you to see that the integration complies with the AI
    /// regulations of every region in which it operates.
    pub show_ai_disclaimer: Option<bool>,
}

impl TwitterUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: Patch::Keep, default_responder_id: Patch::Keep, show_ai_disclaimer: None }
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

    /// Sets [`Self::default_responder_id`].
    pub fn with_default_responder_id(mut self, default_responder_id: impl Into<String>) -> Self {
        self.default_responder_id = Patch::Set(default_responder_id.into());
        self
    }

    /// Clears [`Self::default_responder_id`]: the API sets it to `null`.
    #[inline]
    pub fn clear_default_responder_id(mut self) -> Self {
        self.default_responder_id = Patch::Clear;
        self
    }

    /// Sets [`Self::show_ai_disclaimer`].
    pub fn with_show_ai_disclaimer(mut self, show_ai_disclaimer: impl Into<bool>) -> Self {
        self.show_ai_disclaimer = Some(show_ai_disclaimer.into());
        self
    }
}

impl Default for TwitterUpdate {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for TwitterUpdate {
    const NAME: &'static str = "TwitterUpdate";
    const KEYS: &'static [&'static str] = &["displayName", "defaultResponderId", "showAIDisclaimer"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = Patch::Keep;
        let mut default_responder_id = Patch::Keep;
        let mut show_ai_disclaimer = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut display_name),
                1 => object.value(&mut default_responder_id),
                2 => object.value(&mut show_ai_disclaimer),
                _ => object.skip(),
            }?;
        }
        Ok(Self { display_name, default_responder_id, show_ai_disclaimer })
    }
}

impl<'de> Deserialize<'de> for TwitterUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for TwitterUpdate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.patch("displayName", &self.display_name);
        object.patch("defaultResponderId", &self.default_responder_id);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.end()
    }
}
