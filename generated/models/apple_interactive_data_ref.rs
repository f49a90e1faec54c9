// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The `interactiveDataRef` from the passthrough webhook.
    ///
    /// Used in [`AppleMessageRef`] and [`ApplePassthrough`].
    pub struct AppleInteractiveDataRef {
        /// URL of an apple interactive data ref.
        default url: String = "url", with_url;
        /// Bid of an apple interactive data ref.
        default bid: String = "bid", with_bid;
        /// Key of an apple interactive data ref.
        default key: Secret = "key", with_key;
        /// Signature of an apple interactive data ref.
        default signature: Secret = "signature", with_signature;
        /// Owner of an apple interactive data ref.
        default owner: String = "owner", with_owner;
    }

    new(url: String, bid: String, key: Secret, signature: Secret, owner: String)

    also blank
}
