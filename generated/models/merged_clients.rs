// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Clients that the operation merged; omitted when there are none.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MergedClients {
    /// Client that existed before the merge began.
    pub surviving: Option<Client>,
    /// Pending client that the merge discarded.
    pub discarded: Option<Client>,
}

impl MergedClients {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { surviving: None, discarded: None }
    }

    /// Sets [`Self::surviving`].
    pub fn with_surviving(mut self, surviving: impl Into<Client>) -> Self {
        self.surviving = Some(surviving.into());
        self
    }

    /// Sets [`Self::discarded`].
    pub fn with_discarded(mut self, discarded: impl Into<Client>) -> Self {
        self.discarded = Some(discarded.into());
        self
    }
}

impl Default for MergedClients {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for MergedClients {
    const NAME: &'static str = "MergedClients";
    const KEYS: &'static [&'static str] = &["surviving", "discarded"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut surviving = None;
        let mut discarded = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut surviving),
                1 => object.value(&mut discarded),
                _ => object.skip(),
            }?;
        }
        Ok(Self { surviving, discarded })
    }
}

impl<'de> Deserialize<'de> for MergedClients {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MergedClients {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("surviving", &self.surviving);
        object.option("discarded", &self.discarded);
        object.end()
    }
}
