// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Information about how a user was referred to a conversation.
///
/// The [conversation
/// referrals](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/conversation-referrals/) guide has the details.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Referral {
    /// Identifier of the referral.
    pub code: Option<String>,
    /// See [`ReferralDetails`].
    pub details: Option<ReferralDetails>,
}

impl Referral {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { code: None, details: None }
    }

    /// Sets [`Self::code`].
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets [`Self::details`].
    pub fn with_details(mut self, details: impl Into<ReferralDetails>) -> Self {
        self.details = Some(details.into());
        self
    }
}

impl Default for Referral {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for Referral {
    const NAME: &'static str = "Referral";
    const KEYS: &'static [&'static str] = &["code", "details"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut code = None;
        let mut details = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut code),
                1 => object.value(&mut details),
                _ => object.skip(),
            }?;
        }
        Ok(Self { code, details })
    }
}

impl<'de> Deserialize<'de> for Referral {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Referral {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("code", &self.code);
        object.option("details", &self.details);
        object.end()
    }
}
