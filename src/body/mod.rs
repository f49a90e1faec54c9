//! Bodies of requests that aren't JSON.

pub(crate) mod upload;
