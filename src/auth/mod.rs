//! Credentials, and the tokens that are signed with them.

pub(crate) mod credentials;
pub(crate) mod jwt;
