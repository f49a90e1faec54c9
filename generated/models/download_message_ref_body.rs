// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A reference of Apple Messages for Business to be downloaded.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DownloadMessageRefBody {
    /// ID of the user.
    pub user_id: String,
    /// See [`AppleMessageRef`].
    pub apple: Option<AppleMessageRef>,
}

impl DownloadMessageRefBody {
    /// Made of what is required; all else is unset.
    pub fn new(user_id: impl Into<String>) -> Self {
        Self { user_id: user_id.into(), apple: None }
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = user_id.into();
        self
    }

    /// Sets [`Self::apple`].
    pub fn with_apple(mut self, apple: impl Into<AppleMessageRef>) -> Self {
        self.apple = Some(apple.into());
        self
    }
}

impl Fields for DownloadMessageRefBody {
    const NAME: &'static str = "DownloadMessageRefBody";
    const KEYS: &'static [&'static str] = &["userId", "apple"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut user_id = None;
        let mut apple = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut user_id),
                1 => object.value(&mut apple),
                _ => object.skip(),
            }?;
        }
        Ok(Self { user_id: given(user_id, "userId")?, apple })
    }
}

impl<'de> Deserialize<'de> for DownloadMessageRefBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for DownloadMessageRefBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("userId", &self.user_id);
        object.option("apple", &self.apple);
        object.end()
    }
}
