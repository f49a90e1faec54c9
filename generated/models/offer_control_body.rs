// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Offers control of a conversation to a switchboard integration.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OfferControlBody {
    /// Switchboard integration to make pending, given by `id`, `name` or `integrationType`.
    ///
    /// They are tried in that order. An ambiguous value is an error, for example `custom` when the
    /// switchboard has more than one integration of that type. The keyword `next` offers control to
    /// whichever integration the switchboard configuration puts next.
    ///
    /// The integration that is active already is not allowed.
    pub switchboard_integration: String,
    /// Custom properties in a flat object of at most 4 KB; values are strings, numbers or booleans.
    ///
    /// Sent along in the webhooks `switchboard:offerControl` and `switchboard:offerControl:failure`.
    pub metadata: Option<Json>,
}

impl OfferControlBody {
    /// Made of what is required; all else is unset.
    pub fn new(switchboard_integration: impl Into<String>) -> Self {
        Self { switchboard_integration: switchboard_integration.into(), metadata: None }
    }

    /// Sets [`Self::switchboard_integration`].
    pub fn with_switchboard_integration(mut self, switchboard_integration: impl Into<String>) -> Self {
        self.switchboard_integration = switchboard_integration.into();
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Fields for OfferControlBody {
    const NAME: &'static str = "OfferControlBody";
    const KEYS: &'static [&'static str] = &["switchboardIntegration", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut switchboard_integration = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut switchboard_integration),
                1 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { switchboard_integration: given(switchboard_integration, "switchboardIntegration")?, metadata })
    }
}

impl<'de> Deserialize<'de> for OfferControlBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for OfferControlBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("switchboardIntegration", &self.switchboard_integration);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
