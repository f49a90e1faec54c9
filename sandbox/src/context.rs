//! What all requests of a sandbox share, beside its state.

use crate::clock::{Clock, written};
use crate::id::Ids;

pub(crate) struct Context {
    /// Where the sandbox listens, without a slash at its end.
    pub(crate) base_url: String,
    pub(crate) clock: Clock,
    pub(crate) ids: Ids,
    pub(crate) limits: Limits,
}

impl Context {
    pub(crate) fn new_id(&self) -> String {
        self.ids.next()
    }

    /// The time as the API writes it.
    pub(crate) fn now(&self) -> String {
        written(self.clock.now())
    }
}

/// What the API allows, where tests may want less.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// In a conversation.
    pub(crate) messages: usize,
    /// Of the account.
    pub(crate) apps: usize,
    /// Bytes of the body that a file comes in.
    pub(crate) upload: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { messages: 30_000, apps: 1_000, upload: 50 * 1024 * 1024 }
    }
}
