//! Webhook deliveries, and the live feed.

pub(crate) mod courier;
pub(crate) mod feed;
