//! Features of the client that aren't operations of the API.

pub(crate) mod app;
pub(crate) mod download;
pub(crate) mod untyped;
pub(crate) mod upsert;
