//! Requests as bytes, and the rules for their parts.

pub(crate) mod headers;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod parameters;
pub(crate) mod target;
