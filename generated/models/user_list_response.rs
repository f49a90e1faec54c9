// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserListResponse {
    /// The users returned.
    pub users: Vec<User>,
}

impl Fields for UserListResponse {
    const NAME: &'static str = "UserListResponse";
    const KEYS: &'static [&'static str] = &["users"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut users = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut users),
                _ => object.skip(),
            }?;
        }
        Ok(Self { users: given(users, "users")? })
    }
}

impl<'de> Deserialize<'de> for UserListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("users", &self.users);
        object.end()
    }
}
