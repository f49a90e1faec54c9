//! The API's document, and validation against it.

pub(crate) mod document;
pub(crate) mod format;
pub(crate) mod integration_types;
pub(crate) mod schema;
pub(crate) mod validator;
pub(crate) mod violation;
