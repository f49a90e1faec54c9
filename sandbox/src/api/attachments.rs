//! Attachments: upload and deletion; the server's pages have the files.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::request::Call;
use crate::api::response::{FILES, nothing};
use crate::model::attachment::Attachment;
use crate::model::state::App;
use crate::util::error::ApiError;

/// The characters to encode in a path segment.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(crate) fn upload(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let query = |name: &str| call.query[name].as_str();
    if query("access") != Some("public") {
        return Err(ApiError::bad_request("access: must be public"));
    }
    if query("for").is_some_and(|container| container != "message") {
        return Err(ApiError::bad_request("for: must be message"));
    }
    let conversation_id = query("conversationId");
    if conversation_id.is_some_and(|id| app.conversation(id).is_err()) {
        return Err(ApiError::bad_request("conversationId: conversation not found"));
    }
    let file = call.file.as_ref().ok_or_else(|| ApiError::bad_request("source: is required"))?;
    let id = call.new_id();
    let name = utf8_percent_encode(&file.name, SEGMENT);
    let attachment = Attachment {
        media_url: format!("{}{FILES}{}/{id}/{name}", call.context.base_url, app.id),
        id,
        media_type: file.media_type.clone(),
        file_name: file.name.clone(),
        for_message: query("for").is_some(),
        conversation_id: conversation_id.map(str::to_owned),
        bytes: file.bytes.clone(),
    };
    let response = json!({"attachment": {"mediaUrl": attachment.media_url, "mediaType": attachment.media_type}});
    app.attachments.push(attachment);
    Ok(response)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Delete {
    media_url: String,
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Delete = call.body()?;
    let position = app.attachments.iter().position(|attachment| attachment.media_url == body.media_url);
    app.attachments.remove(position.ok_or_else(|| ApiError::not_found("attachment not found"))?);
    Ok(nothing())
}
