// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Links to the previous and the next page, where there are such pages.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Links {
    /// Link to the previous page; absent on the first page.
    pub prev: Option<String>,
    /// Link to the next page; absent on the last page.
    pub next: Option<String>,
}

impl Links {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { prev: None, next: None }
    }

    /// Sets [`Self::prev`].
    pub fn with_prev(mut self, prev: impl Into<String>) -> Self {
        self.prev = Some(prev.into());
        self
    }

    /// Sets [`Self::next`].
    pub fn with_next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }
}

impl Default for Links {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Links {
    const NAME: &'static str = "Links";
    const KEYS: &'static [&'static str] = &["prev", "next"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut prev = None;
        let mut next = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut prev),
                1 => object.value(&mut next),
                _ => object.skip(),
            }?;
        }
        Ok(Self { prev, next })
    }
}

impl<'de> Deserialize<'de> for Links {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Links {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("prev", &self.prev);
        object.option("next", &self.next);
        object.end()
    }
}
