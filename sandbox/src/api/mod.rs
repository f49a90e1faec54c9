//! The operations, performed after their requests have been validated.

mod activities;
mod apps;
mod attachments;
pub(crate) mod body;
mod channels;
mod clients;
mod conversations;
mod devices;
pub(crate) mod handlers;
mod integration_keys;
mod integrations;
mod messages;
mod oauth;
pub(crate) mod paging;
mod participants;
pub(crate) mod request;
pub(crate) mod response;
mod switchboard_actions;
mod switchboard_integrations;
mod switchboards;
mod sync;
mod users;
mod webhooks;
