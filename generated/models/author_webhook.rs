// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Author of the activity.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthorWebhook {
    /// Kind of author: `business` or `user`.
    pub type_: AuthorType,
    /// ID of the user; supported only when `type` is `user`.
    pub user_id: Option<String>,
    /// User who wrote the message or activity.
    ///
    /// Its `profile` is sent along when the `includeFullUser` option is enabled.
    pub user: Option<User>,
}

impl AuthorWebhook {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<AuthorType>) -> Self {
        Self { type_: type_.into(), user_id: None, user: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<AuthorType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`Self::user`].
    pub fn with_user(mut self, user: impl Into<User>) -> Self {
        self.user = Some(user.into());
        self
    }
}

impl Fields for AuthorWebhook {
    const NAME: &'static str = "AuthorWebhook";
    const KEYS: &'static [&'static str] = &["type", "userId", "user"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut user_id = None;
        let mut user = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut type_),
                1 => object.value(&mut user_id),
                2 => object.value(&mut user),
                _ => object.skip(),
            }?;
        }
        Ok(Self { type_: given(type_, "type")?, user_id, user })
    }
}

impl<'de> Deserialize<'de> for AuthorWebhook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AuthorWebhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("type", &self.type_);
        object.option("userId", &self.user_id);
        object.option("user", &self.user);
        object.end()
    }
}
