//! JSON text, secrets in text, and other things that know nothing of this crate.

pub(crate) mod any_format;
pub(crate) mod random;
pub(crate) mod redact;
pub(crate) mod repair;
pub(crate) mod text;

/// The target of log records.
pub(crate) const LOG: &str = "sunshine_conversations";
