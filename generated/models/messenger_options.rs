// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Options for the Facebook Messenger channel.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessengerOptions {
    /// Whether a webview action's URL loads with Messenger Extensions enabled; `false` by default.
    ///
    /// See the [URL button
    /// reference](https://developers.facebook.com/docs/messenger-platform/send-api-reference/url-button).
    pub messenger_extensions: Option<bool>,
    /// Set to `hide` on a webview action to hide the share button.
    ///
    /// See the [URL button
    /// reference](https://developers.facebook.com/docs/messenger-platform/reference/buttons/url).
    pub webview_share_button: Option<WebviewShareButton>,
}

impl MessengerOptions {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { messenger_extensions: None, webview_share_button: None }
    }

    /// Sets [`Self::messenger_extensions`].
    pub fn with_messenger_extensions(mut self, messenger_extensions: impl Into<bool>) -> Self {
        self.messenger_extensions = Some(messenger_extensions.into());
        self
    }

    /// Sets [`Self::webview_share_button`].
    pub fn with_webview_share_button(mut self, webview_share_button: impl Into<WebviewShareButton>) -> Self {
        self.webview_share_button = Some(webview_share_button.into());
        self
    }
}

impl Default for MessengerOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for MessengerOptions {
    const NAME: &'static str = "MessengerOptions";
    const KEYS: &'static [&'static str] = &["messenger_extensions", "webview_share_button"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut messenger_extensions = None;
        let mut webview_share_button = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut messenger_extensions),
                1 => object.value(&mut webview_share_button),
                _ => object.skip(),
            }?;
        }
        Ok(Self { messenger_extensions, webview_share_button })
    }
}

impl<'de> Deserialize<'de> for MessengerOptions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MessengerOptions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("messenger_extensions", &self.messenger_extensions);
        object.option("webview_share_button", &self.webview_share_button);
        object.end()
    }
}

/// Set to `hide` on a webview action to hide the share button.
///
/// See the [URL button
/// reference](https://developers.facebook.com/docs/messenger-platform/reference/buttons/url).
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebviewShareButton {
    /// `hide`
    Hide,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl WebviewShareButton {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Hide => "hide",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for WebviewShareButton {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "hide" => Self::Hide,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for WebviewShareButton {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for WebviewShareButton {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for WebviewShareButton {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
