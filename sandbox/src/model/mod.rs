//! Records, and the state that contains them.

pub(crate) mod attachment;
pub(crate) mod caller;
pub(crate) mod client;
pub(crate) mod context;
pub(crate) mod conversation;
pub(crate) mod device;
pub(crate) mod event;
pub(crate) mod integration;
pub(crate) mod message;
pub(crate) mod oauth;
pub(crate) mod record;
pub(crate) mod recorded;
pub(crate) mod records;
#[cfg(test)]
pub(crate) mod samples;
pub(crate) mod snapshot;
pub(crate) mod state;
pub(crate) mod switchboard;
pub(crate) mod table;
pub(crate) mod user;
pub(crate) mod zendesk_user;
