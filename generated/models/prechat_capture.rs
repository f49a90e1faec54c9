// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the Web Messenger asks for before a conversation begins.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PrechatCapture {
    /// URL of the avatar shown with the automatic reply to prechat capture messages.
    pub avatar_url: Option<String>,
    /// Whether initializing the Web Messenger turns on the Prechat Capture add-on.
    pub enabled: Option<bool>,
    /// Whether submitted emails are linked automatically, provided that Mailgun is integrated.
    pub enable_email_linking: Option<bool>,
    /// Fields of a custom form, in place of the default Prechat Capture fields.
    pub fields: Option<Vec<FormField>>,
}

impl PrechatCapture {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { avatar_url: None, enabled: None, enable_email_linking: None, fields: None }
    }

    /// Sets [`Self::avatar_url`].
    pub fn with_avatar_url(mut self, avatar_url: impl Into<String>) -> Self {
        self.avatar_url = Some(avatar_url.into());
        self
    }

    /// Sets [`Self::enabled`].
    pub fn with_enabled(mut self, enabled: impl Into<bool>) -> Self {
        self.enabled = Some(enabled.into());
        self
    }

    /// Sets [`Self::enable_email_linking`].
    pub fn with_enable_email_linking(mut self, enable_email_linking: impl Into<bool>) -> Self {
        self.enable_email_linking = Some(enable_email_linking.into());
        self
    }

    /// Sets [`Self::fields`].
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = impl Into<FormField>>) -> Self {
        self.fields = Some(fields.into_iter().map(Into::into).collect());
        self
    }
}

impl Default for PrechatCapture {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for PrechatCapture {
    const NAME: &'static str = "PrechatCapture";
    const KEYS: &'static [&'static str] = &["avatarUrl", "enabled", "enableEmailLinking", "fields"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut avatar_url = None;
        let mut enabled = None;
        let mut enable_email_linking = None;
        let mut fields = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut avatar_url),
                1 => object.value(&mut enabled),
                2 => object.value(&mut enable_email_linking),
                3 => object.value(&mut fields),
                _ => object.skip(),
            }?;
        }
        Ok(Self { avatar_url, enabled, enable_email_linking, fields })
    }
}

impl<'de> Deserialize<'de> for PrechatCapture {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for PrechatCapture {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("avatarUrl", &self.avatar_url);
        object.option("enabled", &self.enabled);
        object.option("enableEmailLinking", &self.enable_email_linking);
        object.option("fields", &self.fields);
        object.end()
    }
}
