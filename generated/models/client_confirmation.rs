// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Confirmation options of the link request.
    ///
    /// Used in [`ClientCreate`].
    pub struct ClientConfirmation {
        /// Type of confirmation.
        required type_: ClientConfirmationType = "type", with_type;
        /// Optional message to the user.
        ///
        /// Only the types `text` and `image` are allowed, and only actions of type `link`. The message does not
        /// become part of the user's conversation.
        option message: MessagePost = "message", with_message;
    }

    new(type_: ClientConfirmationType)

    from ClientConfirmationType {
        type_ => Self::new(type_),
        /// Returns `true` if [`Self::type_`] is `immediate`.
        is_immediate: Immediate,
        /// Returns `true` if [`Self::type_`] is `userActivity`.
        is_user_activity: UserActivity,
        /// Returns `true` if [`Self::type_`] is `prompt`.
        is_prompt: Prompt,
    }

    also blank
}
