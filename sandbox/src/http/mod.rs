//! The server: authentication, faults, limits and the journal.

pub(crate) mod access;
pub(crate) mod auth;
pub(crate) mod connection;
pub(crate) mod fault;
pub(crate) mod journal;
pub(crate) mod pages;
pub(crate) mod rate_limit;
pub(crate) mod server;
pub(crate) mod settings;
pub(crate) mod simulate;
pub(crate) mod snapshots;
pub(crate) mod stream;
