// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A webhook, which is called when something happens in an app.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Webhook {
    /// Unique id of the webhook.
    pub id: String,
    /// Version of the payload schema sent to this webhook: `v1`, `v1.1` or `v2`.
    pub version: Option<String>,
    /// URL that is called whenever the webhook is triggered.
    pub target: String,
    /// Triggers to which the integration is subscribed; upper and lower case matter.
    ///
    /// See the [list of
    /// triggers](https://developer.zendesk.com/api-reference/conversations/#section/Webhook-Triggers).
    pub triggers: Vec<Trigger>,
    /// Secret of the webhook, with which the origin of incoming requests is verified.
    pub secret: Option<Secret>,
    /// Whether the payload of an event about a specific user carries that user's complete schema.
    pub include_full_user: Option<bool>,
    /// Whether webhook payloads carry the client and device objects, where they apply.
    pub include_full_source: Option<bool>,
}

impl Webhook {
    /// Made of what is required; all else is unset.
    pub fn new(target: impl Into<String>, triggers: impl IntoIterator<Item = impl Into<Trigger>>) -> Self {
        Self {
            id: String::new(),
            version: None,
            target: target.into(),
            triggers: triggers.into_iter().map(Into::into).collect(),
            secret: None,
            include_full_user: None,
            include_full_source: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::version`].
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Sets [`Self::target`].
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = target.into();
        self
    }

    /// Sets [`Self::triggers`].
    pub fn with_triggers(mut self, triggers: impl IntoIterator<Item = impl Into<Trigger>>) -> Self {
        self.triggers = triggers.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::secret`].
    pub fn with_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
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

impl Fields for Webhook {
    const NAME: &'static str = "Webhook";
    const KEYS: &'static [&'static str] =
        &["id", "version", "target", "triggers", "secret", "includeFullUser", "includeFullSource"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = String::new();
        let mut version = None;
        let mut target = None;
        let mut triggers = None;
        let mut secret = None;
        let mut include_full_user = None;
        let mut include_full_source = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut id),
                1 => object.value(&mut version),
                2 => object.required(&mut target),
                3 => object.required(&mut triggers),
                4 => object.value(&mut secret),
                5 => object.value(&mut include_full_user),
                6 => object.value(&mut include_full_source),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id,
            version,
            target: given(target, "target")?,
            triggers: given(triggers, "triggers")?,
            secret,
            include_full_user,
            include_full_source,
        })
    }
}

impl<'de> Deserialize<'de> for Webhook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Webhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.text("id", &self.id);
        object.option("version", &self.version);
        object.field("target", &self.target);
        object.field("triggers", &self.triggers);
        object.option("secret", &self.secret);
        object.option("includeFullUser", &self.include_full_user);
        object.option("includeFullSource", &self.include_full_source);
        object.end()
    }
}
