//! The API's rules, which operations and simulated events share.

pub(crate) mod activities;
pub(crate) mod card_numbers;
pub(crate) mod clients;
pub(crate) mod content;
pub(crate) mod conversations;
pub(crate) mod devices;
pub(crate) mod events;
pub(crate) mod integrations;
pub(crate) mod merge;
pub(crate) mod messages;
pub(crate) mod naming;
pub(crate) mod shorthand;
pub(crate) mod switchboard;
