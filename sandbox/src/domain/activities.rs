//! Read receipts.

use crate::model::context::Context;
use crate::model::state::App;

/// Marks all messages as read by a user or the business.
pub(crate) fn read(app: &mut App, conversation: &str, user: Option<&str>, context: &Context) {
    let now = Some(context.now());
    match user {
        None => app.conversation_mut(conversation).into_iter().for_each(|own| own.business_last_read.clone_from(&now)),
        Some(user) => {
            if let Some(participant) = app.participants.find_mut(conversation, user) {
                participant.unread_count = 0;
                participant.last_read = now;
            }
        }
    }
}
