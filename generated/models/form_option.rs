// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A choice of a field of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FormOption {
    /// Label under which the Web Messenger displays the option; 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Name of the option, unique within the field; 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl FormOption {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { label: None, name: None }
    }

    /// Sets [`Self::label`].
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl Default for FormOption {
    fn default() -> Self {
        Self::new()
    }
}
