//! Clients: the channels on which a user can be reached.

use serde::Deserialize;
use serde_json::Value;

use super::{named, nothing, view};
use crate::error::ApiError;
use crate::page::Wanted;
use crate::request::Call;
use crate::state::{self, Client, State};

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

pub(super) fn create(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    state.conversation(&body.target.conversation_id)?;
    let user = state.user_mut(call.path("userIdOrExternalId"), call.brand_id())?;
    let criteria = body.match_criteria;
    let client = Client {
        integration_id: Some(criteria.integration_id),
        external_id: criteria.phone_number.or(criteria.address),
        ..Client::new(criteria.r#type, "pending")
    };
    let answer = named("client", &client)?;
    user.clients.push(client);
    Ok(answer)
}

pub(super) fn list(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let user = state.user(call.path("userIdOrExternalId"), call.brand_id())?;
    Wanted::of(call)?.cut("clients", &user.clients, view)
}

/// Also takes it out of the conversations in which it was active.
pub(super) fn remove(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let user = state.user_mut(call.path("userIdOrExternalId"), call.brand_id())?;
    let client = state::remove(&mut user.clients, call.path("clientId"))
        .ok_or_else(|| ApiError::not_found("client not found"))?;
    for participant in state.conversations.iter_mut().flat_map(|conversation| &mut conversation.participants) {
        participant.client_associations.retain(|association| association.client_id != client.id);
    }
    Ok(nothing())
}
