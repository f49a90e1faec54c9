// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to a webhook.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhookBody {
    /// URL that is called whenever the webhook is triggered.
    pub target: Option<String>,
    /// Triggers to which the integration is subscribed; upper and lower case matter.
    ///
    /// See the [list of
    /// triggers](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers).
    pub triggers: Option<Vec<Trigger>>,
    /// Whether the payload of an event about a specific user carries that user's complete schema.
    pub include_full_user: Option<bool>,
    /// Whether webhook payloads carry the client and device objects, where they apply.
    pub include_full_source: Option<bool>,
}

impl WebhookBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { target: None, triggers: None, include_full_user: None, include_full_source: None }
    }

    /// Sets [`Self::target`].
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// Sets [`Self::triggers`].
    pub fn with_triggers(mut self, triggers: impl IntoIterator<Item = impl Into<Trigger>>) -> Self {
        self.triggers = Some(triggers.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::include_full_user`].
    pub fn with_include_full_user(mut self, include_full_user: impl Into<bool>) -> Self {
        self.include_full_user = Some(include_full_user.into());
        self
    }

    /// Sets [`Self::include_full_source`].
    pub fn with_include_full_source(mut self, include_full_source: impl Into<bool>) -> Self {
        self.include_full_source = Some(include_full_source.into());
        self
    }
}

impl Default for WebhookBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for WebhookBody {
    const NAME: &'static str = "WebhookBody";
    const KEYS: &'static [&'static str] = &["target", "triggers", "includeFullUser", "includeFullSource"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut target = None;
        let mut triggers = None;
        let mut include_full_user = None;
        let mut include_full_source = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut target),
                1 => object.value(&mut triggers),
                2 => object.value(&mut include_full_user),
                3 => object.value(&mut include_full_source),
                _ => object.skip(),
            }?;
        }
        Ok(Self { target, triggers, include_full_user, include_full_source })
    }
}

impl<'de> Deserialize<'de> for WebhookBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for WebhookBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("target", &self.target);
        object.option("triggers", &self.triggers);
        object.option("includeFullUser", &self.include_full_user);
        object.option("includeFullSource", &self.include_full_source);
        object.end()
    }
}
