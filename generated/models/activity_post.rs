// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An activity to be posted, with who does it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActivityPost {
    /// Type of the activity. An author of type `user` can use only `conversation:read`.
    pub type_: ActivityType,
    /// Author of the activity.
    pub author: Author,
}

impl ActivityPost {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<ActivityType>, author: impl Into<Author>) -> Self {
        Self { type_: type_.into(), author: author.into() }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ActivityType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::author`].
    pub fn with_author(mut self, author: impl Into<Author>) -> Self {
        self.author = author.into();
        self
    }
}

impl Fields for ActivityPost {
    const NAME: &'static str = "ActivityPost";
    const KEYS: &'static [&'static str] = &["type", "author"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut author = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut type_),
                1 => object.required(&mut author),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_: given(type_, "type")?, author: given(author, "author")? })
    }
}

impl<'de> Deserialize<'de> for ActivityPost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ActivityPost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("type", &self.type_);
        object.field("author", &self.author);
        object.end()
    }
}
