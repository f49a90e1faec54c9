//! The types of fields. Their methods that return this crate's error are in `error`.

pub(crate) mod extra;
pub(crate) mod id;
pub(crate) mod json;
pub(crate) mod number;
pub(crate) mod patch;
pub(crate) mod secret;
pub(crate) mod time;
