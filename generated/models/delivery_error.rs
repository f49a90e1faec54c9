// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Error behind the failed delivery.
    ///
    /// Used in [`ConversationMessageDeliveryFailurePayload`].
    pub struct DeliveryError {
        /// Code of the error.
        option code: String = "code", with_code;
        /// Description of the error.
        option message: String = "message", with_message;
        /// The channel's own error, as the channel returned it.
        option underlying_error: Json = "underlyingError", with_underlying_error;
    }

    new()
}
