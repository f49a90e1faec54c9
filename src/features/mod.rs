//! What the client offers besides the operations.

pub(crate) mod app;
pub(crate) mod download;
pub(crate) mod untyped;
pub(crate) mod upsert;
