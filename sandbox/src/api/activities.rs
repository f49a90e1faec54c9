//! Activities: typing indicators and read receipts.

use serde::Deserialize;
use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::nothing;
use crate::domain::activities::read;
use crate::domain::messages::author;
use crate::domain::switchboard::assign;
use crate::model::event::Source;
use crate::model::state::App;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::text;

#[derive(Deserialize)]
struct Activity {
    author: Object,
    r#type: String,
}

/// Typing isn't stored; reading is.
pub(crate) fn post(call: &Call, app: &mut App) -> Result<Value, ApiError> {
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
