// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The participants returned.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParticipantListResponse {
    /// See [`Participant`].
    pub participants: Vec<Participant>,
    /// See [`Meta`].
    pub meta: Meta,
    /// See [`Links`].
    pub links: Option<Links>,
}

impl Fields for ParticipantListResponse {
    const NAME: &'static str = "ParticipantListResponse";
    const KEYS: &'static [&'static str] = &["participants", "meta", "links"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut participants = None;
        let mut meta = Meta::new();
        let mut links = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut participants),
                1 => object.value(&mut meta),
                2 => object.value(&mut links),
                _ => object.skip(),
            }?;
        }
        Ok(Self { participants: given(participants, "participants")?, meta, links })
    }
}

impl<'de> Deserialize<'de> for ParticipantListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ParticipantListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("participants", &self.participants);
        object.field("meta", &self.meta);
        object.option("links", &self.links);
        object.end()
    }
}

impl Page for ParticipantListResponse {
    type Item = Participant;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.participants
    }
}
