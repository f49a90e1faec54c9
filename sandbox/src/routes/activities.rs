//! Activities: typing indicators and read receipts.

use serde::Deserialize;
use serde_json::Value;

use super::messages::author;
use super::switchboard_actions::assign;
use super::{nothing, text};
use crate::context::Context;
use crate::error::ApiError;
use crate::event::Source;
use crate::request::Call;
use crate::state::{App, Object};

#[derive(Deserialize)]
struct Activity {
    author: Object,
    r#type: String,
}

/// Typing isn't stored; reading is.
pub(super) fn post(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Activity = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?.id.clone();
    let author = author(body.author, &conversation, app)?;
    let user = text(&author, "userId");
    let is_read = body.r#type == "conversation:read";
    if user.is_some() && !is_read {
        return Err(ApiError::bad_request("/type: must be conversation:read for an author of type user"));
    }
    assign(&conversation, app)?;
    if is_read {
        read(app, &conversation, user, call.context);
    }
    app.emit_activity(&conversation, &body.r#type, &author, &Source::api());
    Ok(nothing())
}

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
