// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Metadata of a response.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Meta {
    /// Whether further records can be fetched.
    pub has_more: Option<bool>,
    /// Record ID to send as `page[after]` in a new request for the next page.
    ///
    /// Absent on the last page.
    pub after_cursor: Option<String>,
    /// Record ID to send as `page[before]` in a new request for the previous page.
    ///
    /// Absent on the first page.
    pub before_cursor: Option<String>,
}

impl Meta {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { has_more: None, after_cursor: None, before_cursor: None }
    }

    /// Sets [`Self::has_more`].
    pub fn with_has_more(mut self, has_more: impl Into<bool>) -> Self {
        self.has_more = Some(has_more.into());
        self
    }

    /// Sets [`Self::after_cursor`].
    pub fn with_after_cursor(mut self, after_cursor: impl Into<String>) -> Self {
        self.after_cursor = Some(after_cursor.into());
        self
    }

    /// Sets [`Self::before_cursor`].
    pub fn with_before_cursor(mut self, before_cursor: impl Into<String>) -> Self {
        self.before_cursor = Some(before_cursor.into());
        self
    }
}

impl Default for Meta {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Meta {
    const NAME: &'static str = "Meta";
    const KEYS: &'static [&'static str] = &["hasMore", "afterCursor", "beforeCursor"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut has_more = None;
        let mut after_cursor = None;
        let mut before_cursor = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut has_more),
                1 => object.value(&mut after_cursor),
                2 => object.value(&mut before_cursor),
                _ => object.skip(),
            }?;
        }
        Ok(Self { has_more, after_cursor, before_cursor })
    }
}

impl<'de> Deserialize<'de> for Meta {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Meta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("hasMore", &self.has_more);
        object.option("afterCursor", &self.after_cursor);
        object.option("beforeCursor", &self.before_cursor);
        object.end()
    }
}
