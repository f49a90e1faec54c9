//! Clients: the channels on which a user can be reached.

use serde::Deserialize;
use serde_json::Value;

use super::{named, nothing, view};
use crate::error::ApiError;
use crate::page::Wanted;
use crate::request::Call;
use crate::state::{App, Client, ClientStatus};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    match_criteria: MatchCriteria,
    target: Target,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MatchCriteria {
    r#type: String,
    integration_id: String,
    phone_number: Option<String>,
    address: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    conversation_id: String,
}

pub(super) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    app.conversation(&body.target.conversation_id)?;
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?.id.clone();
    let criteria = body.match_criteria;
    let client = Client {
        integration_id: Some(criteria.integration_id),
        external_id: criteria.phone_number.or(criteria.address),
        ..Client::new(call.new_id(), criteria.r#type, ClientStatus::Pending)
    };
    let answer = named("client", &client)?;
    app.clients.entry(user).or_default().push(client);
    Ok(answer)
}

pub(super) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?;
    Wanted::of(call)?.cut("clients", app.clients(&user.id), view)
}

/// Also takes it out of the conversations in which it was active.
pub(super) fn remove(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?.id.clone();
    app.remove_client(&user, call.path("clientId")).ok_or_else(|| ApiError::not_found("client not found"))?;
    Ok(nothing())
}
