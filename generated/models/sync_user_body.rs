// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which user survives a merge.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SyncUserBody {
    /// The `user.id` of the Support user that survives a merge.
    ///
    /// Used only to synchronize messaging users after a merge of their Support counterparts.
    pub surviving_zendesk_id: Option<String>,
}

impl SyncUserBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { surviving_zendesk_id: None }
    }

    /// Sets [`Self::surviving_zendesk_id`].
    pub fn with_surviving_zendesk_id(mut self, surviving_zendesk_id: impl Into<String>) -> Self {
        self.surviving_zendesk_id = Some(surviving_zendesk_id.into());
        self
    }
}

impl Default for SyncUserBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for SyncUserBody {
    const NAME: &'static str = "SyncUserBody";
    const KEYS: &'static [&'static str] = &["survivingZendeskId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut surviving_zendesk_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut surviving_zendesk_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { surviving_zendesk_id })
    }
}

impl<'de> Deserialize<'de> for SyncUserBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for SyncUserBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("survivingZendeskId", &self.surviving_zendesk_id);
        object.end()
    }
}
