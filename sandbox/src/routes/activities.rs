//! Activities: who types, and who has read.

use serde::Deserialize;
use serde_json::Value;

use super::messages::{author, text};
use super::nothing;
use crate::error::ApiError;
use crate::request::Call;
use crate::state::{App, Object};

#[derive(Deserialize)]
struct Activity {
    author: Object,
    r#type: String,
}

/// Typing is for the moment only; reading stays.
pub(super) fn post(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Activity = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?.id.clone();
    let author = author(body.author, &conversation, app)?;
    let user = text(&author, "userId");
    let is_read = body.r#type == "conversation:read";
    if user.is_some() && !is_read {
        return Err(ApiError::bad_request("/type: of a user only conversation:read"));
    }
    if is_read {
        match user {
            None => app.conversation_mut(&conversation)?.business_last_read = Some(call.now()),
            Some(user) => {
                if let Some(participant) = app.participants.find_mut(&conversation, user) {
                    participant.unread_count = 0;
                    participant.last_read = Some(call.now());
                }
            }
        }
    }
    Ok(nothing())
}
