// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Identity connected to the user, for example an email address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Identity {
    /// Type of the identity.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    /// Value of the identity; 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Type of verification that the identity went through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification: Option<String>,
}

impl Identity {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { type_: None, value: None, verification: None }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::value`].
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets [`Self::verification`].
    pub fn with_verification(mut self, verification: impl Into<String>) -> Self {
        self.verification = Some(verification.into());
        self
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self::new()
    }
}
