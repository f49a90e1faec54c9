// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a Mailgun integration.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MailgunUpdate {
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
    /// Whether outgoing emails leave out the unsubscribe link; by default all of them include it.
    ///
    /// A business that turns this on is expected to offer end users another way to unsubscribe.
    pub hide_unsubscribe_link: Option<bool>,
    /// Email address for From and Reply-To, where it has to differ from `incomingAddress`; `null` unsets it.
    ///
    /// Use it only if the address forwards its email to `incomingAddress`: replies of end users are lost
    /// otherwise. The domain also has to be properly configured as a mail provider, or the end user's email
    /// client may flag the messages as spam.
    pub from_address: Patch<String>,
}

impl MailgunUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            display_name: Patch::Keep,
            default_responder_id: Patch::Keep,
            show_ai_disclaimer: None,
            hide_unsubscribe_link: None,
            from_address: Patch::Keep,
        }
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

    /// Sets [`Self::hide_unsubscribe_link`].
    pub fn with_hide_unsubscribe_link(mut self, hide_unsubscribe_link: impl Into<bool>) -> Self {
        self.hide_unsubscribe_link = Some(hide_unsubscribe_link.into());
        self
    }

    /// Sets [`Self::from_address`].
    pub fn with_from_address(mut self, from_address: impl Into<String>) -> Self {
        self.from_address = Patch::Set(from_address.into());
        self
    }

    /// Clears [`Self::from_address`]: the API sets it to `null`.
    #[inline]
    pub fn clear_from_address(mut self) -> Self {
        self.from_address = Patch::Clear;
        self
    }
}

impl Default for MailgunUpdate {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for MailgunUpdate {
    const NAME: &'static str = "MailgunUpdate";
    const KEYS: &'static [&'static str] =
        &["displayName", "defaultResponderId", "showAIDisclaimer", "hideUnsubscribeLink", "fromAddress"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = Patch::Keep;
        let mut default_responder_id = Patch::Keep;
        let mut show_ai_disclaimer = None;
        let mut hide_unsubscribe_link = None;
        let mut from_address = Patch::Keep;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut display_name),
                1 => object.value(&mut default_responder_id),
                2 => object.value(&mut show_ai_disclaimer),
                3 => object.value(&mut hide_unsubscribe_link),
                4 => object.value(&mut from_address),
                _ => object.skip(),
            }?;
        }
        Ok(Self { display_name, default_responder_id, show_ai_disclaimer, hide_unsubscribe_link, from_address })
    }
}

impl<'de> Deserialize<'de> for MailgunUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MailgunUpdate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.patch("displayName", &self.display_name);
        object.patch("defaultResponderId", &self.default_responder_id);
        object.option("showAIDisclaimer", &self.show_ai_disclaimer);
        object.option("hideUnsubscribeLink", &self.hide_unsubscribe_link);
        object.patch("fromAddress", &self.from_address);
        object.end()
    }
}
