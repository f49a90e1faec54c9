// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The users that were merged.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MergedUsers {
    /// User that stands for the merged user from now on.
    pub surviving: Option<User>,
    /// User that was absorbed into the surviving one.
    pub discarded: Option<User>,
}

impl MergedUsers {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { surviving: None, discarded: None }
    }

    /// Sets [`Self::surviving`].
    pub fn with_surviving(mut self, surviving: impl Into<User>) -> Self {
        self.surviving = Some(surviving.into());
        self
    }

    /// Sets [`Self::discarded`].
    pub fn with_discarded(mut self, discarded: impl Into<User>) -> Self {
        self.discarded = Some(discarded.into());
        self
    }
}

impl Default for MergedUsers {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for MergedUsers {
    const NAME: &'static str = "MergedUsers";
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

impl<'de> Deserialize<'de> for MergedUsers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MergedUsers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("surviving", &self.surviving);
        object.option("discarded", &self.discarded);
        object.end()
    }
}
