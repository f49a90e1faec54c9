// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The `interactiveDataRef` from the passthrough webhook.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppleInteractiveDataRef {
    /// See [`String`].
    pub url: String,
    /// See [`String`].
    pub bid: String,
    /// See [`Secret`].
    pub key: Secret,
    /// See [`Secret`].
    pub signature: Secret,
    /// See [`String`].
    pub owner: String,
}

impl AppleInteractiveDataRef {
    /// Made of what is required; all else is unset.
    pub fn new(
        url: impl Into<String>,
        bid: impl Into<String>,
        key: impl Into<Secret>,
        signature: impl Into<Secret>,
        owner: impl Into<String>,
    ) -> Self {
        Self { url: url.into(), bid: bid.into(), key: key.into(), signature: signature.into(), owner: owner.into() }
    }

    /// Sets [`Self::url`].
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = url.into();
        self
    }

    /// Sets [`Self::bid`].
    pub fn with_bid(mut self, bid: impl Into<String>) -> Self {
        self.bid = bid.into();
        self
    }

    /// Sets [`Self::key`].
    pub fn with_key(mut self, key: impl Into<Secret>) -> Self {
        self.key = key.into();
        self
    }

    /// Sets [`Self::signature`].
    pub fn with_signature(mut self, signature: impl Into<Secret>) -> Self {
        self.signature = signature.into();
        self
    }

    /// Sets [`Self::owner`].
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = owner.into();
        self
    }
}

impl Fields for AppleInteractiveDataRef {
    const NAME: &'static str = "AppleInteractiveDataRef";
    const KEYS: &'static [&'static str] = &["url", "bid", "key", "signature", "owner"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut url = None;
        let mut bid = None;
        let mut key = None;
        let mut signature = None;
        let mut owner = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut url),
                1 => object.required(&mut bid),
                2 => object.required(&mut key),
                3 => object.required(&mut signature),
                4 => object.required(&mut owner),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            url: given(url, "url")?,
            bid: given(bid, "bid")?,
            key: given(key, "key")?,
            signature: given(signature, "signature")?,
            owner: given(owner, "owner")?,
        })
    }
}

impl<'de> Deserialize<'de> for AppleInteractiveDataRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppleInteractiveDataRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("url", &self.url);
        object.field("bid", &self.bid);
        object.field("key", &self.key);
        object.field("signature", &self.signature);
        object.field("owner", &self.owner);
        object.end()
    }
}
