// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// A further characteristic of an author.
    ///
    /// Used in [`Author`] and [`AuthorWebhook`].
    pub enum AuthorSubtype: str {
        /// `AI`
        Ai = "AI",
        /// `activity`
        Activity = "activity",
        /// `agent`
        Agent = "agent",
        /// `bot`
        Bot = "bot",
    }
}
