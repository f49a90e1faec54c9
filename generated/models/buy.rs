// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A button that asks for a payment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Buy {
    /// Text on the button.
    pub text: String,
    /// Amount to charge, as an integer in cents: $9.99 is `999`.
    pub amount: i64,
    /// ISO 4217 currency code in lower case, for actions of type `buy`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Json>,
}

impl Buy {
    /// Made of what is required; all else is unset.
    pub fn new(text: impl Into<String>, amount: impl Into<i64>) -> Self {
        Self { text: text.into(), amount: amount.into(), currency: None, metadata: None }
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::amount`].
    pub fn with_amount(mut self, amount: impl Into<i64>) -> Self {
        self.amount = amount.into();
        self
    }

    /// Sets [`Self::currency`].
    pub fn with_currency(mut self, currency: impl Into<String>) -> Self {
        self.currency = Some(currency.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}
