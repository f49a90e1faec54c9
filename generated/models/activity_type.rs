// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Type of the activity. An author of type `user` can use only `conversation:read`.
    ///
    /// Used in [`ActivityPost`], [`ConversationReadActivity`] and [`ConversationTypingActivity`].
    pub enum ActivityType: str {
        /// `conversation:read`
        ConversationRead = "conversation:read",
        /// `typing:start`
        TypingStart = "typing:start",
        /// `typing:stop`
        TypingStop = "typing:stop",
    }
}
