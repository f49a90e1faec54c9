//! Changes by end users, agents, channels and administrators, which aren't operations of the API.

pub(crate) mod action;
pub(crate) mod agent;
pub(crate) mod events;
