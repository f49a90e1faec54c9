// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An end user with a phone number, on WhatsApp.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MatchCriteriaWhatsapp {
    /// ID of the integration to link, which has to be of the given `type`.
    pub integration_id: String,
    /// Whether the client becomes the target conversation's primary one when linking is complete; `true` by
    /// default.
    pub primary: Option<bool>,
    /// Phone number of the user, with the `+` prefix and the country code.
    ///
    /// Valid: `+1 212-555-2368`, `+12125552368`, `+1 212 555 2368`. Invalid: `212 555 2368`, `1 212 555
    /// 2368`.
    pub phone_number: String,
}

impl MatchCriteriaWhatsapp {
    /// Made of what is required; all else is unset.
    pub fn new(integration_id: impl Into<String>, phone_number: impl Into<String>) -> Self {
        Self { integration_id: integration_id.into(), primary: None, phone_number: phone_number.into() }
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

    /// Sets [`Self::phone_number`].
    pub fn with_phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = phone_number.into();
        self
    }
}

impl Fields for MatchCriteriaWhatsapp {
    const NAME: &'static str = "MatchCriteriaWhatsapp";
    const KEYS: &'static [&'static str] = &["type", "integrationId", "primary", "phoneNumber"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut integration_id = None;
        let mut primary = None;
        let mut phone_number = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut integration_id),
                2 => object.value(&mut primary),
                3 => object.required(&mut phone_number),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            integration_id: given(integration_id, "integrationId")?,
            primary,
            phone_number: given(phone_number, "phoneNumber")?,
        })
    }
}

impl<'de> Deserialize<'de> for MatchCriteriaWhatsapp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for MatchCriteriaWhatsapp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("integrationId", &self.integration_id);
        object.option("primary", &self.primary);
        object.field("phoneNumber", &self.phone_number);
        object.end()
    }
}
