// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Type of a conversation.
    ///
    /// Used in [`Conversation`], [`ConversationCreateBody`] and [`ConversationTruncated`].
    pub enum ConversationType: str {
        /// `personal`
        Personal = "personal",
        /// `sdkGroup`
        SdkGroup = "sdkGroup",
    }
}
