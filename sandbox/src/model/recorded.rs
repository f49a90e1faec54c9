//! Actions of end users, for transcripts.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;
use crate::util::packed::Object;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum UserAction {
    Content(Object),
    Reply(String),
    Postback(String),
    Referral(String),
    Read(bool),
    Typing(Typing),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Typing {
    Start,
    Stop,
}

/// How many actions are kept of a conversation; later ones aren't recorded.
pub(crate) const MAX_ACTIONS: usize = 10_000;

/// An action of an end user that isn't a message.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Recorded {
    /// The message after which it happened.
    pub(crate) after: Option<String>,
    pub(crate) action: UserAction,
}

/// In the order of the messages that they follow.
impl Record for Recorded {
    fn id(&self) -> &str {
        self.after.as_deref().unwrap_or_default()
    }
}
