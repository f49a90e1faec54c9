// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A button that requests a payment.
    ///
    /// Variant of [`Action`] and [`ActionSubset`].
    pub struct Buy {
        /// Text on the button.
        default text: String = "text", with_text;
        /// Amount to charge, as an integer in cents: $9.99 is `999`.
        default amount: i64 = "amount", with_amount;
        /// ISO 4217 currency code in lower case, for actions of type `buy`.
        option currency: String = "currency", with_currency;
        /// Custom properties as a flat object of at most 4 KB.
        ///
        /// A value is a string, a number or a boolean; nothing else is supported.
        option metadata: Json = "metadata", with_metadata;
    }

    tag "type" = "buy"

    new(text: String, amount: i64)
}
