//! Violations of the document.

use std::fmt;

use crate::util::error::ApiError;

/// A violation: its place in a body or a query, and a message.
#[derive(Debug, PartialEq)]
pub(crate) struct Violation {
    pub(crate) pointer: String,
    message: String,
}

impl Violation {
    pub(crate) fn new(pointer: String, message: impl Into<String>) -> Self {
        Self { pointer, message: message.into() }
    }

    /// The place in query notation: `page[size]`.
    pub(crate) fn in_query(&self) -> String {
        let mut keys = self.pointer.split('/').skip(1);
        let name = keys.next().unwrap_or("query").to_owned();
        let place = keys.fold(name, |place, key| format!("{place}[{key}]"));
        format!("{place}: {}", self.message)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { "body" } else { &self.pointer };
        write!(f, "{place}: {}", self.message)
    }
}

/// Rejects a request that isn't valid.
pub(crate) fn reject(violations: Vec<Violation>, title: impl Fn(&Violation) -> String) -> Result<(), ApiError> {
    if violations.is_empty() {
        return Ok(());
    }
    Err(ApiError::bad_requests(violations.iter().map(title).collect()))
}
