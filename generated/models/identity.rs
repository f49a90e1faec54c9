// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Identity connected to the user, for example an email address.
    ///
    /// Used in [`User`].
    pub struct Identity {
        /// Type of the identity.
        option type_: String = "type", with_type;
        /// Value of the identity; 1 to 128 characters.
        option value: String = "value", with_value;
        /// Type of verification that the identity went through.
        option verification: String = "verification", with_verification;
    }

    new()
}
