//! Channel features other than messages: message references and conversion events.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::request::Call;
use crate::model::state::App;
use crate::util::error::ApiError;
use crate::util::values::exactly_one;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Download {
    user_id: String,
    apple: Option<Apple>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Apple {
    interactive_data_ref: DataRef,
}

#[derive(Deserialize)]
struct DataRef {
    url: String,
}

/// Returns the data that was stored for the reference; the sandbox doesn't fetch from other servers.
pub(crate) fn download(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Download = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?;
    let user = app.user_given_as("userId", &body.user_id, None)?;
    if app.participant(&conversation.id, &user.id).is_none() {
        return Err(ApiError::bad_request("/userId: the user is not a participant"));
    }
    let apple = body
        .apple
        .ok_or_else(|| ApiError::bad_request("/apple: is required, because other channels don't have references"))?;
    let data = app.message_refs.get(&apple.interactive_data_ref.url);
    data.cloned().ok_or_else(|| ApiError::not_found("/apple/interactiveDataRef/url: no data is stored for this URL"))
}

/// Each channel has its own data set at Meta, with a numeric ID.
pub(crate) fn post_conversions(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    app.conversation(call.path("conversationId"))?;
    let channels =
        [("messenger", "100000000000001"), ("instagram", "100000000000002"), ("whatsapp", "100000000000003")];
    let given = |(channel, data_set)| (channel, call.body.get(channel).map(|_| data_set));
    let (channel, data_set) = exactly_one("body", BTreeMap::from(channels.map(given)))?;
    let received = call.body[channel]["payload"]["data"].as_array().map_or(0, Vec::len);
    Ok(json!({"conversionEvents": {"datasetId": data_set, "eventsReceived": received}}))
}
