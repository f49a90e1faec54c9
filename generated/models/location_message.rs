// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A message with the latitude and longitude of a place, usually the reply to a location request.
///
/// The optional `location` object can add the name and address of the place.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LocationMessage {
    /// Fallback text for channels without support for location messages.
    pub text: Option<String>,
    /// Whether supporting clients disable the chat input while this is the latest message of the history.
    ///
    /// Useful for guided flows, or to keep the end user from sending messages for a while.
    pub block_chat_input: Option<bool>,
    /// See [`Coordinates`].
    pub coordinates: Coordinates,
    /// See [`Location`].
    pub location: Option<Location>,
}

impl LocationMessage {
    /// Made of what is required; all else is unset.
    pub fn new(coordinates: impl Into<Coordinates>) -> Self {
        Self { text: None, block_chat_input: None, coordinates: coordinates.into(), location: None }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`Self::block_chat_input`].
    pub fn with_block_chat_input(mut self, block_chat_input: impl Into<bool>) -> Self {
        self.block_chat_input = Some(block_chat_input.into());
        self
    }

    /// Sets [`Self::coordinates`].
    pub fn with_coordinates(mut self, coordinates: impl Into<Coordinates>) -> Self {
        self.coordinates = coordinates.into();
        self
    }

    /// Sets [`Self::location`].
    pub fn with_location(mut self, location: impl Into<Location>) -> Self {
        self.location = Some(location.into());
        self
    }
}

impl Fields for LocationMessage {
    const NAME: &'static str = "LocationMessage";
    const KEYS: &'static [&'static str] = &["type", "text", "blockChatInput", "coordinates", "location"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut text = None;
        let mut block_chat_input = None;
        let mut coordinates = None;
        let mut location = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.value(&mut text),
                2 => object.value(&mut block_chat_input),
                3 => object.required(&mut coordinates),
                4 => object.value(&mut location),
                _ => object.skip(),
            }?;
        }
        Ok(Self { text, block_chat_input, coordinates: given(coordinates, "coordinates")?, location })
    }
}

impl<'de> Deserialize<'de> for LocationMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for LocationMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("text", &self.text);
        object.option("blockChatInput", &self.block_chat_input);
        object.field("coordinates", &self.coordinates);
        object.option("location", &self.location);
        object.end()
    }
}
