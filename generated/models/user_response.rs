// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserResponse {
    /// The user.
    pub user: User,
}

impl Fields for UserResponse {
    const NAME: &'static str = "UserResponse";
    const KEYS: &'static [&'static str] = &["user"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut user = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut user),
                _ => object.skip(),
            }?;
        }
        Ok(Self { user: given(user, "user")? })
    }
}

impl<'de> Deserialize<'de> for UserResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("user", &self.user);
        object.end()
    }
}
