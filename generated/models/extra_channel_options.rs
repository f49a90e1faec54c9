// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Further options, handed directly to the channel's API.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExtraChannelOptions {
    /// See [`MessengerOptions`].
    pub messenger: Option<MessengerOptions>,
}

impl ExtraChannelOptions {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { messenger: None }
    }

    /// Sets [`Self::messenger`].
    pub fn with_messenger(mut self, messenger: impl Into<MessengerOptions>) -> Self {
        self.messenger = Some(messenger.into());
        self
    }
}

impl Default for ExtraChannelOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ExtraChannelOptions {
    const NAME: &'static str = "ExtraChannelOptions";
    const KEYS: &'static [&'static str] = &["messenger"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut messenger = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut messenger),
                _ => object.skip(),
            }?;
        }
        Ok(Self { messenger })
    }
}

impl<'de> Deserialize<'de> for ExtraChannelOptions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ExtraChannelOptions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("messenger", &self.messenger);
        object.end()
    }
}
