//! Bodies of requests that aren't JSON.

pub(crate) mod media_type;
pub(crate) mod multipart;
pub(crate) mod upload;
