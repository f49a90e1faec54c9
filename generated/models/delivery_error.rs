// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Error behind the failed delivery.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeliveryError {
    /// Code of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Description of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl DeliveryError {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { code: None, message: None }
    }

    /// Sets [`Self::code`].
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets [`Self::message`].
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }
}

impl Default for DeliveryError {
    fn default() -> Self {
        Self::new()
    }
}
