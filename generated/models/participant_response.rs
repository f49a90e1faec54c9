// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The participant that was added.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParticipantResponse {
    /// See [`Participant`].
    pub participant: Participant,
}

impl Fields for ParticipantResponse {
    const NAME: &'static str = "ParticipantResponse";
    const KEYS: &'static [&'static str] = &["participant"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut participant = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut participant),
                _ => object.skip(),
            }?;
        }
        Ok(Self { participant: given(participant, "participant")? })
    }
}

impl<'de> Deserialize<'de> for ParticipantResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ParticipantResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("participant", &self.participant);
        object.end()
    }
}
