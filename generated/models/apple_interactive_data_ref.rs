// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The `interactiveDataRef` from the passthrough webhook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
