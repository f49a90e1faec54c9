// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A button that asks for a payment.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Buy {
    /// Text on the button.
    pub text: String,
    /// Amount to charge, as an integer in cents: $9.99 is `999`.
    pub amount: i64,
    /// ISO 4217 currency code in lower case, for actions of type `buy`.
    pub currency: Option<String>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
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

impl Fields for Buy {
    const NAME: &'static str = "Buy";
    const KEYS: &'static [&'static str] = &["type", "text", "amount", "currency", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut text = None;
        let mut amount = None;
        let mut currency = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                1 => object.required(&mut text),
                2 => object.required(&mut amount),
                3 => object.value(&mut currency),
                4 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { text: given(text, "text")?, amount: given(amount, "amount")?, currency, metadata })
    }
}

impl<'de> Deserialize<'de> for Buy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Buy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("text", &self.text);
        object.field("amount", &self.amount);
        object.option("currency", &self.currency);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
