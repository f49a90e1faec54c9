// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Further information about the referral.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReferralDetails {
    /// Where the referral came from, for example `MESSENGER_CODE` or `ADS`.
    pub source: Option<String>,
    /// Kind of referral, usually `OPEN-THREAD`.
    pub type_: Option<String>,
    /// ID of the ad; present when the referral came from one.
    pub ad_id: Option<String>,
}

impl ReferralDetails {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { source: None, type_: None, ad_id: None }
    }

    /// Sets [`Self::source`].
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::ad_id`].
    pub fn with_ad_id(mut self, ad_id: impl Into<String>) -> Self {
        self.ad_id = Some(ad_id.into());
        self
    }
}

impl Default for ReferralDetails {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for ReferralDetails {
    const NAME: &'static str = "ReferralDetails";
    const KEYS: &'static [&'static str] = &["source", "type", "adId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut source = None;
        let mut type_ = None;
        let mut ad_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut source),
                1 => object.value(&mut type_),
                2 => object.value(&mut ad_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { source, type_, ad_id })
    }
}

impl<'de> Deserialize<'de> for ReferralDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ReferralDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("source", &self.source);
        object.option("type", &self.type_);
        object.option("adId", &self.ad_id);
        object.end()
    }
}
