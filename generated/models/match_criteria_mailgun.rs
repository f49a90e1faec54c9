// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An end user with an email address.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MatchCriteriaMailgun {
    /// ID of the integration to link, which has to be of the given `type`.
    pub integration_id: String,
    /// Whether the client becomes the target conversation's primary one when linking is complete; `true` by
    /// default.
    pub primary: Option<bool>,
    /// Email address of the user.
    pub address: String,
    /// Subject of the outgoing email; `New message from {appName}` by default.
    pub subject: Option<String>,
}

impl MatchCriteriaMailgun {
    /// Made of what is required; all else is unset.
    pub fn new(integration_id: impl Into<String>, address: impl Into<String>) -> Self {
        Self { integration_id: integration_id.into(), primary: None, address: address.into(), subject: None }
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = integration_id.into();
        self
    }

    /// Sets [`Self::primary`].
    pub fn with_primary(mut self, primary: impl Into<bool>) -> Self {
        self.primary = Some(primary.into());
        self
    }

    /// Sets [`Self::address`].
    pub fn with_address(mut self, address: impl Into<String>) -> Self {
        self.address = address.into();
        self
    }

    /// Sets [`Self::subject`].
    pub fn with_subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
}

impl Fields for MatchCriteriaMailgun {
    const NAME: &'static str = "MatchCriteriaMailgun";
    const KEYS: &'static [&'static str] = &["type", "integrationId", "primary", "address", "subject"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut integration_id = None;
        let mut primary = None;
        let mut address = None;
        let mut subject = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut integration_id),
                2 => object.value(&mut primary),
                3 => object.required(&mut address),
                4 => object.value(&mut subject),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            integration_id: given(integration_id, "integrationId")?,
            primary,
            address: given(address, "address")?,
            subject,
        })
    }
}

impl<'de> Deserialize<'de> for MatchCriteriaMailgun {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MatchCriteriaMailgun {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("integrationId", &self.integration_id);
        object.option("primary", &self.primary);
        object.field("address", &self.address);
        object.option("subject", &self.subject);
        object.end()
    }
}
