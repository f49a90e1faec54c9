// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which users to list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserListFilter {
    /// Email address of the user.
    ///
    /// It is compared with the emails in the `identities` array, never with `profile.email`.
    pub identities_email: String,
}

impl UserListFilter {
    /// Made of what is required; all else is unset.
    pub fn new(identities_email: impl Into<String>) -> Self {
        Self { identities_email: identities_email.into() }
    }

    /// Sets [`Self::identities_email`].
    pub fn with_identities_email(mut self, identities_email: impl Into<String>) -> Self {
        self.identities_email = identities_email.into();
        self
    }
}

impl Fields for UserListFilter {
    const NAME: &'static str = "UserListFilter";
    const KEYS: &'static [&'static str] = &["identities.email"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut identities_email = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut identities_email),
                _ => object.skip(),
            }?;
        }
        Ok(Self { identities_email: given(identities_email, "identities.email")? })
    }
}

impl<'de> Deserialize<'de> for UserListFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for UserListFilter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("identities.email", &self.identities_email);
        object.end()
    }
}
