// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// One of the errors that the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// Code that classifies errors of a similar kind.
    pub code: Option<String>,
    /// What went wrong, in words.
    pub title: Option<String>,
}

impl ApiError {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { code: None, title: None }
    }

    /// Sets [`Self::code`].
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets [`Self::title`].
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

impl Default for ApiError {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ApiError {
    const NAME: &'static str = "ApiError";
    const KEYS: &'static [&'static str] = &["code", "title"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut code = None;
        let mut title = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut code),
                1 => object.value(&mut title),
                _ => object.skip(),
            }?;
        }
        Ok(Self { code, title })
    }
}

impl<'de> Deserialize<'de> for ApiError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ApiError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("code", &self.code);
        object.option("title", &self.title);
        object.end()
    }
}
