// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Payload that the channel receives exactly as given.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppleMessageOverridePayload {
    /// See [`Json`].
    pub payload: Option<Json>,
    /// Capabilities that the end user needs in order to receive the override message.
    ///
    /// - `LIST`: list picker
    /// - `TIME`: time picker
    /// - `FORM`: form
    /// - `QUICK`: quick reply
    /// - `AUTH2`: authentication.
    pub with_capabilities: Option<Vec<AppleCapability>>,
}

impl AppleMessageOverridePayload {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { payload: None, with_capabilities: None }
    }

    /// Sets [`Self::payload`].
    pub fn with_payload(mut self, payload: impl Into<Json>) -> Self {
        self.payload = Some(payload.into());
        self
    }

    /// Sets [`Self::with_capabilities`].
    pub fn with_with_capabilities(
        mut self,
        with_capabilities: impl IntoIterator<Item = impl Into<AppleCapability>>,
    ) -> Self {
        self.with_capabilities = Some(with_capabilities.into_iter().map(Into::into).collect());
        self
    }
}

impl Default for AppleMessageOverridePayload {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for AppleMessageOverridePayload {
    const NAME: &'static str = "AppleMessageOverridePayload";
    const KEYS: &'static [&'static str] = &["payload", "withCapabilities"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut payload = None;
        let mut with_capabilities = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut payload),
                1 => object.value(&mut with_capabilities),
                _ => object.skip(),
            }?;
        }
        Ok(Self { payload, with_capabilities })
    }
}

impl<'de> Deserialize<'de> for AppleMessageOverridePayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppleMessageOverridePayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("payload", &self.payload);
        object.option("withCapabilities", &self.with_capabilities);
        object.end()
    }
}

/// Capabilities that the end user needs in order to receive the override message.
///
/// - `LIST`: list picker
/// - `TIME`: time picker
/// - `FORM`: form
/// - `QUICK`: quick reply
/// - `AUTH2`: authentication.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AppleCapability {
    /// `LIST`
    List,
    /// `TIME`
    Time,
    /// `FORM`
    Form,
    /// `QUICK`
    Quick,
    /// `AUTH2`
    Auth2,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl AppleCapability {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::List => "LIST",
            Self::Time => "TIME",
            Self::Form => "FORM",
            Self::Quick => "QUICK",
            Self::Auth2 => "AUTH2",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for AppleCapability {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "LIST" => Self::List,
            "TIME" => Self::Time,
            "FORM" => Self::Form,
            "QUICK" => Self::Quick,
            "AUTH2" => Self::Auth2,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for AppleCapability {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for AppleCapability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AppleCapability {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
