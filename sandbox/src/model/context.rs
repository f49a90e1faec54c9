//! The context that all requests of a sandbox share, except the state.

use crate::util::clock::{Clock, written};
use crate::util::id::Ids;

pub(crate) struct Context {
    /// The base URL, without a trailing slash.
    pub(crate) base_url: String,
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    pub(crate) limits: Limits,
    /// Whether uploaded files need credentials.
    pub(crate) private_attachments: bool,
}

impl Context {
    pub(crate) fn new_id(&self) -> String {
        self.ids.next()
    }

    /// The time in the API's format.
    pub(crate) fn now(&self) -> String {
        written(self.clock.now())
    }
}

/// Limits of the API, which tests may lower.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// Messages per conversation.
    pub(crate) messages: usize,
    /// Apps per account.
    pub(crate) apps: usize,
    /// Bytes of an upload's body.
    pub(crate) upload: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { messages: 30_000, apps: 1_000, upload: 50 * 1024 * 1024 }
    }
}
