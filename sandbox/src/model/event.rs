//! Events of an app, before they are delivered.

use serde_json::Value;

/// An event: its name, which is also the trigger, and the full payload.
#[derive(Clone)]
pub(crate) struct Event {
    pub(crate) trigger: &'static str,
    pub(crate) payload: Value,
    /// The URL of an event that isn't for webhooks.
    pub(crate) target: Option<String>,
}

/// The source of an event, in full.
#[derive(Clone)]
pub(crate) struct Source(pub(crate) Value);
